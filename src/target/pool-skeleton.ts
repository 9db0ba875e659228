/** A pool for a team to fill in, and what tells that it is not filled in yet. Reads and writes no file. */
import type { Account } from './account';

/** Stands where a team has something to write. No deployment is ever tried with it. */
export const PLACEHOLDER = 'À REMPLIR';

/** Somebody who acts, somebody else, and a witness whom nobody touches: enough for every required scenario. */
const PEOPLE = 3;

/** The text of a pool of three accounts that are all to be written. */
export function poolSkeleton(): string {
  const accounts = Array.from({ length: PEOPLE }, (_, index): Account => {
    const email = `${PLACEHOLDER} ${index + 1}@example.test`;
    return { email, password: PLACEHOLDER, question: PLACEHOLDER, answer: PLACEHOLDER };
  });
  return `${JSON.stringify(accounts, null, 2)}\n`;
}

/** The keys of an account that are still to be written. */
export function unfilledKeys(account: Account): string[] {
  return Object.entries(account).flatMap(([key, value]) => ([value].flat().some(isPlaceholder) ? [key] : []));
}

/** An editor may have taken the accent apart. */
function isPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && value.normalize('NFC').includes(PLACEHOLDER);
}
