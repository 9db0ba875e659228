/** Walks a person from screen to screen, as the fiche says. Asserts each arrival; judges no effect. */
import { findCaptchaImage, findControl, findField, type ControlName, type FieldName } from '../driver/controls';
import { controlLabels, sameLabel, type ScreenName } from '../driver/controls';
import { recogniseScreen } from '../driver/screens';
import type { Page, SeenControl, SeenImage } from '../driver/visitor';
import type { OpenTarget } from '../target/target';
import { NonConformity } from '../verdict/errors';
import type { Journal } from './journal';
import { openingOf, pressOf, submissionOn, type Doing, type Moves } from './moves';
import { accountOf, type Attempt, type Person } from './person';
import { describePage, screenNames } from './screen-names';
import { sendReading } from './second-reading';
import { signOut } from './sign-out';
import { fieldWords, warrants } from './warrants';

/** What a walk needs of the scenario. */
export interface WalkContext extends Pick<OpenTarget, 'captcha' | 'controls' | 'signedIn'> {
  readonly journal: Journal;
  readonly moves: Moves;
  /** Awaited before each procedure. */
  beginProcedure(): Promise<void>;
  /** Told of every answer before it is sent. */
  answered(person: Person, text: string): void;
  /** @throws CapabilityMissing when a refusal of the right answer may come from wrong ones that other scenarios gave. */
  assertAnswerable(person: Person): void;
  /** Told of every password before it is sent. */
  propose(person: Person, password: string): void;
  /** Told of each screen once it is seen. */
  readonly picture?: ((person: Person) => Promise<void>) | undefined;
  /** A conforming password that was never proposed before. */
  newPassword(person: Person): { readonly shape: string; readonly value: string };
}

/** The screens of the procedure in the order of the fiche: MPO-D-1. */
export const order: readonly ScreenName[] = ['home', 'sign-in', 'identification', 'question', 'new-password', 'summary'];

/** The screen that a person sees now. */
export function screenOf(context: WalkContext, person: Person, page: Page = person.visitor.page): ScreenName {
  return recogniseScreen(page, { account: person.account, overrides: context.controls, signedIn: context.signedIn });
}

/** Notes what is seen after an action, and where. */
export function arrive(context: WalkContext, person: Person, page: Page): ScreenName {
  const screen = screenOf(context, person, page);
  person.seen.push({ screen, page });
  if (screen !== 'error') person.addresses.set(screen, page.url);
  context.journal.note(`${person.name} : ${describePage(page, screen)}`);
  return screen;
}

/** Does something in a person's browser, and notes what it was and where it led: the page that came back. */
export async function follow(context: WalkContext, person: Person, doing: Doing, action: () => Promise<Page>): Promise<Page> {
  const shown = person.visitor.page.url === 'about:blank' ? 'nothing' : screenOf(context, person);
  const page = await action();
  context.moves.note(person.visitor, shown, doing, screenOf(context, person, page));
  return page;
}

/** The same, and the person goes where it led. */
export async function act(context: WalkContext, person: Person, doing: Doing, action: () => Promise<Page>): Promise<ScreenName> {
  const screen = arrive(context, person, await follow(context, person, doing, action));
  await context.picture?.(person);
  return screen;
}

/** Opens the home page. */
export function openHome(context: WalkContext, person: Person): Promise<ScreenName> {
  return act(context, person, 'home.opened', () => person.visitor.open(''));
}

/** Looks at the same page anew. */
export function reload(context: WalkContext, person: Person): Promise<ScreenName> {
  return act(context, person, openingOf(person.addresses, person.visitor.page.url), () => person.visitor.reload());
}

/** Leads a person to a screen of the procedure from where they are, or from the home page, and asserts each screen on the way. */
export async function reach(context: WalkContext, person: Person, goal: ScreenName, again = false): Promise<void> {
  let at = order.indexOf(screenOf(context, person));
  if (at < 0 || at > order.indexOf(goal)) {
    await openHome(context, person);
    expectScreen(context, person, 'home');
    at = 0;
  }
  for (const next of order.slice(at + 1, order.indexOf(goal) + 1)) {
    await advance(context, person, next);
    // AMB-29: whoever is signed in may be led to their espace instead; they leave it, and begin again.
    if (!again && next === 'sign-in' && screenOf(context, person) === 'services') {
      await signOut(person, (way) => act(context, person, 'signOut.submitted', () => person.visitor.activate(way)));
      return reach(context, person, goal, true);
    }
    expectScreen(context, person, next);
  }
}

