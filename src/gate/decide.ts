/** Decides the gate: from the facts of a report and a policy to accepted, refused or inconclusive. Reads no file, opens no target. */
import { baselineGrounds, fixedSince } from './baseline';
import { consistencyGrounds } from './consistency';
import type { GateDecision, GateFacts, Ground } from './decision';
import { findingsOf } from './findings';
import { coverageGrounds, coverageOf, emptinessGrounds, findingGrounds, modelCoverageOf, undecidedGrounds } from './outcomes';
import type { GatePolicy } from './policy';
import { trustGrounds } from './trust';
import { judgeWaivers, underWaivers, waiverGrounds } from './waivers';

/** Fails closed: nothing is accepted but a whole, trusted, consistent run, every finding of which a waiver in force covers. */
export function decideGate(facts: GateFacts, policy: GatePolicy): GateDecision {
  const { record, baseline } = facts;
  const seen = findingsOf(record);
  const waivers = judgeWaivers(policy.waivers, seen, record, facts.now);
  const findings = underWaivers(seen, waivers);
  const grounds = [
    ...trustGrounds(facts, policy),
    ...consistencyGrounds(record, facts.catalogue),
    ...findingGrounds(findings, policy),
    ...waiverGrounds(waivers),
    ...undecidedGrounds(record, findings, policy),
    ...emptinessGrounds(record, policy),
    ...coverageGrounds(record, policy),
    ...(baseline ? baselineGrounds(baseline, record, findings, policy) : []),
  ];
  const modelCoverage = modelCoverageOf(record);
  return {
    decision: weigh(grounds),
    target: record.target,
    startedAt: record.startedAt,
    verdict: record.verdict,
    ...{ grounds, findings, waivers },
    coverage: coverageOf(record),
    ...(modelCoverage && { modelCoverage }),
    ...(baseline && { fixed: fixedSince(baseline, record) }),
  };
}

/** 0 accepted, 1 refused, 3 inconclusive. */
export function gateExitCode({ decision }: Pick<GateDecision, 'decision'>): 0 | 1 | 3 {
  return ({ accepted: 0, refused: 1, inconclusive: 3 } as const)[decision];
}

function weigh(grounds: readonly Ground[]): GateDecision['decision'] {
  if (grounds.some(({ weight }) => weight === 'refuse')) return 'refused';
  return grounds.some(({ weight }) => weight === 'inconclusive') ? 'inconclusive' : 'accepted';
}
