/** A feature as it is written: rules, scenarios, steps, tables, examples; every scenario and every row has its address. */
import type { Step } from '@cucumber/messages';
import type { Language } from '../html/language';
import { Prose } from '../html/prose';
import { typeset } from '../words';
import { DocsChapter, french } from './entry';
import type { ExamplesView, FeatureView, RuleView, ScenarioView } from './features';
import { DOCS_WORDS } from './words';

export function Feature({ feature, language }: { feature: FeatureView; language: Language }) {
  const { id, file, name, description, background, rules } = feature;
  return (
    <DocsChapter id={id} heading={<span lang={french(language)}>{typeset(name)}</span>}>
      {description !== '' && (
        <p class="lead" lang={french(language)}>
          <Prose text={description} />
        </p>
      )}
      <p class="note">
        <code>{file}</code>
      </p>
      <Background steps={background} language={language} />
      {rules.map((rule) => (
        <Rule rule={rule} chapter={id} language={language} />
      ))}
    </DocsChapter>
  );
}

function Rule({ rule, chapter, language }: { rule: RuleView; chapter: string; language: Language }) {
  const { id, name, description, background, scenarios } = rule;
  const items = scenarios.map((scenario) => <Scenario scenario={scenario} nested={name !== undefined} language={language} />);
  if (name === undefined) return <div data-chapter={chapter}>{items}</div>;
  return (
    <section class="rule" data-chapter={chapter} aria-labelledby={`regle-${id}`}>
      <h3 class="rule-name" id={`regle-${id}`} lang={french(language)}>
        <Prose text={name} />
      </h3>
      {description !== '' && (
        <p class="lead" lang={french(language)}>
          <Prose text={description} />
        </p>
      )}
      <Background steps={background} language={language} />
      {items}
    </section>
  );
}

function Scenario({ scenario, nested, language }: { scenario: ScenarioView; nested: boolean; language: Language }) {
  const { id, keyword, name, description, steps, examples } = scenario;
  const words = DOCS_WORDS[language];
  const Heading = nested ? 'h4' : 'h3';
  return (
    <article class="requirement written" id={id} data-outcome="scenario" aria-labelledby={`nom-${id}`}>
      <Heading class="scenario-name" id={`nom-${id}`}>
        <span class="keyword" lang={french(language)}>
          {keyword}
        </span>{' '}
        <span lang={french(language)}>{typeset(name)}</span>{' '}
        <a class="anchor" href={`#${id}`} title={words.linkTo(id)}>
          <span class="hidden">{words.linkTo(id)}</span>
        </a>
      </Heading>
      <Tags scenario={scenario} language={language} />
      {description !== '' && (
        <p class="statement" lang={french(language)}>
          <Prose text={description} />
        </p>
      )}
      <Steps steps={steps} language={language} />
      {examples.map((block, rank) => (
        <Examples block={block} label={`${name}, ${rank + 1}`} language={language} />
      ))}
    </article>
  );
}

function Tags({ scenario: { tags }, language }: { scenario: ScenarioView; language: Language }) {
  const words = DOCS_WORDS[language];
  if (tags.length === 0) return <></>;
  return (
    <ul class="tags" aria-label={words.tags}>
      {tags.map((tag) => (
        <li>
          <Tag tag={tag} language={language} />
        </li>
      ))}
    </ul>
  );
}

function Tag({ tag, language }: { tag: string; language: Language }) {
  if (/^(MPO|AMB|REC)-/.test(tag)) {
    return (
      <a class="ref" href={`#${tag}`}>
        {tag}
      </a>
    );
  }
  return (
    <span lang={french(language)} title={tag === 'opportuniste' ? DOCS_WORDS[language].optional : undefined}>
      {tag}
    </span>
  );
}

function Background({ steps, language }: { steps: readonly Step[]; language: Language }) {
  if (steps.length === 0) return <></>;
  return (
    <div class="background">
      <p class="keyword">{DOCS_WORDS[language].background}</p>
      <Steps steps={steps} language={language} />
    </div>
  );
}

function Steps({ steps, language }: { steps: readonly Step[]; language: Language }) {
  return (
    <ol class="steps" lang={french(language)}>
      {steps.map(({ keyword, text, dataTable, docString }) => (
        <li class="step">
          <b>{keyword.trim()}</b> {typeset(text)}
          {dataTable && (
            <table>
              <tbody>
                {dataTable.rows.map(({ cells }) => (
                  <tr>
                    {cells.map(({ value }) => (
                      <td>{value}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {docString && <pre>{docString.content}</pre>}
        </li>
      ))}
    </ol>
  );
}

function Examples({ block, label, language }: { block: ExamplesView; label: string; language: Language }) {
  const { name, tags, header, rows } = block;
  const words = DOCS_WORDS[language];
  return (
    <div class="examples">
      <p>
        <span class="keyword">{words.examples}</span> <span lang={french(language)}>{typeset(name)}</span>{' '}
        {tags.map((tag) => (
          <>
            <Tag tag={tag} language={language} />{' '}
          </>
        ))}
      </p>
      <div class="table-scroll" tabindex={0} role="group" aria-label={`${words.examples}, ${label}`}>
        <table class="grid" lang={french(language)}>
          <thead>
            <tr>
              {header.map((cell) => (
                <th scope="col">{cell}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, cells }) => (
              <tr id={id}>
                {cells.map((cell) => (
                  <td>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