/** @throws NonConformity naming the requirement that promises the screen, or those of the scenario when told to. */
export function expectScreen(context: WalkContext, person: Person, expected: ScreenName, requirements?: readonly string[]): void {
  const seen = screenOf(context, person);
  if (seen === expected) return;
  if (expected === 'new-password') context.assertAnswerable(person);
  const warrant = warrants.screens[expected as keyof typeof warrants.screens];
  throw new NonConformity([
    {
      requirements: requirements ?? warrant ?? [],
      expected: `l’écran « ${screenNames[expected]} »`,
      observed: describePage(person.visitor.page, seen),
      evidence: context.journal.latest(),
    },
  ]);
}

/** Identification: the address, the characters of the image, « Continuer ». */
export async function identify(
  context: WalkContext,
  person: Person,
  email = accountOf(person).email,
  characters?: string,
): Promise<void> {
  const typed = await fillIdentification(context, person, email, characters);
  await press(context, person, 'continue');
  noteForm(person, 'identification', typed);
}

/** Types the address and the characters of the image, without continuing. */
export async function fillIdentification(
  context: WalkContext,
  person: Person,
  email: string,
  characters?: string,
): Promise<{ email: string; captcha: string }> {
  const { page } = person.visitor;
  const typed = { email, captcha: characters ?? '' };
  const copy = async () => {
    typed.captcha = characters ?? (await readCaptcha(context, person));
    await fill(context, person, 'email', email);
    await fill(context, person, 'captcha', typed.captcha);
  };
  await copy();
  person.reading = characters === undefined ? { page, repeat: copy } : undefined;
  return typed;
}

/** The characters of the image that the person sees now. @throws NonConformity when there is no image. */
export async function readCaptcha(context: WalkContext, person: Person): Promise<string> {
  return context.captcha.read((await captchaImage(context, person)).image);
}

/** The image of the CAPTCHA, and its bytes. @throws NonConformity (MPO-2-7) when it is absent or does not load. */
export async function captchaImage(context: WalkContext, person: Person): Promise<{ control: SeenControl; image: SeenImage }> {
  const control = findCaptchaImage(person.visitor.page, context.controls);
  const image = control === undefined ? undefined : await person.visitor.image(control);
  if (control !== undefined && image !== undefined && image.status === 200) return { control, image };
  const observed =
    control === undefined
      ? 'aucune image'
      : `une image qui ne se charge pas (${image === undefined ? 'aucune réponse' : `statut ${image.status}`})`;
  throw missing(context, person, 'MPO-2-7', 'l’image du CAPTCHA, chargée', observed);
}

/** The answer to the trust question, and « Continuer ». */
export async function answer(context: WalkContext, person: Person, text = accountOf(person).answer): Promise<void> {
  await fill(context, person, 'answer', text);
  context.answered(person, text);
  // AMB-18: a target may ask for the characters of an image again.
  if (findField(person.visitor.page, 'captcha', 'question', context.controls) !== undefined) {
    await fill(context, person, 'captcha', await readCaptcha(context, person), 'question');
  }
  await press(context, person, 'continue');
  noteForm(person, 'question', { answer: text });
}

/** The new password, its confirmation and « Valider ». */
export async function choose(
  context: WalkContext,
  person: Person,
  shape: string,
  value: string,
  confirmation = value,
): Promise<Attempt> {
  await fillPasswords(context, person, value, confirmation);
  for (const password of new Set([value, confirmation])) context.propose(person, password);
  await press(context, person, 'validate');
  noteForm(person, 'new-password', { newPassword: value, confirmation });
  return recordAttempt(context, person, { shape, value, confirmation });
}

/** Types the new password and its confirmation, without validating. */
export async function fillPasswords(context: WalkContext, person: Person, value: string, confirmation: string): Promise<void> {
  await fill(context, person, 'newPassword', value);
  await fill(context, person, 'confirmation', confirmation);
}

/**
 * Keeps what was proposed, so that its effects can be judged.
 * @param reply what came back of a request of one's own; absent: what the person sees.
 */
