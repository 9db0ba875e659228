/** Generators of password shapes for the properties of the features. Knows the rules of the fiche, no target. */
import fc from 'fast-check';
import { lengthOf, type Shape, type Slot } from './shapes';

/** A family of passwords: all conforming, or all breaking exactly one rule. */
export interface PasswordFamily {
  readonly shapes: fc.Arbitrary<Shape>;
  /** For the distribution: the classes that a shape belongs to, in French. */
  classify(shape: Shape): string[];
}

// Lengths where implementations stumble: the bound itself, a byte, bcrypt's 72, a column of 64 or 128 (catalogue, MPO-1.3-1).
const NOTABLE_LENGTHS = [20, 21, 37, 64, 65, 72, 73, 127, 128];

/** The families by the words of the features. */
export const passwordFamilies: Readonly<Record<string, PasswordFamily>> = {
  'mot de passe conforme': family(conforming(20, 128)),
  'mot de passe conforme mais trop court': family(conforming(2, 19)),
  'mot de passe conforme mais sans chiffre': family(only(['letter', 'lower', 'upper'])),
  'mot de passe conforme mais sans lettre': family(only(['digit'])),
  'mot de passe conforme mais avec un signe': family(withIntruder(signs())),
  'mot de passe conforme mais avec une espace': family(withIntruder(blanks())),
  'mot de passe conforme mais avec un caractère accentué': family(withIntruder(accents())),
};

/** MPO-1.3-2, MPO-1.3-3: letters and digits, at least one of each, of a length between the two bounds. */
function conforming(least: number, most: number): fc.Arbitrary<Shape> {
  const notable = NOTABLE_LENGTHS.filter((length) => length >= least && length <= most);
  const near = fc.integer({ min: Math.max(least, most - 2), max: most });
  const length = fc.oneof(fc.integer({ min: least, max: most }), notable.length > 0 ? fc.constantFrom(...notable) : near);
  return length.chain((size) => {
    const mixed = fc
      .tuple(
        fc.constantFrom<Slot>('letter', 'lower', 'upper'),
        fc.constantFrom<Slot>('alphanumeric', 'lower-or-digit', 'upper-or-digit'),
      )
      .map(([letter, any]): Slot[] => [letter, 'digit', ...Array<Slot>(size - 2).fill(any)]);
    const lone = fc
      .tuple(fc.constantFrom<[Slot, Slot]>(['letter', 'digit'], ['digit', 'letter']), fc.nat({ max: size - 1 }))
      .map(([[rest, one], place]): Slot[] => Array.from({ length: size }, (_, index) => (index === place ? one : rest)));
    return fc.oneof({ weight: 2, arbitrary: mixed.map(rotate) }, { weight: 1, arbitrary: lone });
  });
}

function only(slots: readonly Slot[]): fc.Arbitrary<Shape> {
  return fc
    .tuple(fc.constantFrom(...slots), fc.integer({ min: 20, max: 72 }))
    .map(([slot, size]) => Array<Slot>(size).fill(slot));
}

/** A conforming shape of 20 characters at least, and one intruder somewhere: only that rule is broken. */
function withIntruder(intruders: fc.Arbitrary<string>): fc.Arbitrary<Shape> {
  return fc.tuple(conforming(20, 72), intruders, fc.double({ min: 0, max: 1, noNaN: true })).map(([shape, literal, where]) => {
    const place = Math.round(where * shape.length);
    return [...shape.slice(0, place), { literal }, ...shape.slice(place)];
  });
}

/** MPO-2-18: every printable ASCII character that is neither a letter, a digit nor the space. */
function signs(): fc.Arbitrary<string> {
  const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
  return fc.constantFrom(...printable.filter((character) => !/[A-Za-z0-9 ]/.test(character)));
}

/** MPO-2-19, AMB-10: what people and machines type for a space. Line breaks are left to the requests that no page sends. */
function blanks(): fc.Arbitrary<string> {
  return fc.constantFrom(
    ' ',
    '  ',
    '\t',
    '\u00a0',
    '\u1680',
    '\u2000',
    '\u2003',
    '\u2009',
    '\u202f',
    '\u205f',
    '\u3000',
    '\u200b',
    '\ufeff',
  );
}

/** MPO-2-20, AMB-04: letters that carry a mark, composed or not. */
function accents(): fc.Arbitrary<string> {
  const letters = [...'éèêëàâäîïôöùûüÿçñåÉÈÊËÀÂÄÎÏÔÖÙÛÜŸÇÑÅ'];
  return fc.tuple(fc.constantFrom(...letters), fc.constantFrom('NFC', 'NFD')).map(([letter, form]) => letter.normalize(form));
}

/** The two guaranteed characters are not always at the head. */
function rotate(shape: readonly Slot[]): Slot[] {
  const by = shape.length % 7;
  return [...shape.slice(by), ...shape.slice(0, by)];
}

function family(shapes: fc.Arbitrary<Shape>): PasswordFamily {
  return { shapes, classify };
}

function classify(shape: Shape): string[] {
  const length = lengthOf(shape);
  const intruder = shape.findIndex((slot) => typeof slot === 'object');
  const sizes = [
    [length < 10, 'moins de 10 caractères'],
    [length >= 10 && length < 20, '10 à 19 caractères'],
    [length >= 20 && length <= 21, '20 ou 21 caractères'],
    [length > 21 && length <= 64, '22 à 64 caractères'],
    [length > 64 && length <= 72, '65 à 72 caractères'],
    [length > 72, 'plus de 72 caractères'],
    [intruder === 0, 'intrus en tête'],
    [intruder > 0 && intruder < shape.length - 1, 'intrus au milieu'],
    [intruder > 0 && intruder === shape.length - 1, 'intrus à la fin'],
  ] as const;
  return sizes.filter(([holds]) => holds).map(([, name]) => name);
}
