/** What each screen must show, and the line to write where it is called otherwise. Opens nothing. */
import {
  controlLabels,
  findCaptchaImage,
  findControl,
  findField,
  sameLabel,
  type ControlName,
  type ControlOverrides,
  type FieldName,
  type ScreenName,
} from '../driver/controls';
import type { Page, SeenControl } from '../driver/visitor';
import { fold } from '../driver/words';
import { finding, misconfigured, type Line } from './line';

type NeedName = ControlName | FieldName | 'captchaImage';

/** One screen of the procedure. */
export interface ScreenRow {
  readonly screen: ScreenName;
  readonly words: string;
  /** The sentence of the fiche that promises the screen. */
  readonly requirement: string;
  readonly needs: readonly (readonly [name: NeedName, requirement: string])[];
  /** The control that leads to the next screen without an account. */
  readonly lead?: ControlName;
}

export const entranceRows: readonly ScreenRow[] = [
  {
    screen: 'home',
    words: 'home page',
    requirement: 'MPO-2-1',
    needs: [['professionalSpace', 'MPO-2-2']],
    lead: 'professionalSpace',
  },
  {
    screen: 'sign-in',
    words: 'sign-in screen',
    requirement: 'MPO-2-3',
    needs: [
      ['identifier', 'MPO-2-28'],
      ['password', 'MPO-2-28'],
      ['connect', 'MPO-2-29'],
      ['forgottenPassword', 'MPO-2-4'],
    ],
    lead: 'forgottenPassword',
  },
  {
    screen: 'identification',
    words: 'identification screen',
    requirement: 'MPO-2-4, MPO-2-5',
    needs: [
      ['email', 'MPO-2-6'],
      ['captchaImage', 'MPO-2-7'],
      ['captcha', 'MPO-2-7'],
      ['continue', 'MPO-2-9'],
    ],
  },
];

export const questionRow: ScreenRow = {
  screen: 'question',
  words: 'question screen',
  requirement: 'MPO-2-9',
  needs: [
    ['answer', 'MPO-2-12'],
    ['continue', 'MPO-2-12'],
  ],
};

export const newPasswordRow: ScreenRow = {
  screen: 'new-password',
  words: 'new-password screen',
  requirement: 'MPO-2-13',
  needs: [
    ['newPassword', 'MPO-2-15'],
    ['confirmation', 'MPO-2-15'],
    ['validate', 'MPO-2-17'],
  ],
};

/** What a person reads of it, or what it asks for. */
const words: Readonly<Record<NeedName, string>> = {
  professionalSpace: `« ${controlLabels.professionalSpace} »`,
  forgottenPassword: `« ${controlLabels.forgottenPassword} »`,
  continue: `« ${controlLabels.continue} »`,
  validate: `« ${controlLabels.validate} »`,
  connect: `« ${controlLabels.connect} »`,
  identifier: 'a field for the identifier',
  password: 'a field for the password',
  email: 'a field for the address',
  captcha: 'a field for the characters of the image',
  captchaImage: 'the image of the CAPTCHA',
  answer: 'a field for the answer',
  newPassword: 'a field for the new password',
  confirmation: 'a field for its confirmation',
};

/** What is on a page and what is not. */
export interface Inventory {
  readonly found: ReadonlyMap<NeedName, SeenControl>;
  /** One for each need that is not met. */
  readonly lines: readonly Line[];
}

/** Looks for what a screen must show. */
export function takeInventory(page: Page, row: ScreenRow, overrides: ControlOverrides): Inventory {
  const found = new Map<NeedName, SeenControl>();
  for (const [name] of row.needs) {
    const control = findNeed(page, name, row.screen, overrides);
    if (control !== undefined) found.set(name, control);
  }
  const lines = row.needs.flatMap(([name, requirement]) => {
    const control = found.get(name);
    if (control?.enabled === false) {
      return [finding(row.screen, `${requirement}: ${words[name]} cannot be used on the ${row.words}: it is disabled`)];
    }
    return control === undefined ? [missing(page, row, name, requirement, overrides, [...found.values()])] : [];
  });
  return { found, lines };
}

