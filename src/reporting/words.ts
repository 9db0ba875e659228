/** The French words of the reports, and their typography. */
import type { Attribution } from '../verdict/errors';
import type { Outcome, Status } from '../verdict/outcomes';
import type { Verdict } from '../verdict/verdict';
import type { RunRecord } from './record';

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  conforming: 'Conforme',
  'non-conforming': 'Non conforme',
  inconclusive: 'Non concluant',
};

/** Of an exigence, so feminine. */
export const REQUIREMENT_WORDS: Readonly<Record<Outcome, string>> = {
  passed: 'Respectée',
  failed: 'Non respectée',
  cantTell: 'Indécise',
  inapplicable: 'Sans objet',
  untested: 'Non testée',
};

/** Of a scénario, so masculine. */
export const SCENARIO_WORDS: Readonly<Record<Outcome, string>> = {
  passed: 'Réussi',
  failed: 'En échec',
  cantTell: 'Indécis',
  inapplicable: 'Sans objet',
  untested: 'Non testé',
};

/** Of a step, so feminine. */
export const STEP_WORDS: Readonly<Record<Status, string>> = {
  passed: 'réussie',
  failed: 'en échec',
  skipped: 'sautée',
  pending: 'à écrire',
  undefined: 'sans définition',
  ambiguous: 'ambiguë',
  unknown: 'inconnue',
  unfinished: 'non exécutée',
};

/** One character that tells outcomes apart without colour. */
export const OUTCOME_SYMBOLS: Readonly<Record<Outcome, string>> = {
  passed: '✓',
  failed: '✗',
  cantTell: '?',
  inapplicable: '∅',
  untested: '–',
};

/** Who must act. */
export const ATTRIBUTION_WORDS: Readonly<Record<Attribution, string>> = {
  implementation: 'l’équipe qui réalise la cible',
  configuration: 'l’opérateur de la campagne (configuration)',
  environment: 'l’exploitant de l’environnement (cible, courriel, navigateur)',
  suite: 'les auteurs de la suite (défaut de la suite)',
};

export const LEVEL_WORDS: Readonly<Record<RunRecord['level'], string>> = {
  document: 'exigences de la fiche',
  recommendation: 'recommandations',
  all: 'exigences et recommandations',
};

export const DRIVER_WORDS: Readonly<Record<RunRecord['driver'], string>> = {
  http: 'HTTP',
  browser: 'navigateur',
};

/** Puts the non-breaking spaces of French typography: inside guillemets, before high punctuation. */
export function typeset(text: string): string {
  return text
    .replace(/« /g, '«\u00a0')
    .replace(/ ([»:])/g, '\u00a0$1')
    .replace(/ ([;!?])/g, '\u202f$1');
}

/** `1 scénario`, `12 scénarios`. The plural is the singular and an s unless given. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number}\u00a0${number < 2 ? singular : plural}`;
}

/** `850 ms`, `12,4 s`, `3 min 05 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)}\u00a0ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1).replace('.', ',')}\u00a0s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}\u00a0min\u00a0${String(seconds % 60).padStart(2, '0')}\u00a0s`;
}

/** « simulateur », « simulateur, défaut « FLT-046 » », « simulateur, variante « VAR-texte-bref » », « préproduction (https://…) ». */
export function targetWords({ name, baseUrl, fault, variant }: RunRecord['target']): string {
  const place = baseUrl === undefined ? name : `${name} (${baseUrl})`;
  if (variant !== undefined) return `${place}, variante « ${variant} »`;
  return fault === undefined ? place : `${place}, défaut « ${fault} »`;
}

/** A reference report keeps no date: it stands at the epoch. */
export function dateWords(iso: string): string {
  const date = new Date(iso);
  if (date.getTime() === 0) return 'non conservée (rapport de référence)';
  const words = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });
  return `${words.format(date)} (heure de Paris)`;
}
