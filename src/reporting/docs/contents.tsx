/** What the documentation holds, and the filter of its entries. */
import type { Language } from '../html/language';
import { typeset } from '../words';
import { DOCS_WORDS, type DocsWords } from './words';

/** A part of the page: chapters of entries, which the filter knows, then what stands beside them. */
export interface ContentsPart {
  readonly heading: string;
  readonly chapters: readonly { readonly id: string; readonly title: string; readonly lang?: 'fr' | undefined }[];
  readonly links: readonly { readonly id: string; readonly title: string }[];
}

const KINDS = ['requirement', 'scenario', 'reading', 'recommendation'] as const satisfies (keyof DocsWords['kinds'])[];

export function Contents({ parts, language }: { parts: readonly ContentsPart[]; language: Language }) {
  const words = DOCS_WORDS[language];
  return (
    <aside class="overview" aria-label={words.contents}>
      <Filter parts={parts} language={language} />
      <nav class="contents" aria-label={words.contents}>
        {parts.map(({ heading, chapters, links }) => (
          <>
            <h2>{heading}</h2>
            <ul>
              {chapters.map(({ id, title, lang }) => (
                <li>
                  <a href={`#chapitre-${id}`} lang={lang}>
                    {typeset(title)}
                  </a>
                </li>
              ))}
              {links.map(({ id, title }) => (
                <li>
                  <a href={`#${id}`}>{typeset(title)}</a>
                </li>
              ))}
            </ul>
          </>
        ))}
      </nav>
    </aside>
  );
}

/** Hidden until the script of the report is there to serve it: it finds entries by `data-outcome`, chapters by `data-chapter`. */
function Filter({ parts, language }: { parts: readonly ContentsPart[]; language: Language }) {
  const { filter, kinds } = DOCS_WORDS[language];
  return (
    <form
      class="filter"
      id="filtre"
      aria-label={filter.heading}
      data-none={filter.none}
      data-one={filter.one}
      data-many={filter.many}
      data-lifted={filter.lifted}
      data-copied={filter.copied}
      hidden
    >
      <fieldset>
        <legend>{filter.heading}</legend>
        <Choice value="" label={filter.all} />
        {KINDS.map((kind) => (
          <Choice value={kind} label={kinds[kind]} />
        ))}
      </fieldset>
      <p class="field">
        <label for="filtre-chapitre">{filter.chapter}</label>
        <select id="filtre-chapitre" name="chapter">
          <option value="">{filter.allChapters}</option>
          {parts.map(({ heading, chapters }) => (
            <optgroup label={heading}>
              {chapters.map(({ id, title, lang }) => (
                <option value={id} lang={lang}>
                  {typeset(title)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </p>
      <p class="field">
        <label for="filtre-texte">{filter.text}</label>
        <input id="filtre-texte" name="text" type="search" autocomplete="off" placeholder={filter.hint} />
      </p>
      <p class="filter-status" role="status"></p>
      <p class="filter-actions">
        <button type="reset">{filter.reset}</button>
      </p>
    </form>
  );
}

function Choice({ value, label }: { value: string; label: string }) {
  return (
    <label>
      <input type="radio" name="outcome" value={value} checked={value === ''} />
      <span>{label}</span>
    </label>
  );
}
