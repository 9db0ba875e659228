/** Which account of the pool a scenario takes. Opens nothing. */
import type { Account } from '../target/account';
import type { OpenTarget } from '../target/target';
import { CapabilityMissing } from '../verdict/errors';
import { wrongAnswersOf } from './tries';

/** What a scenario asks of an account. */
export interface Wanted {
  /** In French, for the reason when none suits. */
  readonly words: string;
  suits(account: Account, pool: readonly Account[]): boolean;
  /** Also accounts that are not of the professional space. */
  readonly anyKind?: boolean;
}

const anyAccount: Wanted = { words: 'un compte d’espace professionnel', suits: () => true };

/** The accounts that one scenario has in hand. */
export class Leases {
  readonly #taken = new Set<Account>();
  #witness?: Account;

  /** @param avoided addresses of accounts that are taken last: an earlier attempt at the scenario had them. */
  constructor(
    private readonly target: OpenTarget,
    private readonly avoided: ReadonlySet<string> = new Set(),
  ) {}

  /** Addresses of the accounts that were taken. */
  get addresses(): string[] {
    return [...this.#taken].map(({ email }) => email);
  }

  /**
   * A free account that suits: of several, one that has seen the fewest wrong answers, as a deployment may bound them.
   * @throws CapabilityMissing when none does, with what to add.
   */
  async take(wanted: Wanted = anyAccount): Promise<Account> {
    if (this.#suitable(wanted).length === 0) await this.target.takeCommonAccounts?.();
    const rank = (account: Account) => (this.avoided.has(account.email) ? 1000 : 0) + wrongAnswersOf(this.target, account);
    const [account] = this.#suitable(wanted).sort((one, other) => rank(one) - rank(other));
    if (account === undefined) {
      const hint = 'aucun compte libre de la réserve ne convient ; en ajouter un au fichier des comptes';
      throw new CapabilityMissing(wanted.words, hint);
    }
    this.#taken.add(account);
    return account;
  }

  /** A second account, that nobody uses: it must come out of the scene as it went in. */
  get witness(): Account | undefined {
    const { accounts, ledger } = this.target;
    this.#witness ??= accounts.findLast(
      (account) => !this.#taken.has(account) && isProfessional(account) && !ledger.pending.has(account.email),
    );
    return this.#witness;
  }

  #suitable(wanted: Wanted): Account[] {
    const { accounts } = this.target;
    return accounts
      .filter((candidate) => !this.#taken.has(candidate) && (wanted.anyKind === true || isProfessional(candidate)))
      .filter((candidate) => wanted.suits(candidate, accounts));
  }
}

/** MPO-1.2-1: the procedure concerns no other. */
export function isProfessional(account: Account): boolean {
  return account.kind !== 'autre';
}
