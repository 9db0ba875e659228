/** Who may see and send what: order of the screens, life of the session, genuine forms. Judges no value that a person types. */
import { timingSafeEqual } from 'node:crypto';
import type { Screen } from '../machine';
import type { Session, Sessions } from '../sessions';

type Answer = Response | Promise<Response>;

export interface Gate {
  /** Every request comes in here; `answer` asks the routes. */
  enter(request: Request, answer: (request: Request) => Answer): Answer;
  /** Moves the person to the screen asked for if what comes before it is done (MPO-D-1). False: nothing has moved. */
  admit(session: Session, screen: Screen, method: 'GET' | 'POST'): boolean;
  /** True when the form was served to this session (REC-17). */
  isGenuine(session: Session, token: string | undefined): boolean;
  /** The earliest screen still to be done before the one asked for (AMB-27). Without session: nothing is done. */
  missing(session: Session | undefined, screen: Screen): Screen;
  /** Called after each submission. Returns the session to go on with. */
  settle(session: Session, from: Screen, to: Screen): Session | Promise<Session>;
}

/** Screens that give a right: reaching one changes the identifier of the session (REC-14). */
const GRANTING: readonly Screen[] = ['newPassword', 'summary', 'services'];

export function referenceGate(sessions: Sessions): Gate {
  return {
    enter: (request, answer) => answer(request),
    admit(session, screen, method) {
      // The image of the identification is for one display: sending its form is not a new display.
      if (screen !== 'identification' || method === 'GET') session.actor.send({ type: `${screen}.opened` });
      return screenOf(session) === screen;
    },
    missing(session, screen) {
      if (screen === 'services' || screen === 'signIn') return 'signIn';
      const context = session?.actor.getSnapshot().context;
      if (context?.authorised) return 'newPassword';
      return context?.question === undefined ? 'identification' : 'question';
    },
    isGenuine: (session, token) => token !== undefined && sameText(token, session.token),
    settle(session, from, to) {
      const rightsChange = from !== to && (GRANTING.includes(to) || from === 'services');
      return rightsChange ? sessions.rotate(session) : session;
    },
  };
}

/** Where the session is. */
export function screenOf(session: Session): Screen {
  return session.actor.getSnapshot().value;
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
