/** Wrong answers: how many each account was given, and how many more it may be. AMB-16: a deployment may count them too. */
import type { Account } from '../target/account';
import type { OpenTarget } from '../target/target';
import { CapabilityMissing, NonConformity } from '../verdict/errors';
import { accountOf, type Person } from './person';
import { reach, type WalkContext } from './walk';

type Counting = Pick<OpenTarget, 'wrongAnswers' | 'mostWrongAnswers'>;

/** Wrong answers in a row that scenarios of the run gave for the account. */
export function wrongAnswersOf({ wrongAnswers }: Counting, { email }: Account): number {
  return wrongAnswers?.get(email) ?? 0;
}

/** Before an answer is sent. @throws CapabilityMissing when it would be one wrong answer too many. */
export function countAnswer(target: Counting, account: Account, text: string): void {
  if (text === account.answer) return;
  const given = wrongAnswersOf(target, account) + 1;
  const { mostWrongAnswers: most } = target;
  if (most !== undefined && given > most) {
    const hint = `${account.email} en a déjà reçu ${most} de suite ; relever limits.wrongAnswers si la cible en admet davantage`;
    throw new CapabilityMissing('une mauvaise réponse de plus', hint);
  }
  target.wrongAnswers?.set(account.email, given);
}

/**
 * Gives the right answer, so that the wrong ones of earlier scenarios do not add up to a lock-out. Whether it is taken is what scenarios
 * judge: here it is only tried.
 */
export async function setTriesBack(context: WalkContext, { wrongAnswers }: Counting, person: Person): Promise<void> {
  try {
    await reach(context, person, 'new-password');
    wrongAnswers?.delete(accountOf(person).email);
  } catch (error) {
    if (!(error instanceof NonConformity) && !(error instanceof CapabilityMissing)) throw error;
  }
}

/** The number of tries is not scored: a refusal of the right answer that earlier wrong ones may have brought about decides nothing. */
export function assertAnswerable(before: number, { email }: Account): void {
  if (before === 0) return;
  const hint = `d’autres scénarios en ont donné ${before} pour ${email} ; ajouter des comptes, ou relever la limite de la cible`;
  throw new CapabilityMissing('un compte sans mauvaise réponse récente', hint);
}
