/** The shape of `conformance.json`, the record of a run. It stands alone: a report is drawn from it without the specification. */
import { z } from 'zod';
import { OUTCOMES, STATUSES } from '../verdict/outcomes';
import { VERDICTS } from '../verdict/verdict';

/** Goes up when a reader of the old shape would misread the new one. */
export const SCHEMA_VERSION = 1;

export const SUITE_STATES = ['clean', 'dirty', 'unknown'] as const;

const attribution = z.enum(['implementation', 'configuration', 'environment', 'suite']);
const outcome = z.enum(OUTCOMES);
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const object = <T extends z.ZodRawShape>(shape: T) => z.strictObject(shape).readonly();

const findingShape = {
  expected: z.string(),
  observed: z.string(),
  attribution,
  evidence: list(z.string()),
  /** Id of the scenario that made it. */
  scenario: z.string(),
  /** Another attempt at the same scenario passed. */
  intermittent: z.literal(true).optional(),
};

const requirement = object({
  id: z.string(),
  level: z.enum(['document', 'recommendation']),
  outcome,
  /** French; present unless it passed. */
  reason: z.string().optional(),
  attribution: attribution.optional(),
  /** Where it stands in the fiche, and its words; both empty for an id that the catalogue does not know. */
  source: object({ section: z.string(), citation: z.string() }),
  /** What an implementation must do, in French. */
  statement: z.string(),
  testable: z.enum(['yes', 'partly', 'no']),
  limit: z.string().optional(),
  readings: list(z.string()),
  /** Ids of the scenarios of the run that decide it. */
  scenarios: list(z.string()),
  findings: list(object(findingShape)),
});

const step = object({
  keyword: z.string(),
  text: z.string(),
  outcome: z.enum(STATUSES),
  table: list(list(z.string())).optional(),
  docString: z.string().optional(),
});

const attemptShape = {
  outcome,
  reason: z.string().optional(),
  durationMs: z.number(),
  steps: list(step),
  /** What happened, in order, masked. */
  journal: list(z.string()),
  /** Requests and answers in order, masked, one a line; a long exchange is cut, and its last line says so. */
  exchange: list(z.string()).optional(),
  /** SHA-256 of PNG images, which stand in the evidence. */
  screenshots: list(z.string()).optional(),
};

const scenario = object({
  /** Stable from one run to the next: it depends on the feature, the names and the example row. */
  id: z.string(),
  name: z.string(),
  feature: z.string(),
  /** Path of the feature file: `features/….feature`. */
  file: z.string(),
  rule: z.string().optional(),
  line: z.int(),
  attribution: attribution.optional(),
  /** Of one that failed on a deployment: what it gave on the reference simulator. */
  twin: outcome.optional(),
  opportunistic: z.boolean(),
  /** Ids that its tags name. */
  requirements: list(z.string()),
  readings: list(z.string()),
  ...attemptShape,
  /** The attempts that did not decide, oldest first, when there were several. */
  otherAttempts: list(object(attemptShape)).optional(),
});

/** Only in the record of a shard: what the whole is judged by, beside what any record says. */
const shard = object({
  /** Every scenario of the features, in their order, whether this shard ran it or not; what was read of them when the run broke off. */
  plan: list(object({ id: z.string(), requirements: list(z.string()) })),
  /** As the scenarios made them, with the requirements that each names itself. */
  findings: list(object({ ...findingShape, requirements: list(z.string()) })),
});

/** The screens of the procedure as this target shows them, and its mails: what one scenario, chosen for that, met in order. */
const gallery = object({
  /** Id of the scenario. */
  scenario: z.string(),
  screens: list(
    object({
      /** One of the suite's screens: `home`, `sign-in`… */
      id: z.string(),
      /** French. */
      name: z.string(),
      /** Path and masked query. */
      address: z.string(),
      status: z.int(),
      title: z.string(),
      /** What a person reads, masked. */
      text: z.string(),
      /** SHA-256 of a PNG image; absent where there is no browser. */
      picture: z.string().optional(),
    }),
  ),
  mails: list(
    object({
      from: z.string(),
      to: list(z.string()),
      subject: z.string(),
      /** What a person reads, masked. */
      text: z.string(),
      /** SHA-256 of the message as received, masked, in the evidence. */
      source: z.string(),
    }),
  ),
});

