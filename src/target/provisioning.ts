/** Fresh accounts, where the team of a deployment can make them. Knows no scenario. */
import { existsSync } from 'node:fs';
import { ConfigurationError } from '../verdict/errors';
import type { Account } from './account';
import { renameDurably, replaceFile, writeDurably } from './durable-file';
import { callHook } from './hooks';
import { checkPool } from './target-file';
import type { Hook } from './target-schema';

/**
 * Makes as many accounts of the professional space as are missing, and adds what the hook gives to the pool before anything else is
 * said or done: none that it made is lost.
 * @param path the pool, which may not exist yet.
 * @throws ConfigurationError when the hook fails, gives something else than accounts, too few, or some that the pool has.
 */
export async function provisionAccounts(path: string, pool: readonly Account[], missing: number, hook: Hook): Promise<void> {
  const made = checkPool('provisioning', await callHook('provisioning', hook, { count: missing }));
  const known = new Set(pool.map(({ email }) => email.toLowerCase()));
  const fresh = made.filter(({ email }) => !known.has(email.toLowerCase()));
  if (fresh.length > 0) writePool(path, [...pool, ...fresh]);
  if (fresh.length < made.length) {
    const old = made.filter((account) => !fresh.includes(account)).map(({ email }) => email);
    throw new ConfigurationError(
      `provisioning: gave ${old.join(', ')}, which ${path} holds already${kept(fresh)}; accepted: new accounts`,
    );
  }
  const useful = made.filter(({ kind }) => kind !== 'autre').length;
  if (useful < missing) {
    throw new ConfigurationError(
      `provisioning: gave ${useful} accounts of the professional space${kept(fresh)}; accepted: the ${missing} that were asked for`,
    );
  }
}

/** Whoever reads the pool finds it as it was or with the new accounts. A new one is its owner's alone to read. */
function writePool(path: string, accounts: readonly Account[]): void {
  const text = `${JSON.stringify(accounts, null, 2)}\n`;
  try {
    if (existsSync(path)) return replaceFile(path, text);
    writeDurably(`${path}.draft`, text);
    renameDurably(`${path}.draft`, path);
  } catch (error) {
    // What could not be written is not quoted: it holds passwords.
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new ConfigurationError(`${path}: the ${accounts.length} accounts cannot be written there: ${code}`);
  }
}

function kept(accounts: readonly Account[]): string {
  return accounts.length === 0 ? '' : ` (new ones were added: ${accounts.map(({ email }) => email).join(', ')})`;
}
