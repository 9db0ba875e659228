/** Differences as scenarios in French Gherkin, which the steps of the suite replay. Pure. */

/** What a scenario needs of a difference. */
export interface WrittenDifference {
  readonly requirements: readonly string[];
  readonly observed: string;
  /** The moves, each a sentence. */
  readonly sentences: readonly string[];
  /** What must hold after them. */
  readonly assertion: string;
  readonly asksForAddresses: boolean;
}

/** First line of every feature written here: what bears it may be written over. */
export const WRITTEN_BY_EXPLORE = '# Écrit par « mdpo explore »';

/**
 * @param origin what was walked and how to replay it, one line each, in French.
 * @returns the text of a feature file, one scenario a difference.
 */
export function featureOf(differences: readonly WrittenDifference[], origin: readonly string[]): string {
  const scenarios = differences.map(scenarioOf);
  const comments = [WRITTEN_BY_EXPLORE, ...origin.map((line) => `# ${oneLine(line)}`)];
  return [
    '# language: fr',
    ...comments,
    '',
    'Fonctionnalité: Écarts que les marches engendrées ont trouvés',
    ...scenarios.flatMap((lines) => ['', ...lines.map((line) => `  ${line}`)]),
    '',
  ].join('\n');
}

function scenarioOf(difference: WrittenDifference, index: number): string[] {
  const { requirements, observed, sentences, assertion, asksForAddresses } = difference;
  const givens = [
    'Étant donné Alice, titulaire d’un espace professionnel',
    'Et Bruno, titulaire d’un autre espace professionnel',
  ];
  if (asksForAddresses) givens.push('Et que l’usager a noté l’adresse de chaque écran, son espace compris');
  const moves = sentences.map((sentence, rank) => `${rank === 0 ? 'Quand' : 'Et'} ${sentence}`);
  return [
    `# Observé : ${oneLine(observed)}`,
    requirements.map((id) => `@${id}`).join(' '),
    `Scénario: ${index + 1}. ${capitalised(assertion)}`,
    ...[...givens, ...moves, `Alors ${assertion}`].map((line) => `  ${line}`),
  ];
}

/** What a target says must not become a step of the feature. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
