/** The fiche sentence by sentence: what it demands, whether it can be verified, and which scenarios do. */
import { recommendations, requirements, sections, type Requirement } from '../../specification';
import type { Language } from '../html/language';
import { Prose } from '../html/prose';
import { typeset } from '../words';
import { DocsChapter, Entry, french, Related } from './entry';
import { scenariosOf, type FeatureView } from './features';
import { DOCS_WORDS } from './words';

export function Fiche({ features, language }: { features: readonly FeatureView[]; language: Language }) {
  return (
    <>
      {sections.map(({ id, title }) => (
        <DocsChapter
          id={id}
          heading={
            <>
              {id !== 'D' && <span class="number">{`§\u00a0${id}`} </span>}
              {typeset(title[language])}
            </>
          }
        >
          {requirements
            .filter(({ section }) => section === id)
            .map((requirement) => (
              <Sentence requirement={requirement} features={features} language={language} />
            ))}
        </DocsChapter>
      ))}
    </>
  );
}

interface SentenceProps {
  readonly requirement: Requirement;
  readonly features: readonly FeatureView[];
  readonly language: Language;
}

function Sentence({ requirement, features, language }: SentenceProps) {
  const { id, citation, statement, testable, limit, readings, warrant } = requirement;
  const words = DOCS_WORDS[language];
  return (
    <Entry
      id={id}
      kind="requirement"
      mark={words.testable[testable]}
      tone={testable === 'no' ? 'quiet' : testable}
      language={language}
    >
      <blockquote lang={french(language)}>
        <p>{typeset(`« ${citation} »`)}</p>
      </blockquote>
      <p class="statement">
        <Prose text={statement[language]} />
      </p>
      {warrant !== 'written' && <p class="note">{typeset(words.warrant[warrant])}</p>}
      {limit !== undefined && (
        <p class="limit">
          <b>{typeset(words.limit)}</b> <Prose text={limit[language]} />
        </p>
      )}
      <Related label={words.readings} ids={readings} />
      <Related
        label={words.recommendations}
        ids={recommendations.filter((one) => one.requirements.includes(id)).map((one) => one.id)}
      />
      <VerifiedBy id={id} features={features} language={language} />
    </Entry>
  );
}

/** The scenarios that verify an entry, folded: each leads to where it stands in full. */
export function VerifiedBy({ id, features, language }: { id: string; features: readonly FeatureView[]; language: Language }) {
  const scenarios = scenariosOf(features, id);
  if (scenarios.length === 0) return <></>;
  return (
    <details class="scenarios">
      <summary>{DOCS_WORDS[language].verifiedBy(scenarios.length)}</summary>
      <ul>
        {scenarios.map(({ id, name }) => (
          <li class="scenario-link">
            <a href={`#${id}`} lang={french(language)}>
              {typeset(name)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
