/** Puts together what Cucumber's messages say of one scenario. Judges nothing. */
import type { Pickle, PickleStep, TestCase } from '@cucumber/messages';
import { errorOf, statusOf, statusWord, type Attempt } from './attempt-log';
import { EVIDENCE_VERSION, type AttemptEvidence, type ScenarioEvidence } from './evidence';
import type { GherkinIndex } from './gherkin-index';
import type { StepRecord } from './record';
import { featurePath, scenarioName } from './scenario-identity';

/** Ids that tags name, without `@`, in order and once each. */
export function taggedIds(pickle: Pickle, ...prefixes: readonly string[]): string[] {
  const names = pickle.tags.map(({ name }) => name.slice(1));
  return [...new Set(names.filter((name) => prefixes.some((prefix) => name.startsWith(prefix))))];
}

/** @param id of the scenario, the same from one run to the next. @param attempts oldest first. */
export function gatherScenario(
  pickle: Pickle,
  testCase: TestCase,
  attempts: readonly Attempt[],
  gherkin: GherkinIndex,
  id: string,
): ScenarioEvidence {
  const origin = gherkin.origin(pickle);
  return {
    evidenceVersion: EVIDENCE_VERSION,
    id,
    name: scenarioName(pickle.name, origin),
    feature: origin.feature,
    file: featurePath(pickle.uri),
    ...(origin.rule !== undefined && { rule: origin.rule }),
    line: origin.line,
    opportunistic: pickle.tags.some((tag) => tag.name === '@opportuniste'),
    requirements: taggedIds(pickle, 'MPO-', 'REC-'),
    readings: taggedIds(pickle, 'AMB-'),
    length: pickle.steps.length,
    steps: stepsOf(pickle, testCase, undefined, gherkin),
    attempts: attempts.map((attempt) => gatherAttempt(attempt, stepsOf(pickle, testCase, attempt, gherkin))),
  };
}

function gatherAttempt(attempt: Attempt, steps: readonly StepRecord[]): AttemptEvidence {
  const { startedAt, finishedAt = startedAt, outcomes, readings, moves, journal, exchange, observations } = attempt;
  const error = errorOf(attempt);
  return {
    status: statusOf(attempt),
    ...(error !== undefined && { error }),
    durationMs: Math.max(0, finishedAt - startedAt),
    ...{ steps, outcomes, readings, moves, journal, exchange, observations },
    screens: attempt.screens,
    mails: attempt.mails,
    screenshots: [...new Set(attempt.screenshots)],
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
