/** Puts two runs side by side: what they concluded, what they saw, what only one of them checked. Draws nothing, ranks neither. */
import type { Outcome } from '../verdict/outcomes';
import { fingerprintOf } from './finding-fingerprint';
import type { FindingRecord, ReadingRecord, RequirementRecord, RunRecord, ScenarioRecord } from './record';
import { dateWords, DRIVER_WORDS, LEVEL_WORDS, targetWords, VERDICT_WORDS } from './words';

/** Of A, then of B. */
export type Pair<T> = readonly [one: T, other: T];

/** French; `same`: the two say the same. */
export interface ComparedFact {
  readonly term: string;
  readonly words: Pair<string>;
  readonly same: boolean;
}

export interface ComparedFinding {
  readonly fingerprint: string;
  /** What each run saw; `undefined` where it did not make the finding. */
  readonly seen: Pair<FindingRecord | undefined>;
}

export interface ComparedRequirement extends Pick<RequirementRecord, 'id' | 'level' | 'source' | 'statement'> {
  /** `undefined`: the run has no such requirement. */
  readonly outcomes: Pair<Outcome | undefined>;
  readonly reasons: Pair<string | undefined>;
  readonly findings: readonly ComparedFinding[];
  readonly differs: boolean;
}

export interface ComparedScenario extends Pick<ScenarioRecord, 'id' | 'name' | 'file' | 'line'> {
  readonly outcomes: Pair<Outcome | undefined>;
}

export interface ComparedReading extends Pick<ReadingRecord, 'id' | 'question'> {
  readonly declared: Pair<string | undefined>;
  readonly observed: Pair<readonly string[]>;
}

export interface Comparison {
  readonly records: Pair<RunRecord>;
  readonly facts: readonly ComparedFact[];
  /** Those whose outcome differs first, else in the order of the fiche. */
  readonly requirements: readonly ComparedRequirement[];
  /** Only those whose outcome differs, both having run them. */
  readonly scenarios: readonly ComparedScenario[];
  /** Those that one run alone carried out. */
  readonly onlyIn: Pair<readonly ComparedScenario[]>;
  /** Only those that differ. */
  readonly readings: readonly ComparedReading[];
}

export function compareRecords(one: RunRecord, other: RunRecord): Comparison {
  const requirements = paired(one.requirements, other.requirements).map(compareRequirement);
  const scenarios = paired(one.scenarios, other.scenarios).map(compareScenario);
  const ran = (outcome: Outcome | undefined): boolean =>
    outcome !== undefined && outcome !== 'untested' && outcome !== 'inapplicable';
  const ranBy = (first: boolean, second: boolean) =>
    scenarios.filter(({ outcomes: [here, there] }) => ran(here) === first && ran(there) === second);
  return {
    records: [one, other],
    facts: compareFacts(one, other),
    requirements: [...requirements.filter(({ differs }) => differs), ...requirements.filter(({ differs }) => !differs)],
    scenarios: ranBy(true, true).filter(({ outcomes: [here, there] }) => here !== there),
    onlyIn: [ranBy(true, false), ranBy(false, true)],
    readings: paired(one.readings, other.readings).flatMap(compareReading),
  };
}

/** A row of each run, one of which may lack it. */
type Twins<T> = readonly [T, T | undefined] | readonly [undefined, T];

/** Rows of the same id together: in the order of the first, then what only the second has. */
function paired<T extends { readonly id: string }>(one: readonly T[], other: readonly T[]): Twins<T>[] {
  const known = new Set(one.map(({ id }) => id));
  const there = new Map(other.map((row) => [row.id, row]));
  return [
    ...one.map((row) => [row, there.get(row.id)] as const),
    ...other.filter(({ id }) => !known.has(id)).map((row) => [undefined, row] as const),
  ];
}

function compareRequirement([here, there]: Twins<RequirementRecord>): ComparedRequirement {
  const { id, level, source, statement } = here ?? there!;
  return {
    ...{ id, level, source, statement },
    outcomes: [here?.outcome, there?.outcome],
    reasons: [here?.reason, there?.reason],
    findings: compareFindings(id, here?.findings ?? [], there?.findings ?? []),
    differs: here?.outcome !== there?.outcome,
  };
}

function compareFindings(id: string, here: readonly FindingRecord[], there: readonly FindingRecord[]): ComparedFinding[] {
  const [one, other] = [byFingerprint(id, here), byFingerprint(id, there)];
  const prints = [...new Set([...one.keys(), ...other.keys()])];
  return prints.map((fingerprint) => ({ fingerprint, seen: [one.get(fingerprint), other.get(fingerprint)] }));
}

/** The first of each fingerprint stands for those that tell the same story. */
function byFingerprint(id: string, findings: readonly FindingRecord[]): ReadonlyMap<string, FindingRecord> {
  const distinct = new Map<string, FindingRecord>();
  for (const finding of findings) {
    const fingerprint = fingerprintOf(id, finding);
    if (!distinct.has(fingerprint)) distinct.set(fingerprint, finding);
  }
  return distinct;
}

function compareScenario([here, there]: Twins<ScenarioRecord>): ComparedScenario {
  const { id, name, file, line } = here ?? there!;
  return { ...{ id, name, file, line }, outcomes: [here?.outcome, there?.outcome] };
}

function compareReading([here, there]: Twins<ReadingRecord>): ComparedReading[] {
  const { id, question } = here ?? there!;
  const compared: ComparedReading = {
    ...{ id, question },
    declared: [here?.declared, there?.declared],
    observed: [here?.observed ?? [], there?.observed ?? []],
  };
  const same = here?.declared === there?.declared && compared.observed[0].join('\n') === compared.observed[1].join('\n');
  return same ? [] : [compared];
}

function compareFacts(...records: Pair<RunRecord>): ComparedFact[] {
  const named = [...new Set(records.flatMap(({ versions }) => Object.keys(versions)))];
  const facts: readonly (readonly [term: string, say: (record: RunRecord) => string])[] = [
    ['Cible', ({ target }) => targetWords(target)],
    ['Date', ({ startedAt }) => dateWords(startedAt)],
    ['Verdict', ({ verdict }) => VERDICT_WORDS[verdict]],
    ['Pilote', ({ driver }) => DRIVER_WORDS[driver]],
    ['Niveau', ({ level }) => LEVEL_WORDS[level]],
    ['Sélection', ({ selection }) => selection.words],
    ['Graine', ({ seed }) => String(seed)],
    ...named.map((name) => [`Version de ${name}`, ({ versions }: RunRecord) => versions[name] ?? '–'] as const),
    ['Commit de la suite', ({ suite }) => [suite?.commit ?? '–', suite?.state === 'dirty' ? 'modifié' : ''].join(' ').trim()],
  ];
  return facts
    .map(([term, say]) => ({
      term,
      words: [say(records[0]), say(records[1])] as const,
      same: say(records[0]) === say(records[1]),
    }))
    .filter(({ words }) => words.some((said) => said !== '–'));
}
