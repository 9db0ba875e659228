/** Gathers the evidence of a run from Cucumber's messages alone, and has it judged. Runs nothing, writes nothing. */
import type { Envelope, Pickle, TestCase } from '@cucumber/messages';
import * as specification from '../specification';
import type { Outcome, Stop } from '../verdict/outcomes';
import type { Catalogue } from './assemble-record';
import { createAttemptLog } from './attempt-log';
import { EVIDENCE_VERSION, type RunEvidence, type RunFacts, type ScenarioEvidence } from './evidence';
import { gatherScenario, taggedIds } from './gather-scenario';
import { createGherkinIndex } from './gherkin-index';
import { judgeEvidence, type Measure } from './judge-evidence';
import type { PlannedScenario, RunRecord, ScenarioRecord } from './record';
import { createIdentities, featurePath } from './scenario-identity';
import { recordScenario } from './scenario-record';

type Told = 'target' | 'driver' | 'level' | 'seed' | 'selection' | 'versions' | 'suite' | 'declaredReadings' | 'startedAt';

/** What the messages do not say of a run. It is judged by the specification's own catalogue unless given. */
export interface RunContext extends Pick<RunFacts, Told>, Partial<Catalogue> {
  readonly measure?: Measure;
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
  /** All that was received. Scenarios that were to run and did not end are in it, as far as they went. */
  gather(end: RunEnd): RunEvidence;
  /** Judges what was received. */
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

  function gathered(plan: readonly PlannedPickle[]): ScenarioEvidence[] {
    return plan.flatMap(({ pickle, id }) => {
      const testCase = testCases.get(pickle.id);
      return testCase === undefined ? [] : [gatherScenario(pickle, testCase, attempts.of(testCase.id), gherkin, id)];
    });
  }

  function gather({ finishedAt, stopped, twins }: RunEnd): RunEvidence {
    const reason = ended ? breakdowns[0] : (breakdowns[0] ?? 'Cucumber n’a pas annoncé la fin de la campagne');
    const broken: Stop | undefined = stopped ?? (reason === undefined ? undefined : { attribution: 'suite', reason });
    const { target, driver, level, seed, selection, versions, suite, declaredReadings, startedAt } = context;
    const plan = planned();
    const run = {
      evidenceVersion: EVIDENCE_VERSION,
      ...{ target, driver, level, seed, selection, versions, declaredReadings, startedAt, finishedAt },
      ...(suite && { suite }),
      ...(broken && { stopped: broken }),
      twins: Object.fromEntries(twins ?? []),
      plan: plan.map(({ pickle, id, requirements }) => ({ id, requirements, ran: testCases.has(pickle.id) })),
    } as const;
    return { run, scenarios: gathered(plan), pieces: attempts.pieces() };
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
      return gathered(planned())
        .map((evidence) => recordScenario(evidence, { stopped: undefined, twin: undefined }).record)
        .filter(({ outcome }) => outcome === 'failed');
    },
    gather,
    finish(end) {
      const { sections, requirements, readings } = { ...specification, ...withoutAbsent(context) };
      return judgeEvidence(gather(end), context.measure, { sections, requirements, readings });
    },
  };
}

interface PlannedPickle extends PlannedScenario {
  readonly pickle: Pickle;
}

function withoutAbsent({ sections, requirements, readings }: Partial<Catalogue>): Partial<Catalogue> {
  return { ...(sections && { sections }), ...(requirements && { requirements }), ...(readings && { readings }) };
}

function firstLine(message: string | undefined): string {
  return message?.split('\n')[0] ?? 'sans message';
}
