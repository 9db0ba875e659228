/** The accounts that this process of a run has in hand: its own, and for a while those that all have in common. Knows no scenario. */
import type { Account } from './account';
import { takeCommonAccounts } from './common-lock';
import type { FileLedger } from './ledger';
import type { Lock } from './lock-file';
import { shareAccounts, workerOf } from './sharing';

export interface Hands {
  /** Addresses, in lower case, of the accounts that are in other hands now. */
  readonly ofOthers: ReadonlySet<string>;
  readonly hasCommon: boolean;
  /** The accounts in hand, with the passwords in force; the list grows when the common ones are taken. */
  open(): readonly Account[];
  /** Waits until no other process holds the common accounts. Does nothing when they are in hand. @throws Unavailable. */
  takeCommon(): Promise<void>;
  /** Gives the common accounts back, if they are in hand. */
  release(): void;
}

/** @param path of the pool. @throws ConfigurationError when the pool is too small for so many processes. */
export function createHands(pool: readonly Account[], ledger: FileLedger, path: string, env = process.env): Hands {
  const { own, common } = shareAccounts(pool, { ...workerOf(env), file: path });
  const address = ({ email }: Account) => email.toLowerCase();
  const mine = new Set(own.map(address));
  const ofOthers = new Set(pool.map(address).filter((email) => !mine.has(email)));
  const inForce = (account: Account) => ({ ...account, password: ledger.inForce(account.email) ?? account.password });
  let inHand: Account[] = [];
  let lock: Lock | undefined;
  return {
    ofOthers,
    hasCommon: common.length > 0,
    open: () => (inHand = (lock === undefined ? own : [...own, ...common]).map(inForce)),
    async takeCommon() {
      if (lock !== undefined) return;
      lock = await takeCommonAccounts(path);
      // Others may have changed their passwords meanwhile.
      ledger.reload();
      for (const account of common) {
        inHand.push(inForce(account));
        ofOthers.delete(address(account));
      }
    },
    release() {
      if (lock === undefined) return;
      for (const account of common) ofOthers.add(address(account));
      lock.release();
      lock = undefined;
    },
  };
}
