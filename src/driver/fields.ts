/** Tells what each field is for by what a person reads on it: the fiche quotes no label of a field. Knows no markup. */
import { lookOf } from './look';
import { fold } from './words';
import type { Page, SeenControl } from './visitor';

export type FieldName = 'email' | 'captcha' | 'answer' | 'newPassword' | 'confirmation' | 'identifier' | 'password';

/** The screens that ask for something. */
export type AskingScreen = 'sign-in' | 'identification' | 'question' | 'new-password';

/** The fields of one form, each under the name of what it asks. */
export interface FittedForm {
  readonly form: number | undefined;
  readonly fields: ReadonlyMap<FieldName, SeenControl>;
  /** Fields found by their words, not by type or order. */
  readonly worded: ReadonlySet<FieldName>;
  readonly score: number;
}

type Matcher = (field: SeenControl) => boolean;

interface Plan {
  /** How many secret fields a form of this screen holds. */
  readonly secrets: (count: number) => boolean;
  /** For each field the ways to know it, best first: words, lesser words, type and autocomplete, order on the screen. */
  readonly fields: readonly (readonly [FieldName, readonly Matcher[]])[];
}

const TEXTUAL = new Set(['text', 'email', 'password', 'tel', 'url', 'number', 'search', 'textarea', '']);
const never: Matcher = () => false;

const says = (words: RegExp): Matcher => {
  return (field) => words.test(fold(field.name));
};
const completes = (...values: string[]): Matcher => {
  return (field) => values.some((value) => field.autocomplete?.split(/\s+/).includes(value) ?? false);
};

/** Whether a field speaks of an answer. */
export const saysAnswer = says(/\breponses?\b/);
const saysPassword = says(/mots? de passe|\bmdp\b|password/);
/** A password of any kind. The answer may be masked too: it is not one. */
export const isSecret: Matcher = (field) => {
  if (saysAnswer(field)) return false;
  if (field.inputType === 'password') return true;
  if (completes('new-password', 'current-password')(field)) return true;
  return saysPassword(field) && field.inputType !== 'email' && !saysAddress(field) && !saysIdentifier(field);
};
const saysAddress = says(/\badresse|electronique|courriel|\bmel\b|\be-?mail|messagerie/);
const saysIdentifier = says(/identifiant|\blogin\b/);
const saysCharacters = says(/caractere|\bimage\b|captcha|\bcode\b(?! postal)|recopie/);
const saysAgain = says(
  /confirm|res+aisi|retape|repete|\b(a|de) nouveau\b|encore|(seconde|deuxieme|2e|2nde|2de) (fois|saisie)|verif|identique|bis\b/,
);
const saysNew = says(/nouve(au|l)|choisi|\bnew\b/);
const saysOld = says(/ancien|actuel|precedent/);

const isAddress: Matcher = (field) => !isSecret(field) && !saysAnswer(field) && !saysIdentifier(field) && saysAddress(field);
const isIdentifier: Matcher = (field) => !isSecret(field) && !saysAnswer(field) && saysIdentifier(field);
const isCharacters: Matcher = (field) =>
  !isSecret(field) && !saysAnswer(field) && !saysIdentifier(field) && !saysAddress(field) && saysCharacters(field);
const isAgain: Matcher = (field) => isSecret(field) && saysAgain(field) && !saysOnlyNew(field);
// « Nouveau mot de passe (à confirmer ci-dessous) » would be taken for the confirmation, so what stands in brackets does not count.
const saysOnlyNew: Matcher = (field) => saysNew(field) && !saysAgain({ ...field, name: field.name.replace(/\([^)]*\)/g, '') });
const isNew: Matcher = (field) => isSecret(field) && saysNew(field) && !isAgain(field);
const isSilent: Matcher = (field) =>
  field.role !== 'searchbox' &&
  ![isSecret, saysAnswer, saysAddress, saysIdentifier, saysCharacters].some((matches) => matches(field));
