/** The page of an exploration: what it comes to, each difference as a person would see it, what was walked of the machine. */
import { readings, requirements } from '../../specification';
import type { Outcome } from '../../verdict/outcomes';
import type { ExplorationRecord } from '../exploration-record';
import { count, dateWords, DRIVER_WORDS, duration, targetWords, typeset } from '../words';
import { Icon, IconSprite } from './icons';
import { Prose } from './prose';
import { Statechart } from './statechart';

interface ExplorationPageProps {
  readonly record: ExplorationRecord;
  /** Content security policy: it admits the style below, and nothing else. */
  readonly policy: string;
  readonly styles: string;
}

type Verdict = ExplorationRecord['verdict'];
const TONES: Readonly<Record<Verdict, string>> = {
  same: 'conforming',
  different: 'non-conforming',
  inconclusive: 'inconclusive',
};
const ICONS: Readonly<Record<Verdict, Outcome>> = { same: 'passed', different: 'failed', inconclusive: 'cantTell' };
const WORDS: Readonly<Record<Verdict, string>> = {
  same: 'Aucun écart',
  different: 'Écarts',
  inconclusive: 'Non concluant',
};

export function ExplorationPage({ record, policy, styles }: ExplorationPageProps) {
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{typeset(`${WORDS[record.verdict]} — marches sur ${record.target.name}, fiche « Mot de passe oublié »`)}</title>
        <style dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body class={TONES[record.verdict]}>
        <IconSprite />
        <a class="skip" href="#marches">
          Aller aux marches
        </a>
        <Masthead record={record} />
        <main id="marches" class="walks" tabindex={-1}>
          <Differences record={record} />
          <Statechart
            model={record.model}
            title="Ce que les marches ont parcouru du modèle"
            unit="walks"
            journey={(id) => ({ name: id })}
          />
          <Cited record={record} />
        </main>
        <footer>
          <p>
            {typeset(
              `Page produite par mdpo ${record.versions['suite'] ?? ''} à partir de exploration.json (schéma ${record.schemaVersion}).`,
            )}
          </p>
        </footer>
      </body>
    </html>
  );
}

function Masthead({ record }: { record: ExplorationRecord }) {
  return (
    <header class="masthead">
      <div class="inner">
        <p class="overline">Marches engendrées</p>
        <h1>{typeset('Procédure « Mot de passe oublié », comparée geste à geste à la machine de référence')}</h1>
        <div class="verdict">
          <p class="word">
            <Icon outcome={ICONS[record.verdict]} />
            {WORDS[record.verdict]}
          </p>
          <p class="reason">{typeset(reasonOf(record))}</p>
        </div>
        <Facts record={record} />
      </div>
    </header>
  );
}

function reasonOf({ verdict, differences, shortest, random, moves, limit }: ExplorationRecord): string {
  const walked = `${count(shortest.whole, 'marche')} des plus courtes menées à leur terme sur ${shortest.of}, ${random} au hasard, ${count(moves, 'geste')}`;
  const seen = {
    same: 'La cible a fait, à chaque geste, ce que dit la machine de référence, et les effets s’accordent.',
    different: `La cible s’écarte ${differences.length === 1 ? 'une fois' : `${differences.length} fois`} de la machine de référence.`,
    inconclusive: `Toutes les marches n’ont pas pu être faites${limit === undefined ? '' : ` : ${limit}`}.`,
  };
  return `${seen[verdict]} ${walked[0]!.toUpperCase()}${walked.slice(1)}.`;
}

function Facts({ record }: { record: ExplorationRecord }) {
  const readings = Object.entries(record.readings).map(([id, value]) => `${id} : ${value}`);
  const facts: readonly (readonly [term: string, description: string])[] = [
    ['Cible', targetWords(record.target)],
    ['Pilote', DRIVER_WORDS[record.driver]],
    ['Graine', String(record.seed)],
    ['Demandé', `${count(record.walks, 'marche')} au hasard, de ${count(record.steps, 'geste')} au plus`],
    ['Lectures déclarées', readings.join(' ; ') || 'les lectures retenues par défaut'],
    ['Date', dateWords(record.startedAt)],
    ['Durée', duration(record.durationMs)],
    [
      'Versions',
      Object.entries(record.versions)
        .map((pair) => pair.join('\u00a0'))
        .join(', '),
    ],
  ];
  return (
    <dl class="facts">
      {facts.map(([term, description]) => (
        <div>
          <dt>{term}</dt>
          <dd>{typeset(description)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Differences({ record: { differences } }: { record: ExplorationRecord }) {
  if (differences.length === 0) return <></>;
  return (
    <section class="digest" id="ecarts" aria-labelledby="titre-ecarts">
      <h2 id="titre-ecarts">{count(differences.length, 'écart')}</h2>
      {differences.map(({ requirements, expected, observed, sentences, assertion }, index) => (
        <article class="requirement failed" aria-labelledby={`ecart-${index + 1}`}>
          <div class="heading">
            <h3 id={`ecart-${index + 1}`}>
              {index + 1}. {requirements.join(', ')}
            </h3>
          </div>
          <div class="finding">
            <dl>
              <div>
                <dt>Attendu</dt>
                <dd>{typeset(expected)}</dd>
              </div>
              <div>
                <dt>Observé</dt>
                <dd>{typeset(observed)}</dd>
              </div>
              <div>
                <dt>Gestes</dt>
                <dd>
                  <ol>
                    {sentences.map((sentence) => (
                      <li>{typeset(sentence)}</li>
                    ))}
                  </ol>
                  <p>
                    Alors <Prose text={assertion} />
                  </p>
                </dd>
              </div>
            </dl>
          </div>
        </article>
      ))}
    </section>
  );
}

/** Every sentence of the fiche and every reading that the page names, so that its links lead somewhere. */
function Cited({ record }: { record: ExplorationRecord }) {
  const said = JSON.stringify([record.model, record.differences]);
  const cited = [
    ...requirements.map(({ id, citation }) => ({ id, words: `« ${citation} »` })),
    ...readings.map(({ id, question }) => ({ id, words: question.fr })),
  ].filter(({ id }) => new RegExp(`\\b${id.replaceAll('.', '\\.')}\\b`).test(said));
  return (
    <section class="digest" id="phrases" aria-labelledby="titre-phrases">
      <h2 id="titre-phrases">Les phrases de la fiche et les lectures que cette page nomme</h2>
      <dl class="cited">
        {cited.map(({ id, words }) => (
          <div id={id}>
            <dt>{id}</dt>
            <dd>{typeset(words)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
