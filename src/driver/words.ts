/** How texts are compared: as a person reads them. Knows no label of the fiche. */

/** Blanks (non-breaking ones too) collapsed, invisible marks removed, accents composed. */
export function collapse(text: string): string {
  return (
    text
      .normalize('NFC')
      // Soft hyphens, zero-width marks and byte-order marks show nothing.
      .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** Labels come back on every page: their folded form is kept. Emptied when full. */
const folded = new Map<string, string>();
const MOST_FOLDED = 2_000;
const LONGEST_FOLDED = 200;

/** Collapsed, lower case, without accents, straight apostrophes: for searching words, never for comparing labels. */
export function fold(text: string): string {
  if (text.length > LONGEST_FOLDED) return foldAnew(text);
  let known = folded.get(text);
  if (known === undefined) {
    if (folded.size >= MOST_FOLDED) folded.clear();
    folded.set(text, (known = foldAnew(text)));
  }
  return known;
}

function foldAnew(text: string): string {
  return collapse(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ]/g, "'");
}

/** Same label: blanks collapsed; letter case, guillemets and a final « ? » ignored. Accents count. */
export function sameLabel(seen: string, label: string): boolean {
  return bareLabel(seen) === bareLabel(label);
}

function bareLabel(text: string): string {
  const unquoted = collapse(text).replace(/[«»"“”]/g, ' ');
  return collapse(unquoted.trimEnd().replace(/\s*\?$/, '')).toLowerCase();
}
