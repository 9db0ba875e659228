/** What a scenario and a requirement come to, from what was seen. Knows neither Cucumber nor files nor the specification. */
import type { OutcomeAttachment } from './attachments';
import type { Attribution, Finding } from './errors';

/** EARL's outcomes. `inapplicable` is part of that vocabulary; no scenario yields it yet. */
export const OUTCOMES = ['passed', 'failed', 'cantTell', 'inapplicable', 'untested'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Cucumber's statuses in lower case, and `unfinished` for an attempt that was never reported as ended. */
export const STATUSES = ['passed', 'failed', 'skipped', 'pending', 'undefined', 'ambiguous', 'unknown', 'unfinished'] as const;
export type Status = (typeof STATUSES)[number];

/** One attempt at a scenario, as Cucumber reports it. */
export interface AttemptSeen {
  /** The worst status of its steps and hooks. */
  readonly status: Status;
  /** Number of Gherkin steps: a scenario without any proves nothing. */
  readonly steps: number;
  /** What it attached of its failures, in order. */
  readonly attached: readonly OutcomeAttachment[];
  /** First line of the error, when one was reported. */
  readonly error?: string;
}

/** A finding, and whether another attempt at the same scenario passed. */
export interface JudgedFinding extends Finding {
  readonly intermittent?: true;
}

/** Why a run broke off, and who must act. `reason` is French. */
export interface Stop {
  readonly attribution: Exclude<Attribution, 'implementation'>;
  readonly reason: string;
}

/** What a scenario came to. `reason` is French and present unless it passed. */
export interface ScenarioJudgement {
  readonly outcome: Outcome;
  readonly reason?: string;
  readonly attribution?: Attribution;
  readonly findings: readonly JudgedFinding[];
}

/**
 * Judges a scenario from all its attempts, oldest first.
 * A finding stands whatever a later attempt gives, and so does a defect of the suite: only a trouble of the environment or of
 * the configuration is forgotten when the retry gets through.
 * @param stopped why the run broke off, when it did: the reason of what it cut short or never began.
 */
export function judgeScenario(attempts: readonly AttemptSeen[], opportunistic: boolean, stopped?: Stop): ScenarioJudgement {
  const judged = attempts.map((attempt) => judgeAttempt(attempt, opportunistic, stopped));
  const last = judged.at(-1);
  if (last === undefined)
    return undecided(stopped?.attribution ?? 'suite', stopped ? CUT_SHORT : 'le scénario n’a pas été exécuté');
  const failed = judged.filter(({ outcome }) => outcome === 'failed');
  if (failed.length > 0) {
    const findings = mergeFindings(
      failed.flatMap((one) => one.findings),
      judged.some(({ outcome }) => outcome === 'passed'),
    );
    return { outcome: 'failed', reason: reasonOf(findings), attribution: 'implementation', findings };
  }
  return judged.find(({ outcome, attribution }) => outcome === 'cantTell' && attribution === 'suite') ?? last;
}

/**
 * Who must act on a scenario that failed, from what it gave on the reference simulator, which conforms: where it fails too, it is the
 * suite that is wrong, and nothing is held against the target.
 */
export function judgeByTwin(judgement: ScenarioJudgement, twin: Outcome): ScenarioJudgement {
  if (judgement.outcome !== 'failed' || twin === 'passed') return judgement;
  return undecided('suite', `le même scénario n’aboutit pas sur le simulateur de référence ; sur la cible : ${judgement.reason}`);
}

/** What a requirement came to. `reason` is French and present unless it passed. */
export interface RequirementJudgement {
  readonly outcome: Outcome;
  readonly reason?: string;
  readonly attribution?: Attribution;
}

/** A scenario (a row of an outline) as a requirement sees it. */
export interface Row extends ScenarioJudgement {
  readonly name: string;
  readonly opportunistic: boolean;
  /** Requirements that its tags name. */
  readonly requirements: readonly string[];
}

/** Everything that decides one requirement. */
export interface RequirementSeen {
  readonly id: string;
  /** `no`: not by a suite that stays outside; `limit` says why. */
  readonly testable: 'yes' | 'partly' | 'no';
  readonly limit?: string;
  /** The scenarios of the run whose tags or findings name it. */
  readonly rows: readonly Row[];
  /** Number of its scenarios that did not run: the selection left them out, or they are lost with a part of the run. */
  readonly leftOut: number;
  /** Whether the run set out to check it: its level was asked for, and nothing was filtered. */
  readonly expected: boolean;
}

/** Judges a requirement: failing wins over undecided, undecided over passed, and nothing passes that did not run. */
export function judgeRequirement(seen: RequirementSeen): RequirementJudgement {
  if (seen.rows.length === 0) return withoutRows(seen);
  const judged = seen.rows.map((row) => rowFor(seen.id, row));
  const failed = judged.find(({ outcome }) => outcome === 'failed');
  if (failed !== undefined) return failed;
  // An opportunistic row that began and was cut short is undecided like any other: only a missing capability excuses it.
  const open = judged.filter(({ outcome }) => outcome === 'cantTell');
  if (open.length > 0) {
    const attribution = dominant(open);
    return { outcome: 'cantTell', reason: joinReasons(open), ...(attribution && { attribution }) };
  }
  if (!judged.some(({ outcome }) => outcome === 'passed')) return { outcome: 'untested', reason: joinReasons(judged) };
  if (seen.leftOut > 0) {
    const all = seen.rows.length + seen.leftOut;
    return { outcome: 'cantTell', reason: `exécution partielle : ${seen.rows.length} de ses ${all} scénarios exécutés` };
  }
  return { outcome: 'passed' };
}

/** Whether this finding, made by this scenario, is one of this requirement. */
export function concerns(id: string, finding: Finding, tagged: readonly string[]): boolean {
  return finding.requirements.length > 0 ? finding.requirements.includes(id) : tagged.includes(id);
}

/** Who must act first when several could: a doubt on the suite comes before everything, for it casts doubt on the rest. */
export function dominant(undecided: readonly { readonly attribution?: Attribution | undefined }[]): Attribution | undefined {
  const order = ['suite', 'environment', 'configuration', 'implementation'] as const;
  return order.find((attribution) => undecided.some((one) => one.attribution === attribution));
}

const CUT_SHORT = 'la campagne s’est interrompue avant la fin de ce scénario';

function judgeAttempt(attempt: AttemptSeen, opportunistic: boolean, stopped: Stop | undefined): ScenarioJudgement {
  const findings = attempt.attached.flatMap((one) => (one.kind === 'finding' ? one.findings : []));
  const ofImplementation = findings.filter(({ attribution }) => attribution === 'implementation');
  if (ofImplementation.length > 0) {
    return {
      outcome: 'failed',
      reason: reasonOf(ofImplementation),
      attribution: 'implementation',
      findings: ofImplementation,
    };
  }
  const trouble = attempt.attached.find((one) => one.kind === 'undecided');
  if (trouble !== undefined) return undecided(trouble.attribution, trouble.reason);
  const other = findings[0];
  if (other !== undefined) return undecided(other.attribution, `attendu : ${other.expected} ; observé : ${other.observed}`);
  const missing = attempt.attached.find((one) => one.kind === 'missing');
  if (missing !== undefined) {
    const reason = `${missing.capability} : ${missing.hint}`;
    return opportunistic ? { outcome: 'untested', reason, findings: [] } : undecided('configuration', reason);
  }
  if (attempt.status === 'unfinished' && stopped !== undefined) return undecided(stopped.attribution, CUT_SHORT);
  if (attempt.status !== 'passed') return undecided('suite', defectOf(attempt));
  if (attempt.steps === 0) return undecided('suite', 'le scénario n’a aucune étape');
  return { outcome: 'passed', findings: [] };
}

/** No sorted failure came with it: the fault is the suite's own, and never a pass. */
function defectOf({ status, error }: AttemptSeen): string {
  const words: Record<Status, string> = {
    passed: 'réussi',
    failed: 'erreur inattendue de la suite',
    skipped: 'scénario sauté sans raison donnée',
    pending: 'étape en attente d’écriture',
    undefined: 'étape sans définition',
    ambiguous: 'étape à plusieurs définitions',
    unknown: 'issue inconnue',
    unfinished: 'le scénario n’est pas allé à son terme',
  };
  return error === undefined ? words[status] : `${words[status]} : ${error}`;
}

function undecided(attribution: Attribution, reason: string): ScenarioJudgement {
  return { outcome: 'cantTell', reason, attribution, findings: [] };
}

function mergeFindings(findings: readonly JudgedFinding[], passedOnce: boolean): JudgedFinding[] {
  const distinct = new Map(findings.map((finding) => [JSON.stringify({ ...finding, evidence: [] }), finding]));
  return [...distinct.values()].map((finding) => (passedOnce ? { ...finding, intermittent: true } : finding));
}

function reasonOf(findings: readonly Finding[]): string {
  return findings
    .map(({ requirements, expected, observed }) => {
      const named = requirements.length > 0 ? `${requirements.join(', ')} — ` : '';
      return `${named}attendu : ${expected} ; observé : ${observed}`;
    })
    .join(' ; ');
}

function rowFor(id: string, row: Row): RequirementJudgement {
  if (row.outcome !== 'failed') return row;
  const mine = row.findings.filter((finding) => concerns(id, finding, row.requirements));
  if (mine.length > 0) return { outcome: 'failed', reason: reasonOf(mine), attribution: 'implementation' };
  // The scenario broke off on another requirement: what it had to say of this one was not heard.
  const named = [...new Set(row.findings.flatMap((finding) => finding.requirements))].join(', ');
  return {
    outcome: 'cantTell',
    reason: `indécis : le scénario « ${row.name} » s’est arrêté sur ${named}`,
    attribution: 'implementation',
  };
}

function withoutRows({ testable, limit, leftOut, expected }: RequirementSeen): RequirementJudgement {
  if (testable === 'no') return { outcome: 'untested', reason: limit ?? 'non testable de l’extérieur' };
  if (expected && leftOut > 0) return { outcome: 'cantTell', reason: 'aucun de ses scénarios n’a été exécuté' };
  if (expected) return { outcome: 'cantTell', reason: 'aucun scénario ne la vérifie', attribution: 'suite' };
  const reason = leftOut > 0 ? 'ses scénarios sont hors de la sélection' : 'hors du niveau ou de la sélection demandés';
  return { outcome: 'untested', reason };
}

function joinReasons(judgements: readonly { readonly reason?: string }[]): string {
  const distinct = [...new Set(judgements.flatMap(({ reason }) => reason ?? []))];
  const shown = distinct.slice(0, 3).join(' ; ');
  return distinct.length > 3 ? `${shown} ; et ${distinct.length - 3} autres raisons` : shown;
}
