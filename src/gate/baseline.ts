/** What a run lost since an earlier one: what passed and no longer does, what was checked and no longer is. */
import type { RunRecord } from '../reporting/record';
import { REQUIREMENT_WORDS, targetWords } from '../reporting/words';
import type { Outcome } from '../verdict/outcomes';
import { isWhole } from './consistency';
import type { Ground, Weight } from './decision';
import type { GateFinding } from './findings';
import { named } from './outcomes';
import type { GatePolicy } from './policy';

/** @param findings of the run, each with its waiver. */
export function baselineGrounds(
  baseline: RunRecord,
  record: RunRecord,
  findings: readonly GateFinding[],
  policy: GatePolicy,
): Ground[] {
  return [
    ...weaknesses(baseline, record),
    ...requirementLosses(baseline, record, findings, policy),
    ...scenarioLosses(baseline, record),
  ];
}

/** Ids of the requirements that did not pass and now do. */
export function fixedSince(baseline: RunRecord, { requirements }: RunRecord): string[] {
  const before = outcomesOf(baseline.requirements);
  return requirements
    .filter(({ id, outcome }) => outcome === 'passed' && (before.get(id) === 'failed' || before.get(id) === 'cantTell'))
    .map(({ id }) => id);
}

/** A baseline that checked little, or that is the run itself, would let everything go unseen. */
function weaknesses(baseline: RunRecord, record: RunRecord): Ground[] {
  const partial = !isWhole(baseline) || baseline.stopped !== undefined;
  const later = Date.parse(baseline.startedAt) >= Date.parse(record.startedAt);
  const [before, now] = [targetWords(baseline.target), targetWords(record.target)];
  return [
    ...(partial
      ? [ground('inconclusive', 'La référence n’est pas une campagne entière : elle ne dit pas ce qui a été perdu.')]
      : []),
    ...(later ? [ground('inconclusive', 'La référence n’est pas antérieure à la campagne.')] : []),
    ...(baseline.target.name === record.target.name
      ? []
      : [ground('warn', `La référence porte sur une autre cible (${before}) que la campagne (${now}).`)]),
  ];
}

function requirementLosses(
  baseline: RunRecord,
  record: RunRecord,
  findings: readonly GateFinding[],
  policy: GatePolicy,
): Ground[] {
  const now = outcomesOf(record.requirements);
  return baseline.requirements.flatMap(({ id, level, outcome }): Ground[] => {
    const after = now.get(id);
    if (after === outcome || after === 'passed' || (outcome !== 'passed' && outcome !== 'failed')) return [];
    // From failed to undecided is no loss: the undecided weighs by itself.
    if (outcome === 'failed' && after === 'cantTell') return [];
    if (level === 'recommendation' && policy.recommendation === 'ignore') return [];
    const own = findings.filter(({ requirement }) => requirement === id);
    const waived = after === 'failed' && own.every(({ waiver }) => waiver !== undefined);
    const weight = waived || (level === 'recommendation' && policy.recommendation === 'warn') ? 'warn' : 'refuse';
    return [ground(weight, `Régression de ${id} : ${wordOf(outcome)} dans la référence, ${wordOf(after)} maintenant.`)];
  });
}

/** A check that was carried out and is no longer: that nothing fails of it says nothing. */
function scenarioLosses({ scenarios }: RunRecord, record: RunRecord): Ground[] {
  const now = outcomesOf(record.scenarios);
  const lost = scenarios.filter(({ id, outcome }) => {
    const after = now.get(id);
    return (outcome === 'passed' || outcome === 'failed') && after !== 'passed' && after !== 'failed' && after !== 'cantTell';
  });
  if (lost.length === 0) return [];
  const words =
    lost.length === 1
      ? 'Un scénario de la référence n’est plus exécuté'
      : `${lost.length} scénarios de la référence ne sont plus exécutés`;
  return [ground('refuse', `${words} : ${named(lost.map(({ id }) => id))}.`)];
}

function outcomesOf(rows: readonly { readonly id: string; readonly outcome: Outcome }[]): ReadonlyMap<string, Outcome> {
  return new Map(rows.map(({ id, outcome }) => [id, outcome]));
}

function wordOf(outcome: Outcome | undefined): string {
  return outcome === undefined ? 'absente' : REQUIREMENT_WORDS[outcome].toLowerCase();
}

function ground(weight: Weight, words: string): Ground {
  return { weight, about: 'baseline', words };
}
