/** Requests that a person writes without the page: forms noted elsewhere, parameters left out, values that no page lets through. */
import type { ScreenName } from '../driver/controls';
import { withHiddenValuesOf } from '../driver/hidden-values';
import type { Page, Submission, Substitution } from '../driver/visitor';
import { shapeFromWords } from '../exploration/shape-words';
import { CapabilityMissing } from '../verdict/errors';
import { detoursFromWords, respellingsOf } from './detours';
import { openingOf, submissionOn } from './moves';
import { accountOf, inForce, type NotedForm, type Person } from './person';
import type { Scene } from './scene';
import { screenNames } from './screen-names';
import { act, answer, choose, follow, reach, recordAttempt, screenOf } from './walk';

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

/** The same, in all the ways that the words of a feature name. @throws CapabilityMissing also when the form has none of them. */
export async function sendPairBy(scene: Scene, person: Person, pair: SentPair, manner: string): Promise<void> {
  const form = await learnPasswordForm(scene, person, pair.value === pair.confirmation);
  await resendPairBy(scene, person, form, pair, manner);
}

/** Sends a noted password form again with another pair. @param detour another way to send it than its page has. */
export async function resendPair(
  scene: Scene,
  person: Person,
  form: NotedForm,
  pair: SentPair,
  detour?: Submission,
): Promise<void> {
  for (const password of [pair.value, pair.confirmation]) if (password !== null) scene.propose(person, password);
  const { newPassword = '', confirmation = '' } = form.typed;
  const substitutions: Substitution[] = [{ typed: newPassword, sent: pair.value }];
  if (confirmation !== newPassword) substitutions.push({ typed: confirmation, sent: pair.confirmation });
  const request = detour ?? withHiddenValuesOf(person.visitor.page, form.submission);
  const doing = detour === undefined ? 'password.submitted' : undefined;
  const page = await follow(scene, person, doing, () => person.visitor.replay(request, substitutions));
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
  await act(scene, person, 'answer.submitted', () => person.visitor.send(request, [{ typed: primer, sent }]));
}

/**
 * Sends, from where a person is, the form of a later screen as somebody else noted it, with the person's own values: MPO-D-1.
 */
export async function sendNotedForm(scene: Scene, person: Person, screen: ScreenName): Promise<Page> {
  const form = notedForm(scene, screen);
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
  const request = withHiddenValuesOf(person.visitor.page, form.submission);
  const page = await follow(scene, person, submissionOn(screen), () => person.visitor.replay(request, substitutions));
  scene.journal.note(`${person.name} envoie le formulaire de l’écran « ${screenNames[screen]} » : statut ${page.status}`);
  return page;
}

/** Sends the form of « nouveau mot de passe » as somebody else noted it in all the ways that the words of a feature name: MPO-D-1. */
export async function sendNotedFormBy(scene: Scene, person: Person, manner: string): Promise<void> {
  const { shape, value } = scene.newPassword(person);
  await resendPairBy(scene, person, notedForm(scene, 'new-password'), { shape, value, confirmation: value }, manner);
}

/**
 * Sends the password form with whatever in it names the person replaced by what names somebody else: MPO-D-3. A form that names nobody
 * goes as it is; the change is then the person's own, and may be accepted.
 */
export async function sendInAnothersName(scene: Scene, person: Person, other: Person): Promise<void> {
  const form = await learnPasswordForm(scene, person, true);
  const { shape, value } = scene.newPassword(person);
  for (const who of [person, other]) scene.propose(who, value);
  const own = accountOf(person);
  const passwords = inBothFields(form, value);
  const request = withHiddenValuesOf(person.visitor.page, form.submission);
  const page = await follow(scene, person, 'password.submitted', () =>
    person.visitor.replay(request, [...passwords, ...namingInstead(person, other)]),
  );
  scene.journal.note(`${person.name} envoie le formulaire au nom de ${other.name} : statut ${page.status}`);
  other.attempts.push({ shape, value, confirmation: value, ownRequest: true, screen: 'other', page });
  person.attempts = [];
  if (!(await scene.desk.opens(own, value))) return;
  scene.takeEffect(person, value);
  await scene.confirmations(person);
}

