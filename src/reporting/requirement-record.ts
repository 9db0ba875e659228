/** Gives each requirement its row: the catalogue's, the recommendations met in the run, and ids that neither knows. */
import type { Requirement } from '../specification/model';
import { concerns, judgeRequirement, type RequirementSeen } from '../verdict/outcomes';
import type { FindingRecord, RequirementRecord, RunRecord } from './record';
import type { JudgedScenario } from './scenario-record';

/** What the rows depend on beside the catalogue. */
export interface RequirementsInput {
  readonly requirements: readonly Requirement[];
  readonly scenarios: readonly JudgedScenario[];
  /** For each requirement, the number of its scenarios that did not run and that would have helped to decide it. */
  readonly leftOut: ReadonlyMap<string, number>;
  readonly level: RunRecord['level'];
  readonly filtered: boolean;
}

/** In the order of the catalogue, then by id. An id unknown to it has its row too: its failure must not be lost. */
export function recordRequirements(input: RequirementsInput): RequirementRecord[] {
  const known = new Map(input.requirements.map((requirement) => [requirement.id, requirement]));
  const met = input.scenarios.flatMap(({ row }) => namedBy(row));
  const others = [...new Set(met)].filter((id) => !known.has(id)).sort();
  return [...known.keys(), ...others].map((id) => recordOne(id, known.get(id), input));
}

/** Every requirement that a scenario bears on: by its tags, or by its findings. */
export function namedBy(row: JudgedScenario['row']): string[] {
  return [...new Set([...row.requirements, ...row.findings.flatMap(({ requirements }) => requirements)])];
}

/** For each requirement, how many of these scenarios its id tags. */
export function countScenarios(scenarios: readonly { readonly requirements: readonly string[] }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of scenarios.flatMap(({ requirements }) => requirements)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function recordOne(id: string, known: Requirement | undefined, input: RequirementsInput): RequirementRecord {
  const level = id.startsWith('REC-') ? 'recommendation' : 'document';
  const scenarios = input.scenarios.filter(({ row }) => namedBy(row).includes(id));
  const asked = input.level === 'all' || input.level === level;
  const limit = known?.limit?.fr;
  const seen: RequirementSeen = {
    id,
    testable: known?.testable ?? 'yes',
    ...(limit !== undefined && { limit }),
    rows: scenarios.map(({ row }) => row),
    leftOut: input.leftOut.get(id) ?? 0,
    expected: asked && !input.filtered,
  };
  return {
    id,
    level,
    ...judgeRequirement(seen),
    source: { section: known?.section ?? '', citation: known?.citation ?? '' },
    statement: known?.statement.fr ?? '',
    testable: seen.testable,
    ...(limit !== undefined && { limit }),
    readings: known?.readings ?? [],
    scenarios: scenarios.map(({ record }) => record.id),
    findings: scenarios.flatMap((scenario) => findingsOn(id, scenario)),
  };
}

function findingsOn(id: string, { record, row }: JudgedScenario): FindingRecord[] {
  return row.findings
    .filter((finding) => concerns(id, finding, row.requirements))
    .map(({ expected, observed, attribution, evidence, intermittent }) => ({
      expected,
      observed,
      attribution,
      evidence,
      scenario: record.id,
      ...(intermittent && { intermittent }),
    }));
}
