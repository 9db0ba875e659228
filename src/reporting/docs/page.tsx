/** The documentation as a page: the fiche, the scenarios, the readings, the recommendations, the tensions, the results. */
import { recommendations, recommendationThemes, requirements, sections, testableRequirements } from '../../specification';
import { IconSprite } from '../html/icons';
import { LanguageContext, type Language } from '../html/language';
import { Tensions, TENSIONS_HEADING } from '../html/tensions';
import { typeset } from '../words';
import { Outcomes, Readings, Recommendations } from './beyond';
import { Contents, type ContentsPart } from './contents';
import { Feature } from './feature';
import type { FeatureView } from './features';
import { Fiche } from './fiche';
import { DOCS_WORDS } from './words';

export interface DocsPageProps {
  readonly features: readonly FeatureView[];
  readonly language: Language;
  /** Of the suite. */
  readonly version: string;
  /** Content security policy: it admits the style and the script below, and nothing else. */
  readonly policy: string;
  readonly styles: string;
  readonly script: string;
}

export function DocsPage({ features, language, version, policy, styles, script }: DocsPageProps) {
  const words = DOCS_WORDS[language];
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{typeset(words.title)}</title>
        <style dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body class="of-docs">
        <LanguageContext.Provider value={language}>
          <IconSprite />
          <a class="skip" href="#fiche">
            {words.skip}
          </a>
          <Head features={features} language={language} />
          <div class="columns">
            <Contents parts={contentsOf(features, language)} language={language} />
            <main id="fiche" tabindex={-1}>
              <Fiche features={features} language={language} />
              {features.map((feature) => (
                <Feature feature={feature} language={language} />
              ))}
              <Readings language={language} />
              <Recommendations features={features} language={language} />
              <Tensions language={language} />
              <Outcomes language={language} />
            </main>
          </div>
          <footer>
            <p>{typeset(words.footer(version))}</p>
          </footer>
        </LanguageContext.Provider>
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  );
}

function Head({ features, language }: Pick<DocsPageProps, 'features' | 'language'>) {
  const words = DOCS_WORDS[language];
  const scenarios = features.flatMap(({ rules }) => rules.flatMap((rule) => rule.scenarios));
  return (
    <header class="masthead">
      <div class="inner">
        <p class="overline">{words.overline}</p>
        <h1>{typeset(words.heading)}</h1>
        <p class="reason">
          {typeset(words.lead(requirements.length, testableRequirements.length, scenarios.length, recommendations.length))}
        </p>
      </div>
    </header>
  );
}

function contentsOf(features: readonly FeatureView[], language: Language): ContentsPart[] {
  const { parts, outcomesHeading } = DOCS_WORDS[language];
  const stays = language === 'fr' ? undefined : 'fr';
  return [
    {
      heading: parts.fiche,
      chapters: sections.map(({ id, title }) => ({
        id,
        title: id === 'D' ? title[language] : `§\u00a0${id} ${title[language]}`,
      })),
      links: [],
    },
    { heading: parts.features, chapters: features.map(({ id, name }) => ({ id, title: name, lang: stays })), links: [] },
    {
      heading: parts.beside,
      chapters: [
        { id: 'lectures', title: parts.readings },
        ...recommendationThemes.map(({ id, title }) => ({ id: `rec-${id}`, title: parts.recommendations(title[language]) })),
      ],
      links: [
        { id: 'tensions', title: TENSIONS_HEADING[language] },
        { id: 'resultats', title: outcomesHeading },
      ],
    },
  ];
}
