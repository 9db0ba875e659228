/** Unguessable words for cookies, tokens and image numbers. Without digits or vowels: no word that a user typed can appear in one. */
import { randomInt } from 'node:crypto';

const CONSONANTS = 'bcdfghjklmnpqrstvwxz';

export function randomLetters(length = 32): string {
  return pick(CONSONANTS, length);
}

export function pick(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
