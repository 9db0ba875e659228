/** Makes the record of a whole run from those of its shards, judged again as one run would be. Reads no file. */
import * as specification from '../specification';
import { dominant, type Stop } from '../verdict/outcomes';
import { assembleRecord, type Catalogue } from './assemble-record';
import { checkShards, longestPlan, type NamedRecord, type Shard } from './check-shards';
import { recordReadings } from './reading-record';
import { mergeModels } from './model-record';
import type { ReadingRecord, RunRecord } from './record';
import { countScenarios } from './requirement-record';
import type { JudgedScenario } from './scenario-record';
import { recordSelection } from './selection-record';

/**
 * Judges the whole. Its time is that of the calendar: from the start of the first shard to the end of the last.
 * @param catalogue what it is judged by; the specification's own unless given.
 * @throws ConfigurationError when the records are not the shards of one run, each once and none missing.
 */
export function mergeRecords(records: readonly NamedRecord[], catalogue: Catalogue = specification): RunRecord {
  const shards = checkShards(records);
  const [first] = shards as [Shard, ...Shard[]];
  const { target, driver, level, seed, versions } = first.record;
  const selection = recordSelection({ tags: first.record.selection.tags });
  const plan = longestPlan(shards);
  const ran = new Map(shards.flatMap(judgedScenarios).map((scenario) => [scenario.record.id, scenario]));
  const missed = plan.filter(({ id }) => !ran.has(id));
  const stopped = mergeStops(shards);
  const ids = plan.map(({ id }) => id);
  const models = shards.flatMap(({ record }) => (record.model ? [record.model] : []));
  const model = mergeModels(models, ids);
  const gallery = shards.find(({ record }) => record.gallery !== undefined)?.record.gallery;
  const suite = mergeSuites(shards);
  const run = {
    ...{ target, driver, level, seed, selection, versions },
    scenarios: inOrder([...ran.values()], ids),
    // A shard that stopped may not have listed what it was to run: what no shard ran may be its part.
    leftOut: countScenarios(selection.filtered || stopped ? missed : []),
    readings: mergeReadings(shards, catalogue),
    ...mergeTimes(shards),
    ...(gallery && { gallery }),
    ...(suite && { suite }),
    ...(model && { model }),
    ...(stopped && { stopped }),
  };
  return assembleRecord(run, catalogue);
}

/** A scenario with the findings that it made, whatever requirements took them. */
function judgedScenarios({ record, shard }: Shard): JudgedScenario[] {
  return record.scenarios.map((scenario) => {
    const { name, opportunistic, requirements, outcome, reason, attribution } = scenario;
    const findings = shard.findings.filter((finding) => finding.scenario === scenario.id);
    const judgement = { outcome, ...(reason !== undefined && { reason }), ...(attribution && { attribution }), findings };
    return { record: scenario, row: { ...judgement, name, opportunistic, requirements } };
  });
}

/** What the plan does not know comes last: nothing that ran is dropped. */
function inOrder(scenarios: readonly JudgedScenario[], plan: readonly string[]): JudgedScenario[] {
  const ranks = new Map(plan.map((id, rank) => [id, rank]));
  const rankOf = ({ record }: JudgedScenario): number => ranks.get(record.id) ?? plan.length;
  return [...scenarios].sort((one, other) => rankOf(one) - rankOf(other));
}

function mergeReadings(shards: readonly Shard[], { readings }: Catalogue): ReadingRecord[] {
  const seen = shards.flatMap(({ record }) => record.readings);
  const declared = Object.fromEntries(seen.filter(({ isDefault }) => !isDefault).map(({ id, declared }) => [id, declared]));
  const observed = seen.flatMap(({ id, observed }) => observed.map((value) => ({ id, observed: value })));
  return recordReadings(readings, declared, observed);
}

/** Of several suites, or of one that changed meanwhile, nobody can say which judged. */
function mergeSuites(shards: readonly Shard[]): RunRecord['suite'] {
  const [first, ...others] = shards.map(({ record }) => record.suite);
  const same = others.every((one) => one?.commit === first?.commit && one?.state === first?.state);
  return same ? first : { state: 'unknown' };
}

/** A whole is broken off when one of its shards is. */
function mergeStops(shards: readonly Shard[]): Stop | undefined {
  const stops = shards.flatMap(({ record: { stopped, selection } }) =>
    stopped ? [{ ...stopped, reason: `part ${selection.shard} : ${stopped.reason}` }] : [],
  );
  const attribution = dominant(stops);
  const first = stops.find((stop) => stop.attribution === attribution);
  return first && { attribution: first.attribution, reason: stops.map(({ reason }) => reason).join(' ; ') };
}

function mergeTimes(shards: readonly Shard[]): { startedAt: number; durationMs: number } {
  const times = shards.map(({ record: { startedAt, durationMs } }) => ({ from: Date.parse(startedAt), lasting: durationMs }));
  const startedAt = Math.min(...times.map(({ from }) => from));
  return { startedAt, durationMs: Math.max(...times.map(({ from, lasting }) => from + lasting)) - startedAt };
}
