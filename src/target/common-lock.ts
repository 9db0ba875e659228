/** The accounts that the workers of a run have in common: one worker at a time. */
import { setTimeout } from 'node:timers/promises';
import { Unavailable } from '../verdict/errors';
import { tryLock, type Lock } from './lock-file';

/** Less than a hook may take: whoever waits in vain says for whom. */
const LIMIT_MS = 240_000;
const LONGEST_PAUSE_MS = 50;

/**
 * Waits until no other worker holds the common accounts, then holds them. It is the only thing that a worker ever waits for while it
 * holds accounts, so no two can wait for each other. The passwords in force may have changed meanwhile: the ledger is to be reloaded.
 * @param pool path of the pool. @throws Unavailable, naming the holder, when the limit has passed.
 */
export async function takeCommonAccounts(pool: string, { limitMs = LIMIT_MS } = {}): Promise<Lock> {
  const path = `${pool}.common.lock`;
  const deadline = performance.now() + limitMs;
  for (let pause = 1; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
    const outcome = tryLock(path);
    if (!('holder' in outcome)) return outcome;
    if (performance.now() >= deadline) {
      const { pid, since } = outcome.holder;
      const holder = `le processus ${pid} les tient depuis ${since}`;
      throw new Unavailable(`${path} : les comptes communs n’ont pas été libérés en ${limitMs / 1000} s : ${holder}`);
    }
    await setTimeout(pause);
  }
}
