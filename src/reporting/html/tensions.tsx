/** Where today’s authorities and the fiche differ: told, never counted. Knows no run. */
import { tensions, type Tension } from '../../specification';
import { typeset } from '../words';
import type { Language } from './language';
import { Prose } from './prose';
import { Sources } from './sources';

const WORDS = {
  fr: {
    heading: 'Tensions connues entre la fiche et les autorités d’aujourd’hui',
    lead: 'Sur quelques points, l’OWASP, le NIST, l’ANSSI ou la CNIL demandent aujourd’hui autre chose que ce que la fiche décrit. Une cible qui suit la fiche n’est jamais en faute : ce qui suit informe, sans note ni décompte.',
    fiche: 'La fiche',
    authorities: 'Les autorités',
    suite: 'La suite',
  },
  en: {
    heading: 'Known tensions between the sheet and today’s authorities',
    lead: 'On a few points, OWASP, NIST, ANSSI or the CNIL now ask for something else than what the sheet describes. A target that follows the sheet is never at fault: what follows informs, with no score and no count.',
    fiche: 'The sheet',
    authorities: 'The authorities',
    suite: 'The suite',
  },
} as const satisfies Record<Language, unknown>;

/** The heading of the section, for tables of contents: it stands at `#tensions`. */
export const TENSIONS_HEADING: Readonly<Record<Language, string>> = { fr: WORDS.fr.heading, en: WORDS.en.heading };

export function Tensions({ language }: { language: Language }) {
  const words = WORDS[language];
  return (
    <section class="digest tensions" id="tensions" aria-labelledby="titre-tensions">
      <h2 id="titre-tensions">{words.heading}</h2>
      <p class="lead">{typeset(words.lead)}</p>
      {tensions.map((tension) => (
        <Difference tension={tension} language={language} />
      ))}
    </section>
  );
}

function Difference({ tension, language }: { tension: Tension; language: Language }) {
  const { id, topic, fiche, authorities, suite, recommendations } = tension;
  const words = WORDS[language];
  return (
    <article id={`tension-${id}`} aria-labelledby={`titre-tension-${id}`}>
      <h3 id={`titre-tension-${id}`}>{typeset(topic[language])}</h3>
      <dl>
        <div>
          <dt>{words.fiche}</dt>
          <dd>
            <p>
              <Prose text={fiche.says[language]} />
            </p>
            <p class="note">
              {fiche.citation !== undefined && (
                <>
                  <q lang={language === 'fr' ? undefined : 'fr'}>{typeset(`« ${fiche.citation} »`)}</q>{' '}
                </>
              )}
              <Prose text={`(${fiche.requirements.join(', ')})`} />
            </p>
          </dd>
        </div>
        <div>
          <dt>{words.authorities}</dt>
          <dd>
            {authorities.map(({ say, sources }) => (
              <>
                <p>{typeset(say[language])}</p>
                <Sources sources={sources} language={language} linked={false} />
              </>
            ))}
          </dd>
        </div>
        <div>
          <dt>{words.suite}</dt>
          <dd>
            <p>
              <Prose text={suite[language]} />
            </p>
            {recommendations.length > 0 && (
              <p class="note">
                <Prose text={recommendations.join(', ')} />
              </p>
            )}
          </dd>
        </div>
      </dl>
    </article>
  );
}
