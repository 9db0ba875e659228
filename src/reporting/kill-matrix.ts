/** The shape of `kill-matrix.json`, the record of a campaign of faults, and how it is judged. It stands alone: a page is drawn from it. */
import { z } from 'zod';
import * as specification from '../specification';
import type { Requirement, Section } from '../specification/model';
import { listWords } from './kill-matrix-words';

/** Goes up when a reader of the old shape would misread the new one. */
export const KILL_MATRIX_VERSION = 1;

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const object = <T extends z.ZodRawShape>(shape: T) => z.strictObject(shape).readonly();
const driver = z.enum(['http', 'browser']);
const count = z.int().nonnegative();

/** From what a campaign fears to what it hopes for: this is the order in which readers are told. */
export const FATES = ['survived', 'others', 'not-judged', 'not-run', 'own'] as const;

const failedRequirement = object({
  requirement: z.string(),
  /** The fault violates it. */
  own: z.boolean(),
  /** Id and name of the first scenario that made it fail, and how many did. */
  scenario: z.string(),
  name: z.string(),
  scenarios: count,
});

/** What became of one fault. */
export const faultRowSchema = object({
  id: z.string(),
  /** French. */
  title: z.string(),
  /** Ids of the requirements that it violates. */
  requirements: list(z.string()),
  driver,
  /** `own`: a requirement that it violates failed; `others`: only others did. */
  fate: z.enum(FATES),
  /** What was run: the scenarios of the requirements that it violates, or all of them. Absent where nothing was. */
  depth: z.enum(['violated', 'whole']).optional(),
  /** In the order in which they failed. */
  failed: list(failedRequirement),
  durationMs: z.number(),
  /** Why it could not be judged. */
  error: z.string().optional(),
});

/** The unmodified simulator, which every kill is measured against. */
export const referenceRunSchema = object({
  driver,
  /** Ids of the scenarios that pass on it. */
  sound: list(z.string()),
  durationMs: z.number(),
});

export const killMatrixSchema = object({
  schemaVersion: z.literal(KILL_MATRIX_VERSION),
  /** `gaps`: a fault survives or is found by unrelated requirements only, or a testable requirement finds none. */
  verdict: z.enum(['proven', 'gaps', 'inconclusive']),
  /** French. */
  reason: z.string(),
  campaign: object({
    /** Every fault of the simulator was to be looked for; else the selection, in the words of the command line. */
    selection: z.string().optional(),
    complete: z.boolean(),
    seed: z.int(),
    /** Values that properties try at first. */
    propertyRuns: z.int(),
    jobs: z.int(),
    /** Faults whose result an earlier, interrupted command had left. */
    resumed: count,
  }),
  sections: list(object({ id: z.string(), title: z.string() })),
  requirements: list(
    object({
      id: z.string(),
      section: z.string(),
      citation: z.string(),
      testable: z.enum(['yes', 'partly', 'no']),
      /** Faults judged that violate it; those among them that made it fail; all that did. */
      violatedBy: count,
      failedFor: count,
      kills: count,
    }),
  ),
  faults: list(faultRowSchema),
  references: list(object({ driver, scenarios: count, durationMs: z.number() })),
  totals: object({ faults: count, fates: z.record(z.enum(FATES), count).readonly(), testable: count }),
  /** Testable requirements that found no fault; known only where every fault of the simulator was judged. */
  silent: list(z.string()),
  startedAt: z.iso.datetime(),
  durationMs: z.number(),
  versions: z.record(z.string(), z.string()).readonly(),
  stopped: object({ kind: z.enum(['survivor', 'interrupted', 'reference']), reason: z.string() }).optional(),
});

export type KillMatrix = z.infer<typeof killMatrixSchema>;
export type FaultRow = z.infer<typeof faultRowSchema>;
export type Fate = FaultRow['fate'];
export type FailedRequirement = z.infer<typeof failedRequirement>;
export type RequirementScore = KillMatrix['requirements'][number];
export type ReferenceRun = z.infer<typeof referenceRunSchema>;
export type CampaignStop = NonNullable<KillMatrix['stopped']>;

