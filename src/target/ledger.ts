/** The record of each account's password in force. Knows no procedure. */

/** Told of every change before it is tried and after it is done. */
export interface Ledger {
  /** Written before « Valider »: the password that may be in force in a moment. */
  proposed(email: string, password: string): void;
  /** Written once the change is known: the password in force. */
  settled(email: string, password: string): void;
}

/** For accounts that the suite makes anew for every scenario: nothing is to be remembered. */
export const OPERATED_BY_SUITE: Ledger = { proposed: () => {}, settled: () => {} };
