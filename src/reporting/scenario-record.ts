/** Turns a test case and its attempts into the row of a scenario. Knows no requirement beyond the tags. */
import type { Pickle, PickleStep, TestCase } from '@cucumber/messages';
import {
  judgeByTwin,
  judgeScenario,
  type AttemptSeen,
  type Outcome,
  type Row,
  type ScenarioJudgement,
  type Stop,
} from '../verdict/outcomes';
import { errorOf, statusOf, statusWord, type Attempt } from './attempt-log';
import type { GherkinIndex } from './gherkin-index';
import type { AttemptRecord, ScenarioRecord, StepRecord } from './record';
import { featurePath, scenarioName } from './scenario-identity';

/** A scenario of the record, with the findings that its requirements will sort out. */
export interface JudgedScenario {
  readonly record: ScenarioRecord;
  readonly row: Row;
}

/** Ids that tags name, without `@`, in order and once each. */
export function taggedIds(pickle: Pickle, ...prefixes: readonly string[]): string[] {
  const names = pickle.tags.map(({ name }) => name.slice(1));
  return [...new Set(names.filter((name) => prefixes.some((prefix) => name.startsWith(prefix))))];
}

export function recordScenario(
  pickle: Pickle,
  testCase: TestCase,
  attempts: readonly Attempt[],
  gherkin: GherkinIndex,
  id: string,
  { stopped, twin }: { readonly stopped: Stop | undefined; readonly twin: Outcome | undefined },
): JudgedScenario {
  const origin = gherkin.origin(pickle);
  const name = scenarioName(pickle.name, origin);
  const opportunistic = pickle.tags.some((tag) => tag.name === '@opportuniste');
  const requirements = taggedIds(pickle, 'MPO-', 'REC-');
  const alone = judgeScenario(
    attempts.map((attempt) => seen(attempt, pickle)),
    opportunistic,
    stopped,
  );
  const judgement = twin === undefined ? alone : judgeByTwin(alone, twin);
  const records = attempts.map((attempt) => recordAttempt(attempt, opportunistic, pickle, testCase, gherkin));
  const decisive = decisiveRank(records, alone);
  const notRun: AttemptRecord = {
    outcome: 'cantTell',
    durationMs: 0,
    steps: stepsOf(pickle, testCase, undefined, gherkin),
    journal: [],
  };
  const record: ScenarioRecord = {
    id,
    name,
    feature: origin.feature,
    file: featurePath(pickle.uri),
    ...(origin.rule !== undefined && { rule: origin.rule }),
    line: origin.line,
    ...(records[decisive] ?? notRun),
    outcome: judgement.outcome,
    ...(judgement.reason !== undefined && { reason: judgement.reason }),
    ...(judgement.attribution && { attribution: judgement.attribution }),
    ...(twin !== undefined && { twin }),
    opportunistic,
    requirements,
    readings: taggedIds(pickle, 'AMB-'),
    ...(records.length > 1 && { otherAttempts: records.filter((_, rank) => rank !== decisive) }),
  };
  return { record, row: { ...judgement, name, opportunistic, requirements } };
}

function seen(attempt: Attempt, pickle: Pickle): AttemptSeen {
  const error = errorOf(attempt);
  const base = { status: statusOf(attempt), steps: pickle.steps.length, attached: attempt.outcomes };
  return error === undefined ? base : { ...base, error };
}

/** The attempt that shows why: the last one of the scenario's own outcome. */
function decisiveRank(records: readonly AttemptRecord[], { outcome, reason }: ScenarioJudgement): number {
  const same = records.findLastIndex((one) => one.outcome === outcome && one.reason === reason);
  const alike = records.findLastIndex((one) => one.outcome === outcome);
  return [same, alike, records.length - 1].find((rank) => rank >= 0) ?? 0;
}

function recordAttempt(
  attempt: Attempt,
  opportunistic: boolean,
  pickle: Pickle,
  testCase: TestCase,
  gherkin: GherkinIndex,
): AttemptRecord {
  const { outcome, reason } = judgeScenario([seen(attempt, pickle)], opportunistic);
  return {
    outcome,
    ...(reason !== undefined && { reason }),
    durationMs: Math.max(0, (attempt.finishedAt ?? attempt.startedAt) - attempt.startedAt),
    steps: stepsOf(pickle, testCase, attempt, gherkin),
    journal: attempt.journal,
    ...(attempt.screenshots.length > 0 && { screenshots: [...new Set(attempt.screenshots)] }),
  };
}

/** The Gherkin steps, and of the hooks only those that went wrong. */
function stepsOf(pickle: Pickle, testCase: TestCase, attempt: Attempt | undefined, gherkin: GherkinIndex): StepRecord[] {
  const firstStep = testCase.testSteps.findIndex(({ pickleStepId }) => pickleStepId !== undefined);
  return testCase.testSteps.flatMap((testStep, rank): StepRecord[] => {
    const result = attempt?.results.get(testStep.id);
    const outcome = result ? statusWord(result) : 'unfinished';
    const step = pickle.steps.find(({ id }) => id === testStep.pickleStepId);
    if (step !== undefined) return [{ keyword: gherkin.keyword(step), text: step.text, outcome, ...argumentOf(step) }];
    if (outcome !== 'failed') return [];
    const before = rank < firstStep;
    return [{ keyword: before ? 'Avant' : 'Après', text: before ? 'préparation du scénario' : 'fin du scénario', outcome }];
  });
}

function argumentOf({ argument }: PickleStep): Pick<StepRecord, 'table' | 'docString'> {
  return {
    ...(argument?.dataTable && { table: argument.dataTable.rows.map(({ cells }) => cells.map(({ value }) => value)) }),
    ...(argument?.docString && { docString: argument.docString.content }),
  };
}
