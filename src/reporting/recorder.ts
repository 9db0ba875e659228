/** Builds the record of a run from Cucumber's messages alone. Runs nothing, writes nothing. */
import type { Envelope, Pickle, TestCase } from '@cucumber/messages';
import * as specification from '../specification';
import type { Reading, Requirement, Section } from '../specification/model';
import type { Stop } from '../verdict/outcomes';
import { judgeRun } from '../verdict/verdict';
import { createAttemptLog } from './attempt-log';
import { createGherkinIndex } from './gherkin-index';
import { recordReadings } from './reading-record';
import { SCHEMA_VERSION, type RunRecord } from './record';
import { namedBy, recordRequirements } from './requirement-record';
import { createIdentities, featurePath } from './scenario-identity';
import { recordScenario, taggedIds, type JudgedScenario } from './scenario-record';
import { countOutcomes } from './totals';

/** What the messages do not say of a run. */
export interface RunContext extends Pick<RunRecord, 'target' | 'driver' | 'level' | 'seed' | 'selection' | 'versions'> {
  /** By the target; those that are absent have their default. */
  readonly declaredReadings: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** These three: the specification's own unless given. */
  readonly sections?: readonly Section[];
  readonly requirements?: readonly Requirement[];
  readonly readings?: readonly Reading[];
}

export interface RunEnd {
  /** Milliseconds since the epoch. */
  readonly finishedAt: number;
  /** Why the run broke off, when it did. */
  readonly stopped?: Stop;
}

export interface Recorder {
  /** Takes every message, in the order in which Cucumber gives them. */
  receive(envelope: Envelope): void;
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

  function judgedScenarios(stopped: Stop | undefined): JudgedScenario[] {
    const identify = createIdentities();
    return pickles.flatMap((pickle) => {
      // Every pickle takes its id, so that a twin keeps its own whatever is selected.
      const id = identify(featurePath(pickle.uri), gherkin.origin(pickle));
      const testCase = testCases.get(pickle.id);
      return testCase ? [recordScenario(pickle, testCase, attempts.of(testCase.id), gherkin, id, stopped)] : [];
    });
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
    finish({ finishedAt, stopped }) {
      if (!ended) breakdowns.push('Cucumber n’a pas annoncé la fin de la campagne');
      const reason = breakdowns[0];
      const broken: Stop | undefined = stopped ?? (reason === undefined ? undefined : { attribution: 'suite', reason });
      const judged = judgedScenarios(broken);
      return assemble(context, judged, {
        leftOut: countLeftOut(pickles.filter(({ id }) => !testCases.has(id))),
        readings: recordReadings(context.readings ?? specification.readings, context.declaredReadings, attempts.readings()),
        durationMs: finishedAt - context.startedAt,
        ...(broken && { stopped: broken }),
      });
    },
  };
}

interface Rest extends Pick<RunRecord, 'readings' | 'durationMs' | 'stopped'> {
  readonly leftOut: ReadonlyMap<string, number>;
}

function assemble(context: RunContext, judged: readonly JudgedScenario[], { leftOut, ...rest }: Rest): RunRecord {
  const { target, driver, level, seed, selection, versions } = context;
  const requirements = recordRequirements({
    requirements: context.requirements ?? specification.requirements,
    scenarios: judged,
    leftOut,
    level,
    filtered: selection.filtered,
  });
  const scenarios = judged.map(({ record }) => record);
  const judgement = judgeRun({
    requirements,
    scenarios: judged.map(({ row }) => ({ ...row, requirements: namedBy(row) })),
    selection: selection.filtered ? selection.words : undefined,
    stopped: rest.stopped,
  });
  return {
    schemaVersion: SCHEMA_VERSION,
    ...judgement,
    ...{ target, driver, level, seed, selection },
    sections: (context.sections ?? specification.sections).map(({ id, title }) => ({ id, title: title.fr })),
    requirements,
    scenarios,
    totals: {
      requirements: countOutcomes(requirements.filter((one) => one.level === 'document')),
      recommendations: countOutcomes(requirements.filter((one) => one.level === 'recommendation')),
      scenarios: countOutcomes(scenarios),
    },
    startedAt: new Date(context.startedAt).toISOString(),
    versions,
    ...rest,
  };
}

function countLeftOut(pickles: readonly Pickle[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of pickles.flatMap((pickle) => taggedIds(pickle, 'MPO-', 'REC-'))) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function firstLine(message: string | undefined): string {
  return message?.split('\n')[0] ?? 'sans message';
}
