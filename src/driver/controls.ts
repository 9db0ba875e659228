/** The one table of controls, for both drivers: finds them by the fiche's own words. Knows no markup and no address. */
import { captchaByWords, fitForms, textFieldsByForm, type AskingScreen, type FieldName } from './fields';
import { rankOf } from './same-control';
import { fold, sameLabel } from './words';
import type { Page, SeenControl } from './visitor';

export { sameLabel } from './words';
export type { FieldName } from './fields';

export type ControlName = 'professionalSpace' | 'forgottenPassword' | 'continue' | 'validate' | 'connect';

/** The screens, as a person tells them apart. */
export type ScreenName =
  'home' | 'sign-in' | 'identification' | 'question' | 'new-password' | 'summary' | 'services' | 'error' | 'other';

/** How a target says that a control differs from the fiche's own words. What is absent does not count. */
export interface ControlOverride {
  /** ARIA role, exact. */
  readonly role?: string;
  /** Accessible name, compared like a label. */
  readonly name?: string;
  /** Words within the accessible name, whatever their case and accents. */
  readonly text?: string;
  /** CSS selector, for what nothing that a person reads tells apart. */
  readonly css?: string;
}
export type ControlOverrides = Readonly<Partial<Record<ControlName | FieldName | 'captchaImage', ControlOverride>>>;

interface ControlRow {
  /** The fiche's own words. */
  readonly label: string;
  /** What the fiche calls it: « le bouton », « le lien ». Another role is reported by AMB-31, never fatal. */
  readonly role: 'button' | 'link';
  readonly screens: readonly AskingScreen[];
}

const CONTROLS: Readonly<Record<ControlName, ControlRow>> = {
  professionalSpace: { label: 'Votre espace professionnel', role: 'button', screens: [] },
  forgottenPassword: { label: 'Mot de passe oublié', role: 'link', screens: [] },
  continue: { label: 'Continuer', role: 'button', screens: ['identification', 'question'] },
  validate: { label: 'Valider', role: 'button', screens: ['new-password'] },
  connect: { label: 'Connexion', role: 'button', screens: ['sign-in'] },
};

const SCREEN_OF_FIELD: Readonly<Record<FieldName, AskingScreen>> = {
  email: 'identification',
  captcha: 'identification',
  answer: 'question',
  newPassword: 'new-password',
  confirmation: 'new-password',
  identifier: 'sign-in',
  password: 'sign-in',
};

/** The label of each control, in the fiche's own words. */
export const controlLabels: Readonly<Record<ControlName, string>> = {
  professionalSpace: CONTROLS.professionalSpace.label,
  forgottenPassword: CONTROLS.forgottenPassword.label,
  continue: CONTROLS.continue.label,
  validate: CONTROLS.validate.label,
  connect: CONTROLS.connect.label,
};

/** The role that the fiche gives each control (« le bouton », « le lien »). */
export function ficheRole(name: ControlName): 'button' | 'link' {
  return CONTROLS[name].role;
}

/** The visible control that bears the label. Of several: one that is enabled, then of the fiche's role, then beside the fields. */
export function findControl(page: Page, name: ControlName, overrides: ControlOverrides = {}): SeenControl | undefined {
  const { label, role, screens } = CONTROLS[name];
  const override = overrides[name];
  const matching = page.controls.filter(
    (control) =>
      control.visible &&
      (control.kind === 'button' || control.kind === 'link') &&
      (override ? fits(control, override) : sameLabel(control.name, label)),
  );
  if (matching.length < 2) return matching[0];
  const forms = new Set(screens.flatMap((screen) => fitForms(page, screen).slice(0, 1)).map((fit) => fit.form));
  const rank = (control: SeenControl): number =>
    (control.enabled ? 4 : 0) + (control.role === role ? 2 : 0) + (forms.has(control.form) ? 1 : 0);
  return matching.reduce((best, control) => (rank(control) > rank(best) ? control : best));
}

/**
 * The visible field that asks for something: by the words of its name, then type and autocomplete, then order.
 * @param screen the screen it is sought on, when known: there a lone field labelled with the question itself is the answer.
 */
export function findField(
  page: Page,
  name: FieldName,
  screen?: ScreenName,
  overrides: ControlOverrides = {},
): SeenControl | undefined {
  const override = overrides[name];
  if (override) return page.controls.find((control) => control.kind === 'field' && control.visible && fits(control, override));
  const asking = screenOfField(name, screen);
  for (const { fields } of fitForms(page, asking)) {
    const field = fields.get(name);
    if (field) return page.controls[rankOf(field, page.controls)];
  }
  if (name === 'captcha') return captchaByWords(page);
  if (name === 'answer' && screen === 'question') return loneField(page);
  return undefined;
}

const LOGO = /logo|marianne|drapeau|banniere|icone?\b|pictogramme|favicon|sprite/;
const CAPTCHA_WORDS = /captcha|caractere|\bimage\b|\bcode\b/;

/** The image with the characters to copy: it says so, or it stands in the form of the field that asks for them. */
export function findCaptchaImage(page: Page, overrides: ControlOverrides = {}): SeenControl | undefined {
  const images = page.controls.filter((control) => control.kind === 'image');
  const override = overrides.captchaImage;
  if (override) return images.find((image) => fits(image, override));
  const field = findField(page, 'captcha', undefined, overrides);
  let best: { image: SeenControl; rank: number } | undefined;
  for (const image of images) {
    const rank = captchaRank(image, field);
    if (rank > 0 && (!best || rank > best.rank)) best = { image, rank };
  }
  return best?.image;
}

function captchaRank(image: SeenControl, field: SeenControl | undefined): number {
  const name = fold(image.name);
  // An address says « captcha » only by that word: "/images/…" is where every logo lives.
  const address = image.src?.startsWith('data:') ? '' : fold(image.src ?? '');
  if ((LOGO.test(name) || LOGO.test(address)) && !/captcha/.test(name + address)) return 0;
  const said = (/captcha/.test(address) ? 400 : 0) + (CAPTCHA_WORDS.test(name) ? 200 : 0);
  const beside = field && image.form === field.form ? 50 : 0;
  // Words alone (« image de fond ») do not make a captcha of an image on a page that asks for no characters.
  if (said < 400 && !field) return /captcha/.test(name) ? said : 0;
  const near = field ? Math.max(0, 40 - Math.abs(image.index - field.index)) : 0;
  return (said + beside + near) * (image.visible ? 1 : 0.01);
}

function screenOfField(name: FieldName, screen: ScreenName | undefined): AskingScreen {
  if (name !== 'captcha') return SCREEN_OF_FIELD[name];
  if (screen === 'sign-in' || screen === 'summary') return 'sign-in';
  return screen === 'question' ? 'question' : 'identification';
}

/** The only text field of the form that continues, whatever it is called: its label may be the question itself. */
function loneField(page: Page): SeenControl | undefined {
  const form = findControl(page, 'continue')?.form;
  const fields = textFieldsByForm(page).get(form) ?? [];
  const others = fields.filter((field) => field !== captchaByWords(page));
  return others.length === 1 ? others[0] : fields[0];
}

function fits(control: SeenControl, override: ControlOverride): boolean {
  if (override.role !== undefined && control.role !== override.role) return false;
  if (override.name !== undefined && !sameLabel(control.name, override.name)) return false;
  if (override.css !== undefined && control.selectors?.includes(override.css) !== true) return false;
  return override.text === undefined || fold(control.name).includes(fold(override.text));
}
