/** The whole page: verdict first, then what it rests on, the fiche sentence by sentence, and what was left out. */
import { chapters } from '../record-findings';
import type { KillMatrix } from '../kill-matrix';
import type { RunRecord } from '../record';
import { typeset, VERDICT_WORDS } from '../words';
import { Chapter } from './chapter';
import { Findings, Open, Readings, Untested } from './digest';
import { IconSprite } from './icons';
import { KillSection } from './kill-matrix-section';
import { Masthead } from './masthead';
import { Overview } from './overview';
import type { Pictures } from './pictures';
import { placeScenarios } from './placement';
import { Statechart } from './statechart';

export interface PageProps {
  readonly record: RunRecord;
  /** What the suite was seen to find. */
  readonly proof: KillMatrix | undefined;
  readonly pictures: Pictures;
  /** Content security policy: it admits the style and the script below, and nothing else. */
  readonly policy: string;
  readonly styles: string;
  readonly script: string;
}

export function Page({ record, proof, pictures, policy, styles, script }: PageProps) {
  const context = { record, pictures, home: placeScenarios(record) };
  const names = new Map(record.scenarios.map(({ id, name }) => [id, name]));
  const title = `${VERDICT_WORDS[record.verdict]} — ${record.target.name}, fiche « Mot de passe oublié »`;
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{typeset(title)}</title>
        <style dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body class={record.verdict}>
        <IconSprite />
        <a class="skip" href="#fiche">
          Aller à la fiche
        </a>
        <Masthead record={record} />
        <div class="columns">
          <Overview record={record} />
          <main id="fiche" tabindex={-1}>
            <Findings record={record} />
            <Open record={record} />
            {chapters(record).map((chapter) => (
              <Chapter {...chapter} context={context} />
            ))}
            <Untested record={record} />
            <Readings record={record} />
            {record.model && (
              <Statechart
                model={record.model}
                title="Ce que la campagne a parcouru du modèle"
                unit="scénario"
                journey={(id) => ({ name: names.get(id) ?? id, href: `#${id}` })}
              />
            )}
            {proof && <KillSection matrix={proof} />}
          </main>
        </div>
        <footer>
          <p>
            {typeset(
              `Rapport produit par mdpo ${record.versions['suite'] ?? ''} à partir de conformance.json (schéma ${record.schemaVersion}). Les citations entre guillemets sont les mots de la fiche FOCUS « Mot de passe oublié ».`,
            )}
          </p>
        </footer>
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  );
}