export function recordAttempt(
  context: WalkContext,
  person: Person,
  proposed: { shape: string; value: string; confirmation: string },
  reply?: Page,
): Attempt {
  const page = reply ?? person.visitor.page;
  const attempt = { ...proposed, ownRequest: reply !== undefined, screen: screenOf(context, person, page), page };
  person.attempts.push(attempt);
  return attempt;
}

/** Finds a control of the fiche and activates it. @throws NonConformity naming the sentence that promises it. */
export async function press(context: WalkContext, person: Person, name: ControlName): Promise<ScreenName> {
  const send = () => {
    const found = control(context, person, name);
    return act(context, person, pressOf(name, screenOf(context, person)), () => person.visitor.activate(found));
  };
  return name === 'continue' ? sendReading(context, person, send) : send();
}

/** Activates what bears a label, whichever screen it stands on. @throws NonConformity when nothing does. */
export async function clickLabel(context: WalkContext, person: Person, label: string): Promise<void> {
  const known = (Object.keys(controlLabels) as ControlName[]).find((name) => sameLabel(controlLabels[name], label));
  if (known !== undefined) return void (await press(context, person, known));
  const found = person.visitor.page.controls.find(
    ({ kind, name, visible }) => visible && kind !== 'image' && sameLabel(name, label),
  );
  if (found === undefined) throw missing(context, person, undefined, `la commande « ${label} »`, 'absente');
  await act(context, person, undefined, () => person.visitor.activate(found));
}

/** Presses Enter in a field. */
export async function pressEnterIn(context: WalkContext, person: Person, name: FieldName): Promise<void> {
  await sendReading(context, person, () => {
    const found = field(context, person, name);
    return act(context, person, submissionOn(screenOf(context, person)), () => person.visitor.pressEnter(found));
  });
}

/** A control of the fiche on the page. @throws NonConformity naming the sentence that promises it. */
export function control(context: WalkContext, person: Person, name: ControlName): SeenControl {
  const found = findControl(person.visitor.page, name, context.controls);
  if (found !== undefined && found.enabled) return found;
  // « Continuer » stands on two screens: MPO-2-9 and MPO-2-12.
  const warrant =
    name === 'continue' ? (screenOf(context, person) === 'question' ? 'MPO-2-12' : 'MPO-2-9') : warrants.controls[name];
  throw missing(
    context,
    person,
    warrant,
    `la commande « ${controlLabels[name]} »`,
    found === undefined ? 'absente' : 'présente mais désactivée',
  );
}

/** A field on the page. @throws NonConformity naming the sentence that promises it. */
export function field(
  context: WalkContext,
  person: Person,
  name: FieldName,
  screen: ScreenName = screenOf(context, person),
): SeenControl {
  const found = findField(person.visitor.page, name, screen, context.controls);
  if (found !== undefined) return found;
  throw missing(context, person, warrants.fields[name], `un champ pour ${fieldWords[name]}`, 'absent');
}

async function fill(context: WalkContext, person: Person, name: FieldName, text: string, screen?: ScreenName): Promise<void> {
  await person.visitor.type(field(context, person, name, screen), text);
}

/** Keeps the form that was just sent, so that another may be sent like it. */
function noteForm(person: Person, screen: ScreenName, typed: Record<string, string>): void {
  const submission = person.visitor.lastSubmission();
  if (submission !== undefined) person.forms.set(screen, { submission, typed });
}

/** The one move that leads to a screen from the one before it. */
async function advance(context: WalkContext, person: Person, next: ScreenName): Promise<void> {
  if (next === 'sign-in') await press(context, person, 'professionalSpace');
  else if (next === 'identification') {
    await context.beginProcedure();
    await press(context, person, 'forgottenPassword');
  } else if (next === 'question') await identify(context, person);
  else if (next === 'new-password') await answer(context, person);
  else if (next === 'summary') {
    const { shape, value } = context.newPassword(person);
    await choose(context, person, shape, value);
  }
}

function missing(
  context: WalkContext,
  person: Person,
  requirement: string | undefined,
  expected: string,
  observed: string,
): NonConformity {
  const requirements = requirement === undefined ? [] : [requirement];
  const page = describePage(person.visitor.page, screenOf(context, person));
  return new NonConformity([{ requirements, expected, observed: `${observed} ; ${page}`, evidence: context.journal.latest() }]);
}
