/** The shape of `exploration.json`: what generated walks found. It stands alone: a page is drawn from it. */
import { z } from 'zod';
import { modelShape } from './record';

/** Goes up when a reader of the old shape would misread the new one. */
export const EXPLORATION_VERSION = 1;

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const object = <T extends z.ZodRawShape>(shape: T) => z.strictObject(shape).readonly();
const count = z.int().nonnegative();

export const explorationSchema = object({
  schemaVersion: z.literal(EXPLORATION_VERSION),
  /** `inconclusive`: fewer walks were made than asked for, and none differed. */
  verdict: z.enum(['same', 'different', 'inconclusive']),
  target: object({
    name: z.string(),
    kind: z.enum(['simulator', 'deployment']),
    baseUrl: z.string().optional(),
    fault: z.string().optional(),
    variant: z.string().optional(),
  }),
  driver: z.enum(['http', 'browser']),
  /** Declared readings; those that are absent have their default. */
  readings: z.record(z.string(), z.string()).readonly(),
  seed: z.int(),
  /** Walks at random that were asked for, and the moves that each may have. */
  walks: count,
  steps: count,
  /** Every shortest walk of the machine: those that the target let be made to their end. */
  shortest: object({ whole: count, of: count }),
  random: count,
  moves: count,
  /** French: why fewer walks were made. */
  limit: z.string().optional(),
  differences: list(
    object({
      requirements: list(z.string()),
      expected: z.string(),
      observed: z.string(),
      /** The moves, in French, then what did not hold after them. */
      sentences: list(z.string()),
      assertion: z.string(),
      asksForAddresses: z.boolean(),
    }),
  ),
  model: modelShape,
  /** ISO 8601, UTC. */
  startedAt: z.iso.datetime(),
  durationMs: z.number(),
  versions: z.record(z.string(), z.string()).readonly(),
});

export type ExplorationRecord = z.infer<typeof explorationSchema>;
