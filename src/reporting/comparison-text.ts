/** A comparison as it is printed: what differs, and nothing else. French, plain text. */
import type { ComparedFinding, ComparedRequirement, Comparison, Pair } from './compare-records';
import { mapTexts } from './map-texts';
import { count, OUTCOME_SYMBOLS, REQUIREMENT_WORDS, SCENARIO_WORDS, targetWords, VERDICT_WORDS } from './words';
import type { Outcome } from '../verdict/outcomes';

/** Scenarios named under one heading. */
const SHOWN = 10;
const SIDES = ['A', 'B'] as const;

/** Ends with a line break. */
export function renderComparisonText(raw: Comparison): string {
  // What a target says may hold escape sequences: none reaches the terminal.
  const comparison = mapTexts(raw, (text) => text.replace(/\p{Cc}/gu, ' '));
  const { records, facts, requirements, scenarios, onlyIn, readings } = comparison;
  const differing = requirements.filter(({ differs }) => differs);
  const lines = [
    'Mot de passe oublié — comparaison de deux campagnes',
    ...SIDES.map(
      (side, rank) => `${side} : ${targetWords(records[rank]!.target)} — ${VERDICT_WORDS[records[rank]!.verdict].toLowerCase()}`,
    ),
    ...heading(
      'Ce qui distingue les campagnes',
      facts.filter(({ same }) => !same).map(({ term, words }) => `${term} — A : ${words[0]} ; B : ${words[1]}`),
    ),
    ...heading('Exigences dont l’issue diffère', differing.flatMap(requirementLines)),
    ...heading('Mêmes issues, autres constats', requirements.filter((one) => !one.differs).flatMap(otherFindings)),
    ...heading(
      'Scénarios dont l’issue diffère',
      shortened(scenarios.map(({ id, name, outcomes }) => `${sides(outcomes, SCENARIO_WORDS)} — ${name} (${id})`)),
    ),
    ...SIDES.flatMap((side, rank) =>
      heading(`Scénarios joués en ${side} seulement`, shortened(onlyIn[rank]!.map(({ id, name }) => `${name} (${id})`))),
    ),
    ...heading(
      'Lectures qui diffèrent',
      readings.map(
        ({ id, declared, observed }) =>
          `${id} — retenue A : ${declared[0] ?? '–'}, B : ${declared[1] ?? '–'} ; observée A : ${observed[0].join(', ') || '–'}, B : ${observed[1].join(', ') || '–'}`,
      ),
    ),
    '',
    conclusion(comparison),
    '',
  ];
  // Plain spaces: the text is searched and copied.
  return lines.join('\n').replace(/[\u00a0\u202f]/g, ' ');
}

/** French, one sentence: how many outcomes differ. */
export function conclusion({ requirements, onlyIn }: Comparison): string {
  const differing = requirements.filter(({ differs }) => differs).length;
  const alone = onlyIn[0].length + onlyIn[1].length;
  const checks = alone === 0 ? '' : ` ${count(alone, 'scénario n’a été joué', 'scénarios n’ont été joués')} que d’un côté.`;
  if (differing === 0) return `Aucune exigence n’a une issue différente.${checks}`;
  return `${count(differing, 'exigence a une issue différente', 'exigences ont une issue différente')}.${checks}`;
}

function heading(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function shortened(lines: readonly string[]): string[] {
  return lines.length > SHOWN ? [...lines.slice(0, SHOWN), `… et ${count(lines.length - SHOWN, 'autre')}`] : [...lines];
}

function sides(outcomes: Pair<Outcome | undefined>, words: Readonly<Record<Outcome, string>>): string {
  return SIDES.map((side, rank) => {
    const outcome = outcomes[rank];
    return `${side} : ${outcome === undefined ? '∅ Absente' : `${OUTCOME_SYMBOLS[outcome]} ${words[outcome]}`}`;
  }).join('  ');
}

function requirementLines({ id, outcomes, source, statement, findings, reasons }: ComparedRequirement): string[] {
  const undecided = SIDES.flatMap((side, rank) =>
    reasons[rank] !== undefined && outcomes[rank] !== 'failed' ? [`    ${side} : ${reasons[rank]}`] : [],
  );
  return [
    `${id.padEnd(10)} ${sides(outcomes, REQUIREMENT_WORDS)}  « ${source.citation || statement} »`,
    ...undecided,
    ...findings.flatMap(findingLines),
  ];
}

/** Of a requirement whose outcome is the same: only what one of the two alone saw. */
function otherFindings({ id, findings }: ComparedRequirement): string[] {
  const alone = findings.filter(({ seen: [here, there] }) => here === undefined || there === undefined);
  return alone.length === 0 ? [] : [id, ...alone.flatMap(findingLines)];
}

function findingLines({ fingerprint, seen: [here, there] }: ComparedFinding): string[] {
  const { expected = '', observed = '' } = here ?? there ?? {};
  const where = here && there ? 'A et B' : here ? 'A seulement' : 'B seulement';
  return [`    constat ${fingerprint}, ${where}`, `      attendu : ${expected}`, `      observé : ${observed}`];
}
