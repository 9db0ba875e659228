/** Which account of the pool a scenario takes. Opens nothing. */
import type { Account } from '../target/account';
import type { OpenTarget } from '../target/target';
import { CapabilityMissing } from '../verdict/errors';

/** What a scenario asks of an account. */
export interface Wanted {
  /** In French, for the reason when none suits. */
  readonly words: string;
  suits(account: Account, pool: readonly Account[]): boolean;
  /** Also accounts that are not of the professional space. */
  readonly anyKind?: boolean;
}

const anyAccount: Wanted = { words: 'un compte d’espace professionnel', suits: () => true };

/**
 * A free account that suits: of several, one that has seen the fewest wrong answers, as a deployment may bound them.
 * @throws CapabilityMissing when none does, with what to add.
 */
export function chooseAccount(target: OpenTarget, leased: ReadonlySet<Account>, wanted: Wanted = anyAccount): Account {
  const wrongAnswers = ({ email }: Account) => target.wrongAnswers?.get(email) ?? 0;
  const [account] = target.accounts
    .filter((candidate) => !leased.has(candidate) && (wanted.anyKind === true || isProfessional(candidate)))
    .filter((candidate) => wanted.suits(candidate, target.accounts))
    .sort((one, other) => wrongAnswers(one) - wrongAnswers(other));
  if (account !== undefined) return account;
  throw new CapabilityMissing(
    wanted.words,
    'aucun compte libre de la réserve ne convient ; en ajouter un au fichier des comptes',
  );
}

/** MPO-1.2-1: the procedure concerns no other. */
export function isProfessional(account: Account): boolean {
  return account.kind !== 'autre';
}
