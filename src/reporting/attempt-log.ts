/** Collects what the messages say of each attempt at a scenario. Judges nothing. */
import type { Duration, Envelope, TestStepResult, Timestamp } from '@cucumber/messages';
import type { OutcomeAttachment, ReadingAttachment, SeenMove } from '../verdict/attachments';
import type { Status } from '../verdict/outcomes';
import { readAttachment } from './attachment-bodies';

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
  readonly screenshots: string[];
}

export interface AttemptLog {
  receive(envelope: Envelope): void;
  /** Oldest first. */
  of(testCaseId: string): readonly Attempt[];
  /** What all attempts saw of the readings. */
  readings(): readonly ReadingAttachment[];
}

/** Messages of parallel workers come interleaved: everything is kept by the id of the attempt. */
export function createAttemptLog(): AttemptLog {
  const attempts = new Map<string, Attempt>();
  return {
    receive({ testCaseStarted, testCaseFinished, testStepFinished, attachment }) {
      if (testCaseStarted) {
        const { id, testCaseId, attempt: rank, timestamp } = testCaseStarted;
        const empty = { results: new Map(), outcomes: [], readings: [], journal: [], moves: [], screenshots: [] };
        attempts.set(id, { testCaseId, rank, startedAt: millisecondsOf(timestamp), ...empty });
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
      if (body?.kind === 'screenshot') attached?.screenshots.push(body.sha256);
    },
    of: (testCaseId) =>
      [...attempts.values()].filter((one) => one.testCaseId === testCaseId).sort((one, other) => one.rank - other.rank),
    readings: () => [...attempts.values()].flatMap(({ readings }) => readings),
  };
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
