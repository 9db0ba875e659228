/** Whether a report is the one that the policy wants: unaltered, signed, fresh, of the right target, of a whole run. */
import type { GateFacts, Ground } from './decision';
import { isWhole } from './consistency';
import { milliseconds, type GatePolicy } from './policy';

/** How far the clock of the machine that ran may be ahead. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** What weighs on the folder of the run, whatever its outcomes. */
export function trustGrounds(facts: GateFacts, policy: GatePolicy): Ground[] {
  return [
    ...integrity(facts),
    ...signature(facts, policy),
    ...target(facts, policy),
    ...extent(facts),
    ...age(facts, policy),
    ...suite(facts, policy),
  ];
}

/** Without evidence nothing can be recomputed: that decides nothing, either way. */
function integrity({ record, integrity: problems }: GateFacts): Ground[] {
  const bare = record.evidence === undefined;
  return [
    ...(bare ? [open('integrity', 'Le rapport n’a pas de preuves : rien ne permet de recalculer ses issues')] : []),
    ...problems.map((problem) => (bare ? open : refuse)('integrity', `Vérification du dossier : ${problem.replace(/\.$/, '')}`)),
  ];
}

function signature({ signature: seen }: GateFacts, policy: GatePolicy): Ground[] {
  if (seen === 'invalid') return [refuse('signature', 'La signature du dossier n’est pas celle de la clé attendue')];
  if (policy.signature?.required !== true || seen === 'valid') return [];
  const words = seen === 'absent' ? 'Le dossier n’est pas signé' : 'La signature du dossier n’a pas été vérifiée';
  return [refuse('signature', `${words}, et la règle l’exige`)];
}

function target({ record: { target: seen } }: GateFacts, policy: GatePolicy): Ground[] {
  const { name, baseUrl, kind, fault, variant } = seen;
  const other = (key: string, given: string | undefined, wanted: string): Ground =>
    refuse('scope', `La cible de la campagne a pour ${key} « ${given ?? ''} », la règle veut « ${wanted} »`);
  return [
    ...(fault === undefined ? [] : [refuse('scope', `La campagne porte sur un défaut planté (${fault})`)]),
    ...(variant === undefined ? [] : [refuse('scope', `La campagne porte sur une variante du simulateur (${variant})`)]),
    ...(kind === policy.kind
      ? []
      : [
          refuse(
            'scope',
            kind === 'simulator'
              ? 'La campagne porte sur le simulateur et non sur un déploiement'
              : 'La campagne porte sur un déploiement et non sur le simulateur',
          ),
        ]),
    ...(policy.target === undefined || policy.target === name ? [] : [other('nom', name, policy.target)]),
    ...(policy.baseUrl === undefined || sameAddress(policy.baseUrl, baseUrl) ? [] : [other('adresse', baseUrl, policy.baseUrl)]),
  ];
}

function extent({ record }: GateFacts): Ground[] {
  const { selection, stopped } = record;
  return [
    ...(stopped === undefined ? [] : [open('scope', `La campagne a été interrompue : ${stopped.reason.replace(/\.$/, '')}`)]),
    ...(isWhole(record) ? [] : [open('scope', `La campagne ne porte que sur une sélection (${selection.words})`)]),
  ];
}

function age({ record, now }: GateFacts, { maximalAge }: GatePolicy): Ground[] {
  const elapsed = now.getTime() - Date.parse(record.startedAt);
  if (elapsed < -CLOCK_SKEW_MS) return [refuse('age', `La campagne est datée du futur (${record.startedAt})`)];
  if (maximalAge === undefined || elapsed <= milliseconds(maximalAge)) return [];
  return [refuse('age', `La campagne est trop ancienne : elle date du ${record.startedAt}, la règle admet ${maximalAge}`)];
}

function suite({ record }: GateFacts, policy: GatePolicy): Ground[] {
  const state = record.suite?.state ?? 'unknown';
  if (policy.suite === 'any' || state === 'clean') return [];
  if (state === 'dirty') return [refuse('integrity', 'Les sources de la suite avaient été modifiées depuis leur commit')];
  return [open('integrity', 'Le rapport ne dit pas quelles sources de la suite ont jugé')];
}

/** As browsers compare them: `https://host` is `https://host/`. */
function sameAddress(one: string, other: string | undefined): boolean {
  return other !== undefined && URL.canParse(other) && new URL(one).href === new URL(other).href;
}

function refuse(about: Ground['about'], sentence: string): Ground {
  return { weight: 'refuse', about, words: `${sentence}.` };
}

function open(about: Ground['about'], sentence: string): Ground {
  return { weight: 'inconclusive', about, words: `${sentence}.` };
}
