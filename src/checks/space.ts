/** What an espace shows: its services and dossiers, before and after. Judges sets, never a wording. */
import { recogniseScreen } from '../driver/screens';
import type { Page } from '../driver/visitor';
import { collapse } from '../driver/words';
import { CapabilityMissing } from '../verdict/errors';
import type { FindingDraft } from './change';
import { openingOf } from './moves';
import { accountOf, inForce, type Person } from './person';
import type { Scene } from './scene';
import { arrive, expectScreen, screenOf } from './walk';

/** What a name says of the moment: counts in brackets, dates, hours. */
const PASSING =
  /\(\d+\)|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d{1,2}(?:er)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?: \d{4})?|\d{1,2} ?[h:] ?\d{2}/giu;

/** Names of everything that can be activated in an espace: what is compared before and after. */
export function offers(page: Page): readonly string[] {
  const names = page.controls
    .filter(({ kind, visible }) => visible && (kind === 'link' || kind === 'button'))
    .map(({ name }) => name.replace(PASSING, '…'));
  return [...new Set(names)].sort();
}

/** Signs in with the password in force. */
export async function signInAs(scene: Scene, person: Person): Promise<void> {
  const account = accountOf(person);
  arrive(scene, person, await scene.desk.signIn(person.visitor, account.email, inForce(person), account));
  await scene.picture?.(person);
}

/** Signs in, in a browser of its own, and notes what the espace shows and where it is. */
export async function noteSpace(scene: Scene, person: Person): Promise<void> {
  await signInAs(scene, person);
  expectScreen(scene, person, 'services');
  person.notedSpace = offers(person.visitor.page);
  await scene.freshBrowser(person);
}

/** MPO-1.3-5: the espace shows what it showed, nothing less and nothing more. */
export function judgeNotedSpace(person: Person): FindingDraft[] {
  const before = person.notedSpace;
  if (before === undefined) throw new Error(`${person.name} n’a pas relevé ce que présente son espace`);
  const now = offers(person.visitor.page);
  const missing = before.filter((name) => !now.includes(name));
  const added = now.filter((name) => !before.includes(name));
  if (missing.length === 0 && added.length === 0) return [];
  return [finding('l’espace présente ce qu’il présentait', `il manque : ${list(missing)} ; en plus : ${list(added)}`)];
}

/** MPO-1.3-5: the declared services and dossiers are there, and none that belongs to another account only. */
export function judgeDeclaredSpace(scene: Scene, person: Person): FindingDraft[] {
  const account = accountOf(person);
  const own = [...(account.services ?? []), ...(account.dossiers ?? [])];
  if (own.length === 0)
    throw new CapabilityMissing(
      'un compte dont les services sont connus',
      'déclarer « services » et « dossiers » dans la réserve',
    );
  const others = scene.target.accounts.flatMap(({ services = [], dossiers = [] }) => [...services, ...dossiers]);
  const { text } = person.visitor.page;
  const shows = (label: string): boolean => holds(text, label);
  const missing = own.filter((label) => !shows(label));
  const foreign = [...new Set(others)].filter((label) => shows(label) && !own.some((mine) => holds(mine, label)));
  const findings: FindingDraft[] = [];
  if (missing.length > 0) findings.push(finding('tous les services et dossiers du compte', `il manque : ${list(missing)}`));
  if (foreign.length > 0)
    findings.push({
      ...finding('aucun service ni dossier d’un autre', `en plus : ${list(foreign)}`),
      requirements: ['MPO-D-3', 'MPO-1.3-5'],
    });
  return findings;
}

/** Opens each declared service from the espace. */
export async function judgeServices(scene: Scene, person: Person): Promise<FindingDraft[]> {
  const space = person.visitor.page;
  const closed: string[] = [];
  for (const service of accountOf(person).services ?? []) {
    const entry = person.visitor.page.controls.find(
      ({ kind, name, visible }) => visible && (kind === 'link' || kind === 'button') && holds(name, service),
    );
    const page = entry === undefined ? undefined : await person.visitor.activate(entry);
    const open =
      page !== undefined &&
      page.status === 200 &&
      recogniseScreen(page, { overrides: scene.controls }) !== 'sign-in' &&
      holds(page.text, service);
    if (!open) closed.push(service);
    const back = await person.visitor.open(space.url);
    // The page of a service is part of the espace: whoever is on it stands there.
    scene.moves.note(person.visitor, 'services', openingOf(person.addresses, space.url), screenOf(scene, person, back));
    // An espace that was the answer to the sign-in form has no address of its own.
    if (screenOf(scene, person, back) !== 'services') await signInAs(scene, person);
  }
  return closed.length === 0 ? [] : [finding('chaque service s’ouvre depuis l’espace', `restent fermés : ${list(closed)}`)];
}

/** Blanks and letter case are a matter of drawing. */
function holds(text: string, label: string): boolean {
  return collapse(text).toLowerCase().includes(collapse(label).toLowerCase());
}

function finding(expected: string, observed: string): FindingDraft {
  return { requirements: [], expected, observed, evidence: [] };
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'rien' : names.map((name) => `« ${name} »`).join(', ');
}
