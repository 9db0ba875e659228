/** Requests that a person writes without the page: forms noted elsewhere, parameters left out, values that no page lets through. */
import type { ScreenName } from '../driver/controls';
import { withHiddenValuesOf } from '../driver/hidden-values';
import type { Page, Substitution } from '../driver/visitor';
import { shapeFromWords } from '../exploration/shape-words';
import { CapabilityMissing } from '../verdict/errors';
import { accountOf, inForce, type NotedForm, type Person } from './person';
import type { Scene } from './scene';
import { screenNames } from './screen-names';
import { answer, arrive, choose, recordAttempt, screenOf } from './walk';

/** A pair of passwords to send; `null` leaves the parameter out. */
export interface SentPair {
  readonly shape: string;
  readonly value: string | null;
  readonly confirmation: string | null;
}

/**
 * Sends a pair of passwords by a request of one's own, whatever the page checks: MPO-D-5. The request is learnt from a pair that
 * every target must refuse.
 * @throws CapabilityMissing when the page sends nothing that could be sent again.
 */
export async function sendPair(scene: Scene, person: Person, pair: SentPair): Promise<void> {
  const form = await learnPasswordForm(scene, person, pair.value === pair.confirmation);
  await resendPair(scene, person, form, pair);
}

/** Sends a noted password form again with another pair. */
export async function resendPair(scene: Scene, person: Person, form: NotedForm, pair: SentPair): Promise<void> {
  for (const password of [pair.value, pair.confirmation]) if (password !== null) scene.propose(person, password);
  const { newPassword = '', confirmation = '' } = form.typed;
  const substitutions: Substitution[] = [{ typed: newPassword, sent: pair.value }];
  if (confirmation !== newPassword) substitutions.push({ typed: confirmation, sent: pair.confirmation });
  const page = await person.visitor.replay(withHiddenValuesOf(person.visitor.page, form.submission), substitutions);
  recordAttempt(scene, person, { shape: pair.shape, value: pair.value ?? '', confirmation: pair.confirmation ?? '' }, page);
  scene.journal.note(`${person.name} envoie une requête de son cru (${pair.shape}) : statut ${page.status}`);
}

/** Sends an answer by a request of one's own; `null` leaves the parameter out. The person goes where it leads. */
export async function sendAnswer(scene: Scene, person: Person, sent: string | null): Promise<void> {
  const primer = scene.make(person, shapeFromWords('24 lettres et chiffres')).value;
  const before = person.visitor.lastSubmission();
  await answer(scene, person, primer);
  const form = person.forms.get('question');
  if (form === undefined || person.visitor.lastSubmission() === before) throw nothingSent('question');
  const request = withHiddenValuesOf(person.visitor.page, form.submission);
  arrive(scene, person, await person.visitor.send(request, [{ typed: primer, sent }]));
}

/**
 * Sends, from where a person is, the form of a later screen as somebody else noted it, with the person's own values: MPO-D-1.
 */
export async function sendNotedForm(scene: Scene, person: Person, screen: ScreenName): Promise<Page> {
  const form = scene.notes?.forms.get(screen);
  if (form === undefined) throw new Error(`le formulaire de l’écran « ${screenNames[screen]} » n’a pas été noté`);
  const account = accountOf(person);
  if (screen === 'new-password') {
    const { shape, value } = scene.newPassword(person);
    await resendPair(scene, person, form, { shape, value, confirmation: value });
    return person.visitor.page;
  }
  const own: Partial<Record<string, string>> = { email: account.email, answer: account.answer };
  const substitutions = Object.entries(form.typed).flatMap(([name, typed]) =>
    own[name] === undefined ? [] : [{ typed, sent: own[name] }],
  );
  const page = await person.visitor.replay(withHiddenValuesOf(person.visitor.page, form.submission), substitutions);
  scene.journal.note(`${person.name} envoie le formulaire de l’écran « ${screenNames[screen]} » : statut ${page.status}`);
  return page;
}

/**
 * Sends the password form with whatever in it names the person replaced by what names somebody else: MPO-D-3. A form that names nobody
 * goes as it is; the change is then the person's own, and may be accepted.
 */
export async function sendInAnothersName(scene: Scene, person: Person, other: Person): Promise<void> {
  const form = await learnPasswordForm(scene, person, true);
  const { shape, value } = scene.newPassword(person);
  for (const who of [person, other]) scene.propose(who, value);
  const { newPassword = '', confirmation = '' } = form.typed;
  const own = accountOf(person);
  const others = accountOf(other);
  const named = [
    { typed: own.email, sent: others.email },
    ...(own.subscriberNumber && others.subscriberNumber ? [{ typed: own.subscriberNumber, sent: others.subscriberNumber }] : []),
  ];
  const passwords = [...new Set([newPassword, confirmation])].map((typed) => ({ typed, sent: value }));
  const request = withHiddenValuesOf(person.visitor.page, form.submission);
  const page = await person.visitor.replay(request, [...passwords, ...named]);
  scene.journal.note(`${person.name} envoie le formulaire au nom de ${other.name} : statut ${page.status}`);
  other.attempts.push({ shape, value, confirmation: value, ownRequest: true, screen: 'other', page });
  person.attempts = [];
  if (!(await scene.desk.opens(own, value))) return;
  scene.takeEffect(person, value);
  await scene.confirmations(person);
}

/** Opens an address that was noted. @throws Error when that screen was never seen. */
export async function openNoted(scene: Scene, person: Person, screen: ScreenName): Promise<ScreenName> {
  const address = (scene.notes ?? person).addresses.get(screen) ?? person.addresses.get(screen);
  if (address === undefined) throw new Error(`l’adresse de l’écran « ${screenNames[screen]} » n’a pas été notée`);
  const page = await person.visitor.open(address);
  const seen = screenOf(scene, person, page);
  scene.journal.note(
    `${person.name} ouvre l’adresse notée de l’écran « ${screenNames[screen]} » et voit l’écran « ${screenNames[seen]} »`,
  );
  return seen;
}

/**
 * A password form whose two values can be told apart in the request: from a pair that is too short and does not match; else, where the
 * page lets none through, from the password in force, which only the server can refuse (MPO-1.3-4).
 */
async function learnPasswordForm(scene: Scene, person: Person, sameValues: boolean): Promise<NotedForm> {
  const short = shapeFromWords('8 lettres et chiffres');
  const [one, other] = [scene.make(person, short), scene.make(person, short)];
  const primers = [{ shape: `amorce, ${one.shape}, confirmation différente`, value: one.value, confirmation: other.value }];
  if (sameValues) primers.push({ shape: 'amorce, mot de passe actuel', value: inForce(person), confirmation: inForce(person) });
  for (const primer of primers) {
    const before = person.visitor.lastSubmission();
    await choose(scene, person, primer.shape, primer.value, primer.confirmation);
    const form = person.forms.get('new-password');
    if (form !== undefined && person.visitor.lastSubmission() !== before) return form;
  }
  throw nothingSent('new-password');
}

function nothingSent(screen: ScreenName): CapabilityMissing {
  return new CapabilityMissing(
    'une requête à rejouer',
    `la page de l’écran « ${screenNames[screen]} » n’envoie rien tant que la saisie ne lui convient pas`,
  );
}
