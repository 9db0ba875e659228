/** Every judgement of the procedure, as a table that the reference fills and that a fault overrides in part. */
import type { Challenge } from '../captcha/challenge';
import type { Account } from '../directory';
import { seal } from '../secret';
import { addressKey, isWellFormedAddress } from './address';
import { normaliseAnswer } from './answer';
import { decoyQuestions } from './decoy';
import { passwordDefects } from './password';
import type { PasswordDefect } from './password';

/** `undefined` stands for a parameter that was not sent: never the same as an empty one that happens to match. */
export interface Rules {
  isWellFormedAddress(typed: string): boolean;
  /** At identification: the account that an address names, of any kind. */
  findAccount(typed: string): Account | undefined;
  /** MPO-1.2-1: the procedure is for professional spaces. */
  mayRecover(account: Account): boolean;
  /** What an address without account is asked. */
  decoyQuestion(typed: string): string;
  /** MPO-2-8. */
  isCaptchaRight(typed: string | undefined, challenge: Challenge): boolean;
  /** MPO-2-13, MPO-2-14. Without account (a decoy) no answer is right. */
  isAnswerRight(typed: string | undefined, account: Account | undefined): boolean;
  /** The password on its own. */
  passwordDefects(password: string): readonly PasswordDefect[];
  /** MPO-1.3-4, against the password in force now (AMB-08, AMB-35). */
  isInForce(password: string, account: Account): boolean;
  /** MPO-2-16. */
  isConfirmed(password: string, confirmation: string | undefined): boolean;
  /** Which of the two typed values is kept. */
  kept(password: string, confirmation: string | undefined): string;
  /** The account that signs in under an identifier: its address (AMB-12). */
  signInAccount(identifier: string): Account | undefined;
  /** MPO-1.1-2: both the address and the password are needed. */
  opensSpace(account: Account | undefined, password: string): boolean;
}

/** The rules of the fiche under the default readings. */
export function referenceRules(accounts: readonly Account[], options: { key: Uint8Array; cost: number }): Rules {
  const byAddress = new Map(accounts.map((account) => [addressKey(account.email), account]));
  const decoyQuestion = decoyQuestions(
    options.key,
    accounts.map(({ question }) => question),
  );
  // Compared when there is no account, so that the time taken does not tell (REC-03).
  let nobody: ReturnType<typeof seal> | undefined;
  const matchesNobody = (text: string) => {
    nobody ??= seal(Buffer.from(options.key).toString('hex'), options.cost);
    nobody.matches(text);
    return false;
  };
  return {
    isWellFormedAddress,
    findAccount: (typed) => byAddress.get(addressKey(typed)),
    mayRecover: (account) => account.kind === 'professionnel',
    decoyQuestion,
    // AMB-15: letter case is tolerated, since distortion hides it.
    isCaptchaRight: (typed, challenge) => typed !== undefined && typed.trim().toUpperCase() === challenge.text,
    isAnswerRight: (typed, account) => {
      const answer = normaliseAnswer(typed ?? '');
      if (answer === '') return false;
      return account ? account.answer.matches(answer) : matchesNobody(answer);
    },
    passwordDefects: (password) => passwordDefects(password),
    isInForce: (password, account) => account.password.matches(password),
    isConfirmed: (password, confirmation) => password === confirmation,
    kept: (password) => password,
    signInAccount: (identifier) => byAddress.get(addressKey(identifier)),
    opensSpace: (account, password) => {
      if (password === '') return false;
      return account ? account.password.matches(password) : matchesNobody(password);
    },
  };
}
