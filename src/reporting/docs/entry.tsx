/** What every entry of the documentation has in common: its address in the margin, its links to the others. */
import type { Child } from 'hono/jsx';
import type { Language } from '../html/language';
import { typeset } from '../words';
import { DOCS_WORDS, type DocsWords } from './words';

/** In the margin its id, which leads to it, and a word; beside it what it says. */
export interface EntryProps {
  readonly id: string;
  readonly kind: keyof DocsWords['kinds'];
  readonly mark: string;
  /** How the word is coloured. */
  readonly tone: 'quiet' | 'yes' | 'partly';
  readonly language: Language;
  readonly children?: Child;
}

export function Entry({ id, kind, mark, tone, language, children }: EntryProps) {
  return (
    <article class="requirement" id={id} data-outcome={kind} aria-labelledby={`nom-${id}`}>
      <div class="heading">
        <h3 id={`nom-${id}`}>
          <a class="anchor" href={`#${id}`} title={DOCS_WORDS[language].linkTo(id)}>
            {id}
          </a>
        </h3>
        <span class={`mark ${tone}`}>{mark}</span>
      </div>
      <div class="content">{children}</div>
    </article>
  );
}

/** `Lectures : AMB-01, AMB-02`; nothing when there are none. */
export function Related({ label, ids }: { label: string; ids: readonly string[] }) {
  if (ids.length === 0) return <></>;
  return (
    <p class="related">
      <b>{typeset(label)}</b>{' '}
      {ids.map((id) => (
        <>
          <a class="ref" href={`#${id}`}>
            {id}
          </a>{' '}
        </>
      ))}
    </p>
  );
}

/** A chapter of entries. */
export function DocsChapter({ id, heading, children }: { id: string; heading: Child; children?: Child }) {
  return (
    <section class="chapter" id={`chapitre-${id}`} data-chapter={id} aria-labelledby={`titre-${id}`}>
      <h2 id={`titre-${id}`} tabindex={-1}>
        {heading}
      </h2>
      {children}
    </section>
  );
}

/** The `lang` attribute of what stays French. */
export function french(language: Language): 'fr' | undefined {
  return language === 'fr' ? undefined : 'fr';
}
