/** The record as Markdown, in French, for the page of a job (`GITHUB_STEP_SUMMARY`): the verdict, then what to act on. Touches no file. */
import { OUTCOMES } from '../verdict/outcomes';
import { mapTexts } from './map-texts';
import { plainText } from './plain-text';
import { chapters, sharedFindings, type SharedFinding } from './record-findings';
import type { RequirementRecord, RunRecord } from './record';
import {
  ATTRIBUTION_WORDS,
  count,
  DRIVER_WORDS,
  duration,
  LEVEL_WORDS,
  OUTCOME_SYMBOLS,
  REQUIREMENT_WORDS,
  targetWords,
  typeset,
  VERDICT_WORDS,
} from './words';

/** Bytes. GitHub takes 1 MiB a step, and shows nothing of what is longer. */
const LIMIT = 900_000;
/** Bytes of the table, and of the lines that say what was cut. */
const [TABLE_LIMIT, RESERVE] = [100_000, 2000];
/** Characters of one text, and lines of evidence of one finding. */
const [LONGEST, EVIDENCE] = [2000, 10];

const SYMBOLS: Readonly<Record<RunRecord['verdict'], string>> = { conforming: '✓', 'non-conforming': '✗', inconclusive: '?' };

/** At most 900 kB; when something had to be left out, a line says what. */
export function renderJobSummary(raw: RunRecord): string {
  const record = mapTexts(raw, (text) => plainText(text).replace(/\s+/g, ' ').trim());
  const head = headLines(record).join('\n');
  const [table, rowsCut] = fit(tableRows(record), TABLE_LIMIT);
  const budget = LIMIT - RESERVE - size(head) - size(table);
  const [failed, failedCut] = fit(failures(record), budget);
  const [open, openCut] = fit(undecided(record), budget - size(failed));
  const cut = [
    ...(failedCut > 0 ? [count(failedCut, 'constat')] : []),
    ...(openCut > 0 ? [count(openCut, 'exigence indécise', 'exigences indécises')] : []),
    ...(rowsCut > 0 ? [count(rowsCut, 'chapitre')] : []),
  ].join(', ');
  const note = `> Ce résumé est limité à ${LIMIT / 1000} ko. Ce qui n’y tient pas : ${cut}. Le rapport complet (\`index.html\`) a tout.`;
  const parts = [head, failed, open, table, cut === '' ? '' : note];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function headLines(record: RunRecord): string[] {
  const { verdict, reason, attribution, target, driver, level, seed, selection, durationMs } = record;
  return [
    `## ${SYMBOLS[verdict]} ${VERDICT_WORDS[verdict]} — ${prose(target.name)}`,
    '',
    `**${prose(reason)}**`,
    '',
    item('Cible', prose(targetWords(target))),
    item('Pilote', `${DRIVER_WORDS[driver]}, ${LEVEL_WORDS[level]}, graine ${seed}, ${duration(durationMs)}`),
    item('Sélection', prose(selection.words)),
    ...(attribution ? [item('À qui d’agir', ATTRIBUTION_WORDS[attribution])] : []),
  ];
}

/** One block a finding, those of the fiche first; each begins a section when it is the first of it. */
function failures({ requirements }: RunRecord): string[] {
  const failed = requirements.filter(({ outcome }) => outcome === 'failed');
  const blocks = (level: RequirementRecord['level'], title: string): string[] => {
    const own = failed.filter((one) => one.level === level);
    const bare = own
      .filter(({ findings }) => findings.length === 0)
      .map((one) => `${nameLine(one)}\n- ${verbatim(one.reason ?? '')}`);
    return underTitle(`### ${title}`, [...sharedFindings(own).map(findingBlock), ...bare]);
  };
  return [...blocks('document', 'Exigences non respectées'), ...blocks('recommendation', 'Recommandations non suivies')];
}

function findingBlock({ requirements, expected, observed, findings }: SharedFinding): string {
  const evidence = findings[0]?.evidence ?? [];
  const hidden = evidence.length - EVIDENCE;
  return [
    // A backslash at the end of a line breaks it.
    requirements.map(nameLine).join('\\\n'),
    item('Attendu', verbatim(expected)),
    item('Vu', verbatim(observed)),
    ...evidence.slice(0, EVIDENCE).map((line) => item('Preuve', verbatim(line))),
    ...(hidden > 0 ? [`- ${count(hidden, 'autre preuve', 'autres preuves')} dans le rapport`] : []),
    `- ${count(findings.length, 'scénario')}`,
    ...(findings.some(({ intermittent }) => intermittent) ? ['- Intermittent, car un autre passage a réussi'] : []),
  ].join('\n');
}

function undecided({ requirements }: RunRecord): string[] {
  const open = requirements.filter(({ outcome }) => outcome === 'cantTell');
  return underTitle(
    '### Exigences indécises',
    open.map((one) => `${nameLine(one)}\n- ${verbatim(one.reason ?? '')}`),
  );
}

function tableRows(record: RunRecord): string[] {
  const head = OUTCOMES.map((outcome) => `${OUTCOME_SYMBOLS[outcome]} ${REQUIREMENT_WORDS[outcome]}`);
  const rows = chapters(record).map(({ id, title, requirements }) => {
    const name = /^\d/.test(id) ? `§ ${id} ${title}` : title;
    const numbers = OUTCOMES.map((outcome) => requirements.filter((one) => one.outcome === outcome).length);
    return `| ${prose(name)} | ${numbers.join(' | ')} |`;
  });
  const ruler = `| :-- | ${OUTCOMES.map(() => '--:').join(' | ')} |`;
  return underTitle(`### Par chapitre\n\n| Chapitre | ${head.join(' | ')} |\n${ruler}`, rows, '\n');
}

function underTitle(title: string, blocks: readonly string[], separator = '\n\n'): string[] {
  return blocks.map((block, rank) => (rank === 0 ? `${title}${separator}${block}` : `${separator}${block}`));
}

function nameLine({ id, source }: RequirementRecord): string {
  return `**${prose(id)}**${source.citation === '' ? '' : ` «\u00a0${prose(source.citation)}\u00a0»`}`;
}

/** The first blocks that fit, together, and the number of the others. */
function fit(blocks: readonly string[], budget: number): [text: string, left: number] {
  let used = 0;
  const fits = blocks.findIndex((block) => (used += size(block)) > budget);
  const kept = fits < 0 ? blocks.length : fits;
  return [blocks.slice(0, kept).join('').trim(), blocks.length - kept];
}

function size(text: string): number {
  return Buffer.byteLength(text);
}

function item(label: string, words: string): string {
  return `- ${label}\u00a0: ${words}`;
}

/** A sentence in which Markdown, HTML, mentions, references and addresses mean nothing. */
function prose(text: string): string {
  return typeset(shorten(text))
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/[@#]|:(?=\/\/)|\bwww(?=\.)|\bGH(?=-)/gi, '$&\u200b');
}

/** Code, in which nothing means anything: its fence is longer than any run of backticks inside. */
function verbatim(text: string): string {
  if (text === '') return '(rien)';
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  return `${fence} ${shorten(text)} ${fence}`;
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${plainText(text.slice(0, LONGEST))}… (coupé)` : text;
}
