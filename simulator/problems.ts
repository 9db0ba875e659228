/** What is wrong with a submission, as codes that the views put into words. Pure. */
import type { Challenge } from './captcha/challenge';
import type { Account } from './directory';
import type { Rules } from './rules';
import type { PasswordDefect } from './rules/password';

export type ProblemCode =
  | 'addressMissing'
  | 'addressMalformed'
  | 'charactersMissing'
  | 'charactersWrong'
  | 'answerMissing'
  | 'answerWrong'
  | 'tooManyTries'
  | 'passwordMissing'
  | 'passwordInForce'
  | `password.${PasswordDefect}`
  | 'confirmationMissing'
  | 'confirmationDiffers'
  | 'credentialsWrong';

export type FieldName = 'address' | 'characters' | 'answer' | 'password' | 'confirmation' | 'identifier';

export interface Problem {
  readonly field: FieldName;
  readonly code: ProblemCode;
}

/** MPO-2-6, MPO-2-8, AMB-34. Whether the address has an account is no problem here: that would tell (AMB-14). */
export function identityProblems(
  rules: Rules,
  typed: { address: string | undefined; characters: string | undefined },
  challenge: Challenge | undefined,
): Problem[] {
  const problems: Problem[] = [];
  if (!typed.address) problems.push({ field: 'address', code: 'addressMissing' });
  else if (!rules.isWellFormedAddress(typed.address)) problems.push({ field: 'address', code: 'addressMalformed' });
  if (!challenge || !rules.isCaptchaRight(typed.characters, challenge)) {
    problems.push({ field: 'characters', code: typed.characters ? 'charactersWrong' : 'charactersMissing' });
  }
  return problems;
}

/** MPO-1.3-2 to 1.3-4 and MPO-2-15, 2-16. The costly comparison with the password in force comes last. */
export function passwordProblems(
  rules: Rules,
  typed: { password: string | undefined; confirmation: string | undefined },
  account: Account,
): Problem[] {
  const { password, confirmation } = typed;
  if (!password) return [{ field: 'password', code: 'passwordMissing' }];
  const problems = rules.passwordDefects(password).map((defect): Problem => ({ field: 'password', code: `password.${defect}` }));
  if (!rules.isConfirmed(password, confirmation)) {
    problems.push({ field: 'confirmation', code: confirmation ? 'confirmationDiffers' : 'confirmationMissing' });
  }
  if (problems.length === 0 && rules.isInForce(password, account)) problems.push({ field: 'password', code: 'passwordInForce' });
  return problems;
}
