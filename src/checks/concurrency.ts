/** Several moves at once, and second attempts where none should be possible: MPO-D-2, MPO-D-3, MPO-D-4. Judges one thing: how many passwords open. */
import { describePage } from './screen-names';
import type { FindingDraft } from './change';
import { accountOf, inForce, type Person } from './person';
import type { Scene } from './scene';
import { answer, arrive, choose, fillPasswords, identify, press, reach, recordAttempt, screenOf } from './walk';

/** Two people change their passwords, each move of one between two moves of the other, « Valider » at the same time. */
export async function changeTogether(scene: Scene, people: readonly Person[]): Promise<void> {
  for (const person of people) await reach(scene, person, 'identification');
  for (const person of people) await identify(scene, person);
  for (const person of people) await answer(scene, person);
  const proposals = people.map((person) => ({ person, ...scene.newPassword(person) }));
  await Promise.all(proposals.map(({ person, shape, value }) => choose(scene, person, shape, value)));
}

/** Sends one choice twice, as a double click does: MPO-D-4. */
export async function chooseTwice(scene: Scene, person: Person): Promise<void> {
  const { shape, value } = scene.newPassword(person);
  await choose(scene, person, shape, value);
  const submission = person.visitor.lastSubmission();
  if (submission !== undefined) await person.visitor.replay(submission, []);
}

/** Opens the choice of a password a second time in the same browser. */
export async function openTwoTabs(scene: Scene, person: Person): Promise<void> {
  await reach(scene, person, 'new-password');
  const second = scene.addSecond(person, await person.visitor.newTab());
  arrive(scene, second, await second.visitor.open(person.visitor.page.url));
}

/** Leads one account to the choice of a password in two browsers that know nothing of each other. */
export async function openTwoBrowsers(scene: Scene, person: Person): Promise<void> {
  await reach(scene, person, 'new-password');
  const second = scene.addSecond(person, await scene.target.visitors.newVisitor());
  await reach(scene, second, 'new-password');
}

/** Validates two different passwords for one account at the same time. */
export async function chooseTogether(scene: Scene, person: Person): Promise<void> {
  const both = [person, scene.second(person)].map((who) => ({ who, ...scene.newPassword(person) }));
  for (const { who, value } of both) await fillPasswords(scene, who, value, value);
  for (const { value } of both) scene.propose(person, value);
  await Promise.all(both.map(({ who }) => press(scene, who, 'validate')));
  for (const { who, shape, value } of both) recordAttempt(scene, person, { shape, value, confirmation: value }, who.visitor.page);
}

/** MPO-D-2, AMB-35: whoever won, exactly one password opens the espace. */
export async function judgeOnlyOneOpens(scene: Scene, person: Person): Promise<FindingDraft[]> {
  const account = accountOf(person);
  const candidates = [inForce(person), ...person.attempts.map(({ value }) => value)];
  const opened = await scene.desk.openEach(account, candidates);
  const opening = candidates.filter((_, index) => opened[index]);
  const evidence = person.attempts.map(({ shape, page, screen }) => `${shape} → ${describePage(page, screen)}`);
  const accepted = person.attempts.filter(({ screen }) => screen === 'summary').length;
  person.attempts = [];
  if (opening[0] !== undefined && opening[0] !== inForce(person)) scene.takeEffect(person, opening[0]);
  // Each change that was accepted announced itself: one mail for each, no more.
  for (let change = 0; change < accepted; change += 1) await scene.confirmations(person);
  if (opening.length === 1) return [];
  return [
    { requirements: [], expected: 'un seul mot de passe ouvre l’espace', observed: `${opening.length} l’ouvrent`, evidence },
  ];
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
