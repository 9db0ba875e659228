/** Puts runs in the order of time: the outcomes of each requirement, and the scenarios that waver. Draws nothing, judges no run. */
import type { Outcome } from '../verdict/outcomes';
import { chapters } from './record-findings';
import type { RequirementRecord, RunRecord, ScenarioRecord } from './record';

/** A run, and what people call it. */
export interface NamedRun {
  readonly name: string;
  readonly record: RunRecord;
}

/** One outcome a run, in the order of time; `undefined`: the run does not have it. */
export type Outcomes = readonly (Outcome | undefined)[];

export interface RequirementHistory extends Pick<RequirementRecord, 'id' | 'level' | 'source' | 'statement'> {
  readonly outcomes: Outcomes;
}

export interface ChapterHistory {
  readonly id: string;
  readonly title: string;
  readonly requirements: readonly RequirementHistory[];
}

/** A scenario that gives now one outcome, now another, though nothing that decides it changed. */
export interface WaveringScenario extends Pick<ScenarioRecord, 'id' | 'name' | 'file' | 'line'> {
  readonly outcomes: Outcomes;
  /** It left an outcome and came back to it, on the same target judged by the same suite. */
  readonly alternates: boolean;
  /** Names of the runs in which several attempts at it did not agree, or in which it had to be tried again. */
  readonly unsteadyIn: readonly string[];
}

export interface History {
  readonly runs: readonly NamedRun[];
  readonly chapters: readonly ChapterHistory[];
  readonly wavering: readonly WaveringScenario[];
}

/** @param given in any order. */
export function historyOf(given: readonly NamedRun[]): History {
  const runs = [...given].sort((one, other) => Date.parse(one.record.startedAt) - Date.parse(other.record.startedAt));
  return { runs, chapters: chaptersOf(runs), wavering: waveringScenarios(runs) };
}

/** The chapters of the latest run, then those that only an earlier one had. */
function chaptersOf(runs: readonly NamedRun[]): ChapterHistory[] {
  const outcomes = new Map<string, (Outcome | undefined)[]>();
  runs.forEach(({ record }, rank) => {
    for (const { id, outcome } of record.requirements) {
      const row = outcomes.get(id) ?? Array<undefined>(runs.length).fill(undefined);
      row[rank] = outcome;
      outcomes.set(id, row);
    }
  });
  const seen = new Set<string>();
  const gathered = new Map<string, ChapterHistory>();
  for (const { record } of [...runs].reverse()) {
    for (const { id, title, requirements } of chapters(record)) {
      const own = requirements.filter((one) => !seen.has(one.id));
      for (const one of own) seen.add(one.id);
      const rows = own.map((one) => ({
        id: one.id,
        level: one.level,
        source: one.source,
        statement: one.statement,
        outcomes: outcomes.get(one.id) ?? [],
      }));
      const chapter = gathered.get(id);
      gathered.set(id, { id, title: chapter?.title ?? title, requirements: [...(chapter?.requirements ?? []), ...rows] });
    }
  }
  return [...gathered.values()].filter(({ requirements }) => requirements.length > 0);
}

/** In the order of the features; those that alternate first. */
function waveringScenarios(runs: readonly NamedRun[]): WaveringScenario[] {
  const ids = [...new Set([...runs].reverse().flatMap(({ record }) => record.scenarios.map(({ id }) => id)))];
  const rows = runs.map(({ record }) => new Map(record.scenarios.map((one) => [one.id, one])));
  const intermittent = runs.map(({ record }) => intermittentIn(record));
  const groups = [...new Set(runs.map(({ record }) => circumstancesOf(record)))].map((circumstances) =>
    runs.flatMap(({ record }, rank) => (circumstancesOf(record) === circumstances ? [rank] : [])),
  );
  const wavering = ids.flatMap((id): WaveringScenario[] => {
    const told = rows.map((row) => row.get(id));
    const outcomes = told.map((one) => one?.outcome);
    const alternates = groups.some((ranks) => comesBack(ranks.map((rank) => outcomes[rank])));
    const unsteadyIn = runs.flatMap(({ name }, rank) =>
      (told[rank]?.otherAttempts?.length ?? 0) > 0 || intermittent[rank]!.has(id) ? [name] : [],
    );
    const latest = told.findLast((one) => one !== undefined);
    if (latest === undefined || !(alternates || unsteadyIn.length > 0)) return [];
    const { name, file, line } = latest;
    return [{ id, name, file, line, outcomes, alternates, unsteadyIn }];
  });
  return [...wavering.filter(({ alternates }) => alternates), ...wavering.filter(({ alternates }) => !alternates)];
}

/** Ids of the scenarios of which another attempt did not make the same finding. */
function intermittentIn({ requirements }: RunRecord): ReadonlySet<string> {
  const findings = requirements.flatMap((one) => one.findings);
  return new Set(findings.filter(({ intermittent }) => intermittent).map(({ scenario }) => scenario));
}

/** What decides an outcome beside the implementation itself. The seed is left out: it should change nothing. */
function circumstancesOf({ target, driver, versions, suite }: RunRecord): string {
  const { name, kind, baseUrl, fault, variant } = target;
  return JSON.stringify([name, kind, baseUrl, fault, variant, driver, versions['suite'], suite?.commit]);
}

/** From passed to failed alone is a release that broke it, and back alone one that mended it: only a return shows that it wavers. */
function comesBack(outcomes: Outcomes): boolean {
  const decided = outcomes.filter((one) => one === 'passed' || one === 'failed' || one === 'cantTell');
  const changes = decided.filter((one, rank) => rank === 0 || one !== decided[rank - 1]);
  return changes.length > new Set(changes).size;
}
