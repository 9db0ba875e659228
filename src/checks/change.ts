/** The two oracles of every password: accepted, refused. Observation in, findings out; touches no target (catalogue § 0). */
import type { Finding } from '../verdict/errors';

export type FindingDraft = Omit<Finding, 'attribution'>;

/** What became of one proposed pair. */
export interface AttemptObservation {
  /** For the report: never the value. */
  readonly shape: string;
  readonly summaryShown: boolean;
  /** The page answered that the server failed: a refusal is said, not crashed into. */
  readonly serverFailed: boolean;
  /** What was seen after « Valider », in words. */
  readonly seen: string;
  /** Whether one of the two typed values opens the espace; `undefined` when both are the password in force. */
  readonly opens: boolean | undefined;
}

/** A mail as the oracles see it. */
export interface MailObservation {
  readonly recipients: readonly string[];
  /** Addresses of the To: header. */
  readonly addressees: readonly string[];
  readonly subject: string;
}

/** Everything that a change, or a refusal, may have left behind: in the order in which it was looked at. */
export interface ChangeObservation {
  /** Address of the account. */
  readonly email: string;
  readonly attempts: readonly AttemptObservation[];
  /** Whether the password that was in force before still opens the espace: looked at before the new one. */
  readonly oldOpens: boolean;
  /** Mails that nothing announced, to anybody. */
  readonly mails: readonly MailObservation[];
  /** Whether another account still opens with its own password; `undefined` when the pool has no other. */
  readonly witnessOpens: boolean | 'later' | undefined;
}

const ACCEPTED =
  'le changement est accepté : récapitulatif, ancien mot de passe sans effet, nouveau mot de passe en vigueur, un courriel';
const REFUSED = 'le changement est refusé : pas de récapitulatif, ancien mot de passe toujours en vigueur, aucun courriel';

/** T+ of the catalogue. No finding: the one proposed password was accepted, with all its effects and no other. */
export function judgeAccepted(seen: ChangeObservation): FindingDraft[] {
  const attempt = seen.attempts.at(-1);
  if (attempt === undefined) throw new Error('aucun mot de passe n’a été proposé');
  const facts = factsOf(seen);
  const found = collector(facts);
  const opens = attempt.opens === true;
  if (!attempt.summaryShown && !opens) {
    // Nothing took effect: the sentence that the scenario decides was not met. A torn account is worse (MPO-D-2).
    found(seen.oldOpens ? [] : ['MPO-D-2'], ACCEPTED, `« ${attempt.shape} » est refusé : ${attempt.seen}`);
  } else {
    if (!attempt.summaryShown)
      found(['MPO-2-23'], 'le récapitulatif, de lui-même', `${attempt.seen}, bien que le mot de passe ait changé`);
    if (!opens)
      found(
        ['MPO-1.3-6', 'MPO-2-23'],
        'le nouveau mot de passe ouvre l’espace',
        'il est refusé, bien que le récapitulatif se soit affiché',
      );
    if (opens && seen.oldOpens) found(['MPO-1.3-7'], 'l’ancien mot de passe n’ouvre plus l’espace', 'il l’ouvre toujours');
    if (opens) judgeConfirmation(seen, found);
  }
  judgeWitness(seen, found);
  return found.all;
}

/** T− of the catalogue, for any number of proposals, none included. No finding: nothing has changed for anybody. */
export function judgeRefused(seen: ChangeObservation): FindingDraft[] {
  const facts = factsOf(seen);
  const found = collector(facts);
  const effective = seen.attempts.filter((attempt) => tookEffect(attempt, seen.oldOpens));
  for (const attempt of effective) found([], REFUSED, `« ${attempt.shape} » est accepté : ${attempt.seen}`);
  const failed = seen.attempts.find((attempt) => attempt.serverFailed);
  if (failed !== undefined) found([], 'un refus', `le serveur a failli sur « ${failed.shape} » : ${failed.seen}`);
  if (effective.length === 0) {
    if (!seen.oldOpens)
      found(['MPO-D-2'], 'le mot de passe en vigueur n’a pas changé', 'il n’ouvre plus l’espace, et aucun autre ne l’ouvre');
    const shown = seen.attempts.find((attempt) => attempt.summaryShown);
    if (shown !== undefined)
      found(['MPO-2-23'], 'pas de récapitulatif après un refus', `récapitulatif affiché pour « ${shown.shape} », sans effet`);
    if (seen.mails.length > 0) found(['MPO-2-25'], 'aucun courriel sans changement', describeMails(seen.mails));
  }
  judgeWitness(seen, found);
  return found.all;
}

