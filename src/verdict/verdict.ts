/** The verdict of a run, who must act, and the exit code. Knows outcomes only. */
import type { Attribution } from './errors';
import { dominant, type Outcome, type Stop } from './outcomes';

export const VERDICTS = ['conforming', 'non-conforming', 'inconclusive'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Everything that decides the verdict of a run. */
export interface RunSeen {
  readonly requirements: readonly {
    readonly id: string;
    /** Only `document` counts: recommendations are never part of the verdict. */
    readonly level: 'document' | 'recommendation';
    readonly testable: 'yes' | 'partly' | 'no';
    readonly outcome: Outcome;
    readonly attribution?: Attribution | undefined;
  }[];
  readonly scenarios: readonly {
    readonly name: string;
    readonly outcome: Outcome;
    /** Requirements that its tags or findings name. */
    readonly requirements: readonly string[];
    readonly attribution?: Attribution | undefined;
  }[];
  /** What was selected, in French, when it was not everything. */
  readonly selection?: string | undefined;
  /** Why the run broke off, when it did. */
  readonly stopped?: Stop | undefined;
}

/** `reason` is one French sentence: what the verdict rests on. */
export interface RunJudgement {
  readonly verdict: Verdict;
  readonly attribution?: Attribution;
  readonly reason: string;
}

/** Fails closed: only a whole run, brought to its end, with nothing failed and nothing undecided, is `conforming`. */
export function judgeRun(run: RunSeen): RunJudgement {
  const ofTheFiche = run.requirements.filter(({ level }) => level === 'document');
  const scope = run.selection === undefined ? '' : ` (sélection : ${run.selection})`;
  const failed = ofTheFiche.filter(({ outcome }) => outcome === 'failed');
  if (failed.length > 0) {
    const count =
      failed.length === 1
        ? 'Une exigence de la fiche n’est pas respectée'
        : `${failed.length} exigences de la fiche ne sont pas respectées`;
    const broken = run.stopped === undefined ? '' : ` La campagne a été interrompue : ${sentence(run.stopped.reason)}`;
    return { verdict: 'non-conforming', attribution: 'implementation', reason: `${count}${scope} : ${list(failed)}.${broken}` };
  }
  if (run.stopped !== undefined) {
    return inconclusive(run.stopped.attribution, `La campagne a été interrompue : ${sentence(run.stopped.reason)}`);
  }
  // A failure that no requirement receives must not vanish: the scenario lacks its tag.
  const astray = run.scenarios.find(
    ({ outcome, requirements }) => requirements.length === 0 && (outcome === 'failed' || outcome === 'cantTell'),
  );
  if (astray !== undefined) {
    return inconclusive('suite', `Le scénario « ${astray.name} » n’a pas abouti et ne nomme aucune exigence.`);
  }
  const open = ofTheFiche.filter(({ outcome, testable }) => outcome === 'cantTell' && testable !== 'no');
  if (!run.scenarios.some(({ outcome }) => outcome === 'passed' || outcome === 'failed')) {
    return inconclusive(dominant([...open, ...run.scenarios]), `Aucun scénario n’a pu être mené à son terme${scope}.`);
  }
  const passed = ofTheFiche.filter(({ outcome }) => outcome === 'passed');
  if (run.selection !== undefined) {
    return inconclusive(
      dominant(open),
      `Verdict limité à la sélection (${run.selection}) : ${counted(passed.length, 'exigence respectée', 'exigences respectées')}, ${counted(open.length, 'indécise', 'indécises')}, aucune en échec ; le reste de la fiche n’a pas été vérifié.`,
    );
  }
  if (open.length > 0) {
    const count =
      open.length === 1 ? 'Une exigence de la fiche reste indécise' : `${open.length} exigences de la fiche restent indécises`;
    return inconclusive(dominant(open), `${count} : ${list(open)}.`);
  }
  if (passed.length === 0) return inconclusive(undefined, 'Aucune exigence de la fiche n’a été vérifiée.');
  const untested = ofTheFiche.filter(({ outcome }) => outcome === 'untested').length;
  const beside = untested === 0 ? '' : ` ; ${untested} n’ont pas été testées, avec la raison de chacune`;
  return { verdict: 'conforming', reason: `Les ${passed.length} exigences vérifiées de la fiche sont respectées${beside}.` };
}

/** 0 conforming, 1 non-conforming, 3 inconclusive; 2, wrong usage, never comes with a record. */
export function exitCode({ verdict }: { readonly verdict: Verdict }): 0 | 1 | 3 {
  return ({ conforming: 0, 'non-conforming': 1, inconclusive: 3 } as const)[verdict];
}

function inconclusive(attribution: Attribution | undefined, reason: string): RunJudgement {
  return { verdict: 'inconclusive', ...(attribution && { attribution }), reason };
}

function list(requirements: readonly { readonly id: string }[]): string {
  const ids = requirements.map(({ id }) => id);
  return ids.length > 9 ? `${ids.slice(0, 8).join(', ')} et ${ids.length - 8} autres` : ids.join(', ');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** French counts zero as one. */
function counted(number: number, one: string, many: string): string {
  return `${number} ${number < 2 ? one : many}`;
}
