/** Several moves at once, and second attempts where none should be possible: MPO-D-2, MPO-D-3, MPO-D-4. Judges what they left in force. */
import { withHiddenValuesOf } from '../driver/hidden-values';
import type { FindingDraft } from './change';
import { arriveInSecond } from './crossing';
import { openingOf } from './moves';
import { inBothFields, learnPasswordForm } from './own-requests';
import { accountOf, inForce, type Person } from './person';
import type { Scene } from './scene';
import { describePage } from './screen-names';
import {
  answer,
  arrive,
  choose,
  fillIdentification,
  fillPasswords,
  follow,
  identify,
  press,
  reach,
  recordAttempt,
  screenOf,
} from './walk';

/** Two people change their passwords, each move of one between two moves of the other, « Valider » at the same time. */
export async function changeTogether(scene: Scene, people: readonly Person[]): Promise<void> {
  for (const person of people) await reach(scene, person, 'identification');
  for (const person of people) await identify(scene, person);
  for (const person of people) await answer(scene, person);
  await validateTogether(scene, people);
}

/** Identifies people at the same moment. */
export async function identifyTogether(scene: Scene, people: readonly Person[]): Promise<void> {
  for (const person of people) {
    await reach(scene, person, 'identification');
    await fillIdentification(scene, person, accountOf(person).email);
  }
  await Promise.all(people.map((person) => press(scene, person, 'continue')));
}

/** Gives the answers of people at the same moment. */
export async function answerTogether(scene: Scene, people: readonly Person[]): Promise<void> {
  await Promise.all(people.map((person) => answer(scene, person)));
}

/** Validates a password of each at the same moment. */
export async function validateTogether(scene: Scene, people: readonly Person[]): Promise<void> {
  const proposals = people.map((person) => ({ person, ...scene.newPassword(person) }));
  for (const { person, value } of proposals) {
    await fillPasswords(scene, person, value, value);
    scene.propose(person, value);
  }
  await Promise.all(people.map((person) => press(scene, person, 'validate')));
  for (const { person, shape, value } of proposals) recordAttempt(scene, person, { shape, value, confirmation: value });
}

/** Sends one choice twice, as a double click does: MPO-D-4. */
export async function chooseTwice(scene: Scene, person: Person): Promise<void> {
  const { shape, value } = scene.newPassword(person);
  await choose(scene, person, shape, value);
  const submission = person.visitor.lastSubmission();
  if (submission === undefined) return;
  await follow(scene, person, 'password.submitted', () => person.visitor.replay(submission, []));
}

/** Validates two different passwords at the same moment from one screen, by requests of one's own: MPO-D-4. */
export async function chooseTwiceAtOnce(scene: Scene, person: Person): Promise<void> {
  const form = await learnPasswordForm(scene, person, true);
  // AMB-26: a target may send back to the start after a refusal.
  await reach(scene, person, 'new-password');
  const request = withHiddenValuesOf(person.visitor.page, form.submission);
  const both = [scene.newPassword(person), scene.newPassword(person)];
  for (const { value } of both) scene.propose(person, value);
  const pages = await Promise.all(both.map(({ value }) => person.visitor.replay(request, inBothFields(form, value))));
  both.forEach(({ shape, value }, rank) => recordAttempt(scene, person, { shape, value, confirmation: value }, pages[rank]));
}

/** MPO-D-4: one right answer, one change, one mail, however many requests are under way. */
export async function judgeOneChange(scene: Scene, person: Person): Promise<FindingDraft[]> {
  const before = inForce(person);
  const { opening, evidence } = await whatOpens(scene, person);
  const mails = opening.includes(before) ? [] : await scene.confirmations(person);
  return [
    ...onlyOne(opening, evidence),
    ...(mails.length > 1 ? [draft('un seul changement, donc un seul courriel', `${mails.length} courriels`, evidence)] : []),
  ];
}

