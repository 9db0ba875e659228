/** Reads the findings of a record by scenario or as a list. Knows no format. */
import type { FindingRecord, RequirementRecord, RunRecord, ScenarioRecord } from './record';

/** What was expected and seen, once, whoever saw it: two rows of an outline often tell the same story. */
export interface SharedFinding {
  readonly expected: string;
  readonly observed: string;
  /** Every requirement that it fails, in the order of the fiche. */
  readonly requirements: readonly RequirementRecord[];
  /** One a scenario, each with its own evidence. */
  readonly findings: readonly FindingRecord[];
}

/** The findings of these requirements, or of all of them, in the order of the fiche. */
export function sharedFindings(requirements: readonly RequirementRecord[]): SharedFinding[] {
  const shared = new Map<string, FindingRecord[]>();
  for (const { expected, observed, ...rest } of requirements.flatMap(({ findings }) => findings)) {
    const key = JSON.stringify([expected, observed]);
    const same = shared.get(key) ?? [];
    if (!same.some(({ scenario }) => scenario === rest.scenario)) shared.set(key, [...same, { expected, observed, ...rest }]);
  }
  return [...shared.values()].map((findings) => {
    const { expected = '', observed = '' } = findings[0] ?? {};
    const failed = requirements.filter((one) =>
      one.findings.some((each) => each.expected === expected && each.observed === observed),
    );
    return { expected, observed, requirements: failed, findings };
  });
}

/** The requirements that a scenario bears on, by its tags or by its findings, in the order of the fiche. */
export function requirementsOf({ requirements }: RunRecord, { id }: ScenarioRecord): RequirementRecord[] {
  return requirements.filter(({ scenarios }) => scenarios.includes(id));
}

/** Chapters of the fiche, in its order, with their requirements; then recommendations and ids that the catalogue does not know. */
export function chapters(record: RunRecord): { id: string; title: string; requirements: RequirementRecord[] }[] {
  const known = new Set(record.sections.map(({ id }) => id));
  const fiche = record.sections.map(({ id, title }) => ({
    id,
    title,
    requirements: record.requirements.filter(({ source }) => source.section === id),
  }));
  const others = record.requirements.filter(({ source }) => !known.has(source.section));
  const outside = [
    { id: 'recommandations', title: 'Recommandations', requirements: others.filter(({ level }) => level === 'recommendation') },
    { id: 'hors-catalogue', title: 'Hors du catalogue', requirements: others.filter(({ level }) => level === 'document') },
  ];
  return [...fiche, ...outside].filter(({ requirements }) => requirements.length > 0);
}
