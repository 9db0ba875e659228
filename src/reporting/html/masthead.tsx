/** The verdict in one sentence, and what it rests on. */
import { OUTCOMES, type Outcome } from '../../verdict/outcomes';
import type { Verdict } from '../../verdict/verdict';
import type { RunRecord } from '../record';
import {
  ATTRIBUTION_WORDS,
  count,
  dateWords,
  DRIVER_WORDS,
  duration,
  LEVEL_WORDS,
  REQUIREMENT_WORDS,
  targetWords,
  typeset,
  VERDICT_WORDS,
} from '../words';
import { Icon } from './icons';
import { Prose } from './prose';

const VERDICT_ICONS: Readonly<Record<Verdict, Outcome>> = {
  conforming: 'passed',
  'non-conforming': 'failed',
  inconclusive: 'cantTell',
};

export function Masthead({ record }: { record: RunRecord }) {
  return (
    <header class="masthead">
      <div class="inner">
        <p class="overline">Rapport de conformité</p>
        <h1>{typeset('Procédure « Mot de passe oublié » de l’espace professionnel')}</h1>
        <div class="verdict">
          <p class="word">
            <Icon outcome={VERDICT_ICONS[record.verdict]} />
            {VERDICT_WORDS[record.verdict]}
          </p>
          <p class="reason">
            <Prose text={record.reason} />
          </p>
          {record.attribution && (
            <p class="attribution">
              Doit agir{'\u00a0'}: <strong>{ATTRIBUTION_WORDS[record.attribution]}</strong>
            </p>
          )}
        </div>
        <Totals record={record} />
        <Facts record={record} />
      </div>
    </header>
  );
}

/** Requirements of the fiche by outcome: a bar to scale, and the same in words. */
function Totals({ record }: { record: RunRecord }) {
  const counts = OUTCOMES.map((outcome) => ({ outcome, number: record.totals.requirements[outcome] ?? 0 }));
  const shown = counts.filter(({ number }) => number > 0);
  const all = counts.reduce((sum, { number }) => sum + number, 0);
  const starts = shown.map((_, rank) => shown.slice(0, rank).reduce((sum, { number }) => sum + number, 0));
  return (
    <section class="totals" aria-labelledby="totals-title">
      <h2 id="totals-title">{count(all, 'exigence de la fiche', 'exigences de la fiche')}</h2>
      <svg class="bar" viewBox={`0 0 ${Math.max(all, 1)} 1`} preserveAspectRatio="none" aria-hidden="true">
        {shown.map(({ outcome, number }, rank) => (
          <rect class={outcome} x={starts[rank]} y="0" width={number} height="1" />
        ))}
      </svg>
      <ul>
        {shown.map(({ outcome, number }) => (
          <li class={outcome}>
            <Icon outcome={outcome} />
            <b>{number}</b> {wordFor(outcome, number)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function wordFor(outcome: Outcome, number: number): string {
  const word = REQUIREMENT_WORDS[outcome].toLowerCase();
  return number < 2 || outcome === 'inapplicable' ? word : `${word}s`;
}

function Facts({ record }: { record: RunRecord }) {
  const scenarios = Object.values(record.totals.scenarios).reduce((sum, number) => sum + number, 0);
  const versions = Object.entries(record.versions).map(([name, version]) => `${name} ${version}`);
  const { authorisation } = record.target;
  const declared = record.readings.filter(({ isDefault }) => !isDefault);
  const facts: (readonly [term: string, description: string])[] = [
    ['Cible', targetWords(record.target)],
    ...(authorisation ? [['Autorisation', `${authorisation.operator}, ${authorisation.order}`] as const] : []),
    ['Pilote', DRIVER_WORDS[record.driver]],
    ['Niveau', LEVEL_WORDS[record.level]],
    ['Sélection', record.selection.words],
    ['Graine', String(record.seed)],
    ['Scénarios', record.durationMs > 0 ? `${scenarios} en ${duration(record.durationMs)}` : String(scenarios)],
    ['Lectures déclarées', declared.map(({ id, declared }) => `${id} = ${declared}`).join(' ; ') || 'celles par défaut'],
    ['Versions', versions.join(' · ')],
  ];
  return (
    <dl class="facts">
      <div>
        <dt>Date</dt>
        <dd>
          <time datetime={record.startedAt}>{dateWords(record.startedAt)}</time>
        </dd>
      </div>
      {facts
        .filter(([, description]) => description !== '')
        .map(([term, description]) => (
          <div>
            <dt>{term}</dt>
            <dd>{typeset(description)}</dd>
          </div>
        ))}
    </dl>
  );
}
