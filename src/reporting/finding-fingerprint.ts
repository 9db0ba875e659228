/** A short name for a finding that stays the same from one run to the next. Knows neither waivers nor runs. */
import { createHash } from 'node:crypto';

/** What a fingerprint looks like. */
export const FINGERPRINT = /^cst-[0-9a-f]{10}$/;

/** What a finding says, whoever made it. */
export interface SaidFinding {
  readonly expected: string;
  readonly observed: string;
}

/**
 * The same fault of the same requirement keeps its fingerprint; another text expected or seen gives another. It covers neither the
 * evidence nor the scenario: rows of an outline that tell the same story share it.
 */
export function fingerprintOf(requirement: string, { expected, observed }: SaidFinding): string {
  const parts = JSON.stringify([requirement, withoutCircumstances(expected), withoutCircumstances(observed)]);
  // A prefix of letters: YAML would read a digest of digits as a number.
  return `cst-${createHash('sha256').update(parts).digest('hex').slice(0, 10)}`;
}

/**
 * Takes out what differs between two runs of the same scenarios on the same implementation: hosts and ports, people, durations, dates,
 * identifiers, the value that a property happened to find. Small numbers stay: 19 characters are not 20, a status 500 is no 404.
 */
function withoutCircumstances(text: string): string {
  return circumstances.reduce(
    (rest, [found, put]) => rest.replace(found, put),
    text.normalize('NFKC').replace(/\s+/g, ' ').trim(),
  );
}

/** « 12,4 s », « 3 min ». */
const LASTING = '\\d+(?:[.,]\\d+)? ?(?:ms|s|secondes?|min|minutes?|h|heures?)(?![\\p{L}\\d])';

const circumstances: readonly (readonly [found: RegExp, put: string])[] = [
  // What a property found, with its seed, and the same value where the finding quotes it.
  [/contre-exemple : .*?\(graine [^)]*\) ; (?:« .*? »)?/g, 'contre-exemple '],
  [/[^\s«»<>(),;:]+@[^\s«»<>(),;:]*[^\s«»<>(),;:.]/g, '‹adresse›'],
  [/\bhttps?:\/\/(?:\[[\da-f:.]+\]|[^\s/:?#«»]+)(?::\d+)?/gi, '‹site›'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b|\blocalhost(?::\d+)?\b/g, '‹site›'],
  [/\b\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?|\b\d{1,2}\/\d{1,2}\/\d{4}\b|\b\d{1,2}:\d\d(?::\d\d)?\b/g, '‹date›'],
  [new RegExp(`\\b${LASTING}(?: ${LASTING})*`, 'gu'), '‹durée›'],
  // Identifiers: a session, a token, a number that only a machine gives.
  [/\b(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{16,}\b|\b(?=[\da-f-]*\d)[\da-f-]{8,}\b|\d{4,}/gi, '‹identifiant›'],
];
