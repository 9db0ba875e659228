/** What stands beside the fiche: how it is read, what goes beyond it, and what the results mean. */
import { readings, recommendations, recommendationThemes, requirements } from '../../specification';
import type { Reading, Recommendation } from '../../specification';
import { OUTCOMES } from '../../verdict/outcomes';
import { Badge } from '../html/icons';
import { wordsOf, type Language } from '../html/language';
import { Prose } from '../html/prose';
import { Sources } from '../html/sources';
import { typeset } from '../words';
import { DocsChapter, Entry, french, Related } from './entry';
import type { FeatureView } from './features';
import { VerifiedBy } from './fiche';
import { DOCS_WORDS } from './words';

export function Readings({ language }: { language: Language }) {
  const words = DOCS_WORDS[language];
  return (
    <DocsChapter id="lectures" heading={words.parts.readings}>
      <p class="lead">{typeset(words.readingsLead)}</p>
      {readings.map((reading) => (
        <ReadingEntry reading={reading} language={language} />
      ))}
    </DocsChapter>
  );
}

function ReadingEntry({ reading, language }: { reading: Reading; language: Language }) {
  const { id, question, values, reason, scored } = reading;
  const words = DOCS_WORDS[language];
  return (
    <Entry
      id={id}
      kind="reading"
      mark={scored ? words.scored.yes : words.scored.no}
      tone={scored ? 'yes' : 'quiet'}
      language={language}
    >
      <p class="question">
        <Prose text={question[language]} />
      </p>
      <dl class="values">
        {values.map(({ value, meaning }, rank) => (
          <div>
            <dt>
              <code lang={french(language)}>{value}</code>
              {rank === 0 && <span class="note"> {words.byDefault}</span>}
            </dt>
            <dd>
              <Prose text={meaning[language]} />
            </dd>
          </div>
        ))}
      </dl>
      <p class="limit">
        <b>{typeset(words.why)}</b> <Prose text={reason[language]} />
      </p>
      <Related label={words.requirements} ids={requirements.filter((one) => one.readings.includes(id)).map((one) => one.id)} />
    </Entry>
  );
}

export function Recommendations({ features, language }: { features: readonly FeatureView[]; language: Language }) {
  const words = DOCS_WORDS[language];
  return (
    <>
      {recommendationThemes.map(({ id, title }) => (
        <DocsChapter id={`rec-${id}`} heading={typeset(words.parts.recommendations(title[language]))}>
          <p class="lead">{typeset(words.recommendationsLead)}</p>
          {recommendations
            .filter(({ theme }) => theme === id)
            .map((recommendation) => (
              <RecommendationEntry recommendation={recommendation} features={features} language={language} />
            ))}
        </DocsChapter>
      ))}
    </>
  );
}

interface RecommendationProps {
  readonly recommendation: Recommendation;
  readonly features: readonly FeatureView[];
  readonly language: Language;
}

function RecommendationEntry({ recommendation, features, language }: RecommendationProps) {
  const { id, title, statement, applicability, indicative, sources } = recommendation;
  const words = DOCS_WORDS[language];
  return (
    <Entry id={id} kind="recommendation" mark={indicative ? words.indicative : ''} tone="quiet" language={language}>
      <p class="question">{typeset(title[language])}</p>
      <p class="statement">
        <Prose text={statement[language]} />
      </p>
      {applicability && (
        <p class="limit">
          <b>{typeset(words.applicability)}</b> <Prose text={applicability[language]} />
        </p>
      )}
      <Related label={words.requirements} ids={recommendation.requirements} />
      <Related label={words.readings} ids={recommendation.readings} />
      <p class="related">
        <b>{words.sources}</b>
      </p>
      <Sources sources={sources} language={language} linked />
      <VerifiedBy id={id} features={features} language={language} />
    </Entry>
  );
}

/** The five outcomes of a requirement, and what the process answers. */
export function Outcomes({ language }: { language: Language }) {
  const words = DOCS_WORDS[language];
  const { requirements: names } = wordsOf(language);
  return (
    <section class="digest outcomes" id="resultats" aria-labelledby="titre-resultats">
      <h2 id="titre-resultats">{words.outcomesHeading}</h2>
      <dl class="values">
        {OUTCOMES.map((outcome) => (
          <div>
            <dt>
              <Badge outcome={outcome} word={names[outcome]} />
            </dt>
            <dd>{typeset(words.outcomes[outcome])}</dd>
          </div>
        ))}
      </dl>
      <h3>{words.exitCodes}</h3>
      <dl class="values">
        {words.exits.map(([code, meaning]) => (
          <div>
            <dt>
              <code>{code}</code>
            </dt>
            <dd>{typeset(meaning ?? '')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
