/** A decision as it is printed: what blocks, what is known, what to watch. French, plain text. */
import { mapTexts } from '../reporting/map-texts';
import { dateWords, targetWords, VERDICT_WORDS } from '../reporting/words';
import type { GateDecision, Ground, Share } from './decision';
import type { GateFinding } from './findings';

type Paint = (text: string, colour: keyof typeof ANSI) => string;

/** Ends with a line break. Escape sequences only when `colours` asks for them. */
export function renderDecision(raw: GateDecision, { colours = false }: { colours?: boolean } = {}): string {
  // What a target says may hold escape sequences: none but ours reaches the terminal.
  const decision = mapTexts(raw, (text) => text.replace(/\p{Cc}/gu, ' '));
  const paint: Paint = colours ? (text, colour) => `${ANSI[colour]}${text}\u001b[0m` : (text) => text;
  const of = (weight: Ground['weight']) => decision.grounds.filter((ground) => ground.weight === weight);
  const lines = [
    paint('Mot de passe oublié — décision de mise en service', 'bold'),
    `Cible : ${targetWords(decision.target)} · campagne : ${dateWords(decision.startedAt)} · verdict : ${VERDICT_WORDS[decision.verdict].toLowerCase()}`,
    ...section('Ce qui s’oppose', of('refuse'), (text) => paint(`✗ ${text}`, 'red'), paint),
    ...section('Ce qui manque pour décider', of('inconclusive'), (text) => paint(`? ${text}`, 'yellow'), paint),
    ...section('Ce qui passe, à surveiller', of('warn'), (text) => `! ${text}`, paint),
    ...findingLines(decision.findings, paint),
    ...(decision.fixed?.length ? ['', `Corrigé depuis la référence : ${decision.fixed.join(', ')}`] : []),
    '',
    coverageLine(decision),
    conclusion(decision, paint),
    '',
  ];
  // Plain spaces: the text is searched and copied.
  return lines.join('\n').replace(/[\u00a0\u202f]/g, ' ');
}

function section(title: string, grounds: readonly Ground[], draw: (text: string) => string, paint: Paint): string[] {
  if (grounds.length === 0) return [];
  return ['', paint(title, 'bold'), ...grounds.map(({ words }) => `  ${draw(words)}`)];
}

function findingLines(findings: readonly GateFinding[], paint: Paint): string[] {
  if (findings.length === 0) return [];
  return ['', paint('Constats', 'bold'), ...findings.flatMap((finding) => oneFinding(finding))];
}

function oneFinding({ requirement, fingerprint, expected, observed, scenarios, intermittent, waiver }: GateFinding): string[] {
  return [
    `  ${requirement}  empreinte : ${fingerprint}`,
    `      attendu    : ${expected}`,
    `      observé    : ${observed}`,
    `      scénarios  : ${scenarios.join(', ')}`,
    ...(intermittent ? ['      intermittent : un autre passage du même scénario a réussi'] : []),
    ...(waiver ? [`      dérogation : ${waiver.owner}, jusqu’au ${waiver.expires} : ${waiver.reason}`] : []),
  ];
}

function coverageLine({ coverage, modelCoverage }: GateDecision): string {
  const words = ({ reached, of }: Share): string => `${reached} sur ${of}`;
  const model = modelCoverage ? ` · passages que la fiche décrit parcourus : ${words(modelCoverage)}` : '';
  return `Exigences testables décidées : ${words(coverage)}${model}`;
}

function conclusion({ decision, grounds }: GateDecision, paint: Paint): string {
  const number = (weight: Ground['weight']): number => grounds.filter((ground) => ground.weight === weight).length;
  const reasons = (count: number): string => (count === 1 ? 'un motif' : `${count} motifs`);
  if (decision === 'refused') return `${paint('REFUSÉ', 'red')} — ${reasons(number('refuse'))}`;
  if (decision === 'inconclusive') return `${paint('NON CONCLUANT', 'yellow')} — ${reasons(number('inconclusive'))}`;
  const watched = number('warn') === 0 ? 'rien ne s’y oppose' : `${reasons(number('warn'))} de surveillance`;
  return `${paint('ACCEPTÉ', 'green')} — ${watched}`;
}

const ANSI = { bold: '\u001b[1m', red: '\u001b[31m', green: '\u001b[32m', yellow: '\u001b[33m' } as const;
