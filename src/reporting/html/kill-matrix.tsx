/** The page of a campaign of faults: what it comes to, what is missing, the score of each requirement, the matrix, each fault. */
import type { Outcome } from '../../verdict/outcomes';
import { FATES, type Fate, type KillMatrix } from '../kill-matrix';
import { FATE_WORDS, KILL_VERDICT_WORDS } from '../kill-matrix-words';
import { count, dateWords, DRIVER_WORDS, duration, typeset } from '../words';
import { Icon, IconSprite } from './icons';
import { FaultList } from './kill-matrix-faults';
import { Gaps, Scores } from './kill-matrix-scores';
import { MatrixTable } from './kill-matrix-table';
import { Prose } from './prose';

export interface KillMatrixPageProps {
  readonly matrix: KillMatrix;
  /** Content security policy: it admits the style below, and nothing else. */
  readonly policy: string;
  readonly styles: string;
}

/** The look of a verdict is that of the report: its tones and its signs. */
const TONES = { proven: 'conforming', gaps: 'non-conforming', inconclusive: 'inconclusive' } as const;
const VERDICT_ICONS = { proven: 'passed', gaps: 'failed', inconclusive: 'cantTell' } as const;
const FATE_OUTCOMES: Readonly<Record<Fate, Outcome>> = {
  own: 'passed',
  others: 'cantTell',
  survived: 'failed',
  'not-judged': 'cantTell',
  'not-run': 'untested',
};

export function KillMatrixPage({ matrix, policy, styles }: KillMatrixPageProps) {
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{typeset(`${KILL_VERDICT_WORDS[matrix.verdict]} — défauts plantés, fiche « Mot de passe oublié »`)}</title>
        <style dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body class={TONES[matrix.verdict]}>
        <IconSprite />
        <a class="skip" href="#defauts">
          Aller aux défauts
        </a>
        <Masthead matrix={matrix} />
        <main class="kill" tabindex={-1}>
          <Gaps matrix={matrix} />
          <Scores matrix={matrix} />
          <MatrixTable matrix={matrix} />
          <FaultList matrix={matrix} />
        </main>
        <footer>
          <p>
            {typeset(
              `Page produite par mdpo ${matrix.versions['suite'] ?? ''} à partir de kill-matrix.json (schéma ${matrix.schemaVersion}). Les citations entre guillemets sont les mots de la fiche FOCUS « Mot de passe oublié ».`,
            )}
          </p>
        </footer>
      </body>
    </html>
  );
}

function Masthead({ matrix }: { matrix: KillMatrix }) {
  return (
    <header class="masthead">
      <div class="inner">
        <p class="overline">Matrice des défauts</p>
        <h1>{typeset('Ce que la suite sait trouver, procédure « Mot de passe oublié »')}</h1>
        <div class="verdict">
          <p class="word">
            <Icon outcome={VERDICT_ICONS[matrix.verdict]} />
            {KILL_VERDICT_WORDS[matrix.verdict]}
          </p>
          <p class="reason">
            <Prose text={matrix.reason} />
          </p>
        </div>
        <Totals matrix={matrix} />
        <Facts matrix={matrix} />
      </div>
    </header>
  );
}

/** Faults by what became of them: a bar to scale, and the same in words. */
function Totals({ matrix: { totals } }: { matrix: KillMatrix }) {
  const shown = [...FATES]
    .reverse()
    .map((fate) => ({ fate, number: totals.fates[fate], outcome: FATE_OUTCOMES[fate] }))
    .filter(({ number }) => number > 0);
  return (
    <section class="totals" aria-labelledby="totals-title">
      <h2 id="totals-title">{count(totals.faults, 'défaut planté', 'défauts plantés')}</h2>
      <svg class="bar" viewBox={`0 0 ${Math.max(totals.faults, 1)} 1`} preserveAspectRatio="none" aria-hidden="true">
        {shown.map(({ outcome, number }, rank) => (
          <rect
            class={outcome}
            x={shown.slice(0, rank).reduce((sum, before) => sum + before.number, 0)}
            y="0"
            width={number}
            height="1"
          />
        ))}
      </svg>
      <ul>
        {shown.map(({ fate, outcome, number }) => (
          <li class={outcome}>
            <Icon outcome={outcome} />
            <b>{number}</b> {fateWords(fate, number)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function fateWords(fate: Fate, number: number): string {
  const [first = '', ...rest] = FATE_WORDS[fate].split(' ');
  if (number < 2) return FATE_WORDS[fate].toLowerCase();
  // « non jugés », « trouvés par d’autres », « survivants ».
  return (first === 'Non' ? `${first} ${rest.join(' ')}s` : [`${first}s`, ...rest].join(' ')).toLowerCase();
}

function Facts({ matrix }: { matrix: KillMatrix }) {
  const { campaign, references, versions } = matrix;
  const facts: (readonly [term: string, description: string])[] = [
    ['Sélection', campaign.selection ?? 'tous les défauts du simulateur'],
    [
      'Profondeur',
      campaign.complete
        ? 'chaque défaut devant toute la suite'
        : 'les scénarios des exigences que le défaut viole ; toute la suite quand aucune n’échoue',
    ],
    ...references.map(
      (run) =>
        [
          `Référence, ${DRIVER_WORDS[run.driver]}`,
          `${count(run.scenarios, 'scénario réussi', 'scénarios réussis')} sans défaut${took(run.durationMs)}`,
        ] as const,
    ),
    ['Propriétés', `${campaign.propertyRuns} valeurs, puis toutes quand rien n’échoue`],
    ['Graine', String(campaign.seed)],
    [
      'Durée',
      matrix.durationMs === 0
        ? ''
        : `${duration(matrix.durationMs)}, ${count(campaign.jobs, 'défaut')} à la fois${campaign.resumed > 0 ? `, ${campaign.resumed} repris d’une campagne interrompue` : ''}`,
    ],
    [
      'Versions',
      Object.entries(versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(' · '),
    ],
  ];
  return (
    <dl class="facts">
      <div>
        <dt>Date</dt>
        <dd>
          <time datetime={matrix.startedAt}>{dateWords(matrix.startedAt)}</time>
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

/** A reference keeps no times. */
function took(milliseconds: number): string {
  return milliseconds === 0 ? '' : `, en ${duration(milliseconds)}`;
}
