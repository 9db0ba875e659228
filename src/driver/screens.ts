/** Tells the screens apart by what a person sees. Knows no address and no markup. */
import type { Account } from '../target/account';
import { findCaptchaImage, findControl, type ControlOverrides, type ScreenName } from './controls';
import { fitForms, saysAnswer, textFieldsByForm, type FittedForm } from './fields';
import { lookOf } from './look';
import { fold, sameLabel } from './words';
import type { Page } from './visitor';

export type { ScreenName } from './controls';

export interface ScreenHints {
  /** The account in use: its question, services and number tell screens apart that markup does not. */
  readonly account?: Account;
  readonly overrides?: ControlOverrides;
  /** Names of controls, or the title, that pages of the espace show and no other page does: for accounts of which nothing is shown. */
  readonly signedIn?: readonly string[];
}

const DONE = '(?:modifie|change|enregistre|reinitialise|renouvele|mis a jour|remplace|cree|defini|pris en compte)';
const FULLY = '(?: (?:bien|correctement|effectivement|maintenant|desormais|a present))*';
/** « votre mot de passe a été modifié », as a fact. A refusal says « est invalide », « doit être changé », « a déjà été utilisé ». */
const SUCCESS = new RegExp(
  [
    `mots? de passe (?:a|vient)${FULLY} (?:ete|d'etre)${FULLY} (?:${DONE}|valide)`,
    `mots? de passe est${FULLY} (?:${DONE}|actif|a jour|en vigueur)`,
    '(?:modification|changement|reinitialisation|renouvellement|enregistrement|remplacement) (?:de|du) (?:votre )?(?:nouveau )?mot de passe' +
      "[^.!?]{0,30}(?:effectue|effecti[fv]|enregistre|prise? en compte|termine|reussi|confirme|realise|avec succes|s'est bien)",
    '(?:modifie|change|enregistre|reinitialise|mis a jour)e? avec succes',
    '(?:modification|changement|reinitialisation) (?:bien )?(?:effectue|enregistre|termine|reussi)',
    `(?:vous avez|nous avons) (?:bien )?${DONE} (?:votre|le|de) mot de passe`,
    "vous pouvez (?:desormais|maintenant|a present|des a present) [^.!?]{0,60}(?:avec|a l'aide de|au moyen de) votre nouveau mot de passe",
    'felicitations',
  ].join('|'),
);
/** A title that is nothing but the fact, before the name of the site. */
const DONE_TITLE = new RegExp(`^(?:votre )?(?:nouveau )?mot de passe (?:bien )?${DONE}\\s*!?$`);
/** What makes of a fact a condition or an announcement; « est modifié dès que… » puts it behind. */
const CONDITION = /\b(si|lorsque|lorsqu'|quand|des que|des qu'|une fois|apres|sauf|tant que|pour que|avant|jusqu'a)\b/;
const NEGATION = /\b(n'a|n'est|ne sera|ne peut|n'ont|pas|aucun|impossible|echec)\b/;
/** The sheet itself speaks of the « récapitulatif d’inscription »: that one is no success. */
const SUMMARY = /recapitulatif(?! d'inscription| de (votre|l')? ?inscription)/;
const REFUSAL = /incorrect|erron|invalide|inconnu|erreur|refus|echou|echec|impossible|bloqu|verrouill|expir|non reconnu/;
const SIGN_OUT = /^(se )?deconnexion$|^(se |me )?deconnecter$|^quitter (la session|mon espace|votre espace)$/;

/**
 * The screen that a page shows.
 * @returns `error` for a failure of the server or a page that does not exist, `other` for what is none of the procedure's screens.
 */
export function recogniseScreen(page: Page, hints: ScreenHints = {}): ScreenName {
  const look = lookOf(page);
  const known = recognised.get(look) ?? [];
  const { account, overrides, signedIn } = hints;
  const before = known.find((one) => one.account === account && one.overrides === overrides && one.signedIn === signedIn);
  if (before) return before.screen;
  const screen = recogniseAnew(page, hints);
  recognised.set(look, [...known.slice(1 - HINTS_KEPT), { account, overrides, signedIn, screen }]);
  return screen;
}

/** What looks the same is the same screen: the question is asked several times of each page. */
const recognised = new WeakMap<object, readonly (ScreenHints & { readonly screen: ScreenName })[]>();
/** A scenario has a few people, and brings hints of its own. */
const HINTS_KEPT = 8;

function recogniseAnew(page: Page, hints: ScreenHints): ScreenName {
  // A server that fails shows no screen, whatever it draws around its message.
  if (page.status >= 500 || page.status === 0) return 'error';
  // An espace may say when the password was changed last.
  if (saysSuccess(page) && !asksToIdentify(page) && !isInside(page, hints)) return 'summary';
  const asking = askingScreen(page, hints);
  if (asking) return asking;
  if (page.status >= 400) return 'error';
  if (!isHtml(page)) return 'other';
  return restingScreen(page, hints);
}

/** A screen that asks for something, by the form it shows. The most advanced step wins over a sign-in form kept in a corner. */
function askingScreen(page: Page, hints: ScreenHints): ScreenName | undefined {
  const signIn = fitForms(page, 'sign-in').find((fit) => fit.fields.has('identifier') && fit.fields.has('password'));
  const choosing = fitForms(page, 'new-password').find((fit) => !signIn || fit.form !== signIn.form);
  if (choosing?.fields.has('confirmation')) return 'new-password';
  const other = formScreen(page, hints, signIn);
  if (other) return other;
  if (signIn) return isTitledSummary(page) || (speaksOfSummary(page) && showsIdentity(page, hints)) ? 'summary' : 'sign-in';
  if (!choosing) return undefined;
  if (masksAnswer(page, hints, choosing)) return 'question';
  // One password alone: a confirmation that is missing, or the second half of a sign-in.
  return choosing.worded.has('newPassword') || findControl(page, 'validate', hints.overrides) ? 'new-password' : 'sign-in';
}

/** A lone field that shows nothing of what is typed, under the trust question and before « Continuer ». */
function masksAnswer(page: Page, hints: ScreenHints, { form }: FittedForm): boolean {
  const fields = textFieldsByForm(page).get(form) ?? [];
  const question = hints.account?.question;
  if (fields.length !== 1 || !question || !continues(page, form, hints)) return false;
  return fold(`${page.text} ${fields[0]!.name}`).includes(fold(question));
}

/** Identification or question: both ask for text that is no password. */
function formScreen(page: Page, hints: ScreenHints, signIn: FittedForm | undefined): ScreenName | undefined {
  const forms = fitForms(page, 'identification').filter((fit) => !signIn || fit.form !== signIn.form);
  if (asksQuestion(page, hints, signIn)) return 'question';
  const image = findCaptchaImage(page, hints.overrides);
  const whole = forms.find((fit) => fit.fields.has('email') && fit.fields.has('captcha'));
  if (whole && (whole.worded.size > 0 || image || continues(page, whole.form, hints))) return 'identification';
  // The characters asked again alone, or a page that forgot to ask for them.
  const part = forms.find((fit) => fit.worded.size > 0 || image?.form === fit.form);
  if (part && (continues(page, part.form, hints) || (image && image.form === part.form))) return 'identification';
  return undefined;
}

function asksQuestion(page: Page, hints: ScreenHints, signIn: FittedForm | undefined): boolean {
  const question = hints.account && fold(hints.account.question);
  const text = fold(page.text);
  for (const fit of fitForms(page, 'question')) {
    if (signIn && fit.form === signIn.form) continue;
    const answer = fit.fields.get('answer');
    const fields = textFieldsByForm(page).get(fit.form) ?? [];
    // Beside a captcha there are two fields; an address and its captcha are an identification.
    const identifies = fitForms(page, 'identification').some(
      (other) => other.form === fit.form && other.worded.has('email') && other.worded.has('captcha'),
    );
    // « Quelle est votre adresse électronique ? » is a question too, but not the one of trust.
    if (answer && fit.worded.has('answer') && (!identifies || saysAnswer(answer))) return true;
    if (identifies || fields.length > 2 || !answer || !continues(page, fit.form, hints)) continue;
    if (question && text.includes(question)) return true;
    if (fields.length === 1 && answer.inputType !== 'email' && !captchaIn(page, fit.form, hints)) return true;
  }
  return Boolean(question && text.includes(question) && loneFieldContinues(page, hints));
}

/** A lone field labelled with the question itself, whose words may speak of an address or of a code. */
function loneFieldContinues(page: Page, hints: ScreenHints): boolean {
  const question = hints.account?.question ?? '';
  return [...textFieldsByForm(page)].some(
    ([form, fields]) => continues(page, form, hints) && fields.some((field) => sameLabel(field.name, question)),
  );
}

function restingScreen(page: Page, hints: ScreenHints): ScreenName {
  const { account } = hints;
  const signsOut = offersWayOut(page);
  const home = findControl(page, 'professionalSpace', hints.overrides) !== undefined;
  // A home page may list the services that anyone can use: only what is someone's own says who is there.
  const own = shows(page, account?.dossiers) || (!home && shows(page, account?.services)) || bearsAll(page, hints.signedIn ?? []);
  // Signed in, « récapitulatif » may be the name of any document: then only the title counts.
  const summary = isTitledSummary(page) || (!own && !signsOut && namesSummary(page, hints, home));
  if (summary && !(own && signsOut) && hasWayOn(page)) return 'summary';
  if (own || signsOut) return 'services';
  if (shows(page, [account?.email, account?.subscriberNumber]) && !REFUSAL.test(fold(page.text))) return 'services';
  return home ? 'home' : 'other';
}

/** Signed in, with what is theirs before them: no summary, whatever the page says of the password. */
function isInside(page: Page, { account }: ScreenHints): boolean {
  return offersWayOut(page) && shows(page, account?.dossiers) && !isTitledSummary(page);
}

function offersWayOut(page: Page): boolean {
  return page.controls.some((control) => control.visible && SIGN_OUT.test(fold(control.name)));
}

function shows(page: Page, words: readonly (string | undefined)[] = []): boolean {
  const text = fold(page.text);
  return words.some((word) => word && text.includes(fold(word)));
}

function bearsAll(page: Page, marks: readonly string[]): boolean {
  const names = [page.title, ...page.controls.filter(({ visible }) => visible).map(({ name }) => name)];
  return marks.length > 0 && marks.every((mark) => names.some((name) => sameLabel(name, mark)));
}

/** A sentence that states the change as done, with nothing that makes it a condition or a refusal. */
function saysSuccess(page: Page): boolean {
  if (
    fold(page.title)
      .split(/ [-–—|·:] /)
      .some((part) => DONE_TITLE.test(part))
  )
    return true;
  return fold(`${page.title}. ${page.text}`)
    .split(/[.!?;:]\s|(?<=[.!?])$/)
    .some((sentence) => {
      const found = SUCCESS.exec(sentence);
      if (!found || NEGATION.test(found[0])) return false;
      const stated = / est\b/.test(found[0]) ? sentence : sentence.slice(0, found.index);
      return !CONDITION.test(stated);
    });
}

function isTitledSummary(page: Page): boolean {
  return SUMMARY.test(fold(page.title));
}

function speaksOfSummary(page: Page): boolean {
  return SUMMARY.test(fold(page.text));
}

/** The word alone may stand in a list of the steps, on the home page as on a page that says that the procedure is over. */
function namesSummary(page: Page, hints: ScreenHints, home: boolean): boolean {
  if (!speaksOfSummary(page)) return false;
  return showsIdentity(page, hints) || (!home && !REFUSAL.test(fold(page.text)));
}

/** Something that only a page about the account shows. */
function showsIdentity(page: Page, { account }: ScreenHints): boolean {
  return shows(page, [account?.email, account?.subscriberNumber, account?.question]);
}

/** Asking for an address or an answer again is a refusal or a start, whatever sentence stands above it. */
function asksToIdentify(page: Page): boolean {
  return fitForms(page, 'identification').some((fit) => fit.worded.has('captcha')) && findControl(page, 'continue') !== undefined;
}

function continues(page: Page, form: number | undefined, hints: ScreenHints): boolean {
  const control = findControl(page, 'continue', hints.overrides);
  return control !== undefined && (control.form === form || control.form === undefined || form === undefined);
}

function captchaIn(page: Page, form: number | undefined, hints: ScreenHints): boolean {
  const image = findCaptchaImage(page, hints.overrides);
  return image !== undefined && image.form === form;
}

function hasWayOn(page: Page): boolean {
  return page.controls.some((control) => control.visible && control.enabled && control.kind !== 'image');
}

function isHtml(page: Page): boolean {
  return page.contentType === '' || /html|xml/i.test(page.contentType);
}
