/** Fresh accounts, where the team of a deployment can make them. Knows no scenario. */
import { renameSync, writeFileSync } from 'node:fs';
import { ConfigurationError } from '../verdict/errors';
import type { Account } from './account';
import { callHook } from './hooks';
import { checkPool } from './target-file';
import type { Hook } from './target-schema';

/**
 * Makes as many accounts as are missing and adds them to the pool before anything is done with them: none is lost.
 * @param path the pool, which may not exist yet.
 * @returns the whole pool. @throws ConfigurationError when the hook fails or gives something else than as many new accounts.
 */
export async function provisionAccounts(
  path: string,
  pool: readonly Account[],
  missing: number,
  hook: Hook,
): Promise<readonly Account[]> {
  const made = checkPool('provisioning', await callHook('provisioning', hook, { count: missing }));
  if (made.length < missing)
    throw new ConfigurationError(`provisioning: given ${made.length} accounts; accepted: the ${missing} that were asked for`);
  const whole = [...pool, ...made];
  const text = `${JSON.stringify(whole, null, 2)}\n`;
  checkPool(`${path} with what provisioning gave`, text);
  writeFileSync(`${path}.new`, text, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return whole;
}
