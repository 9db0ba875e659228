/** For tests: records of a deployment, consistent with themselves, with the findings and the gaps that a test wants. */
import type { FindingRecord, RunRecord } from '../../reporting/record';
import { conformingRun } from '../../reporting/testing/fixtures';
import { countOutcomes } from '../../reporting/totals';
import { judgeRun } from '../../verdict/verdict';
import { namedBy } from '../consistency';
import type { CatalogueRow, GateFacts } from '../decision';
import { gatePolicySchema, type GatePolicy } from '../policy';

/** The day on which these runs are judged; they began on 12 March 2026. */
export const NOW = new Date('2026-03-14T10:00:00Z');

/** A whole run of a deployment that conforms, with evidence. */
export function deploymentRun(): RunRecord {
  const { record } = conformingRun();
  return {
    ...record,
    target: { name: 'préproduction', kind: 'deployment', baseUrl: 'https://preprod.example/' },
    suite: { commit: '0123abc', state: 'clean' },
    evidence: { manifest: 'evidence/manifest.json', sha256: 'aa' },
  };
}

/** The same run, but the scenarios of this requirement at these ranks made a finding. */
export function withFinding(
  record: RunRecord,
  id: string,
  said: Partial<FindingRecord> = {},
  ranks: readonly number[] = [0],
): RunRecord {
  const failing = ranks.map((rank) => record.requirements.find((one) => one.id === id)?.scenarios[rank]);
  const findings = failing.map((scenario = '') => ({
    ...{ expected: 'un seul courriel', observed: 'aucun courriel en 30 s', evidence: [], attribution: 'implementation' as const },
    ...said,
    scenario,
  }));
  return judged({
    ...record,
    scenarios: record.scenarios.map((one) => (failing.includes(one.id) ? { ...one, outcome: 'failed', reason: 'constat' } : one)),
    requirements: record.requirements.map((one) =>
      one.id === id ? { ...one, outcome: 'failed', reason: 'constat', findings: [...one.findings, ...findings] } : one,
    ),
  });
}

/** The same run, but this requirement and its scenarios have this outcome. */
export function withOutcome(
  record: RunRecord,
  id: string,
  outcome: 'cantTell' | 'untested',
  reason = 'le serveur ne répond pas',
): RunRecord {
  const own = record.requirements.find((one) => one.id === id)?.scenarios ?? [];
  return judged({
    ...record,
    scenarios: record.scenarios.map((one) =>
      own.includes(one.id) ? { ...one, outcome, reason, opportunistic: outcome === 'untested' } : one,
    ),
    requirements: record.requirements.map((one) => (one.id === id ? { ...one, outcome, reason } : one)),
  });
}

/** With the totals and the verdict that its rows give. */
export function judged(record: RunRecord): RunRecord {
  const { requirements, scenarios, selection, stopped } = record;
  const judgement = judgeRun({
    requirements,
    scenarios: scenarios.map((one) => ({ ...one, requirements: namedBy(one, record) })),
    selection: selection.filtered ? selection.words : undefined,
    stopped,
  });
  return {
    ...record,
    ...judgement,
    totals: {
      requirements: countOutcomes(requirements.filter(({ level }) => level === 'document')),
      recommendations: countOutcomes(requirements.filter(({ level }) => level === 'recommendation')),
      scenarios: countOutcomes(scenarios),
    },
  };
}

export function factsOf(record: RunRecord, other: Partial<GateFacts> = {}): GateFacts {
  const catalogue: CatalogueRow[] = deploymentRun().requirements.map(({ id, level, testable }) => ({ id, level, testable }));
  return { record, integrity: [], signature: 'absent', catalogue, now: NOW, ...other };
}

/** A policy as its file would be read. */
export function policyOf(written: object = {}): GatePolicy {
  return gatePolicySchema.parse(written);
}
