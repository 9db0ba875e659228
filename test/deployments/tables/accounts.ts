/** The accounts in force: who is known by which address, which password opens what. Knows neither sessions nor screens. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SeededAccount } from '../contract';
import type { HasFault } from './faults';

interface Secret {
  readonly salt: Buffer;
  readonly digest: Buffer;
}

export interface Account {
  readonly email: string;
  readonly question: string;
  readonly answer: string;
  readonly subscriberNumber: string;
  readonly services: readonly string[];
  dossiers: readonly string[];
  secret: Secret;
  /** Grows with each change, so that the doors opened with a former password close. */
  version: number;
  /** Of the fault `ancien-toujours-valable` alone. */
  formerSecret?: Secret;
  /** Of the fault `effectif-au-second-changement` alone. */
  changeSwallowed?: boolean;
}

export class Register {
  private readonly accounts: readonly Account[];

  constructor(
    seeded: readonly SeededAccount[],
    private readonly has: HasFault,
  ) {
    this.accounts = seeded.map(({ password, ...rest }) => ({ ...rest, secret: this.seal(password), version: 1 }));
  }

  /** By the registered spelling first: two addresses that differ in case alone stay two addresses. */
  find(email: string): Account | undefined {
    const exact = this.accounts.find((account) => account.email === email);
    if (exact) return exact;
    const folded = this.accounts.filter((account) => foldAddress(account.email) === foldAddress(email));
    return folded.length === 1 ? folded[0] : undefined;
  }

  signIn(email: string, password: string): Account | undefined {
    const account = this.find(email);
    if (!account) return undefined;
    if (this.isCurrent(account, password)) {
      account.formerSecret = undefined;
      return account;
    }
    return account.formerSecret && this.opens(account.formerSecret, password) ? account : undefined;
  }

  isCurrent(account: Account, password: string): boolean {
    return this.opens(account.secret, password);
  }

  /** Whole and at once: from here on the new password is the only one (MPO-1.3-7, MPO-D-2). */
  change(account: Account, password: string): void {
    if (this.has('succes-sans-effet')) return;
    if (this.has('effectif-au-second-changement') && !account.changeSwallowed) {
      account.changeSwallowed = true;
      return;
    }
    if (this.has('ancien-toujours-valable')) account.formerSecret = account.secret;
    if (this.has('dossier-perdu')) account.dossiers = account.dossiers.slice(1);
    this.put(account, password);
    const neighbour = this.has('autre-compte-change') ? this.otherThan(account) : undefined;
    if (neighbour) this.put(neighbour, password);
  }

  /** Some other account, for the faults that mix accounts up; one that passes `fit` if there is one. */
  otherThan(account: Account, fit: (other: Account) => boolean = () => true): Account | undefined {
    return this.accounts.find((other) => other !== account && fit(other));
  }

  private put(account: Account, password: string): void {
    account.secret = this.seal(password);
    account.version += 1;
  }

  private seal(password: string): Secret {
    const salt = randomBytes(16);
    return { salt, digest: this.digest(password, salt) };
  }

  private opens(secret: Secret, password: string): boolean {
    return timingSafeEqual(this.digest(password, secret.salt), secret.digest);
  }

  /** Of every byte of the password, as it was typed (MPO-D-6). Cheap: this is a test double. */
  private digest(password: string, salt: Buffer): Buffer {
    let kept = password;
    if (this.has('tronque-a-vingt')) kept = [...kept].slice(0, 20).join('');
    if (this.has('connexion-sans-casse')) kept = kept.toLowerCase();
    return createHash('sha256').update(salt).update(kept, 'utf8').digest();
  }
}

/** Folds A–Z alone: Unicode folding would make one address of two (the Kelvin sign and k). */
function foldAddress(email: string): string {
  return email.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
