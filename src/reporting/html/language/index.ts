/** In which language the page speaks. What it quotes (the fiche, scenarios, findings) stays French. */
import { createContext, useContext } from 'hono/jsx';
import { ENGLISH } from './english';
import { FRENCH, type Words } from './french';

export type { Words };

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const TABLES: Readonly<Record<Language, Words>> = { fr: FRENCH, en: ENGLISH };

/** The language of what is being rendered. A page that speaks French alone need not provide one. */
export const LanguageContext = createContext<Language>('fr');

/** The words of a page in this language. */
export function wordsOf(language: Language): Words {
  return TABLES[language];
}

/** The words of the page that is being rendered. */
export function useWords(): Words {
  return TABLES[useContext(LanguageContext)];
}

/** The `lang` attribute of what stays French: none where the whole page is. */
export function useFrench(): 'fr' | undefined {
  return useContext(LanguageContext) === 'fr' ? undefined : 'fr';
}
