/** The fiche at a glance, one cell a requirement; what else the page holds; and the filter. */
import { OUTCOMES } from '../../verdict/outcomes';
import type { RunRecord } from '../record';
import type { PageChapter } from './page-chapters';
import { Icon } from './icons';
import { useFrench, useWords } from './language';
import { typeset } from '../words';

/** A section beside the chapters: where it stands, and its heading. */
export interface Entry {
  readonly id: string;
  readonly heading: string;
}

interface OverviewProps {
  readonly record: RunRecord;
  readonly chapters: readonly PageChapter[];
  readonly entries: readonly Entry[];
}

export function Overview({ record, chapters, entries }: OverviewProps) {
  const { overview } = useWords();
  return (
    <aside class="overview" aria-label={overview.label}>
      <Filter record={record} chapters={chapters} />
      <nav aria-label={overview.chapters}>
        <h2>{overview.heading}</h2>
        <ul class="chapters">
          {chapters.map((chapter) => (
            <Cells chapter={chapter} />
          ))}
        </ul>
      </nav>
      {entries.length > 0 && (
        <nav class="contents" aria-label={overview.contents}>
          <h2>{overview.contents}</h2>
          <ul>
            {entries.map(({ id, heading }) => (
              <li>
                <a href={`#${id}`}>{heading}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </aside>
  );
}

function Cells({ chapter: { id, title, quoted, requirements } }: { chapter: PageChapter }) {
  const words = useWords();
  const french = useFrench();
  return (
    <li>
      <a class="chapter-link" href={`#chapitre-${id}`}>
        {/^\d/.test(id) && <span class="number">{`§\u00a0${id}`}</span>}{' '}
        <span lang={quoted ? french : undefined}>{typeset(title)}</span>
      </a>
      <ul class="cells">
        {requirements.map(({ id, outcome }) => {
          const word = words.requirements[outcome].toLowerCase();
          return (
            <li>
              <a class={`cell ${outcome}`} href={`#${id}`} title={`${id} — ${word}`}>
                <Icon outcome={outcome} />
                <span class="hidden">
                  {id}, {word}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </li>
  );
}

/** Hidden until the script is there to serve it. */
function Filter({ record, chapters }: Pick<OverviewProps, 'record' | 'chapters'>) {
  const words = useWords();
  const { filter } = words;
  const french = useFrench();
  const number = (outcome: string) => record.requirements.filter((requirement) => requirement.outcome === outcome).length;
  const present = OUTCOMES.filter((outcome) => number(outcome) > 0);
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
        <Choice value="" label={filter.all} number={record.requirements.length} />
        {present.map((outcome) => (
          <Choice value={outcome} label={words.requirementChoice(outcome)} number={number(outcome)} />
        ))}
      </fieldset>
      <p class="field">
        <label for="filtre-chapitre">{filter.chapter}</label>
        <select id="filtre-chapitre" name="chapter">
          <option value="">{filter.allChapters}</option>
          {chapters.map(({ id, title, quoted }) => (
            <option value={id} lang={quoted ? french : undefined}>
              {/^\d/.test(id) ? `§\u00a0${id} ${typeset(title)}` : typeset(title)}
            </option>
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
        <button type="button" data-details="open">
          {filter.open}
        </button>
        <button type="button" data-details="closed">
          {filter.close}
        </button>
      </p>
    </form>
  );
}

function Choice({ value, label, number }: { value: string; label: string; number: number }) {
  return (
    <label>
      <input type="radio" name="outcome" value={value} checked={value === ''} />
      <span>
        {label} <b>{number}</b>
      </span>
    </label>
  );
}
