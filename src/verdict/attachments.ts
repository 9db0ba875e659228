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

/** Body of a `STOP_MEDIA_TYPE` attachment. `reason` is French. */
export interface StopAttachment {
  readonly attribution: 'configuration' | 'environment';
  readonly reason: string;
}
