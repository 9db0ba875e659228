// The accounts and their passwords in force. Knows nothing of screens, sessions or mail.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SeededAccount } from '../contract';
import type { FaultSwitch } from './faults';
import { storedForm } from './password-rule';

/** A password, as kept: a double for tests, hence a cheap hash. */
interface Secret {
  readonly salt: Buffer;
  readonly digest: Buffer;
}

export interface Account extends Omit<SeededAccount, 'password'> {
  secret: Secret;
  /** Kept by a fault only. */
  formerSecret?: Secret;
  changes: number;
  dossiers: readonly string[];
}

export class AccountBook {
  private readonly accounts: readonly Account[];

  constructor(
    seeds: readonly SeededAccount[],
    private readonly fault: FaultSwitch,
  ) {
    this.accounts = seeds.map(({ password, ...rest }) => ({ ...rest, secret: seal(password), changes: 0 }));
  }

  /** The account of an address: as registered if there is one, else whatever the case of its letters. */
  find(email: string): Account | undefined {
    const folded = foldCase(email);
    const exact = this.accounts.find((account) => account.email === email);
    return exact ?? this.accounts.find((account) => foldCase(account.email) === folded);
  }

  /** The account that this address and this password open. */
  authenticate(email: string, password: string): Account | undefined {
    const account = this.find(email);
    if (account === undefined) return undefined;
    if (this.isInForce(account, password)) {
      delete account.formerSecret;
      return account;
    }
    return account.formerSecret !== undefined && opens(account.formerSecret, password) ? account : undefined;
  }

  isInForce(account: Account, password: string): boolean {
    return opens(account.secret, password) || opens(account.secret, storedForm(password, this.fault));
  }

  /** Puts a password in force instead of the one that is. Synchronous: no request ever sees half a change. */
  replacePassword(account: Account, password: string): void {
    account.changes += 1;
    if (this.fault('sans-effet') || (this.fault('effectif-au-second-changement') && account.changes === 1)) return;
    if (this.fault('ancien-encore-valable')) account.formerSecret = account.secret;
    account.secret = seal(storedForm(password, this.fault));
    if (this.fault('dossier-perdu')) account.dossiers = account.dossiers.slice(0, -1);
    const other = this.otherThan(account);
    if (this.fault('autre-compte-modifie') && other) other.secret = account.secret;
  }

  /** Whether that answer is the account's. Compared as registered: the fiche says « correcte » and no more (MPO-2-13). */
  isRightAnswer(account: Account, answer: string): boolean {
    if (this.fault('reponse-partielle') && answer.trim() !== '' && account.answer.includes(answer)) return true;
    if (this.fault('reponse-d-un-autre-compte') && this.accounts.some((each) => each.answer === answer)) return true;
    return account.answer === answer;
  }

  /** For the faults that involve somebody else. */
  otherThan(account?: Account): Account | undefined {
    return this.accounts.find((each) => each !== account);
  }
}

function seal(password: string): Secret {
  const salt = randomBytes(8);
  return { salt, digest: digestOf(salt, password) };
}

function opens(secret: Secret, password: string): boolean {
  return timingSafeEqual(secret.digest, digestOf(secret.salt, password));
}

/** UTF-16 loses nothing: UTF-8 would make all lone surrogates one character. */
function digestOf(salt: Buffer, password: string): Buffer {
  return createHash('sha256').update(salt).update(Buffer.from(password, 'utf16le')).digest();
}

/** ASCII letters only: full case mapping makes one of two distinct addresses (K, Kelvin sign). */
function foldCase(email: string): string {
  return email.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