const typedAsAddress: Matcher = (field) => field.inputType === 'email' || completes('email', 'username')(field);

const PLANS: Readonly<Record<AskingScreen, Plan>> = {
  identification: {
    secrets: (count) => count === 0,
    fields: [
      ['email', [isAddress, isIdentifier, typedAsAddress, isSilent]],
      ['captcha', [isCharacters, never, never, isSilent]],
    ],
  },
  question: {
    secrets: (count) => count === 0,
    fields: [
      ['answer', [saysAnswer, (field) => field.name.trimEnd().endsWith('?'), never, isSilent]],
      ['captcha', [isCharacters]],
    ],
  },
  'new-password': {
    secrets: (count) => count >= 1,
    fields: [
      ['newPassword', [isNew, never, (field) => isSecret(field) && !isAgain(field) && !saysOld(field), isSecret]],
      ['confirmation', [isAgain, never, (field) => isSecret(field) && !saysOld(field)]],
    ],
  },
  'sign-in': {
    secrets: (count) => count === 1,
    fields: [
      ['identifier', [isIdentifier, isAddress, typedAsAddress, isSilent]],
      ['password', [(field) => isSecret(field) && saysPassword(field), never, isSecret]],
      ['captcha', [isCharacters]],
    ],
  },
};

/** The visible fields that take a text, by the form that owns them, in the order of the page. */
export function textFieldsByForm(page: Page): ReadonlyMap<number | undefined, readonly SeenControl[]> {
  const forms = new Map<number | undefined, SeenControl[]>();
  for (const control of page.controls) {
    if (control.kind !== 'field' || !control.visible || control.behind || !TEXTUAL.has(control.inputType ?? '')) continue;
    const fields = forms.get(control.form);
    if (fields) fields.push(control);
    else forms.set(control.form, [control]);
  }
  return forms;
}

/**
 * How the forms of a page answer to the plan of a screen, best first; forms that hold nothing of it are left out. The fields are those of
 * some page that looks the same.
 */
export function fitForms(page: Page, screen: AskingScreen): readonly FittedForm[] {
  const look = lookOf(page);
  let fitted = fittings.get(look);
  if (!fitted) fittings.set(look, (fitted = new Map()));
  let forms = fitted.get(screen);
  if (!forms) fitted.set(screen, (forms = fitAnew(page, screen)));
  return forms;
}

const fittings = new WeakMap<object, Map<AskingScreen, readonly FittedForm[]>>();

function fitAnew(page: Page, screen: AskingScreen): FittedForm[] {
  const fitted: FittedForm[] = [];
  for (const [form, fields] of textFieldsByForm(page)) {
    if (!PLANS[screen].secrets(fields.filter(isSecret).length)) continue;
    const fit = fitForm(form, fields, PLANS[screen]);
    if (fit.fields.size > 0) fitted.push(fit);
  }
  return fitted.sort((a, b) => b.score - a.score);
}

/** The captcha field wherever it stands, by its words alone. */
export function captchaByWords(page: Page): SeenControl | undefined {
  return [...textFieldsByForm(page).values()].flat().find(isCharacters);
}

function fitForm(form: number | undefined, candidates: readonly SeenControl[], plan: Plan): FittedForm {
  const fields = new Map<FieldName, SeenControl>();
  const worded = new Set<FieldName>();
  let score = 0;
  for (let level = 0; level < 4; level += 1) {
    for (const [name, matchers] of plan.fields) {
      const matches = matchers[level];
      if (!matches || fields.has(name)) continue;
      const taken = new Set(fields.values());
      const free = candidates.filter((field) => !taken.has(field) && matches(field));
      // What is to be typed twice is confirmed in the last place that asks for it.
      const found = name === 'confirmation' ? free.at(-1) : free[0];
      if (!found) continue;
      fields.set(name, found);
      if (level < 2) worded.add(name);
      score += 4 - level;
    }
  }
  return { form, fields, worded, score };
}
