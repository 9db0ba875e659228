/** What a scenario attaches to Cucumber's messages so that the report is derived from them alone. */
import type { Attribution, Finding } from './errors';

/** A failure, sorted by who must act: attached before the step fails. */
export const OUTCOME_MEDIA_TYPE = 'application/vnd.mdpo.outcome+json';
/** What a scenario saw of a reading. */
export const READING_MEDIA_TYPE = 'application/vnd.mdpo.reading+json';
/** What happened, in order, masked: exchanges, screens, mails. */
export const JOURNAL_MEDIA_TYPE = 'application/vnd.mdpo.journal+json';
/** The moves of the procedure that were made, each once. */
export const MOVES_MEDIA_TYPE = 'application/vnd.mdpo.moves+json';
/** What the oracles were given, in order, masked. */
export const OBSERVATIONS_MEDIA_TYPE = 'application/vnd.mdpo.observations+json';
/** Requests and answers, one a line, masked. */
export const EXCHANGE_MEDIA_TYPE = 'application/vnd.mdpo.exchange+json';
/** The screens that were met, in order, masked. */
export const SCREENS_MEDIA_TYPE = 'application/vnd.mdpo.screens+json';
/** The mails that came, masked. */
export const MAILS_MEDIA_TYPE = 'application/vnd.mdpo.mails+json';
/** Why the run is given up: what follows is not run. */
export const STOP_MEDIA_TYPE = 'application/vnd.mdpo.stop+json';

/** Body of an `OUTCOME_MEDIA_TYPE` attachment. */
export type OutcomeAttachment =
  | { readonly kind: 'finding'; readonly findings: readonly Finding[] }
  | { readonly kind: 'missing'; readonly capability: string; readonly hint: string }
  | { readonly kind: 'undecided'; readonly attribution: Exclude<Attribution, 'implementation'>; readonly reason: string };

/** Body of a `READING_MEDIA_TYPE` attachment. */
export interface ReadingAttachment {
  readonly id: string;
  readonly observed: string;
}

/** Body of a `JOURNAL_MEDIA_TYPE` attachment: lines for people, in French. */
export interface JournalAttachment {
  readonly lines: readonly string[];
}

/** On which screen something was done, what it was, and the screen then seen. */
export interface SeenMove {
  readonly from: string;
  readonly event: string;
  readonly to: string;
}

/** Body of a `MOVES_MEDIA_TYPE` attachment. */
export interface MovesAttachment {
  readonly moves: readonly SeenMove[];
}

/** Body of an `OBSERVATIONS_MEDIA_TYPE` attachment. What an oracle looks at is its own matter. */
export interface ObservationsAttachment {
  readonly observations: readonly { readonly oracle: string; readonly seen: unknown }[];
}

/** A screen as it was met. `picture`: SHA-256 of a PNG that is attached too. */
export interface ShownScreen {
  readonly id: string;
  /** French. */
  readonly name: string;
  readonly address: string;
  readonly status: number;
  readonly title: string;
  readonly text: string;
  readonly picture?: string;
}

/** Body of a `SCREENS_MEDIA_TYPE` attachment. */
export interface ScreensAttachment {
  readonly screens: readonly ShownScreen[];
}

/** A mail as it came. `source`: the whole message. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly source: string;
}

/** Body of a `MAILS_MEDIA_TYPE` attachment. */
export interface MailsAttachment {
  readonly mails: readonly ReceivedMail[];
}

/** Body of a `STOP_MEDIA_TYPE` attachment. `reason` is French. */
export interface StopAttachment {
  readonly attribution: 'configuration' | 'environment';
  readonly reason: string;
}
