/**
 * A process that takes and releases locks as it is told, for the tests of locks. It says `ready`, then answers each `take` with `held`
 * or the error, each `release` with `released`, and `wait` with `here`.
 */
import { takeCommonAccounts } from '../common-lock';
import type { Lock } from '../lock-file';
import { lockPool } from '../pool-lock';

export type LockingOrder =
  { readonly take: 'pool' | 'common'; readonly pool: string; readonly limitMs?: number } | 'release' | 'wait';

let lock: Lock | undefined;

async function obey(order: LockingOrder): Promise<string> {
  if (order === 'wait') return 'here';
  if (order === 'release') {
    lock?.release();
    return 'released';
  }
  lock = order.take === 'pool' ? lockPool(order.pool) : await takeCommonAccounts(order.pool, order);
  return 'held';
}

process.on('message', (order: LockingOrder) => {
  void obey(order).then(
    (answer) => process.send?.(answer),
    (error: unknown) => process.send?.(String(error)),
  );
});
process.once('disconnect', () => process.exit());
process.send?.('ready');
