/** What authorities say, and how each was read: what was not read is not shown as if it had been. */
import type { Source, SourceReading } from '../../specification';
import type { Language } from './language';

const READ: Readonly<Record<Language, Readonly<Record<Exclude<SourceReading, 'text'>, string>>>> = {
  fr: { transcription: 'lu dans une transcription', memory: 'section de mémoire, à vérifier' },
  en: { transcription: 'read in a transcription', memory: 'section from memory, to be checked' },
};

/** @param linked whether a source leads to its text: a page that must hold by itself leads nowhere else. */
export function Sources({ sources, language, linked }: { sources: readonly Source[]; language: Language; linked: boolean }) {
  return (
    <ul class="sources">
      {sources.map(({ authority, reference, url, read }) => (
        <li>
          {authority}, <cite>{linked && url !== undefined ? <a href={url}>{reference}</a> : reference}</cite>
          {read !== 'text' && (
            <>
              {' '}
              <span class="read">({READ[language][read]})</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
