/** Says which scenarios verify which sentence of the fiche, and what is amiss. Pure: reads no file, knows no result. */
import type { Requirement, Testability } from '../specification/model';

/** A scenario, or one row of an outline, as the features declare it. */
export interface TracedScenario {
  readonly id: string;
  readonly name: string;
  /** Path of its file: `features/1-3-mot-de-passe.feature`. */
  readonly feature: string;
  readonly line: number;
  /** Its own and those it inherits, with their `@`. */
  readonly tags: readonly string[];
}

/** What the tags may name. */
export interface TraceCatalogue {
  readonly requirements: readonly Requirement[];
  readonly recommendationIds: readonly string[];
  readonly readings: readonly { readonly id: string }[];
}

/** One sentence of the fiche and what verifies it. */
export interface TraceRow {
  readonly section: string;
  readonly requirement: string;
  readonly citation: string;
  readonly testable: Testability;
  readonly features: readonly string[];
  readonly scenarios: readonly Omit<TracedScenario, 'tags'>[];
}

/** Something to put right, told in French. `where` is `file:line`, absent when a scenario is missing. */
export interface TraceProblem {
  readonly kind: 'requirement-without-scenario' | 'scenario-without-requirement' | 'unknown-tag' | 'untestable-requirement';
  readonly message: string;
  readonly where?: string;
}

export interface TraceMatrix {
  readonly rows: readonly TraceRow[];
  readonly scenarioCount: number;
  readonly problems: readonly TraceProblem[];
}

/** Builds the matrix, in the order of the fiche. Every requirement has its row, testable or not. */
export function traceMatrix(catalogue: TraceCatalogue, scenarios: readonly TracedScenario[]): TraceMatrix {
  const rows = catalogue.requirements.map((requirement) => toRow(requirement, scenarios));
  return {
    rows,
    scenarioCount: scenarios.length,
    problems: [...rows.flatMap(uncovered), ...scenarios.flatMap(untagged), ...misused(catalogue, scenarios)],
  };
}

/** For a terminal: aligned columns, then the problems. */
export function renderTraceText(matrix: TraceMatrix): string {
  const table = [
    ['Section', 'Exigence', 'Vérifiable', 'Scénarios', 'Fichiers'],
    ...matrix.rows.map((row) => [
      row.section,
      row.requirement,
      testableWords[row.testable],
      row.scenarios.length === 0 ? '—' : String(row.scenarios.length),
      row.features.map(fileName).join(', '),
    ]),
  ];
  const problems = matrix.problems.map((problem) => `  - ${located(problem)}`);
  return [...align(table), '', summary(matrix), ...problems, ''].join('\n');
}

/** For a document: the sentences themselves, and the lines that verify them. */
export function renderTraceMarkdown(matrix: TraceMatrix): string {
  const table = matrix.rows.map((row) => [
    row.section,
    row.requirement,
    `« ${row.citation} »`,
    testableWords[row.testable],
    row.features.map((feature) => `\`${fileName(feature)}\` ${lines(row, feature)}`).join('<br>') || '—',
  ]);
  return [
    '# Traçabilité',
    '',
    '| Section | Exigence | Phrase de la fiche | Vérifiable | Scénarios (lignes) |',
    '|---|---|---|---|---|',
    ...table.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`),
    '',
    summary(matrix),
    ...(matrix.problems.length > 0 ? ['', ...matrix.problems.map((problem) => `- ${located(problem)}`)] : []),
    '',
  ].join('\n');
}

const testableWords: Readonly<Record<Testability, string>> = { yes: 'oui', partly: 'en partie', no: 'non' };

function toRow({ id, section, citation, testable }: Requirement, all: readonly TracedScenario[]): TraceRow {
  const scenarios = all.filter(({ tags }) => tags.includes(`@${id}`));
  return {
    section,
    requirement: id,
    citation,
    testable,
    features: [...new Set(scenarios.map(({ feature }) => feature))],
    scenarios: scenarios.map(({ id: scenario, name, feature, line }) => ({ id: scenario, name, feature, line })),
  };
}

function uncovered({ requirement, citation, testable, scenarios }: TraceRow): TraceProblem[] {
  if (testable === 'no' || scenarios.length > 0) return [];
  const message = `${requirement} est vérifiable et aucun scénario ne la vérifie : « ${citation} »`;
  return [{ kind: 'requirement-without-scenario', message }];
}

function untagged(scenario: TracedScenario): TraceProblem[] {
  if (scenario.tags.some((tag) => /^@(MPO|REC)-/.test(tag))) return [];
  const message = `scénario sans étiquette @MPO-… ni @REC-… : ${scenario.name}`;
  return [{ kind: 'scenario-without-requirement', message, where: placeOf(scenario) }];
}

/** Tags that name nothing, or nothing that can be tested: once for each file, since a rule hands its tags to every row below it. */
function misused(catalogue: TraceCatalogue, scenarios: readonly TracedScenario[]): TraceProblem[] {
  const untestable = new Set(catalogue.requirements.filter(({ testable }) => testable === 'no').map(({ id }) => `@${id}`));
  const known = new Set(
    [
      ...catalogue.requirements.map(({ id }) => id),
      ...catalogue.recommendationIds,
      ...catalogue.readings.map(({ id }) => id),
    ].map((id) => `@${id}`),
  );
  const problems = new Map<string, TraceProblem>();
  for (const scenario of scenarios) {
    const where = placeOf(scenario);
    // `@mpo-1.3-3` and `@MPO1.3-3` are slips to report, `@recapitulatif` is a tag of another kind.
    for (const tag of scenario.tags.filter((name) => /^@(MPO|REC|AMB)(?!\p{L})/iu.test(name))) {
      const key = `${scenario.feature} ${tag}`;
      if (problems.has(key)) continue;
      if (!known.has(tag)) problems.set(key, { kind: 'unknown-tag', message: `étiquette inconnue : ${tag}`, where });
      if (untestable.has(tag)) {
        const message = `${tag} désigne une exigence qui n’est pas vérifiable`;
        problems.set(key, { kind: 'untestable-requirement', message, where });
      }
    }
  }
  return [...problems.values()];
}

function summary({ rows, scenarioCount, problems }: TraceMatrix): string {
  const testable = rows.filter((row) => row.testable !== 'no');
  const covered = testable.filter((row) => row.scenarios.length > 0);
  const end = problems.length === 0 ? 'aucun problème.' : `${count(problems.length, 'problème')} :`;
  return [
    count(rows.length, 'exigence'),
    `vérifiables : ${covered.length} sur ${testable.length} ont un scénario`,
    count(scenarioCount, 'scénario'),
    end,
  ].join(' ; ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number > 1 ? 's' : ''}`;
}

function located({ message, where }: TraceProblem): string {
  return where === undefined ? message : `${where} : ${message}`;
}

function placeOf({ feature, line }: TracedScenario): string {
  return `${feature}:${line}`;
}

function fileName(feature: string): string {
  return feature.split('/').at(-1) ?? feature;
}

/** `17–19, 24`: the lines of a feature, consecutive ones joined. */
function lines({ scenarios }: TraceRow, feature: string): string {
  const sorted = scenarios.filter((scenario) => scenario.feature === feature).map(({ line }) => line);
  const runs: [first: number, last: number][] = [];
  for (const line of [...new Set(sorted)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === line - 1) run[1] = line;
    else runs.push([line, line]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(', ');
}

function align(table: readonly (readonly string[])[]): string[] {
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
