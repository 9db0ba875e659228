/** One run at a time for a pool: two would change the same passwords. Its worker processes run under the lock of their parent. */
import { ConfigurationError } from '../verdict/errors';
import { holderOf, tryLock, type Holder, type Lock } from './lock-file';

/**
 * Takes the pool for this process; the lock of a process that has died is taken over.
 * @param pool path of the pool. @throws ConfigurationError naming the run that has it.
 */
export function lockPool(pool: string): Lock {
  const path = pathOf(pool);
  const outcome = tryLock(path);
  if (!('holder' in outcome)) return outcome;
  const { pid, host, since } = outcome.holder;
  throw new ConfigurationError(
    `${path}: these accounts are in use by another run (process ${pid} of ${host}, since ${since}); ` +
      'wait for its end, or use another pool; if that process is gone from a machine that cannot be seen from here, remove the file',
  );
}

/** The run that has the pool now. */
export function runHolding(pool: string): Holder | undefined {
  return holderOf(pathOf(pool));
}

function pathOf(pool: string): string {
  return `${pool}.lock`;
}