/** What was gone through of the reference machine. */
export const modelShape = object({
  /** Id of the state in which everything begins. */
  initial: z.string(),
  /** `times`: how many scenarios came there. */
  states: list(object({ id: z.string(), name: z.string(), times: z.int().nonnegative() })),
  transitions: list(
    object({
      id: z.string(),
      /** Id of a state; absent: any. */
      source: z.string().optional(),
      event: z.string(),
      /** Names of the guards of its condition. */
      guards: list(z.string()),
      /** French: what the person does. */
      words: z.string(),
      /** French; empty when there is none. */
      condition: z.string(),
      /** Id of a state; absent: the one that it leaves. */
      target: z.string().optional(),
      /** The ways through it that the fiche describes: from one state, or from any; and the ids of its sentences. */
      described: list(object({ from: z.string().optional(), requirements: list(z.string()) })),
      /** The states from which it was seen to be taken, and by how many scenarios. */
      from: list(object({ state: z.string(), times: z.int().nonnegative() })),
      /** How many scenarios took it. */
      times: z.int().nonnegative(),
      /** Id of the first of them. */
      example: z.string().optional(),
      /** French: why it may never be taken. */
      reason: z.string().optional(),
    }),
  ),
  guards: list(
    object({
      name: z.string(),
      /** French: what holds when it does. */
      words: z.string(),
      seenTrue: z.boolean(),
      seenFalse: z.boolean(),
      /** French: why it may not be seen both ways. */
      reason: z.string().optional(),
    }),
  ),
});

const counts = z.record(outcome, z.int().nonnegative()).readonly();

export const runRecordSchema = object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  verdict: z.enum(VERDICTS),
  attribution: attribution.optional(),
  /** One French sentence: what the verdict rests on. */
  reason: z.string(),
  target: object({
    name: z.string(),
    kind: z.enum(['simulator', 'deployment']),
    baseUrl: z.string().optional(),
    /** Deliberate deviation of the simulator. */
    fault: z.string().optional(),
    /** Another way to conform, of the simulator. */
    variant: z.string().optional(),
    /** On whose word a host of the State was tested. */
    authorisation: object({ operator: z.string(), order: z.string() }).optional(),
  }),
  driver: z.enum(['http', 'browser']),
  level: z.enum(['document', 'recommendation', 'all']),
  seed: z.number(),
  selection: object({
    filtered: z.boolean(),
    tags: z.string().optional(),
    shard: z.string().optional(),
    /** Name of the feature file whose scenarios alone were run. */
    feature: z.string().optional(),
    /** French: what was selected. */
    words: z.string(),
  }),
  /** Chapters of the fiche, in its order. */
  sections: list(object({ id: z.string(), title: z.string() })),
  readings: list(
    object({
      id: z.string(),
      question: z.string(),
      /** The declared value, or else the default. */
      declared: z.string(),
      isDefault: z.boolean(),
      scored: z.boolean(),
      /** Distinct values, sorted; empty when no scenario could see. */
      observed: list(z.string()),
    }),
  ),
  requirements: list(requirement),
  scenarios: list(scenario),
  gallery: gallery.optional(),
  /** What the scenarios went through of the reference machine. */
  model: modelShape.optional(),
  /** Requirements of the fiche, recommendations and scenarios by outcome. */
  totals: object({ requirements: counts, recommendations: counts, scenarios: counts }),
  /** ISO 8601, UTC. */
  startedAt: z.iso.datetime(),
  durationMs: z.number(),
  versions: z.record(z.string(), z.string()).readonly(),
  /** The sources of the suite that judged: `dirty` are not those of the commit, of `unknown` ones nobody can say. */
  suite: object({ commit: z.string().optional(), state: z.enum(SUITE_STATES) }).optional(),
  /** What the outcomes can be recomputed from: the list of its files, relative to the folder of the run, and the digest of that list. */
  evidence: object({ manifest: z.string(), sha256: z.string() }).optional(),
  /** The run broke off before its end. */
  stopped: object({ attribution: attribution.exclude(['implementation']), reason: z.string() }).optional(),
  shard: shard.optional(),
});

export type RunRecord = z.infer<typeof runRecordSchema>;
export type RequirementRecord = RunRecord['requirements'][number];
export type FindingRecord = RequirementRecord['findings'][number];
export type ScenarioRecord = RunRecord['scenarios'][number];
export type AttemptRecord = NonNullable<ScenarioRecord['otherAttempts']>[number];
export type StepRecord = ScenarioRecord['steps'][number];
export type ReadingRecord = RunRecord['readings'][number];
export type GalleryRecord = NonNullable<RunRecord['gallery']>;
export type ModelRecord = NonNullable<RunRecord['model']>;
export type TransitionRecord = ModelRecord['transitions'][number];
export type ShardRecord = NonNullable<RunRecord['shard']>;
export type PlannedScenario = ShardRecord['plan'][number];
