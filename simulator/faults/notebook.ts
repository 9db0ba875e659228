/** Secrets in clear, as a careless implementation would keep them. The reference has no such thing: only faults read it. */
import type { Account } from '../directory';
import type { SimulatorAccount } from '../model';

export interface Notebook {
  password(account: Account): string;
  /** Those that were in force before, latest last. */
  former(account: Account): readonly string[];
  answer(account: Account): string;
  note(account: Account, password: string): void;
}

export function openNotebook(fixtures: readonly SimulatorAccount[]): Notebook {
  const pages = new Map(fixtures.map(({ email, password, answer }) => [email, { passwords: [password], answer }]));
  const page = (account: Account) => pages.get(account.email) ?? { passwords: [''], answer: '' };
  return {
    password: (account) => page(account).passwords.at(-1) ?? '',
    former: (account) => page(account).passwords.slice(0, -1),
    answer: (account) => page(account).answer,
    note: (account, password) => page(account).passwords.push(password),
  };
}
