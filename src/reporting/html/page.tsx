/** The whole page: verdict first, then what it rests on, the fiche sentence by sentence, and what was left out. */
import type { KillMatrix } from '../kill-matrix';
import type { RunRecord } from '../record';
import { Chapter } from './chapter';
import { Findings, Open, Untested } from './digest';
import { Mails, pictureScreens, Screens } from './gallery';
import { IconSprite } from './icons';
import { KillSection } from './kill-matrix-section';
import { LanguageContext, wordsOf, type Language } from './language';
import { Masthead } from './masthead';
import { Overview } from './overview';
import { pageChapters } from './page-chapters';
import { pageEntries } from './page-entries';
import type { Pictures } from './pictures';
import { placeScenarios } from './placement';
import { Readings } from './readings';
import { Statechart } from './statechart';
import { Tensions } from './tensions';
import { Visa } from './visa';

export interface PageProps {
  readonly record: RunRecord;
  /** What the suite was seen to find. */
  readonly proof: KillMatrix | undefined;
  readonly pictures: Pictures;
  readonly language: Language;
  /** Content security policy: it admits the style and the script below, and nothing else. */
  readonly policy: string;
  readonly styles: string;
  readonly script: string;
}

export function Page({ record, proof, pictures, language, policy, styles, script }: PageProps) {
  const words = wordsOf(language);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{words.page.title(words.verdicts[record.verdict], record.target.name)}</title>
        <style dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body class={record.verdict}>
        <LanguageContext.Provider value={language}>
          <Content record={record} proof={proof} pictures={pictures} language={language} />
        </LanguageContext.Provider>
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  );
}

function Content({ record, proof, pictures, language }: Pick<PageProps, 'record' | 'proof' | 'pictures' | 'language'>) {
  const words = wordsOf(language);
  const { gallery, model } = record;
  const chapters = pageChapters(record, words);
  const screens = gallery ? pictureScreens(gallery, pictures) : [];
  const origin = record.scenarios.find(({ id }) => id === gallery?.scenario);
  const context = { record, pictures, home: placeScenarios(record) };
  return (
    <>
      <IconSprite />
      <a class="skip" href="#fiche">
        {words.page.skip}
      </a>
      <Masthead record={record} />
      <div class="columns">
        <Overview record={record} chapters={chapters} entries={pageEntries(record, proof, language)} />
        <main id="fiche" tabindex={-1}>
          <Findings record={record} />
          <Open record={record} />
          {chapters.map((chapter) => (
            <Chapter chapter={chapter} context={context} />
          ))}
          <Screens screens={screens} origin={origin} />
          <Mails mails={gallery?.mails ?? []} origin={origin} />
          <Untested record={record} />
          <Readings record={record} />
          <Tensions language={language} />
          {model && (
            <Statechart model={model} title={words.model.heading} unit="scenarios" journey={(id) => journey(record, id)} />
          )}
          {proof && <KillSection matrix={proof} />}
          <Visa />
        </main>
      </div>
      <footer>
        <p>{words.page.footer(record.versions['suite'] ?? '', record.schemaVersion)}</p>
      </footer>
    </>
  );
}

function journey({ scenarios }: RunRecord, id: string) {
  return { name: scenarios.find((scenario) => scenario.id === id)?.name ?? id, href: `#${id}` };
}
