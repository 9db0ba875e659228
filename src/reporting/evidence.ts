/** What the outcomes of a run are derived from: facts of the run, and of each scenario what was done, seen and found. Judges nothing. */
import { z } from 'zod';
import { OUTCOMES, STATUSES } from '../verdict/outcomes';
import { outcomeAttachment } from './attachment-bodies';
import { runRecordSchema, SUITE_STATES } from './record';

/** Goes up when a reader of the old shape would misread the new one. */
export const EVIDENCE_VERSION = 1;

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const object = <T extends z.ZodRawShape>(shape: T) => z.strictObject(shape).readonly();
const record = runRecordSchema.unwrap().shape;
const digest = z.string().regex(/^[0-9a-f]{64}$/);

const step = object({
  keyword: z.string(),
  text: z.string(),
  outcome: z.enum(STATUSES),
  table: list(list(z.string())).optional(),
  docString: z.string().optional(),
});

const attemptEvidence = object({
  /** The worst of its steps and hooks. */
  status: z.enum(STATUSES),
  /** First line of the error, masked. */
  error: z.string().optional(),
  durationMs: z.number(),
  steps: list(step),
  /** What it attached of its failures, in order. */
  outcomes: list(outcomeAttachment),
  readings: list(object({ id: z.string(), observed: z.string() })),
  moves: list(object({ from: z.string(), event: z.string(), to: z.string() })),
  journal: list(z.string()),
  exchange: list(z.string()),
  /** What the oracles were given, in order; a finding names the one that it comes from by its rank. */
  observations: list(object({ oracle: z.string(), seen: z.unknown() })),
  screens: list(
    object({
      id: z.string(),
      name: z.string(),
      address: z.string(),
      status: z.int(),
      title: z.string(),
      text: z.string(),
      picture: digest.optional(),
    }),
  ),
  /** `source`: digest of the message. */
  mails: list(object({ from: z.string(), to: list(z.string()), subject: z.string(), text: z.string(), source: digest })),
  screenshots: list(digest),
});

export const scenarioEvidenceSchema = object({
  evidenceVersion: z.literal(EVIDENCE_VERSION),
  id: z.string(),
  name: z.string(),
  feature: z.string(),
  file: z.string(),
  rule: z.string().optional(),
  line: z.int(),
  opportunistic: z.boolean(),
  requirements: list(z.string()),
  readings: list(z.string()),
  /** Number of its Gherkin steps. */
  length: z.int().nonnegative(),
  /** Its steps when it was never begun. */
  steps: list(step),
  /** Oldest first. */
  attempts: list(attemptEvidence),
});

export const runFactsSchema = object({
  evidenceVersion: z.literal(EVIDENCE_VERSION),
  target: record.target,
  driver: record.driver,
  level: record.level,
  seed: record.seed,
  selection: record.selection,
  versions: record.versions,
  suite: object({ commit: z.string().optional(), state: z.enum(SUITE_STATES) }).optional(),
  /** By the target; those that are absent have their default. */
  declaredReadings: z.record(z.string(), z.string()).readonly(),
  /** Milliseconds since the epoch. */
  startedAt: z.number(),
  finishedAt: z.number(),
  /** Why the run broke off, when it did. */
  stopped: record.stopped,
  /** By the id of a scenario that failed, what the same scenario gave on the reference simulator. */
  twins: z.record(z.string(), z.enum(OUTCOMES)).readonly(),
  /** Every scenario of the features, in their order. `ran`: it was begun. */
  plan: list(object({ id: z.string(), requirements: list(z.string()), ran: z.boolean() })),
});

export type RunFacts = z.infer<typeof runFactsSchema>;
export type ScenarioEvidence = z.infer<typeof scenarioEvidenceSchema>;
export type AttemptEvidence = ScenarioEvidence['attempts'][number];

/** A picture or a message, as a file of its own. */
export interface Piece {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The evidence of one run. `pieces`: by SHA-256. */
export interface RunEvidence {
  readonly run: RunFacts;
  readonly scenarios: readonly ScenarioEvidence[];
  readonly pieces: ReadonlyMap<string, Piece>;
}
