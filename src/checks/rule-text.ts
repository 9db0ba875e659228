/** Reads the rule that a screen announces, to see that it does not contradict the fiche: MPO-2-22. */

const NUMBERS: Readonly<Record<string, number>> = {
  six: 6,
  huit: 8,
  dix: 10,
  douze: 12,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  vingt: 20,
};
const COUNT = `(\\d+|${Object.keys(NUMBERS).join('|')})`;
const LEAST = [
  new RegExp(`(?:au moins|minimum(?: de)?|au minimum|minimale?(?: de)?)\\s*:?\\s*${COUNT}\\s+(?:caractères|signes)`, 'giu'),
  new RegExp(`${COUNT}\\s+(?:caractères|signes)\\s*(?:\\(?\\s*)?(?:au\\s+)?(?:minimum|moins|minimal|ou plus|et plus)`, 'giu'),
  new RegExp(`entre\\s+${COUNT}\\s+et\\s+\\S+\\s+(?:caractères|signes)`, 'giu'),
];
const MOST = [
  new RegExp(
    `(?:au plus|maximum(?: de)?|maximale?(?: de)?|pas plus de|jusqu[’']à)\\s*:?\\s*${COUNT}\\s+(?:caractères|signes)`,
    'giu',
  ),
  new RegExp(`${COUNT}\\s+(?:caractères|signes)\\s*(?:\\(?\\s*)?(?:au\\s+)?(?:maximum|plus\\b|maximal)`, 'giu'),
  new RegExp(`entre\\s+\\S+\\s+et\\s+${COUNT}\\s+(?:caractères|signes)`, 'giu'),
];
const SPECIAL =
  /(?:au moins|doit\s+(?:contenir|comporter|comprendre|inclure)|exig\S*|obligatoire\S*)[^.;!?\n]{0,80}?(?:caractères?\s+spécia|signes?\s+de\s+ponctuation|symbole)|caractères?\s+spécia\S*\s+(?:est |sont )?(?:obligatoires?|exigés?|requis)/iu;
const NEGATED = /\b(?:sans|aucun|ni|pas|interdit)/iu;

/** Every minimal length that the text announces. */
export function announcedMinimums(text: string): number[] {
  return LEAST.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => toNumber(match[1]!)));
}

/** Every maximal length that the text announces: AMB-06. */
export function announcedMaximums(text: string): number[] {
  return MOST.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => toNumber(match[1]!)));
}

/** Whether the text asks for a special character. */
export function asksForSpecial(text: string): boolean {
  const match = SPECIAL.exec(text);
  return match !== null && !NEGATED.test(match[0]);
}

function toNumber(word: string): number {
  return NUMBERS[word.toLowerCase()] ?? Number(word);
}
