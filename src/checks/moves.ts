/** What people did and then saw, as events of the procedure, each once however often: seen from outside, on any target. Judges nothing. */
import type { ControlName, ScreenName } from '../driver/controls';
import type { Visitor } from '../driver/visitor';
import { stateOf, type Move } from '../exploration/statechart';

/** What was done: absent where it is none of the procedure's events. */
export type Doing = Move['event'] | undefined;

/** What a browser shows, a page that was never opened included. */
export type Shown = ScreenName | 'nothing';

export class Moves {
  readonly #moves = new Map<string, Move>();
  readonly #standing = new WeakMap<Visitor, ScreenName>();

  /** In the order in which they were first made. */
  get all(): readonly Move[] {
    return [...this.#moves.values()];
  }

  /**
   * Notes what was done and then seen. A page that is not the one that the last move led to (the person went back, or sent a request from
   * it that led elsewhere) does not say where the procedure stands: nothing is noted then.
   * @param shown what the person saw before.
   */
  note(visitor: Visitor, shown: Shown, event: Doing, to: ScreenName): void {
    // A browser that knows nothing stands where the procedure begins.
    const from = shown === 'nothing' ? 'home' : shown;
    const stands = shown === 'nothing' || this.#standing.get(visitor) === shown;
    this.#standing.set(visitor, to);
    if (event === undefined || !stands) return;
    const key = `${from} ${event} ${to}`;
    if (!this.#moves.has(key)) this.#moves.set(key, { from, event, to });
  }
}

/** What sending the form of a screen is. */
export function submissionOn(screen: ScreenName): Doing {
  return submissions[screen];
}

/** What activating a control of the fiche is: some ask for a screen, the others send the form of theirs. */
export function pressOf(control: ControlName, screen: ScreenName): Doing {
  if (control === 'professionalSpace') return 'signIn.opened';
  return control === 'forgottenPassword' ? 'identification.opened' : submissionOn(screen);
}

/**
 * What opening an address is: asking for the screen that was seen there. Where several share one address, for the first of them.
 * @param addresses where each screen was seen.
 */
export function openingOf(addresses: ReadonlyMap<ScreenName, string>, address: string): Doing {
  const screen = inOrder.find((one) => addresses.get(one) === address);
  const state = screen && stateOf(screen);
  return state && `${state}.opened`;
}

const submissions: Readonly<Partial<Record<ScreenName, Move['event']>>> = {
  'sign-in': 'credentials.submitted',
  identification: 'identity.submitted',
  question: 'answer.submitted',
  'new-password': 'password.submitted',
  services: 'signOut.submitted',
};

const inOrder: readonly ScreenName[] = ['home', 'sign-in', 'identification', 'question', 'new-password', 'summary', 'services'];
