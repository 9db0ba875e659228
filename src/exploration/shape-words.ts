/** The French words in which the features name shapes of passwords. Knows no target and no rule of the fiche. */
import { run, type Shape, type Slot } from './shapes';

/**
 * Reads the words of a feature: « 24 lettres et chiffres puis « ! » », « 24 lettres et chiffres avec « < » ou « > » ».
 * @returns one shape, or, for « avec … », one for each intruder at the head, in the middle and at the end.
 * @throws Error naming the words that are not understood and the forms that are.
 */
export function shapesFromWords(words: string): Shape[] {
  const [base, intruders] = splitOnce(words, ' avec ');
  const shape = base.split(' puis ').flatMap(partFromWords);
  if (intruders === undefined) return [shape];
  return intruders.split(' ou ').flatMap((intruder) => atThreePlaces(shape, partFromWords(intruder)));
}

/** Reads words that name exactly one shape. */
export function shapeFromWords(words: string): Shape {
  const shapes = shapesFromWords(words);
  if (shapes.length !== 1) throw new Error(`« ${words} » nomme ${shapes.length} formes ; une seule est attendue ici`);
  return shapes[0]!;
}

// Blanks by the name that a typographer gives them: MPO-2-19, catalogue's appendix A.
const named: Readonly<Record<string, string>> = {
  'une espace': ' ',
  'deux espaces': '  ',
  'une tabulation': '\t',
  'une espace insécable': '\u00a0',
  'une espace fine insécable': '\u202f',
  'une espace fine': '\u2009',
  'une espace idéographique': '\u3000',
  'une espace sans chasse': '\u200b',
  'une marque d’ordre des octets': '\ufeff',
  'un saut de ligne': '\n',
  'un retour chariot': '\r',
  'un caractère nul': '\0',
  'les chiffres de 2 puissance 31': String(2n ** 31n),
  'les chiffres de 2 puissance 63': String(2n ** 63n),
};

interface Form {
  readonly pattern: RegExp;
  readonly slots: (count: number) => Slot[];
}

/** A letter and a digit first, so that both classes are there whatever is drawn after. */
const mixed = (letter: Slot, any: Slot) => (count: number) => [letter, 'digit' as Slot, ...run(any, count - 2)].slice(0, count);

const forms: readonly Form[] = [
  { pattern: /^(\d+) lettres et chiffres$/, slots: mixed('letter', 'alphanumeric') },
  { pattern: /^(\d+) minuscules et chiffres$/, slots: mixed('lower', 'lower-or-digit') },
  { pattern: /^(\d+) majuscules et chiffres$/, slots: mixed('upper', 'upper-or-digit') },
  { pattern: /^(\d+) lettres?(?: sans chiffre)?$/, slots: (count) => run('letter', count) },
  { pattern: /^(\d+) minuscules?(?: sans chiffre)?$/, slots: (count) => run('lower', count) },
  { pattern: /^(\d+) chiffres?(?: sans lettre)?$/, slots: (count) => run('digit', count) },
  {
    pattern: /^un chiffre en tête et (\d+) lettres et chiffres$/,
    slots: (count) => ['digit', ...mixed('letter', 'alphanumeric')(count)],
  },
  {
    pattern: /^une lettre en tête et (\d+) lettres et chiffres$/,
    slots: (count) => ['letter', ...mixed('letter', 'alphanumeric')(count)],
  },
  { pattern: /^trois fois le même caractère$/, slots: () => ['letter', 'same', 'same'] },
  { pattern: /^un mot de passe conforme$/, slots: () => mixed('letter', 'alphanumeric')(24) },
];

function partFromWords(words: string): Slot[] {
  const known = named[words];
  if (known !== undefined) return [{ literal: known }];
  const quoted = /^« (.+) »( décomposé)?$/su.exec(words);
  if (quoted) return [{ literal: unquote(quoted[1]!, quoted[2] !== undefined) }];
  for (const form of forms) {
    const match = form.pattern.exec(words);
    if (match) return form.slots(Number(match[1]));
  }
  throw new Error(
    `forme de mot de passe inconnue : « ${words} » ; formes admises : « N lettres et chiffres », « N lettres », « N chiffres », ` +
      `« N minuscules et chiffres », « N majuscules et chiffres », un texte entre guillemets, ${Object.keys(named).join(', ')}`,
  );
}

/** « U+1F600 » names a character by its code point; anything else stands for itself, in composed form unless told otherwise. */
function unquote(text: string, decomposed: boolean): string {
  const code = /^U\+([0-9A-F]{4,6})$/.exec(text);
  if (code) return String.fromCodePoint(Number.parseInt(code[1]!, 16));
  return text.normalize(decomposed ? 'NFD' : 'NFC');
}

function atThreePlaces(shape: Shape, intruder: readonly Slot[]): Shape[] {
  const middle = Math.floor(shape.length / 2);
  return [0, middle, shape.length].map((place) => [...shape.slice(0, place), ...intruder, ...shape.slice(place)]);
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}
