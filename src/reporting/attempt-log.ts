/** Collects what the messages say of each attempt at a scenario. Judges nothing. */
import { createHash } from 'node:crypto';
import type { Duration, Envelope, TestStepResult, Timestamp } from '@cucumber/messages';
import type {
  ObservationsAttachment,
  OutcomeAttachment,
  ReadingAttachment,
  ReceivedMail,
  SeenMove,
  ShownScreen,
} from '../verdict/attachments';
import type { Status } from '../verdict/outcomes';
import { readAttachment } from './attachment-bodies';
import type { Piece } from './evidence';

/** One attempt, as reported so far. */
export interface Attempt {
  readonly testCaseId: string;
  readonly rank: number;
  readonly startedAt: number;
  finishedAt?: number;
  readonly results: Map<string, TestStepResult>;
  readonly outcomes: OutcomeAttachment[];
  readonly readings: ReadingAttachment[];
  readonly journal: string[];
  readonly moves: SeenMove[];
  readonly exchange: string[];
  readonly observations: ObservationsAttachment['observations'][number][];
  readonly screens: ShownScreen[];
  /** `source`: digest of the message. */
  readonly mails: ReceivedMail[];
  readonly screenshots: string[];
}

export interface AttemptLog {
  receive(envelope: Envelope): void;
  /** Oldest first. */
  of(testCaseId: string): readonly Attempt[];
  /** Pictures and messages, by SHA-256. */
  pieces(): ReadonlyMap<string, Piece>;
}

/** Messages of parallel workers come interleaved: everything is kept by the id of the attempt. */
export function createAttemptLog(): AttemptLog {
  const attempts = new Map<string, Attempt>();
  const pieces = new Map<string, Piece>();
  const keep = (mediaType: string, bytes: Uint8Array): string => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    pieces.set(sha256, { mediaType, bytes });
    return sha256;
  };
  return {
    receive({ testCaseStarted, testCaseFinished, testStepFinished, attachment }) {
      if (testCaseStarted) {
        const { id, testCaseId, attempt: rank, timestamp } = testCaseStarted;
        attempts.set(id, { testCaseId, rank, startedAt: millisecondsOf(timestamp), ...nothingSeen() });
      }
      if (testStepFinished) {
        const { testCaseStartedId, testStepId, testStepResult } = testStepFinished;
        attempts.get(testCaseStartedId)?.results.set(testStepId, testStepResult);
      }
      if (testCaseFinished) {
        const attempt = attempts.get(testCaseFinished.testCaseStartedId);
        if (attempt) attempt.finishedAt = millisecondsOf(testCaseFinished.timestamp);
      }
      const attached = attempts.get(attachment?.testCaseStartedId ?? '');
      const body = attached && attachment ? readAttachment(attachment) : undefined;
      if (body?.kind === 'outcome') attached?.outcomes.push(body.outcome);
      if (body?.kind === 'reading') attached?.readings.push(body.reading);
      if (body?.kind === 'journal') attached?.journal.push(...body.lines);
      if (body?.kind === 'moves') attached?.moves.push(...body.moves);
      if (body?.kind === 'exchange') attached?.exchange.push(...body.lines);
      if (body?.kind === 'observations') attached?.observations.push(...body.observations);
      if (body?.kind === 'screens') attached?.screens.push(...body.screens);
      if (body?.kind === 'mails') {
        const kept = body.mails.map((mail) => ({ ...mail, source: keep('message/rfc822', Buffer.from(mail.source)) }));
        attached?.mails.push(...kept);
      }
      if (body?.kind === 'screenshot') attached?.screenshots.push(keep('image/png', body.bytes));
    },
    of: (testCaseId) =>
      [...attempts.values()].filter((one) => one.testCaseId === testCaseId).sort((one, other) => one.rank - other.rank),
    pieces: () => pieces,
  };
}

function nothingSeen(): Omit<Attempt, 'testCaseId' | 'rank' | 'startedAt'> {
  const seen = { outcomes: [], readings: [], journal: [], moves: [], exchange: [], observations: [], screens: [], mails: [] };
  return { results: new Map(), ...seen, screenshots: [] };
}

/** The worst status of an attempt. An attempt cut short is `unfinished`, however well it went until then. */
export function statusOf(attempt: Attempt): Status {
  if (attempt.finishedAt === undefined) return 'unfinished';
  const severity: readonly Status[] = ['failed', 'ambiguous', 'undefined', 'pending', 'skipped', 'unknown'];
  const seen = new Set([...attempt.results.values()].map(statusWord));
  return severity.find((status) => seen.has(status)) ?? 'passed';
}

/** First line of the first error: what follows it may show a stack, paths or typed values. */
export function errorOf(attempt: Attempt): string | undefined {
  for (const { exception, message } of attempt.results.values()) {
    const text = exception?.message ?? message;
    if (text !== undefined) return text.split('\n')[0]?.slice(0, 300);
  }
  return undefined;
}

export function statusWord({ status }: TestStepResult): Status {
  return status.toLowerCase() as Status;
}

export function millisecondsOf({ seconds, nanos }: Timestamp | Duration): number {
  return Math.round(Number(seconds) * 1000 + nanos / 1e6);
}
