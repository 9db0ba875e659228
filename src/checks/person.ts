/** A person of a scenario: an account, a browser, and what they have done. Decides nothing. */
import type { ScreenName } from '../driver/controls';
import type { Page, Submission, Visitor } from '../driver/visitor';
import type { Account } from '../target/account';
import type { Reading } from './second-reading';

/** A pair of passwords that was sent, by whatever means. */
export interface Attempt {
  /** For the report: never the value. */
  readonly shape: string;
  readonly value: string;
  readonly confirmation: string;
  /** Sent by a request of one's own: no page was asked what it makes of it. */
  readonly ownRequest: boolean;
  /** What was seen after it. */
  readonly screen: ScreenName;
  readonly page: Page;
}

/** A form that was sent, and what was typed in it: enough to send it again with other values. */
export interface NotedForm {
  readonly submission: Submission;
  /** Typed values by what they are. */
  readonly typed: Readonly<Partial<Record<'email' | 'captcha' | 'answer' | 'newPassword' | 'confirmation', string>>>;
}

/** One person, with a browser of their own. */
export interface Person {
  /** « l’usager », « Alice ». */
  readonly name: string;
  /** Absent for a passer-by. */
  readonly account?: Account;
  visitor: Visitor;
  /** Wrong answers that earlier scenarios gave for the account. */
  readonly wrongAnswersBefore: number;
  /** The password in force as far as the suite knows, then the former ones, newest first. */
  passwords: string[];
  /** Passwords proposed since the last one that was accepted. */
  attempts: Attempt[];
  /** Addresses of the screens that were seen, and of the espace. */
  readonly addresses: Map<ScreenName, string>;
  readonly forms: Map<ScreenName, NotedForm>;
  /** Screens seen, in order, with the page. */
  readonly seen: { readonly screen: ScreenName; readonly page: Page }[];
  /** What the oracle has read and is not sent yet. */
  reading?: Reading;
  /** What the espace showed when it was noted. */
  notedSpace?: readonly string[];
}

/** The account of a person who must have one. */
export function accountOf(person: Person): Account {
  if (person.account === undefined) throw new Error(`${person.name} n’a pas de compte`);
  return person.account;
}

/** The password in force, as far as the suite knows. */
export function inForce(person: Person): string {
  const password = person.passwords[0];
  if (password === undefined) throw new Error(`${person.name} n’a pas de mot de passe`);
  return password;
}

/** Of somebody who comes in. */
export function nothingDone(): Pick<Person, 'attempts' | 'addresses' | 'forms' | 'seen'> {
  return { attempts: [], addresses: new Map(), forms: new Map(), seen: [] };
}
