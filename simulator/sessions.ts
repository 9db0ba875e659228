/** Who is where: one actor of the procedure a browser, found by its cookie. Bounded in number and in time. */
import { createActor } from 'xstate';
import type { Actor } from 'xstate';
import { BoundedMap } from './bounded-map';
import type { Desk, ProcedureMachine } from './machine';

export interface Session {
  /** Value of the cookie. Changes whenever rights change (REC-14). */
  readonly id: string;
  /** Sent back by every form, so that another site cannot send one (REC-17). */
  token: string;
  readonly actor: Actor<ProcedureMachine>;
  readonly openedAt: number;
  usedAt: number;
}

export interface Sessions {
  /** `undefined` when unknown or expired. An id that the client chose is never adopted. */
  find(id: string | undefined): Session | undefined;
  open(): Session;
  /** The same actor under a new id; the old one is dead. */
  rotate(session: Session): Session;
  all(): Iterable<Session>;
  close(): void;
}

const LIMIT = 1_000;
/** REC-13: half an hour of silence, one hour in all. */
const IDLE_MS = 30 * 60_000;
const ABSOLUTE_MS = 60 * 60_000;

export function openSessions(ports: {
  machine: () => ProcedureMachine;
  desk: Desk;
  random: (bytes: number) => Uint8Array;
  now: () => number;
}): Sessions {
  const { random, now } = ports;
  const sessions = new BoundedMap<string, Session>(LIMIT);
  const word = () => Buffer.from(random(18)).toString('base64url');
  const keep = (session: Session) => {
    sessions.set(session.id, session);
    return session;
  };
  return {
    find(id) {
      const session = id === undefined ? undefined : sessions.get(id);
      if (!session) return undefined;
      const broken = session.actor.getSnapshot().status !== 'active';
      if (broken || now() - session.usedAt > IDLE_MS || now() - session.openedAt > ABSOLUTE_MS) {
        sessions.delete(session.id);
        return undefined;
      }
      session.usedAt = now();
      return session;
    },
    open() {
      const actor = createActor(ports.machine(), { input: ports.desk });
      // With a listener, an error inside the machine stays in its snapshot; without one, XState throws it at the process.
      actor.subscribe({ error: () => undefined });
      return keep({ id: word(), token: word(), actor: actor.start(), openedAt: now(), usedAt: now() });
    },
    rotate(session) {
      sessions.delete(session.id);
      return keep({ ...session, id: word() });
    },
    all: () => sessions.values(),
    close() {
      for (const { actor } of sessions.values()) actor.stop();
      sessions.clear();
    },
  };
}
