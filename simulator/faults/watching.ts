/** What several families of faults look at: who sends, where it leads, what was so before. */
import type { Account } from '../directory';
import type { ProcedureContext, Screen } from '../machine';
import type { Session, Sessions } from '../sessions';
import type { Gate } from '../web/gate';
import { sessionOf } from './support';

/** A gate that tells of each submission where it led. */
export function watching(
  gate: Gate,
  seen: (context: ProcedureContext, to: Screen, session: Session) => void,
): Pick<Gate, 'settle'> {
  return {
    settle(session, from, to) {
      const { context } = session.actor.getSnapshot();
      if (from !== to) seen(context, to, session);
      return gate.settle(session, from, to);
    },
  };
}

/** A gate that knows whose form is being judged: the machine does so as soon as the form is admitted. */
export function sending(gate: Gate): { gate: Pick<Gate, 'admit'>; session: () => Session } {
  let current: Session | undefined;
  return {
    gate: {
      admit(session, screen, method) {
        current = session;
        return gate.admit(session, screen, method);
      },
    },
    session() {
      if (!current) throw new Error('no form is being judged');
      return current;
    },
  };
}

/** What is taken of an account when its right answer comes, and what was taken for the form that is being judged. */
export function snapshots(
  gate: Gate,
  take: (account: Account) => string,
): { gate: Pick<Gate, 'admit' | 'settle'>; taken: () => string | undefined } {
  const kept = new WeakMap<Session['actor'], string>();
  const now = sending(gate);
  return {
    gate: {
      ...now.gate,
      ...watching(gate, ({ account }, to, { actor }) => {
        if (account && to === 'newPassword') kept.set(actor, take(account));
      }),
    },
    taken: () => kept.get(now.session().actor),
  };
}

/** Of all the browsers. */
export function contextsOf(sessions: Sessions): ProcedureContext[] {
  return Array.from(sessions.all(), ({ actor }) => actor.getSnapshot().context);
}

/** The account of the session that a page was made for. */
export function ownerOf(sessions: Sessions, token: string): Account | undefined {
  return sessionOf(sessions, token)?.actor.getSnapshot().context.account;
}
