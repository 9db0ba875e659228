/** What the declared readings make of a proposed password. The default ones leave nothing open. Touches no target. */

/** The values that a target declares, by reading. */
export type Readings = Readonly<Record<string, string>>;

/** A pair that is typed. */
export interface Pair {
  readonly value: string;
  readonly confirmation: string;
}

const LEAST = 20;
/** AMB-06: a declared maximum is no lower. */
export const LEAST_MAXIMUM = 64;
/** AMB-10: every White_Space character, and those that show nothing. */
const BLANK = /[\s\u200b\ufeff]/u;
const BLANK_ENDS = /^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/gu;
/** AMB-04, `accents-français`. */
const FRENCH_ACCENT = /[àâäéèêëîïôöùûüÿç]/iu;

/** A pair that the fiche refuses by default and that a declared reading lets pass: refused or accepted, but wholly, it will do. */
export function mayPass(pair: Pair, inForce: string, readings: Readings): boolean {
  const same = keptForm(pair.value, readings) === inForce;
  return !same && isAdmitted(pair, readings) && !isAdmitted(pair, {});
}

/** A conforming value that a declared reading lets be refused: AMB-06, AMB-07. */
export function mayBeRefused(value: string, inForce: string, readings: Readings): boolean {
  return isPastMaximum(value, readings) || isTooClose(value, inForce, readings);
}

/** AMB-06: longer than the least maximum that may be declared. */
export function isPastMaximum(value: string, readings: Readings): boolean {
  return readings['AMB-06'] === 'maximum-déclaré' && [...value].length > LEAST_MAXIMUM;
}

/** What is in force once a value was accepted: AMB-10, `rognage-bords`. */
export function keptForm(value: string, readings: Readings): string {
  return readings['AMB-10'] === 'rognage-bords' ? value.replace(BLANK_ENDS, '') : value;
}

/** MPO-1.3-2, MPO-1.3-3, MPO-2-16 to MPO-2-20, as the readings understand them. */
function isAdmitted({ value, confirmation }: Pair, readings: Readings): boolean {
  const kept = keptForm(value, readings);
  if (kept !== keptForm(confirmation, readings) || [...kept].length < LEAST || BLANK.test(kept)) return false;
  const bothClasses = /\p{N}/u.test(kept) && /\p{L}/u.test(kept);
  if (!bothClasses && readings['AMB-01'] !== 'alphabet-seul') return false;
  // A mark that stands by itself belongs to the letter before it.
  return (kept.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []).every((sign) => isSignAdmitted(sign.normalize('NFC'), readings));
}

function isSignAdmitted(sign: string, readings: Readings): boolean {
  if (/^[A-Za-z0-9]$/.test(sign)) return true;
  const anyLetter = readings['AMB-03'] === 'lettres-unicode';
  if (/\p{M}/u.test(sign.normalize('NFD'))) {
    return readings['AMB-04'] === 'accents-français' && anyLetter && !FRENCH_ACCENT.test(sign);
  }
  return /^[\p{L}\p{N}]$/u.test(sign) ? anyLetter : readings['AMB-02'] === 'spéciaux-admis';
}

/** AMB-07: what is too close is the target's affair, so that whatever shares half of the last password is left to it. */
function isTooClose(value: string, inForce: string, readings: Readings): boolean {
  if (readings['AMB-07'] !== 'différence-significative') return false;
  const [one, other] = [value.toLowerCase(), inForce.toLowerCase()];
  const shortest = Math.min(one.length, other.length);
  let head = 0;
  while (head < shortest && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  return (head + tail) * 2 >= shortest;
}