/**
 * A proposal took effect when it opens the espace. Where that cannot be tried (it is the password in force, or no sign-in form lets it
 * through), the summary tells, together with the old password that opens no more.
 */
function tookEffect({ opens, summaryShown }: AttemptObservation, oldOpens: boolean): boolean {
  if (opens === true) return true;
  return summaryShown && (opens === undefined || !oldOpens);
}

/** MPO-2-25 and MPO-2-26: one mail, to the address of the account and to nobody else. */
export function judgeMails(email: string, mails: readonly MailObservation[]): FindingDraft[] {
  const found = collector([]);
  judgeConfirmation({ email, mails }, found);
  return found.all;
}

/** What the oracles looked at, one fact a line, in their order. */
export function factsOf(seen: ChangeObservation): string[] {
  return [
    ...seen.attempts.map(
      ({ shape, seen: page, opens }) =>
        `proposé : ${shape} → ${page} ; ouvre l’espace : ${opens === undefined ? 'sans objet' : yes(opens)}`,
    ),
    `mot de passe antérieur : ouvre l’espace : ${yes(seen.oldOpens)}`,
    `courriels : ${describeMails(seen.mails)}`,
    `autre compte : ${witnessWords(seen.witnessOpens)}`,
  ];
}

function judgeConfirmation({ email, mails }: Pick<ChangeObservation, 'email' | 'mails'>, found: Collector): void {
  if (mails.length !== 1) found(['MPO-2-25'], 'un courriel de confirmation, et un seul', describeMails(mails));
  for (const mail of mails) {
    if (!isOnly(mail.recipients, email))
      found(['MPO-2-26'], 'le courriel n’a qu’un destinataire, l’adresse du compte', describeMails([mail]));
    else if (!isOnly(mail.addressees, email))
      found(['MPO-2-26'], 'l’en-tête « À » porte l’adresse du compte', `il porte ${list(mail.addressees)}`);
  }
}

function judgeWitness(seen: ChangeObservation, found: Collector): void {
  if (seen.witnessOpens === false) found(['MPO-D-3'], 'un autre compte reste intact', 'son mot de passe n’ouvre plus son espace');
}

interface Collector {
  (requirements: readonly string[], expected: string, observed: string): void;
  readonly all: FindingDraft[];
}

function collector(evidence: readonly string[]): Collector {
  const all: FindingDraft[] = [];
  const found = (requirements: readonly string[], expected: string, observed: string) =>
    void all.push({ requirements, expected, observed, evidence });
  return Object.assign(found, { all });
}

function describeMails(mails: readonly MailObservation[]): string {
  if (mails.length === 0) return 'aucun';
  return `${mails.length} : ${mails.map((mail) => `à ${list(mail.recipients)} (« ${mail.subject} »)`).join(' ; ')}`;
}

// AMB-13: the letter case of an address is not scored.
function isOnly(addresses: readonly string[], email: string): boolean {
  return addresses.length === 1 && addresses[0]!.toLowerCase() === email.toLowerCase();
}

function witnessWords(opens: ChangeObservation['witnessOpens']): string {
  if (opens === undefined) return 'aucun dans la réserve';
  return opens === 'later' ? 'examiné à la fin du scénario' : `son mot de passe l’ouvre : ${yes(opens)}`;
}

function list(addresses: readonly string[]): string {
  return addresses.length === 0 ? 'personne' : addresses.join(', ');
}

function yes(fact: boolean): string {
  return fact ? 'oui' : 'non';
}
