/** Finds the password in force of accounts whose last change was never settled. Knows not how people sign in. */
import { ConfigurationError } from '../verdict/errors';
import type { Account } from './account';
import type { FileLedger, Ledger } from './ledger';

/** Signs in as somebody new and tells whether the espace opened. */
export type Opens = (account: Account, password: string) => Promise<boolean>;

/** What became of an account in doubt. */
export interface Recovered {
  readonly email: string;
  /** `unchanged`: the last proposal had no effect; `changed`: one had; `former`: an earlier password is in force. */
  readonly found: 'unchanged' | 'changed' | 'former';
}

/** Wrong passwords in a row may block an account: only so many of its former ones are tried. */
const FORMER_TRIED = 10;

/**
 * Signs in to every account in doubt until a password opens, and settles the ledger with it. Killed at any instant, it can be begun
 * again: an account is in doubt until the line that settles it is on the disk.
 * @returns what was found of each account that was in doubt.
 * @throws ConfigurationError, once all have been tried, naming those that nothing opens.
 */
export async function recoverAccounts(options: {
  readonly pool: readonly Account[];
  readonly ledger: FileLedger;
  readonly opens: Opens;
}): Promise<Recovered[]> {
  const { pool, ledger, opens } = options;
  const recovered: Recovered[] = [];
  const lost: string[] = [];
  for (const account of pool.filter(({ email }) => ledger.pending.has(email))) {
    const found = await recoverAccount(account, ledger, opens);
    if (found === undefined) lost.push(account.email);
    else recovered.push({ email: account.email, found });
  }
  if (lost.length === 0) return recovered;
  throw new ConfigurationError(
    `${ledger.path}: no password that was ever proposed opens ${lost.join(', ')}; ` +
      'give each a new password by hand, write it in the pool, and run again: it is tried too',
  );
}

/**
 * The same for one account, whose password is the one that is held to be in force. That one first (MPO-1.3-7: a sign-in with the new
 * password may put an end to the old one), then what was proposed since, newest first.
 * @returns `undefined` when none opens; the account is then still in doubt.
 */
export async function recoverAccount(account: Account, ledger: Ledger, opens: Opens): Promise<Recovered['found'] | undefined> {
  const { email, password: written } = account;
  const settled = ledger.inForce(email) ?? written;
  const proposed = (ledger.pending.get(email) ?? []).toReversed();
  // A change may have been on its way when an earlier recovery looked, and an operator may have written the pool since.
  const former = [written, ...ledger.former(email).slice(0, FORMER_TRIED)];
  for (const password of new Set([settled, ...proposed, ...former])) {
    if (!(await opens(account, password))) continue;
    ledger.settled(email, password);
    if (password === settled) return 'unchanged';
    return proposed.includes(password) ? 'changed' : 'former';
  }
  return undefined;
}
