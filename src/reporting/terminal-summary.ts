/** What a run prints at its end: the fiche by chapter, the findings, what was not tested, the verdict. French, plain text. */
import type { Outcome } from '../verdict/outcomes';
import { mapTexts } from './map-texts';
import { chapters, sharedFindings, type SharedFinding } from './record-findings';
import type { RequirementRecord, RunRecord } from './record';
import {
  count,
  DRIVER_WORDS,
  duration,
  LEVEL_WORDS,
  OUTCOME_SYMBOLS,
  REQUIREMENT_WORDS,
  targetWords,
  VERDICT_WORDS,
} from './words';

/** Longest citation on one line. */
const CITATION_LENGTH = 72;
/** Scenarios named under one finding. */
const SHOWN = 5;

type Paint = (text: string, colour: keyof typeof ANSI) => string;

/** Ends with a line break. Escape sequences only when `colours` asks for them. */
export function renderTerminalSummary(raw: RunRecord, { colours = false }: { colours?: boolean } = {}): string {
  // What a target says may hold escape sequences: none but ours reaches the terminal.
  const record = mapTexts(raw, (text) => text.replace(/\p{Cc}/gu, ' '));
  const paint: Paint = colours ? (text, colour) => `${ANSI[colour]}${text}\u001b[0m` : (text) => text;
  const lines = [
    paint('Mot de passe oublié — rapport de conformité', 'bold'),
    `Cible : ${targetWords(record.target)} · pilote : ${DRIVER_WORDS[record.driver]} · ${LEVEL_WORDS[record.level]} · graine : ${record.seed}`,
    ...chapters(record).flatMap(({ id, title, requirements }) => [
      '',
      paint(/^\d/.test(id) ? `§ ${id} ${title}` : title, 'bold'),
      ...requirements.flatMap((requirement) => requirementLines(record, requirement, paint)),
    ]),
    ...untestedLines(record, paint),
    ...readingLines(record, paint),
    '',
    totalLine(record),
    verdictLine(record, paint),
    '',
  ];
  // Plain spaces: the summary is searched and copied.
  return lines.join('\n').replace(/[\u00a0\u202f]/g, ' ');
}

function requirementLines(record: RunRecord, requirement: RequirementRecord, paint: Paint): string[] {
  const { id, outcome, source, statement, reason, findings } = requirement;
  const words = source.citation || statement;
  const said = outcome === 'failed' || words.length <= CITATION_LENGTH ? words : `${words.slice(0, CITATION_LENGTH - 1)}…`;
  const head = `  ${paint(`${OUTCOME_SYMBOLS[outcome]} ${REQUIREMENT_WORDS[outcome].padEnd(13)}`, COLOURS[outcome])} ${id.padEnd(10)}`;
  return [
    said === '' ? head : `${head} « ${said} »`,
    ...sharedFindings([requirement]).flatMap((shared) => findingLines(record, shared)),
    ...(reason !== undefined && findings.length === 0 ? [`      ${reason}`] : []),
  ];
}

/** The evidence of the first scenario; the others only by name, for the report has theirs. */
function findingLines(record: RunRecord, { expected, observed, findings }: SharedFinding): string[] {
  const scenarios = findings.flatMap((finding) => record.scenarios.filter(({ id }) => id === finding.scenario));
  return [
    `      attendu  : ${expected}`,
    `      observé  : ${observed}`,
    ...(findings[0]?.evidence ?? []).map((line) => `      preuve   : ${line}`),
    ...scenarios.slice(0, SHOWN).map(({ name, file, line }) => `      scénario : ${name} (${file}:${line})`),
    ...(scenarios.length > SHOWN ? [`      … et ${count(scenarios.length - SHOWN, 'autre scénario', 'autres scénarios')}`] : []),
    ...(findings.some(({ intermittent }) => intermittent)
      ? ['      intermittent : un autre passage du même scénario a réussi']
      : []),
  ];
}

/** What the target offers no means to test, by reason: the requirements say the rest. */
function untestedLines({ scenarios }: RunRecord, paint: Paint): string[] {
  const untested = scenarios.filter(({ outcome }) => outcome === 'untested');
  if (untested.length === 0) return [];
  const reasons = [...new Set(untested.map(({ reason }) => reason ?? ''))];
  return [
    '',
    paint('Scénarios opportunistes non testés', 'bold'),
    ...reasons.map((reason) => `  – ${count(untested.filter((one) => one.reason === reason).length, 'scénario')} : ${reason}`),
  ];
}

/** Only the readings that the target does not declare as observed: the rest is in the report. */
function readingLines(record: RunRecord, paint: Paint): string[] {
  const other = record.readings.filter(({ declared, observed }) => observed.some((value) => value !== declared));
  if (other.length === 0) return [];
  return [
    '',
    paint('Lectures observées autres que la lecture retenue', 'bold'),
    ...other.map(({ id, declared, observed }) => `  ${id.padEnd(8)} retenue : ${declared} ; observée : ${observed.join(' ; ')}`),
  ];
}

function totalLine({ totals, durationMs }: RunRecord): string {
  const { passed, failed, cantTell, untested } = totals.requirements;
  const scenarios = Object.values(totals.scenarios).reduce((sum, number) => sum + number, 0);
  return `Exigences : ${count(passed, 'respectée')}, ${count(failed, 'non respectée', 'non respectées')}, ${count(cantTell, 'indécise')}, ${count(untested, 'non testée', 'non testées')} — ${count(scenarios, 'scénario')} en ${duration(durationMs)}`;
}

function verdictLine({ verdict, reason }: RunRecord, paint: Paint): string {
  const colour = ({ conforming: 'green', 'non-conforming': 'red', inconclusive: 'yellow' } as const)[verdict];
  return `${paint(VERDICT_WORDS[verdict].toUpperCase(), colour)} — ${reason}`;
}

const ANSI = {
  bold: '\u001b[1m',
  red: '\u001b[31m',
  green: '\u001b[32m',
  yellow: '\u001b[33m',
  grey: '\u001b[90m',
} as const;

const COLOURS: Readonly<Record<Outcome, keyof typeof ANSI>> = {
  passed: 'green',
  failed: 'red',
  cantTell: 'yellow',
  inapplicable: 'grey',
  untested: 'grey',
};
