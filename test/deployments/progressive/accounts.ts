/** The accounts and their secrets, kept as digests. Knows neither screens nor sessions. */

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SeededAccount } from '../contract';
import type { FaultCheck } from './faults';

interface Digest {
  readonly salt: Buffer;
  readonly hash: Buffer;
}

export interface Account {
  readonly email: string;
  readonly question: string;
  readonly subscriberNumber: string;
  readonly services: readonly string[];
  dossiers: readonly string[];
  /** Grows with each change of password: what was opened with an older one is closed. */
  epoch: number;
}

interface Secrets {
  readonly answer: Digest;
  password: Digest;
  /** Faults alone: what of the typed value counts, the former password still in use, a first change put aside. */
  counts: (typed: string) => string;
  former?: Digest;
  putAside?: boolean;
}

export class Accounts {
  readonly #secrets = new Map<Account, Secrets>();

  constructor(
    seeds: readonly SeededAccount[],
    private readonly faulty: FaultCheck,
  ) {
    for (const { email, password, question, answer, subscriberNumber, services, dossiers } of seeds) {
      const account = { email, question, subscriberNumber, services, dossiers, epoch: 0 };
      this.#secrets.set(account, { answer: digest(answer), password: digest(password), counts: (typed) => typed });
    }
  }

  /** Case of the ASCII letters aside; the exact spelling first, so that two registered addresses are never confused. */
  find(email: string): Account | undefined {
    const all = [...this.#secrets.keys()];
    return all.find((account) => account.email === email) ?? all.find((account) => folded(account.email) === folded(email));
  }

  others(account: Account): Account[] {
    return [...this.#secrets.keys()].filter((other) => other !== account);
  }

  /** The account that this address and this password open. */
  signIn(email: string, typed: string): Account | undefined {
    const account = this.find(email);
    if (account === undefined) return undefined;
    const secrets = this.#of(account);
    if (this.isInForce(account, typed)) {
      delete secrets.former;
      return account;
    }
    if (secrets.former !== undefined && matches(secrets.former, typed)) return account;
    return this.faulty('connexion-sans-mot-de-passe') && typed === '' ? account : undefined;
  }

  isInForce(account: Account, typed: string): boolean {
    const { password, counts } = this.#of(account);
    return matches(password, counts(typed));
  }

  isAnswer(account: Account, typed: string): boolean {
    if (matches(this.#of(account).answer, typed)) return true;
    if (this.faulty('mot-de-trop')) return matches(this.#of(account).answer, typed.replace(/ +[^ ]+$/, ''));
    return this.faulty('reponse-de-quiconque') && this.others(account).some((other) => matches(this.#of(other).answer, typed));
  }

  /** Replaces the password in force; synchronous, so that no reader sees it half done. */
  replacePassword(account: Account, password: string): void {
    const secrets = this.#of(account);
    if (this.faulty('succes-de-facade')) return;
    if (this.faulty('effectif-au-second') && !secrets.putAside) {
      secrets.putAside = true;
      return;
    }
    if (this.faulty('ancien-jusqu-a-la-connexion')) secrets.former = secrets.password;
    if (this.faulty('tronque-a-vingt')) secrets.counts = (typed) => typed.slice(0, 20);
    if (this.faulty('casse-ignoree')) secrets.counts = (typed) => typed.toLowerCase();
    if (this.faulty('dossier-perdu')) account.dossiers = account.dossiers.slice(0, -1);
    if (this.faulty('tous-les-comptes')) for (const other of this.others(account)) this.#of(other).password = digest(password);
    secrets.password = digest(secrets.counts(password));
    account.epoch += 1;
  }

  #of(account: Account): Secrets {
    const secrets = this.#secrets.get(account);
    if (secrets === undefined) throw new Error(`No account ${account.email} here`);
    return secrets;
  }
}

/** ASCII only: a general lower-casing would take the Kelvin sign for a k. */
function folded(email: string): string {
  return email.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function digest(secret: string, salt: Buffer = randomBytes(16)): Digest {
  return { salt, hash: createHash('sha256').update(salt).update(secret, 'utf8').digest() };
}

function matches(known: Digest, typed: string): boolean {
  return timingSafeEqual(known.hash, digest(typed, known.salt).hash);
}
