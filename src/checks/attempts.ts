/** What was proposed, as the oracles look at it: the passwords to try at the sign-in, and what became of each pair. Signs nobody in. */
import { keptForm, type Readings } from './admission';
import type { AttemptObservation } from './change';
import type { Attempt } from './person';
import { describePage } from './screen-names';

/** The passwords that a proposal may have put in force: as they would be kept first, then as they were typed. */
export function passwordsToTry(attempts: readonly Attempt[], current: string, readings: Readings): string[] {
  const typed = attempts.flatMap(({ value, confirmation }) => [value, confirmation]);
  const changing = typed.filter((value) => keptForm(value, readings) !== current);
  return [...new Set(changing.flatMap((value) => [keptForm(value, readings), value]))];
}

/** @param opening those of the passwords to try that open the espace. */
export function observeAttempts(
  attempts: readonly Attempt[],
  current: string,
  opening: ReadonlySet<string>,
  readings: Readings,
): AttemptObservation[] {
  const opens = (value: string): boolean => opening.has(value) || opening.has(keptForm(value, readings));
  const isCurrent = (value: string): boolean => keptForm(value, readings) === current;
  return attempts.map(({ shape, value, confirmation, ownRequest, screen, page }) => ({
    shape,
    serverFailed: !ownRequest && page.status >= 500,
    summaryShown: screen === 'summary',
    seen: describePage(page, screen),
    opens: isCurrent(value) && isCurrent(confirmation) ? undefined : opens(value) || opens(confirmation),
  }));
}