/** Puts one password in the place of what was typed in both fields. */
export function inBothFields({ typed: { newPassword = '', confirmation = '' } }: NotedForm, value: string): Substitution[] {
  return [...new Set([newPassword, confirmation])].map((typed) => ({ typed, sent: value }));
}

/** Puts what names somebody else in the place of what names a person. */
export function namingInstead(person: Person, other: Person): Substitution[] {
  const [own, others] = [accountOf(person), accountOf(other)];
  const numbers = own.subscriberNumber && others.subscriberNumber;
  return [
    { typed: own.email, sent: others.email },
    ...(numbers ? [{ typed: own.subscriberNumber!, sent: others.subscriberNumber! }] : []),
  ];
}

/**
 * Opens the other spellings of a noted address, each from the screen where the person stands: MPO-D-1.
 * @returns those that showed the screen, in words.
 */
export async function respellingsThatShow(scene: Scene, person: Person, screen: ScreenName): Promise<string[]> {
  const from = screenOf(scene, person);
  const shown: string[] = [];
  for (const { words, address } of respellingsOf(notedAddress(scene, person, screen).address)) {
    const page = await follow(scene, person, undefined, () => person.visitor.open(address));
    if (screenOf(scene, person, page) === screen) shown.push(words);
    await follow(scene, person, undefined, () => person.visitor.back());
    await reach(scene, person, from);
  }
  return shown;
}

/** Opens an address that was noted. @throws Error when that screen was never seen. */
export async function openNoted(scene: Scene, person: Person, screen: ScreenName): Promise<ScreenName> {
  const { addresses, address } = notedAddress(scene, person, screen);
  const page = await follow(scene, person, openingOf(addresses, address), () => person.visitor.open(address));
  const seen = screenOf(scene, person, page);
  scene.journal.note(
    `${person.name} ouvre l’adresse notée de l’écran « ${screenNames[screen]} » et voit l’écran « ${screenNames[seen]} »`,
  );
  return seen;
}

async function resendPairBy(scene: Scene, person: Person, form: NotedForm, pair: SentPair, manner: string): Promise<void> {
  const request = withHiddenValuesOf(person.visitor.page, form.submission);
  const ways = detoursFromWords(manner).flatMap(({ words, bend }) => {
    const detour = bend(request);
    return detour === undefined ? [] : [{ words, detour }];
  });
  if (ways.length === 0)
    throw new CapabilityMissing(`un formulaire qui s’envoie ${manner}`, 'le sien n’a pas de champs de texte');
  for (const { words, detour } of ways)
    await resendPair(scene, person, form, { ...pair, shape: `${pair.shape}, ${words}` }, detour);
}

function notedAddress(scene: Scene, person: Person, screen: ScreenName): { addresses: Person['addresses']; address: string } {
  const { addresses } = [scene.notes ?? person, person].find((one) => one.addresses.has(screen)) ?? person;
  const address = addresses.get(screen);
  if (address === undefined) throw new Error(`l’adresse de l’écran « ${screenNames[screen]} » n’a pas été notée`);
  return { addresses, address };
}

function notedForm(scene: Scene, screen: ScreenName): NotedForm {
  if (scene.notes === undefined) throw new Error('personne n’a rien noté');
  const form = scene.notes.forms.get(screen);
  if (form === undefined) throw nothingSent(screen);
  return form;
}

/**
 * A password form whose two values can be told apart in the request: from a pair that is too short and does not match; else, where the
 * page lets none through, from the password in force, which only the server can refuse (MPO-1.3-4).
 */
export async function learnPasswordForm(scene: Scene, person: Person, sameValues: boolean): Promise<NotedForm> {
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

export function nothingSent(screen: ScreenName): CapabilityMissing {
  return new CapabilityMissing(
    'une requête à rejouer',
    `la page de l’écran « ${screenNames[screen]} » n’envoie rien tant que la saisie ne lui convient pas`,
  );
}
