/** Writes the passwords in force back into the pool and begins a new ledger. Knows no deployment. */
import { existsSync, readFileSync } from 'node:fs';
import { renameDurably, replaceFile } from './durable-file';
import type { FileLedger } from './ledger';

/**
 * To be called under the lock of the pool, once no account is in doubt. Killed at any instant, it can be begun again: until the pool
 * holds the passwords the ledger does, and after that both say the same.
 * @returns the addresses whose password was written. The old ledger stays beside the new one, as `.1`.
 */
export function resetPool(path: string, ledger: FileLedger): string[] {
  if (ledger.pending.size > 0)
    throw new Error(`${ledger.path}: ${[...ledger.pending.keys()].join(', ')} must be recovered first`);
  const text = readFileSync(path, 'utf8');
  const pool = JSON.parse(text) as { email: string; password: string }[];
  const changed = pool.filter(({ email, password }) => (ledger.inForce(email) ?? password) !== password);
  for (const account of changed) account.password = ledger.inForce(account.email) ?? account.password;
  if (changed.length > 0) replaceFile(path, `${JSON.stringify(pool, null, 2)}${text.endsWith('\n') ? '\n' : ''}`);
  if (existsSync(ledger.path)) renameDurably(ledger.path, `${ledger.path}.1`);
  ledger.reload();
  return changed.map(({ email }) => email);
}
