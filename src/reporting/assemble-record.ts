/** Makes the record of a run from its judged scenarios: requirements, verdict, totals. Knows neither messages nor files. */
import type { Reading, Requirement, Section } from '../specification/model';
import { judgeRun } from '../verdict/verdict';
import { SCHEMA_VERSION, type RunRecord } from './record';
import { namedBy, recordRequirements } from './requirement-record';
import type { JudgedScenario } from './scenario-record';
import { countOutcomes } from './totals';

/** What a run is judged by. */
export interface Catalogue {
  readonly sections: readonly Section[];
  readonly requirements: readonly Requirement[];
  readonly readings: readonly Reading[];
}

type Told =
  | 'target'
  | 'driver'
  | 'level'
  | 'seed'
  | 'selection'
  | 'versions'
  | 'readings'
  | 'gallery'
  | 'model'
  | 'durationMs'
  | 'suite'
  | 'stopped'
  | 'shard';

/** Everything that a record says and rests on. */
export interface JudgedRun extends Pick<RunRecord, Told> {
  /** In the order of the features. */
  readonly scenarios: readonly JudgedScenario[];
  /** For each requirement, the number of its scenarios that did not run and that would have helped to decide it. */
  readonly leftOut: ReadonlyMap<string, number>;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

export function assembleRecord(run: JudgedRun, catalogue: Catalogue): RunRecord {
  const { target, driver, level, seed, selection, versions, readings, gallery, model, durationMs, suite, stopped, shard } = run;
  const requirements = recordRequirements({
    requirements: catalogue.requirements,
    scenarios: run.scenarios,
    leftOut: run.leftOut,
    level,
    filtered: selection.filtered,
  });
  const scenarios = run.scenarios.map(({ record }) => record);
  const judgement = judgeRun({
    requirements,
    scenarios: run.scenarios.map(({ row }) => ({ ...row, requirements: namedBy(row) })),
    selection: selection.filtered ? selection.words : undefined,
    stopped,
  });
  return {
    schemaVersion: SCHEMA_VERSION,
    ...judgement,
    ...{ target, driver, level, seed, selection },
    sections: catalogue.sections.map(({ id, title }) => ({ id, title: title.fr })),
    readings,
    requirements,
    scenarios,
    ...(gallery && { gallery }),
    ...(model && { model }),
    totals: {
      requirements: countOutcomes(requirements.filter((one) => one.level === 'document')),
      recommendations: countOutcomes(requirements.filter((one) => one.level === 'recommendation')),
      scenarios: countOutcomes(scenarios),
    },
    startedAt: new Date(run.startedAt).toISOString(),
    durationMs,
    versions,
    ...(suite && { suite }),
    ...(stopped && { stopped }),
    ...(shard && { shard }),
  };
}
