/** The accounts in force: what the procedure reads and changes. Judges nothing. */
import type { SimulatorAccount } from './model';
import { normaliseAnswer } from './rules/answer';
import { sealLater } from './secret';
import type { Secret } from './secret';

/** What the fiche lets the assistance tell (MPO-1.5-7), so what a screen may show: never the answer, never a password. */
export interface Card {
  readonly email: string;
  readonly subscriberNumber: string;
  readonly question: string;
}

/** An account as it is now. Its two secrets cannot be read back. */
export interface Account {
  readonly email: string;
  readonly subscriberNumber: string;
  readonly kind: SimulatorAccount['kind'];
  /** Present where it has one (AMB-25). */
  readonly contactEmail?: string;
  question: string;
  services: readonly string[];
  dossiers: readonly string[];
  password: Secret;
  answer: Secret;
}

/** Fresh accounts: two simulators never share one. */
export function openDirectory(accounts: readonly SimulatorAccount[], cost: number): Account[] {
  return accounts.map(({ email, contactEmail, subscriberNumber, kind, question, services, dossiers, password, answer }) => ({
    email,
    ...(contactEmail !== undefined && { contactEmail }),
    subscriberNumber,
    kind,
    question,
    services,
    dossiers,
    password: sealLater(password, cost),
    answer: sealLater(normaliseAnswer(answer), cost),
  }));
}
