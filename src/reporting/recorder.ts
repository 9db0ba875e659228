/** Builds the record of a run from Cucumber's messages alone. Runs nothing, writes nothing. */
import type { Envelope, Pickle, TestCase } from '@cucumber/messages';
import * as specification from '../specification';
import type { SeenMove } from '../verdict/attachments';
import type { Outcome, Stop } from '../verdict/outcomes';
import { assembleRecord, type Catalogue } from './assemble-record';
import { createAttemptLog } from './attempt-log';
import { createGherkinIndex } from './gherkin-index';
import { recordReadings } from './reading-record';
import type { ModelRecord, PlannedScenario, RunRecord, ScenarioRecord, ShardRecord } from './record';
import { countScenarios } from './requirement-record';
import { createIdentities, featurePath } from './scenario-identity';
import { recordScenario, taggedIds, type JudgedScenario } from './scenario-record';

/** What the messages do not say of a run. It is judged by the specification's own catalogue unless given. */
export interface RunContext
  extends Pick<RunRecord, 'target' | 'driver' | 'level' | 'seed' | 'selection' | 'versions'>, Partial<Catalogue> {
  /** By the target; those that are absent have their default. */
  readonly declaredReadings: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Tells what the moves of the scenarios, each by its id, went through of the reference machine. */
  readonly measure?: (journeys: readonly { readonly id: string; readonly moves: readonly SeenMove[] }[]) => ModelRecord;
}

export interface RunEnd {
  /** Milliseconds since the epoch. */
  readonly finishedAt: number;
  /** Why the run broke off, when it did. */
  readonly stopped?: Stop;
  /** By the id of a scenario that failed, what the same scenario gave on the reference simulator. */
  readonly twins?: ReadonlyMap<string, Outcome>;
}

export interface Recorder {
  /** Takes every message, in the order in which Cucumber gives them. */
  receive(envelope: Envelope): void;
  /** The scenarios that have failed so far. */
  failed(): readonly Pick<ScenarioRecord, 'id' | 'file' | 'line'>[];
  /** Judges what was received. Scenarios that were to run and did not end are undecided. */
  finish(end: RunEnd): RunRecord;
}

export function createRecorder(context: RunContext): Recorder {
  const gherkin = createGherkinIndex();
  const attempts = createAttemptLog();
  const pickles: Pickle[] = [];
  const testCases = new Map<string, TestCase>();
  const breakdowns: string[] = [];
  let ended = false;

  function planned(): PlannedPickle[] {
    const identify = createIdentities();
    return pickles.map((pickle) => {
      // Every pickle takes its id, so that a twin keeps its own whatever is selected.
      const id = identify(featurePath(pickle.uri), gherkin.origin(pickle));
      return { pickle, id, requirements: taggedIds(pickle, 'MPO-', 'REC-') };
    });
  }

  function judged(plan: readonly PlannedPickle[], stopped: Stop | undefined, twins?: RunEnd['twins']): JudgedScenario[] {
    return plan.flatMap(({ pickle, id }) => {
      const testCase = testCases.get(pickle.id);
      if (testCase === undefined) return [];
      return [recordScenario(pickle, testCase, attempts.of(testCase.id), gherkin, id, { stopped, twin: twins?.get(id) })];
    });
  }

  function modelOf(plan: readonly PlannedPickle[]): ModelRecord | undefined {
    const journeys = plan.flatMap(({ pickle, id }) => {
      const moves = attempts.of(testCases.get(pickle.id)?.id ?? '').flatMap((attempt) => attempt.moves);
      return moves.length === 0 ? [] : [{ id, moves }];
    });
    return journeys.length === 0 ? undefined : context.measure?.(journeys);
  }

  return {
    receive(envelope) {
      const { gherkinDocument, pickle, testCase, parseError, testRunHookFinished: hook } = envelope;
      if (gherkinDocument) gherkin.add(gherkinDocument);
      if (pickle) pickles.push(pickle);
      if (testCase) testCases.set(testCase.pickleId, testCase);
      if (parseError)
        breakdowns.push(`${parseError.source.uri ?? 'un fichier'} ne se lit pas : ${firstLine(parseError.message)}`);
      if (hook?.result.status === 'FAILED')
        breakdowns.push(`un crochet de campagne a échoué : ${firstLine(hook.result.message)}`);
      if (envelope.testRunFinished) ended = true;
      attempts.receive(envelope);
    },
    failed() {
      return judged(planned(), undefined)
        .map(({ record }) => record)
        .filter(({ outcome }) => outcome === 'failed');
    },
    finish({ finishedAt, stopped, twins }) {
      if (!ended) breakdowns.push('Cucumber n’a pas annoncé la fin de la campagne');
      const reason = breakdowns[0];
      const broken: Stop | undefined = stopped ?? (reason === undefined ? undefined : { attribution: 'suite', reason });
      const plan = planned();
      const scenarios = judged(plan, broken, twins);
      const model = modelOf(plan);
      const { target, driver, level, seed, selection, versions, startedAt } = context;
      const catalogue: Catalogue = {
        sections: context.sections ?? specification.sections,
        requirements: context.requirements ?? specification.requirements,
        readings: context.readings ?? specification.readings,
      };
      const run = {
        ...{ target, driver, level, seed, selection, versions, startedAt, scenarios },
        // A level is not a selection: what it leaves out was not meant to decide.
        leftOut: countScenarios(selection.filtered ? plan.filter(({ pickle }) => !testCases.has(pickle.id)) : []),
        readings: recordReadings(catalogue.readings, context.declaredReadings, attempts.readings()),
        durationMs: finishedAt - startedAt,
        ...(model && { model }),
        ...(broken && { stopped: broken }),
        ...(selection.shard !== undefined && { shard: shardOf(plan, scenarios) }),
      };
      return assembleRecord(run, catalogue);
    },
  };
}

interface PlannedPickle extends PlannedScenario {
  readonly pickle: Pickle;
}

function shardOf(plan: readonly PlannedPickle[], scenarios: readonly JudgedScenario[]): ShardRecord {
  return {
    plan: plan.map(({ id, requirements }) => ({ id, requirements })),
    findings: scenarios.flatMap(({ record, row }) => row.findings.map((finding) => ({ ...finding, scenario: record.id }))),
  };
}

function firstLine(message: string | undefined): string {
  return message?.split('\n')[0] ?? 'sans message';
}
