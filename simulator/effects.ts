/** What the procedure does to the world: accounts, open spaces, mail, counts of wrong answers. Decides nothing. */
import { BoundedMap } from './bounded-map';
import type { Account } from './directory';
import type { Letter } from './mail/confirmation';
import { addressKey } from './rules/address';
import { seal } from './secret';

export interface Effects {
  /** MPO-1.3-7: the new password takes the place of the old. */
  changePassword(account: Account, password: string): void;
  /** Signs everyone out of the account's space (REC-15). */
  closeSpaces(account: Account): void;
  /** Hands the confirmation mail to the outbox (MPO-2-25). */
  confirm(account: Account): void;
  /** Wrong answers are counted by address, whether or not it has an account and whatever the session (REC-04, REC-05). */
  countWrongAnswer(address: string): void;
  isThrottled(address: string): boolean;
  forgetWrongAnswers(address: string): void;
}

export interface EffectPorts {
  readonly cost: number;
  readonly now: () => number;
  readonly closeSpaces: (account: Account) => void;
  readonly letter: (account: Account) => Letter;
  readonly post: (letter: Letter) => void;
}

/** CNIL's example for passwords, applied to answers: ten, then wait. */
const WRONG_ANSWERS_PER_ACCOUNT = 10;
const WINDOW_MS = 15 * 60_000;
const ADDRESSES_COUNTED = 10_000;

export function referenceEffects({ cost, now, closeSpaces, letter, post }: EffectPorts): Effects {
  const wrongAnswers = new BoundedMap<string, { count: number; since: number }>(ADDRESSES_COUNTED);
  const counted = (address: string) => {
    const record = wrongAnswers.get(addressKey(address));
    return record && now() - record.since < WINDOW_MS ? record : { count: 0, since: now() };
  };
  return {
    changePassword: (account, password) => {
      account.password = seal(password, cost);
    },
    closeSpaces,
    confirm: (account) => post(letter(account)),
    countWrongAnswer: (address) => {
      const { count, since } = counted(address);
      wrongAnswers.set(addressKey(address), { count: count + 1, since });
    },
    isThrottled: (address) => counted(address).count >= WRONG_ANSWERS_PER_ACCOUNT,
    forgetWrongAnswers: (address) => {
      wrongAnswers.delete(addressKey(address));
    },
  };
}
