/** A history as it is printed: the runs, what moved, what wavers. French, plain text. */
import type { History, Outcomes, WaveringScenario } from './history-record';
import { mapTexts } from './map-texts';
import { count, dateWords, OUTCOME_SYMBOLS, targetWords, typeset, VERDICT_WORDS } from './words';

/** Ends with a line break. */
export function renderHistoryText(raw: History): string {
  // What a target says may hold escape sequences: none reaches the terminal.
  const history = mapTexts(raw, (text) => text.replace(/\p{Cc}/gu, ' '));
  const moving = history.chapters.flatMap(({ requirements }) =>
    requirements.filter(({ outcomes }) => new Set(outcomes).size > 1),
  );
  const lines = [
    'Mot de passe oublié — historique des campagnes',
    ...history.runs.map(
      ({ name, record }, rank) =>
        `  ${String(rank + 1).padStart(2)}. ${dateWords(record.startedAt)} — ${VERDICT_WORDS[record.verdict].toLowerCase()} — ${targetWords(record.target)} (${name})`,
    ),
    ...heading(
      'Exigences dont l’issue a changé',
      moving.map(
        ({ id, outcomes, source, statement }) => `${id.padEnd(10)} ${symbols(outcomes)}  « ${source.citation || statement} »`,
      ),
    ),
    ...heading(
      'Scénarios instables',
      history.wavering.map((one) => `${symbols(one.outcomes)}  ${one.name} (${one.id}) : ${waveringWords(one)}`),
    ),
    '',
    legend(),
    historyConclusion(history),
    '',
  ];
  // Plain spaces: the text is searched and copied.
  return lines.join('\n').replace(/[\u00a0\u202f]/g, ' ');
}

/** French, one sentence: how many requirements moved, how many scenarios waver. */
export function historyConclusion({ runs, chapters, wavering }: History): string {
  const moving = chapters.flatMap(({ requirements }) => requirements.filter(({ outcomes }) => new Set(outcomes).size > 1)).length;
  const moved =
    moving === 0
      ? 'aucune exigence n’a changé d’issue'
      : count(moving, 'exigence a changé d’issue', 'exigences ont changé d’issue');
  const unsteady =
    wavering.length === 0
      ? 'aucun scénario n’est instable'
      : count(wavering.length, 'scénario est instable', 'scénarios sont instables');
  return typeset(`Sur ${count(runs.length, 'campagne')}, ${moved} et ${unsteady}.`);
}

/** French: why it counts as wavering. */
export function waveringWords({ alternates, unsteadyIn }: WaveringScenario): string {
  return [
    ...(alternates ? ['son issue va et vient sur la même cible, avec la même suite'] : []),
    ...(unsteadyIn.length > 0 ? [`ses tentatives ne s’accordent pas, ou il a fallu recommencer (${unsteadyIn.join(', ')})`] : []),
  ].join(' ; ');
}

function heading(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function symbols(outcomes: Outcomes): string {
  return outcomes.map((outcome) => (outcome === undefined ? '·' : OUTCOME_SYMBOLS[outcome])).join('');
}

function legend(): string {
  return 'De la plus ancienne à la plus récente : ✓ respectée, ✗ non respectée, ? indécise, – non testée, ∅ sans objet, · absente.';
}
