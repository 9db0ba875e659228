/** Shapes of passwords: what a report may print, and from which a secret is made. Knows no target and no rule of the fiche. */
import type { SecretSource } from './secrets';

/** What stands at one place: a character drawn from a class, the character before it again, or these very characters. */
export type Slot =
  'letter' | 'lower' | 'upper' | 'digit' | 'alphanumeric' | 'lower-or-digit' | 'upper-or-digit' | 'same' | Literal;

/** Characters that are published as they stand. */
export interface Literal {
  readonly literal: string;
}

/** A password without its secret. */
export type Shape = readonly Slot[];

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';

const classes = {
  letter: { alphabet: LOWER + UPPER, one: 'lettre', many: 'lettres' },
  lower: { alphabet: LOWER, one: 'minuscule', many: 'minuscules' },
  upper: { alphabet: UPPER, one: 'majuscule', many: 'majuscules' },
  digit: { alphabet: DIGITS, one: 'chiffre', many: 'chiffres' },
  alphanumeric: { alphabet: LOWER + UPPER + DIGITS, one: 'lettre ou chiffre', many: 'lettres ou chiffres' },
  'lower-or-digit': { alphabet: LOWER + DIGITS, one: 'minuscule ou chiffre', many: 'minuscules ou chiffres' },
  'upper-or-digit': { alphabet: UPPER + DIGITS, one: 'majuscule ou chiffre', many: 'majuscules ou chiffres' },
} as const;

/** Fills a shape with characters of the source. */
export function materialise(shape: Shape, source: SecretSource): string {
  let made = '';
  for (const slot of shape) {
    if (typeof slot === 'object') made += slot.literal;
    else if (slot === 'same') made += made.at(-1) ?? '';
    else made += source.pick(classes[slot].alphabet, 1);
  }
  return made;
}

/** `count` places of one class. */
export function run(slot: Slot, count: number): Slot[] {
  return Array<Slot>(count).fill(slot);
}

/** Number of characters (code points) of a shape: `MPO-1.3-3`, AMB-09. */
export function lengthOf(shape: Shape): number {
  return shape.reduce((sum, slot) => sum + (typeof slot === 'object' ? [...slot.literal].length : 1), 0);
}

/** A shape in French, with the code points of what is published: « 25 caractères : 24 lettres, puis U+00E9 ». */
export function describeShape(shape: Shape): string {
  const length = lengthOf(shape);
  const head = `${length} caractère${length > 1 ? 's' : ''}`;
  return length === 0 ? head : `${head} : ${runsOf(shape).map(describeRun).join(', puis ')}`;
}

/** Code points of a text: `U+0065 U+0301`. */
export function codePoints(text: string): string {
  return [...text].map((character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
}

function runsOf(shape: Shape): { slot: Slot; count: number }[] {
  const runs: { slot: Slot; count: number }[] = [];
  for (const slot of shape) {
    const last = runs.at(-1);
    if (last !== undefined && last.slot === slot) last.count += 1;
    else runs.push({ slot, count: 1 });
  }
  return runs;
}

function describeRun({ slot, count }: { slot: Slot; count: number }): string {
  if (typeof slot === 'object') return codePoints(slot.literal);
  if (slot === 'same') return count === 1 ? 'le même caractère' : `${count} fois le même caractère`;
  return `${count} ${count > 1 ? classes[slot].many : classes[slot].one}`;
}