/** What a campaign gave. */
export interface CampaignSeen extends Pick<KillMatrix, 'campaign' | 'faults' | 'versions' | 'durationMs' | 'stopped'> {
  readonly references: readonly ReferenceRun[];
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

interface Catalogue {
  readonly sections: readonly Section[];
  readonly requirements: readonly Requirement[];
}

export function assembleKillMatrix(seen: CampaignSeen, catalogue: Catalogue = specification): KillMatrix {
  const { campaign, faults, versions, durationMs, stopped } = seen;
  const requirements = catalogue.requirements.map((requirement) => score(requirement, faults));
  const fates = Object.fromEntries(FATES.map((fate) => [fate, faults.filter((one) => one.fate === fate).length]));
  const finished = faults.length > 0 && faults.every(({ depth }) => depth !== undefined);
  // Of a selection nothing can be said: the faults that a requirement finds may be among the rest.
  const whole = finished && campaign.selection === undefined;
  const silent = requirements.filter(({ testable, kills }) => whole && testable !== 'no' && kills === 0).map(({ id }) => id);
  return {
    schemaVersion: KILL_MATRIX_VERSION,
    ...judge({ campaign, faults, stopped }, silent),
    campaign,
    sections: catalogue.sections.map(({ id, title }) => ({ id, title: title.fr })),
    requirements,
    faults,
    references: seen.references.map((run) => ({
      driver: run.driver,
      scenarios: run.sound.length,
      durationMs: run.durationMs,
    })),
    totals: {
      faults: faults.length,
      fates: fates as Record<Fate, number>,
      testable: requirements.filter(({ testable }) => testable !== 'no').length,
    },
    silent,
    startedAt: new Date(seen.startedAt).toISOString(),
    ...{ durationMs, versions },
    ...(stopped && { stopped }),
  };
}

/** @throws ZodError when the matrix is not what its schema says: nothing unreadable is ever written. */
export function renderKillMatrixJson(matrix: KillMatrix): string {
  return `${JSON.stringify(killMatrixSchema.parse(matrix), null, 2)}\n`;
}

function score({ id, section, citation, testable }: Requirement, faults: readonly FaultRow[]): RequirementScore {
  const violating = faults.filter(({ requirements, depth }) => depth !== undefined && requirements.includes(id));
  const failing = faults.filter(({ failed }) => failed.some(({ requirement }) => requirement === id));
  const failedFor = violating.filter((fault) => failing.includes(fault)).length;
  return { id, section, citation, testable, violatedBy: violating.length, failedFor, kills: failing.length };
}

/** What fails stands, whatever was left undone; then what was left undone; then nothing is missing. */
function judge(
  { campaign, faults, stopped }: Pick<KillMatrix, 'campaign' | 'faults' | 'stopped'>,
  silent: readonly string[],
): Pick<KillMatrix, 'verdict' | 'reason'> {
  const having = (fate: Fate) => faults.filter((fault) => fault.fate === fate).map(({ id }) => id);
  const [survivors, others, broken, left] = [having('survived'), having('others'), having('not-judged'), having('not-run')];
  const gaps = [
    listWords(survivors, 'défaut survit', 'défauts survivent'),
    listWords(
      others,
      'défaut n’est trouvé que par des exigences qu’il ne viole pas',
      'défauts ne sont trouvés que par des exigences qu’ils ne violent pas',
    ),
    listWords(silent, 'exigence testable ne trouve aucun défaut', 'exigences testables ne trouvent aucun défaut'),
  ];
  const undone = [
    ...(stopped ? [stopped.reason] : []),
    listWords(broken, 'défaut n’a pas pu être jugé', 'défauts n’ont pas pu être jugés'),
    left.length === 0 ? '' : `${left.length} ${left.length < 2 ? 'défaut n’a pas été joué' : 'défauts n’ont pas été joués'}`,
  ];
  const said = (parts: readonly string[]) => {
    const words = parts.filter((part) => part !== '').join(' ; ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  };
  if (survivors.length + others.length + silent.length > 0) return { verdict: 'gaps', reason: said([...gaps, ...undone]) };
  if (faults.length === 0) return { verdict: 'inconclusive', reason: said(['Aucun défaut n’a été joué']) };
  if (broken.length + left.length > 0) return { verdict: 'inconclusive', reason: said(undone) };
  return { verdict: 'proven', reason: said([provenWords(faults.length, campaign.selection)]) };
}

function provenWords(number: number, selection: string | undefined): string {
  const found =
    number < 2
      ? 'Le défaut planté est trouvé par une exigence qu’il viole'
      : `Les ${number} défauts plantés sont tous trouvés par une exigence qu’ils violent`;
  return selection === undefined ? `${found}, et chaque exigence testable en trouve au moins un` : found;
}
