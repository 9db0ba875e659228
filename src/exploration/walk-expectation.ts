/** What a move must lead to, and what it must not, each with the sentences of the fiche that say so. */
import type { Screen } from '../../simulator';
import type { Walker } from './walk-moves';

export interface Expectation {
  readonly must?: { readonly screen: Screen; readonly requirements: readonly string[] };
  readonly never: Readonly<Partial<Record<Screen, readonly string[]>>>;
  /** Whose question must be shown: MPO-2-11. */
  readonly question?: Walker;
}

/** AMB-27: whatever shows is fine. */
export const nothing: Expectation = { never: {} };

export function forbidding(screens: readonly Screen[], ...requirements: readonly string[]): Expectation {
  return { never: Object.fromEntries(screens.map((screen) => [screen, requirements])) };
}
