/** What the formats say of a scenario in the same words: its name, and what it found. Knows no format. */
import type { SharedFinding } from './record-findings';
import type { ScenarioRecord } from './record';

/** By id: the rule and the name, and the id too where several scenarios bear that name. Readers of these formats drop twins. */
export function uniqueNames(scenarios: readonly ScenarioRecord[]): ReadonlyMap<string, string> {
  const times = new Map<string, number>();
  for (const name of scenarios.map(fullName)) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map(
    scenarios.map((scenario) => {
      const name = fullName(scenario);
      return [scenario.id, times.get(name) === 1 ? name : `${name} [${scenario.id}]`];
    }),
  );
}

/** The findings of a scenario with the sentences that they break, one paragraph each; its reason when it made none. */
export function failureText(scenario: ScenarioRecord, findings: readonly SharedFinding[]): string {
  const own = findings.flatMap((shared) => describeFinding(shared, scenario));
  return own.length > 0 ? own.join('\n\n') : (scenario.reason ?? '');
}

function fullName({ rule, name }: ScenarioRecord): string {
  return rule === undefined ? name : `${rule} — ${name}`;
}

function describeFinding(
  { findings, requirements, expected, observed }: SharedFinding,
  { id: scenario }: ScenarioRecord,
): string[] {
  const finding = findings.find((one) => one.scenario === scenario);
  if (finding === undefined) return [];
  const lines = [
    ...requirements.map(({ id, source }) => `${id} « ${source.citation} »`),
    `attendu : ${expected}`,
    `observé : ${observed}`,
    ...finding.evidence.map((line) => `preuve : ${line}`),
    ...(finding.intermittent ? ['intermittent : un autre passage du même scénario a réussi'] : []),
  ];
  return [lines.join('\n')];
}