/** What an inventory without a gap says. */
export function namesOfNeeds({ needs }: ScreenRow): string {
  return needs.map(([name]) => words[name]).join(', ');
}

function findNeed(page: Page, name: NeedName, screen: ScreenName, overrides: ControlOverrides): SeenControl | undefined {
  if (name === 'captchaImage') return findCaptchaImage(page, overrides);
  return isControl(name) ? findControl(page, name, overrides) : findField(page, name, screen, overrides);
}

function missing(
  page: Page,
  row: ScreenRow,
  name: NeedName,
  requirement: string,
  overrides: ControlOverrides,
  taken: readonly SeenControl[],
): Line {
  const { names, likely } = candidatesFor(page, name, taken);
  const shown =
    names.length > 0 ? `It shows: ${names.map((label) => `« ${label} »`).join(', ')}.` : 'It shows nothing of the kind.';
  if (overrides[name] !== undefined) {
    const isThere = findNeed(page, name, row.screen, {}) !== undefined;
    const remedy = isThere ? `${words[name]} is there without it: delete the line` : 'Correct the line, or delete it';
    const what = `controls.${name} matches nothing on the ${row.words} (${pathOf(page)})`;
    return misconfigured(row.screen, what, `${shown} ${remedy}.`);
  }
  const what = `${requirement}: ${words[name]} is not on the ${row.words} (${pathOf(page)})`;
  if (!likely) return finding(row.screen, what, shown);
  const [label] = names;
  // With the line, nothing tells the run any more that the fiche says otherwise.
  const quoted = isControl(name)
    ? `\nThe fiche quotes ${words[name]}: with that line the other label is taken for it, and the run no longer reports the difference.`
    : '';
  const line = `controls: { ${name}: { name: ${JSON.stringify(label)} } }`;
  return finding(row.screen, what, `${shown} If « ${label} » is what is meant, write in the target file:\n  ${line}${quoted}`);
}

const MOST_CANDIDATES = 4;

/** Words by which people call what the fiche calls otherwise. */
const synonyms: Readonly<Record<ControlName, RegExp>> = {
  professionalSpace: /espace|\bpro|acce[sd]|compte|connex|connect/,
  forgottenPassword: /oubli|perdu|mots? de passe|probleme|recuper|reinit/,
  continue: /suivant|continue|poursui|valide|etape/,
  validate: /valide|enregistre|confirme|change|modifie/,
  connect: /connex|connect|entre|identifie|acced/,
};

/** Names of what may be meant, the likeliest first; `likely`: whether that one may well be. */
function candidatesFor(page: Page, name: NeedName, taken: readonly SeenControl[]): { names: string[]; likely: boolean } {
  const kinds = name === 'captchaImage' ? ['image'] : isControl(name) ? ['button', 'link'] : ['field'];
  const known = Object.values(controlLabels);
  const free = page.controls.filter(
    (control) =>
      control.visible &&
      kinds.includes(control.kind) &&
      control.name !== '' &&
      !taken.includes(control) &&
      !known.some((label) => sameLabel(control.name, label)),
  );
  const rank = (control: SeenControl): number => {
    if (!isControl(name)) return 1;
    const submits = control.submits === true && name !== 'forgottenPassword';
    return (synonyms[name].test(fold(control.name)) ? 2 : 0) + (submits ? 1 : 0);
  };
  const ranked = free.toSorted((one, other) => rank(other) - rank(one));
  const names = [...new Set(ranked.map((control) => control.name))].slice(0, MOST_CANDIDATES);
  return { names, likely: ranked[0] !== undefined && rank(ranked[0]) > 0 };
}

function isControl(name: NeedName): name is ControlName {
  return name in controlLabels;
}

/** Without its query: it may hold a secret. */
export function pathOf({ url }: Page): string {
  return URL.canParse(url) ? new URL(url).pathname : 'no address';
}
