/** The verdict as a badge: an SVG image that stands alone. Says of a run what fits on one line, and names its target to those who listen. */
import { mapTexts } from './map-texts';
import { escapeXml } from './plain-text';
import type { RunRecord } from './record';
import { count, VERDICT_WORDS } from './words';

const LABEL = 'fiche FOCUS';
/** Of white letters on it: more than 4.5 to 1. */
const COLOURS: Readonly<Record<RunRecord['verdict'], string>> = {
  conforming: '#1a7f37',
  'non-conforming': '#b42318',
  inconclusive: '#57606a',
};
/** Width of a character, and what stands on either side of a text. */
const [CHARACTER, MARGIN] = [6.6, 8];

export function renderBadge(raw: RunRecord): string {
  const { verdict, target, requirements } = mapTexts(raw, escapeXml);
  // What can be verified from outside, whether this run did or not: a selection must not look like the whole.
  const verifiable = requirements.filter(
    ({ level, testable, outcome }) => level === 'document' && testable !== 'no' && outcome !== 'inapplicable',
  );
  const passed = verifiable.filter(({ outcome }) => outcome === 'passed').length;
  const word = VERDICT_WORDS[raw.verdict].toLowerCase();
  const value = `${word} ${passed}/${verifiable.length}`;
  const [left, right] = [LABEL, value].map((text) => Math.round(text.length * CHARACTER + 2 * MARGIN)) as [number, number];
  const respected = count(passed, 'exigence respectée', 'exigences respectées');
  const title = `${LABEL}\u00a0: ${word}, ${respected} sur ${verifiable.length} — ${target.name}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<rect width="${left + right}" height="20" rx="3" fill="#24292f"/>`,
    `<path d="M${left} 0h${right - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-${right - 3}z" fill="${COLOURS[verdict]}"/>`,
    '<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" aria-hidden="true">',
    ...[
      { text: LABEL, from: 0, width: left },
      { text: value, from: left, width: right },
    ].map(({ text, from, width }) => `<text x="${from + MARGIN}" y="14" textLength="${width - 2 * MARGIN}">${text}</text>`),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}
