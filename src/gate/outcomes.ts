/** What the outcomes of a run weigh: findings without a waiver, what is undecided, what was not covered. */
import { timesTaken } from '../reporting/model-record';
import type { RequirementRecord, RunRecord } from '../reporting/record';
import { judgeRun } from '../verdict/verdict';
import { namedBy } from './consistency';
import type { Ground, Share, Weight } from './decision';
import type { GateFinding } from './findings';
import type { GatePolicy } from './policy';

/** Ids named in one sentence. */
const SHOWN = 8;

/** A finding that no waiver covers. Those of recommendations weigh what the policy says. */
export function findingGrounds(findings: readonly GateFinding[], policy: GatePolicy): Ground[] {
  return findings.flatMap(({ requirement, level, fingerprint, waiver }): Ground[] => {
    const weight = weightOf(level, policy);
    if (weight === undefined) return [];
    const what = level === 'document' ? 'n’est pas respectée' : 'n’est pas suivie';
    if (waiver === undefined) return [{ weight, about: 'finding', words: `${requirement} ${what} (constat ${fingerprint}).` }];
    const words = `${requirement} ${what} (constat ${fingerprint}), sous dérogation de ${waiver.owner} jusqu’au ${waiver.expires}.`;
    return [{ weight: 'warn', about: 'finding', words }];
  });
}

/** What could not be decided, by reason. What only a finding under a waiver kept from being seen lets pass, and is said. */
export function undecidedGrounds(record: RunRecord, findings: readonly GateFinding[], policy: GatePolicy): Ground[] {
  const undecided = record.requirements.filter(({ outcome, testable }) => outcome === 'cantTell' && testable !== 'no');
  const groups = new Map<string, { weight: Weight; reason: string; ids: string[] }>();
  for (const one of undecided) {
    const weight = hiddenByWaiver(one, record, findings) ? 'warn' : openWeightOf(one, policy);
    if (weight === undefined) continue;
    const reason = one.reason ?? '';
    const group = groups.get(`${weight} ${reason}`) ?? { weight, reason, ids: [] };
    groups.set(`${weight} ${reason}`, { ...group, ids: [...group.ids, one.id] });
  }
  return [...groups.values()].map(({ weight, reason, ids }) => ({
    weight,
    about: 'undecided',
    words: `${named(ids)} ${ids.length === 1 ? 'reste indécise' : 'restent indécises'} : ${reason.replace(/\.$/, '')}.`,
  }));
}

/** A run in which nothing was decided, or that lost a failure on the way, beside all that is said elsewhere. */
export function emptinessGrounds(record: RunRecord, policy: GatePolicy): Ground[] {
  const { requirements, scenarios } = record;
  const judged = judgeRun({
    requirements: requirements.map((one) => (isPending(one) ? { ...one, outcome: 'untested' } : one)),
    scenarios: scenarios.map((one) => ({ ...one, requirements: namedBy(one, record) })),
  });
  const skipped = policy.recommendation === 'block' && record.level === 'document';
  return [
    ...(judged.verdict === 'inconclusive' ? [open('record', judged.reason)] : []),
    ...(skipped ? [open('scope', 'La règle veut les recommandations, et la campagne ne les a pas vérifiées.')] : []),
  ];
}

/** Testable sentences of the fiche that the run decided. */
export function coverageOf({ requirements }: RunRecord): Share {
  const testable = requirements.filter(({ level, testable }) => level === 'document' && testable !== 'no');
  return { reached: testable.filter(({ outcome }) => outcome === 'passed' || outcome === 'failed').length, of: testable.length };
}

/** Ways that the fiche describes and that were taken. */
export function modelCoverageOf({ model }: RunRecord): Share | undefined {
  if (model === undefined) return undefined;
  const ways = model.transitions.flatMap((one) => one.described.map(({ from }) => timesTaken(one, from)));
  return { reached: ways.filter((times) => times > 0).length, of: ways.length };
}

/** What lacks is evidence: it decides nothing, either way. */
export function coverageGrounds(record: RunRecord, { minimumCoverage, minimumModelCoverage }: GatePolicy): Ground[] {
  const { requirements } = record;
  const untested = requirements.filter((one) => one.level === 'document' && one.testable !== 'no' && one.outcome === 'untested');
  const model = modelCoverageOf(record);
  return [
    ...short('exigences testables de la fiche décidées', coverageOf(record), minimumCoverage),
    ...(untested.length === 0
      ? []
      : [{ weight: 'warn', about: 'coverage', words: `${named(untested.map(({ id }) => id))} : non testées.` } as const]),
    ...(minimumModelCoverage === undefined || model !== undefined
      ? short('passages que la fiche décrit parcourus', model ?? { reached: 0, of: 0 }, minimumModelCoverage)
      : [open('coverage', 'La campagne n’a pas mesuré ce qu’elle a parcouru du modèle.')]),
  ];
}

/** French: so many ids, then how many more. */
export function named(ids: readonly string[]): string {
  return ids.length > SHOWN ? `${ids.slice(0, SHOWN).join(', ')} et ${ids.length - SHOWN} autres` : ids.join(', ');
}

/** Nothing of nothing is no coverage. */
function short(what: string, { reached, of }: Share, least: number | undefined): Ground[] {
  if (least === undefined || (of > 0 && reached / of >= least)) return [];
  const wanted = `${(least * 100).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} %`;
  return [open('coverage', `Couverture insuffisante : ${what}, ${reached} sur ${of} ; la règle veut ${wanted}.`)];
}

function weightOf(level: RequirementRecord['level'], policy: GatePolicy): Weight | undefined {
  if (level === 'document') return 'refuse';
  return ({ block: 'refuse', warn: 'warn', ignore: undefined } as const)[policy.recommendation];
}

function openWeightOf({ level }: RequirementRecord, policy: GatePolicy): Weight | undefined {
  if (level === 'document') return policy.undecided === 'block' ? 'inconclusive' : 'warn';
  return ({ block: 'inconclusive', warn: 'warn', ignore: undefined } as const)[policy.recommendation];
}

/** Whether every scenario that leaves it undecided broke off on a finding under a waiver. */
function hiddenByWaiver({ scenarios }: RequirementRecord, record: RunRecord, findings: readonly GateFinding[]): boolean {
  const open = record.scenarios.filter(
    ({ id, outcome }) => scenarios.includes(id) && (outcome === 'failed' || outcome === 'cantTell'),
  );
  const waived = ({ id, outcome }: RunRecord['scenarios'][number]): boolean => {
    const own = findings.filter((one) => one.scenarios.includes(id));
    return outcome === 'failed' && own.length > 0 && own.every(({ waiver }) => waiver !== undefined);
  };
  return open.length > 0 && open.every(waived);
}

/** What other grounds speak of. */
function isPending({ outcome }: RequirementRecord): boolean {
  return outcome === 'cantTell' || outcome === 'failed';
}

function open(about: Ground['about'], words: string): Ground {
  return { weight: 'inconclusive', about, words };
}
