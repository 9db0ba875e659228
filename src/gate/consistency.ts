/** Whether a record agrees with itself and with the catalogue: a verdict is believed only where its own rows bear it out. */
import type { RequirementRecord, RunRecord, ScenarioRecord } from '../reporting/record';
import { countOutcomes } from '../reporting/totals';
import { judgeRun } from '../verdict/verdict';
import type { CatalogueRow, Ground } from './decision';

/** Contradictions told: what follows is mostly the same again. */
const SHOWN = 5;

/** One ground for each contradiction, the first of them. */
export function consistencyGrounds(record: RunRecord, catalogue: readonly CatalogueRow[]): Ground[] {
  const found = [
    ...missingRows(record, catalogue),
    ...twice('exigence', record.requirements),
    ...twice('scénario', record.scenarios),
    ...record.requirements.flatMap((one) => ofRequirement(one, record)),
    ...record.scenarios.flatMap((one) => ofScenario(one, record)),
    ...ofTotals(record),
    ...ofVerdict(record),
  ];
  const more = found.length > SHOWN ? [`et ${found.length - SHOWN} autres contradictions`] : [];
  return [...found.slice(0, SHOWN), ...more].map((words) => ({
    weight: 'refuse',
    about: 'record',
    words: `Le rapport se contredit : ${words}.`,
  }));
}

/** The ids of the requirements that the tags of a scenario name, or its findings. */
export function namedBy({ id, requirements }: ScenarioRecord, record: RunRecord): string[] {
  const finding = record.requirements.filter(({ findings }) => findings.some(({ scenario }) => scenario === id));
  return [...new Set([...requirements, ...finding.map((one) => one.id)])];
}

function missingRows({ requirements }: RunRecord, catalogue: readonly CatalogueRow[]): string[] {
  const rows = new Map(requirements.map((row) => [row.id, row]));
  return catalogue.flatMap(({ id, level, testable }) => {
    const row = rows.get(id);
    if (row === undefined) return [`${id} n’y a pas de ligne`];
    if (row.level === level && row.testable === testable) return [];
    return [`${id} n’y a pas le niveau ou la testabilité du catalogue`];
  });
}

function twice(kind: string, rows: readonly { readonly id: string }[]): string[] {
  const ids = rows.map(({ id }) => id);
  return [...new Set(ids.filter((id, rank) => ids.indexOf(id) !== rank))].map((id) => `${kind} ${id} en double`);
}

function ofRequirement({ id, level, outcome, findings, scenarios }: RequirementRecord, record: RunRecord): string[] {
  const own = record.scenarios.filter((one) => scenarios.includes(one.id));
  const passing = own.every((one) => one.outcome === 'passed' || (one.outcome === 'untested' && one.opportunistic));
  const tagged = record.scenarios.filter(({ requirements }) => requirements.includes(id));
  return [
    ...((level === 'recommendation') === id.startsWith('REC-') ? [] : [`${id} n’est pas à son niveau`]),
    ...((outcome === 'failed') === findings.length > 0
      ? []
      : [`${id} est donnée « ${outcome} » avec ${findings.length} constats`]),
    ...(tagged.every((one) => scenarios.includes(one.id)) ? [] : [`${id} ne cite pas tous les scénarios qui la vérifient`]),
    ...(own.length === scenarios.length ? [] : [`${id} cite un scénario qui n’y est pas`]),
    ...(outcome !== 'passed' || (passing && own.some((one) => one.outcome === 'passed'))
      ? []
      : [`${id} est donnée respectée sans que ses scénarios le montrent`]),
    ...(findings.every(({ scenario }) => own.some((one) => one.id === scenario && one.outcome === 'failed'))
      ? []
      : [`un constat de ${id} vient d’un scénario qui n’a pas échoué`]),
  ];
}

function ofScenario(scenario: ScenarioRecord, { requirements }: RunRecord): string[] {
  const { id, outcome, steps } = scenario;
  const passed = steps.length > 0 && steps.every((step) => step.outcome === 'passed');
  if (outcome === 'passed' && !passed) return [`le scénario ${id} est donné réussi sans que ses étapes le montrent`];
  const told = requirements.some(({ findings }) => findings.some((one) => one.scenario === id));
  return outcome === 'failed' && scenario.requirements.length > 0 && !told
    ? [`l’échec du scénario ${id} n’y a pas de constat`]
    : [];
}

function ofTotals({ requirements, scenarios, totals }: RunRecord): string[] {
  const counted = {
    requirements: countOutcomes(requirements.filter(({ level }) => level === 'document')),
    recommendations: countOutcomes(requirements.filter(({ level }) => level === 'recommendation')),
    scenarios: countOutcomes(scenarios),
  };
  const same = (['requirements', 'recommendations', 'scenarios'] as const).every((kind) =>
    Object.entries(counted[kind]).every(
      ([outcome, number]) => totals[kind][outcome as keyof (typeof counted)[typeof kind]] === number,
    ),
  );
  return same ? [] : ['ses totaux ne sont pas ceux de ses lignes'];
}

function ofVerdict(record: RunRecord): string[] {
  const { requirements, scenarios, selection, stopped, verdict } = record;
  const judged = judgeRun({
    requirements,
    scenarios: scenarios.map((one) => ({ ...one, requirements: namedBy(one, record) })),
    selection: isWhole(record) ? undefined : selection.words,
    stopped,
  });
  return judged.verdict === verdict ? [] : [`son verdict est « ${verdict} », ses lignes donnent « ${judged.verdict} »`];
}

/** Whether a run set out to judge everything of its level. */
export function isWhole({ selection: { filtered, tags, shard, feature }, shard: part }: RunRecord): boolean {
  return !filtered && [tags, shard, feature, part].every((one) => one === undefined);
}
