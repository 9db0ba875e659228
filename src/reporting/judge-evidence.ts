/** Makes the record of a run from its evidence alone: the same evidence always gives the same record. Knows neither messages nor files. */
import * as specification from '../specification';
import type { SeenMove } from '../verdict/attachments';
import { assembleRecord, type Catalogue } from './assemble-record';
import type { RunEvidence, RunFacts, ScenarioEvidence } from './evidence';
import { recordReadings } from './reading-record';
import type { GalleryRecord, ModelRecord, RunRecord, ShardRecord } from './record';
import { countScenarios } from './requirement-record';
import { recordScenario, type JudgedScenario } from './scenario-record';

/** Tells what the moves of the scenarios, each by its id, went through of the reference machine. */
export type Measure = (journeys: readonly { readonly id: string; readonly moves: readonly SeenMove[] }[]) => ModelRecord;

/** @param catalogue what the run is judged by; the specification's own unless given. */
export function judgeEvidence(
  { run: facts, scenarios: evidence }: Pick<RunEvidence, 'run' | 'scenarios'>,
  measure?: Measure,
  catalogue: Catalogue = specification,
): RunRecord {
  const { target, driver, level, seed, selection, versions, suite, startedAt, finishedAt, stopped, plan, twins } = facts;
  const scenarios = evidence.map((one) => recordScenario(one, { stopped, twin: twins[one.id] }));
  const model = modelOf(evidence, measure);
  const gallery = galleryOf(evidence);
  const run = {
    ...{ target, driver, level, seed, selection, versions, startedAt, scenarios },
    // A level is not a selection: what it leaves out was not meant to decide.
    leftOut: countScenarios(selection.filtered ? plan.filter(({ ran }) => !ran) : []),
    readings: recordReadings(catalogue.readings, facts.declaredReadings, readingsOf(evidence)),
    durationMs: finishedAt - startedAt,
    ...(gallery && { gallery }),
    ...(model && { model }),
    ...(suite && { suite }),
    ...(stopped && { stopped }),
    ...(selection.shard !== undefined && { shard: shardOf(plan, scenarios) }),
  };
  return assembleRecord(run, catalogue);
}

function readingsOf(scenarios: readonly ScenarioEvidence[]) {
  return scenarios.flatMap(({ attempts }) => attempts.flatMap(({ readings }) => readings));
}

function modelOf(scenarios: readonly ScenarioEvidence[], measure: Measure | undefined): ModelRecord | undefined {
  const journeys = scenarios.flatMap(({ id, attempts }) => {
    const moves = attempts.flatMap((attempt) => attempt.moves);
    return moves.length === 0 ? [] : [{ id, moves }];
  });
  return journeys.length === 0 ? undefined : measure?.(journeys);
}

/** Of the last attempt at the first scenario that shows its screens. */
function galleryOf(scenarios: readonly ScenarioEvidence[]): GalleryRecord | undefined {
  for (const { id, attempts } of scenarios) {
    const attempt = attempts.findLast(({ screens }) => screens.length > 0);
    if (attempt !== undefined) return { scenario: id, screens: attempt.screens, mails: attempt.mails };
  }
  return undefined;
}

function shardOf(plan: RunFacts['plan'], scenarios: readonly JudgedScenario[]): ShardRecord {
  return {
    plan: plan.map(({ id, requirements }) => ({ id, requirements })),
    findings: scenarios.flatMap(({ record, row }) => row.findings.map((finding) => ({ ...finding, scenario: record.id }))),
  };
}