/** Opens the choice of a password a second time in the same browser. */
export async function openTwoTabs(scene: Scene, person: Person): Promise<void> {
  await reach(scene, person, 'new-password');
  const second = scene.addSecond(person, await person.visitor.newTab());
  const address = person.visitor.page.url;
  const shown = screenOf(scene, person);
  const screen = arrive(scene, second, await second.visitor.open(address));
  // Of the two tabs the first is where the browser stood.
  scene.moves.note(person.visitor, shown, openingOf(person.addresses, address), screen);
}

/** Leads one account to the choice of a password in two browsers that know nothing of each other. */
export async function openTwoBrowsers(scene: Scene, person: Person): Promise<void> {
  await reach(scene, person, 'new-password');
  await arriveInSecond(scene, person, 'new-password');
}

/** Validates two different passwords for one account at the same time. */
export async function chooseTogether(scene: Scene, person: Person): Promise<void> {
  const both = [person, scene.second(person)].map((who) => ({ who, ...scene.newPassword(person) }));
  for (const { who, value } of both) await fillPasswords(scene, who, value, value);
  for (const { value } of both) scene.propose(person, value);
  await Promise.all(both.map(({ who }) => press(scene, who, 'validate')));
  for (const { who, shape, value } of both) recordAttempt(scene, person, { shape, value, confirmation: value }, who.visitor.page);
}

/**
 * MPO-D-2, AMB-35: whoever won, exactly one password opens the espace. It is one whose « Valider » was accepted, if any was, and a mail says
 * so.
 */
export async function judgeOnlyOneOpens(scene: Scene, person: Person): Promise<FindingDraft[]> {
  const before = inForce(person);
  const { attempts } = person;
  const accepted = attempts.filter(({ screen }) => screen === 'summary');
  const { opening, evidence } = await whatOpens(scene, person);
  // Each change that was accepted announced itself: one mail for each, no more.
  const mails = [];
  for (let change = 0; change < accepted.length; change += 1) mails.push(...(await scene.confirmations(person)));
  const [winner] = opening;
  const findings = onlyOne(opening, evidence);
  if (findings.length > 0) return findings;
  if (accepted.length > 0 && winner === before)
    return [draft('un « Valider » accepté change le mot de passe', 'l’ancien ouvre toujours l’espace', evidence)];
  if (winner !== before && !accepted.some(({ value }) => value === winner))
    return [draft('le mot de passe qui ouvre l’espace a été accepté', 'son « Valider » a été refusé', evidence)];
  return accepted.length > 0 && mails.length === 0 ? [draft('un courriel de confirmation', 'aucun', evidence)] : [];
}

/** Goes as far as the target lets a person go, and proposes a password if that is far enough. */
export async function proposeIfPossible(scene: Scene, person: Person, from: 'home' | 'here' = 'home'): Promise<void> {
  if (from === 'home') {
    await reach(scene, person, 'identification');
    await identify(scene, person);
    if (screenOf(scene, person) === 'question') await answer(scene, person);
  }
  if (screenOf(scene, person) !== 'new-password') return;
  const { shape, value } = scene.newPassword(person);
  await choose(scene, person, shape, value);
}

/** Tries every password that the person ever had or proposed. One that opens is in force from then on. */
async function whatOpens(scene: Scene, person: Person): Promise<{ opening: readonly string[]; evidence: readonly string[] }> {
  const candidates = [...new Set([...person.passwords, ...person.attempts.map(({ value }) => value)])];
  const opened = await scene.desk.openEach(accountOf(person), candidates);
  const opening = candidates.filter((_, index) => opened[index]);
  const evidence = person.attempts.map(({ shape, page, screen }) => `${shape} → ${describePage(page, screen)}`);
  person.attempts = [];
  if (opening[0] !== undefined && opening[0] !== inForce(person)) scene.takeEffect(person, opening[0]);
  return { opening, evidence };
}

function onlyOne({ length }: readonly string[], evidence: readonly string[]): FindingDraft[] {
  return length === 1 ? [] : [draft('un seul mot de passe ouvre l’espace', `${length} l’ouvrent`, evidence)];
}

function draft(expected: string, observed: string, evidence: readonly string[]): FindingDraft {
  return { requirements: [], expected, observed, evidence };
}
