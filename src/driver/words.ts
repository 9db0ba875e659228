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

/** The same labels and texts come back on every page: what was made of them is kept. Emptied when full. */
function remembering(make: (text: string) => string): (text: string) => string {
  const made = new Map<string, string>();
  return (text) => {
    if (text.length > LONGEST_KEPT) return make(text);
    let known = made.get(text);
    if (known === undefined) {
      if (made.size >= MOST_KEPT) made.clear();
      made.set(text, (known = make(text)));
    }
    return known;
  };
}
const MOST_KEPT = 1_000;
const LONGEST_KEPT = 10_000;

/** Collapsed, lower case, without accents, straight apostrophes: for searching words, never for comparing labels. */
export const fold = remembering(foldAnew);

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

const bareLabel = remembering((text) => {
  const unquoted = collapse(text).replace(/[«»"“”]/g, ' ');
  return collapse(unquoted.trimEnd().replace(/\s*\?$/, '')).toLowerCase();
});
