/** Procedures that cross: one account in two browsers, two accounts in one, what one person holds sent by another. Judges nothing. */
import type { ScreenName } from '../driver/controls';
import { withHiddenValuesOf } from '../driver/hidden-values';
import { openingOf } from './moves';
import { inBothFields, learnPasswordForm, namingInstead, nothingSent } from './own-requests';
import { accountOf, type Attempt, type Person } from './person';
import type { Scene } from './scene';
import { screenNames } from './screen-names';
import { act, choose, follow, identify, openHome, reach, recordAttempt, screenOf } from './walk';

/** Leads the same account to a screen in a second browser, that knows nothing of the first. */
export async function arriveInSecond(scene: Scene, person: Person, screen: ScreenName): Promise<void> {
  await reach(scene, scene.addSecond(person, await scene.target.visitors.newVisitor()), screen);
}

/** Opens in the second browser an address that the first has seen. @throws Error when it has not. */
export async function openInSecond(scene: Scene, person: Person, screen: ScreenName): Promise<void> {
  const address = person.addresses.get(screen);
  if (address === undefined) throw new Error(`${person.name} n’a pas vu l’écran « ${screenNames[screen]} »`);
  const { visitor } = scene.second(person);
  await act(scene, scene.second(person), openingOf(person.addresses, address), () => visitor.open(address));
}

/** Identifies a person in another tab of somebody's browser. */
export async function identifyInTabOf(scene: Scene, person: Person, host: Person): Promise<void> {
  await person.visitor.close();
  person.visitor = await host.visitor.newTab();
  await openHome(scene, person);
  await reach(scene, person, 'identification');
  await identify(scene, person);
}

/**
 * Chooses a password where a person stands, if they stand where one is chosen, while somebody else is under way in the same browser. It may
 * become their own; it must not become the other's (MPO-D-3).
 */
export async function chooseBeside(scene: Scene, person: Person, other: Person): Promise<void> {
  if (screenOf(scene, person) !== 'new-password') return;
  const { shape, value } = scene.newPassword(person);
  scene.propose(other, value);
  other.attempts.push(ofAnother(await choose(scene, person, shape, value)));
  await takeIfOwn(scene, person, value);
}

/**
 * Sends the form of the question as somebody else sent it, the right answer of theirs in it, with whatever names the sender replaced by what
 * names them: MPO-D-7. The sender goes where it leads.
 */
export async function sendAnswerOf(scene: Scene, sender: Person, other: Person): Promise<void> {
  const form = other.forms.get('question');
  if (form === undefined) throw nothingSent('question');
  const request = withHiddenValuesOf(sender.visitor.page, form.submission);
  scene.answered(sender, accountOf(other).answer);
  await act(scene, sender, undefined, () => sender.visitor.send(request, namingInstead(sender, other)));
}

/**
 * Sends the password form that stands open before somebody else, with all that is hidden in it: MPO-D-1, MPO-D-7. It may change the password
 * of whom it was opened for; it must not change the sender's, who has not answered.
 */
export async function sendFormOpenedFor(scene: Scene, sender: Person, owner: Person): Promise<void> {
  const form = await learnPasswordForm(scene, owner, true);
  // AMB-26: a target may send back to the start after a refusal.
  await reach(scene, owner, 'new-password');
  const request = withHiddenValuesOf(owner.visitor.page, form.submission);
  const { shape, value } = scene.newPassword(sender);
  for (const who of [sender, owner]) scene.propose(who, value);
  const page = await follow(scene, sender, undefined, () => sender.visitor.replay(request, inBothFields(form, value)));
  const attempt = recordAttempt(scene, sender, { shape, value, confirmation: value }, page);
  if (await takeIfOwn(scene, owner, value)) sender.attempts = [ofAnother(attempt)];
}

/** Whether a password has become a person's; then it is in force, and its mail was due. */
async function takeIfOwn(scene: Scene, person: Person, value: string): Promise<boolean> {
  if (!(await scene.desk.opens(accountOf(person), value))) return false;
  scene.takeEffect(person, value);
  await scene.confirmations(person);
  return true;
}

/** What was seen after it says nothing of this person. */
function ofAnother(attempt: Attempt): Attempt {
  return { ...attempt, ownRequest: true, screen: 'other' };
}
