/** Works the record of a run out again from its evidence: what the oracles were given is judged anew. Opens no target, reads no file. */
import { procedure } from '../../simulator';
import { judgeAgain, type Observation } from '../checks/observations';
import { screenNames } from '../checks/screen-names';
import { modelCoverage } from '../exploration/model-coverage';
import { chartOf } from '../exploration/statechart';
import type { AttemptEvidence, RunEvidence, ScenarioEvidence } from '../reporting/evidence';
import { judgeEvidence, type Measure } from '../reporting/judge-evidence';
import { mergeRecords } from '../reporting/merge-records';
import type { RunRecord } from '../reporting/record';
import type { OutcomeAttachment } from '../verdict/attachments';
import type { Finding } from '../verdict/errors';

/** How much of the reference machine was gone through. */
export const measureModel: Measure = (journeys) => modelCoverage(chartOf(procedure), journeys, screenNames);

/** @param runs one, or those that were merged. @throws Error for an observation that no oracle can have been given. */
export function recompute(runs: readonly RunEvidence[]): RunRecord {
  const records = runs.map(({ run, scenarios }, rank) => ({
    name: `run ${rank + 1}`,
    record: judgeEvidence({ run, scenarios: scenarios.map(judgedAgain) }, measureModel),
  }));
  const [only] = records;
  return records.length === 1 && only !== undefined ? only.record : mergeRecords(records);
}

/** A finding stands as long as its observation gives it; one that an observation gives, and that nobody reported, fails the attempt. */
function judgedAgain(scenario: ScenarioEvidence): ScenarioEvidence {
  return { ...scenario, attempts: scenario.attempts.map(attemptAgain) };
}

function attemptAgain(attempt: AttemptEvidence): AttemptEvidence {
  const found = attempt.observations.map((observation) => judgeAgain(observation as Observation));
  const outcomes = attempt.outcomes.flatMap((outcome): OutcomeAttachment[] => {
    if (outcome.kind !== 'finding') return [outcome];
    const findings = outcome.findings.filter((finding) => isFoundAgain(finding, found));
    return findings.length === 0 ? [] : [{ ...outcome, findings }];
  });
  const unreported = attempt.status === 'passed' ? found.flat() : [];
  if (unreported.length === 0) return { ...attempt, outcomes };
  const findings = unreported.map((finding) => ({ ...finding, attribution: 'implementation' as const }));
  return { ...attempt, status: 'failed', outcomes: [...outcomes, { kind: 'finding', findings }] };
}

/** A property says of which value it speaks before it repeats the finding. */
function isFoundAgain(
  { observation = -1, expected, observed }: Finding,
  found: readonly (readonly { expected: string; observed: string }[])[],
) {
  return (found[observation] ?? []).some((one) => one.expected === expected && observed.endsWith(one.observed));
}
