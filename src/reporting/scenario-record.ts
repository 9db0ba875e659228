/** Judges a scenario from its evidence, and gives it its row. Knows no requirement beyond the tags. */
import type { OutcomeAttachment } from '../verdict/attachments';
import type { Finding } from '../verdict/errors';
import {
  judgeByTwin,
  judgeScenario,
  type AttemptSeen,
  type Outcome,
  type Row,
  type ScenarioJudgement,
  type Stop,
} from '../verdict/outcomes';
import type { AttemptEvidence, ScenarioEvidence } from './evidence';
import type { AttemptRecord, ScenarioRecord } from './record';

/** A scenario of the record, with the findings that its requirements will sort out. */
export interface JudgedScenario {
  readonly record: ScenarioRecord;
  readonly row: Row;
}

/** @param twin what the same scenario gave on the reference simulator. */
export function recordScenario(
  evidence: ScenarioEvidence,
  { stopped, twin }: { readonly stopped: Stop | undefined; readonly twin: Outcome | undefined },
): JudgedScenario {
  const { id, name, feature, file, rule, line, opportunistic, requirements, readings, attempts } = evidence;
  const alone = judgeScenario(
    attempts.map((attempt) => seen(attempt, evidence)),
    opportunistic,
    stopped,
  );
  const judgement = twin === undefined ? alone : judgeByTwin(alone, twin);
  const records = attempts.map((attempt) => recordAttempt(attempt, evidence));
  const decisive = decisiveRank(records, alone);
  const notRun: AttemptRecord = { outcome: 'cantTell', durationMs: 0, steps: evidence.steps, journal: [] };
  const record: ScenarioRecord = {
    ...{ id, name, feature, file },
    ...(rule !== undefined && { rule }),
    line,
    ...(records[decisive] ?? notRun),
    outcome: judgement.outcome,
    ...(judgement.reason !== undefined && { reason: judgement.reason }),
    ...(judgement.attribution && { attribution: judgement.attribution }),
    ...(twin !== undefined && { twin }),
    ...{ opportunistic, requirements, readings },
    ...(records.length > 1 && { otherAttempts: records.filter((_, rank) => rank !== decisive) }),
  };
  return { record, row: { ...judgement, name, opportunistic, requirements } };
}

function seen({ status, error, outcomes }: AttemptEvidence, { length }: ScenarioEvidence): AttemptSeen {
  return { status, steps: length, attached: outcomes.map(withoutRanks), ...(error !== undefined && { error }) };
}

/** What a finding comes from is a matter of the evidence, not of its judgement. */
function withoutRanks(outcome: OutcomeAttachment): OutcomeAttachment {
  if (outcome.kind !== 'finding') return outcome;
  const bare = ({ requirements, expected, observed, attribution, evidence }: Finding): Finding => ({
    ...{ requirements, expected, observed, attribution, evidence },
  });
  return { ...outcome, findings: outcome.findings.map(bare) };
}

/** The attempt that shows why: the last one of the scenario's own outcome. */
function decisiveRank(records: readonly AttemptRecord[], { outcome, reason }: ScenarioJudgement): number {
  const same = records.findLastIndex((one) => one.outcome === outcome && one.reason === reason);
  const alike = records.findLastIndex((one) => one.outcome === outcome);
  return [same, alike, records.length - 1].find((rank) => rank >= 0) ?? 0;
}

function recordAttempt(attempt: AttemptEvidence, evidence: ScenarioEvidence): AttemptRecord {
  const { durationMs, steps, journal, exchange, screenshots } = attempt;
  const { outcome, reason } = judgeScenario([seen(attempt, evidence)], evidence.opportunistic);
  return {
    outcome,
    ...(reason !== undefined && { reason }),
    ...{ durationMs, steps, journal },
    ...(exchange.length > 0 && { exchange }),
    ...(screenshots.length > 0 && { screenshots }),
  };
}
