/**
 * /servlet/Acces: which screen may be shown and what a submission does, screen by screen. The number in the address only asks for a
 * screen; the session decides (MPO-D-1).
 */
import type { Account } from './accounts';
import { identificationPage, passwordPage, questionPage, signInPage, summaryPage, waitingPage } from './access-pages';
import { answers, newChallenge } from './captcha';
import { confirmationText } from './confirmation-mail';
import type { HasFault } from './faults';
import { frameFor } from './layout';
import { keptPassword, refusalOf } from './password-rules';
import { page, redirect, type Reply } from './reply';
import { redeemToken, type Recovery, type Session } from './sessions';
import type { Site } from './site';
import type { Visit } from './visit';

const SIGN_IN = '1';
const IDENTIFICATION = '2';
const QUESTION = '3';
const PASSWORD = '4';
const SUMMARY = '5';
const WAITING = '6';

/** Undefined for a screen that does not exist, or that nothing can be sent to. */
export function access(site: Site, visit: Visit): Reply | undefined {
  const screen = visit.query.only('ecran');
  return visit.method === 'POST' ? submission(site, visit, screen) : display(site, visit.session, screen);
}

function display(site: Site, session: Session, screen: string): Reply | undefined {
  switch (screen) {
    case SIGN_IN:
      return page(signInPage(frameFor(session), site.has));
    case IDENTIFICATION:
      session.challenge = newChallenge();
      return page(identificationPage(frameFor(session), session.challenge, site.has));
    case QUESTION:
      return displayQuestion(site, session);
    case PASSWORD:
      return displayPassword(site, session);
    case SUMMARY:
      if (!session.recovery?.changed) return redirect(screenReached(session));
      return page(summaryPage(frameFor(session), session.recovery.account));
    case WAITING:
      return site.has('recap-au-clic') ? page(waitingPage(frameFor(session))) : undefined;
  }
}

function displayQuestion({ has, register }: Site, session: Session): Reply {
  const account = underWay(session)?.account;
  if (!account) return redirect(screenReached(session));
  const mixedUp = has('question-d-un-autre')
    ? register.otherThan(account, ({ question }) => question !== account.question)
    : undefined;
  const prefilled = has('reponse-preremplie') ? account.answer : undefined;
  return page(questionPage(frameFor(session), (mixedUp ?? account).question, prefilled));
}

function displayPassword({ has }: Site, session: Session): Reply {
  const recovery = session.recovery;
  if (!recovery || !mayChoose(recovery, has)) return redirect(screenReached(session));
  return page(passwordPage(frameFor(session), has('compte-en-champ-cache') ? recovery.account.email : undefined, has));
}

const SUBMISSIONS: ReadonlyMap<string, (site: Site, visit: Visit) => Reply> = new Map([
  [SIGN_IN, signIn],
  [IDENTIFICATION, identify],
  [QUESTION, judgeAnswer],
  [PASSWORD, choosePassword],
]);

function submission(site: Site, visit: Visit, screen: string): Reply | undefined {
  const submit = SUBMISSIONS.get(screen);
  if (!submit) return undefined;
  const keepToken = screen === PASSWORD && site.has('deux-changements-par-reponse');
  const shown = redeemToken(visit.session, visit.form.only('jeton'), keepToken);
  // A question or password screen left over from another passage would act on an account that it did not show (MPO-D-3).
  const outOfDate = !shown || ((screen === QUESTION || screen === PASSWORD) && shown.recovery !== visit.session.recovery);
  if (!outOfDate) return submit(site, visit);
  return refusal(visit.session, screen, 'Cette page n’était plus à jour : rien n’a été pris en compte. Recommencez la saisie.');
}

function signIn({ register, sessions }: Site, visit: Visit): Reply {
  const account = register.signIn(visit.form.only('zone1'), visit.form.only('zone2'));
  if (!account) return refusal(visit.session, SIGN_IN, 'Mél ou code secret d’accès inexact.');
  visit.session = sessions.replace(visit.session);
  visit.session.signedIn = { account, version: account.version };
  return redirect('/servlet/Espace');
}

function identify(site: Site, { session, form }: Visit): Reply {
  const { challenge } = session;
  session.recovery = undefined;
  // Consumed whatever comes of it (AMB-15).
  session.challenge = undefined;
  const skipped = site.has('code-facultatif') && !form.has('zone2');
  const copied = form.only('zone2');
  const passed = challenge !== undefined && (skipped || site.has('code-non-verifie') || answers(challenge, copied));
  if (!passed) return refusal(session, IDENTIFICATION, 'Le code recopié n’est pas celui de l’image. Voici une nouvelle image.');
  const account = site.register.find(form.only('zone1'));
  if (!account) return refusal(session, IDENTIFICATION, 'Ce courriel n’est celui d’aucun espace professionnel.');
  session.recovery = { account, answered: false, changed: false };
  site.lastIdentified = account;
  return redirect(address(QUESTION));
}

function judgeAnswer(site: Site, { session, form }: Visit): Reply {
  const recovery = underWay(session);
  if (!recovery) return redirect(screenReached(session));
  recovery.answered = isRight(site, recovery, form.only('zone3'));
  if (!recovery.answered) return refusal(session, QUESTION, 'Cette réponse n’est pas la bonne.');
  return redirect(address(PASSWORD));
}

/** The registered spelling, and nothing else. */
function isRight({ has, lastIdentified }: Site, recovery: Recovery, typed: string): boolean {
  const { answer } = has('dernier-identifie') && lastIdentified ? lastIdentified : recovery.account;
  if (typed === '') return false;
  if (has('toute-reponse')) return true;
  if (has('reponse-contenue')) return typed.includes(answer);
  const right = typed === answer;
  if (right && has('bonne-reponse-refusee') && !recovery.rightAnswerRefused) {
    recovery.rightAnswerRefused = true;
    return false;
  }
  return right;
}

/** From the first check to the last effect in one go: no other request comes between (MPO-D-2). */
function choosePassword(site: Site, { session, form }: Visit): Reply {
  const { has, register } = site;
  const recovery = session.recovery;
  if (!recovery || !mayChoose(recovery, has)) return redirect(screenReached(session));
  const named = has('compte-en-champ-cache') ? register.find(form.only('compte')) : undefined;
  const account = named ?? recovery.account;
  const typed = form.only('zone4');
  const refused = refusalOf(typed, form.only(has('champ-unique') ? 'zone4' : 'zone5'), has) ?? reuseRefusal(site, account, typed);
  if (refused !== undefined) {
    if (has('courriel-malgre-refus')) confirm(site, account, typed);
    return refusal(session, PASSWORD, refused);
  }
  register.change(account, keptPassword(typed, has));
  recovery.changed = true;
  confirm(site, account, typed);
  return redirect(address(has('recap-au-clic') ? WAITING : SUMMARY));
}

/** Against the password in force at this moment (MPO-1.3-4, AMB-35). */
function reuseRefusal({ has, register }: Site, account: Account, typed: string): string | undefined {
  if (has('meme-mot-de-passe') || !register.isCurrent(account, typed)) return undefined;
  return 'Le nouveau mot de passe doit être différent du dernier mot de passe utilisé.';
}

function confirm({ has, register, outbox }: Site, account: Account, chosen: string): void {
  if (has('sans-courriel')) return;
  const bystander = has('copie-a-un-autre') ? register.otherThan(account) : undefined;
  const secret = has('mot-de-passe-dans-le-courriel') ? `\n\nVotre nouveau mot de passe : ${chosen}` : '';
  const recipients = [account, bystander].flatMap((to) => to?.email ?? []);
  const letter = { recipients, text: confirmationText(account.email) + secret };
  outbox.send(letter);
  if (has('deux-courriels')) outbox.send(letter);
}

/** The passage in which something is still to be answered or chosen. */
function underWay({ recovery }: Session): Recovery | undefined {
  return recovery?.changed ? undefined : recovery;
}

function mayChoose({ answered, changed }: Recovery, has: HasFault): boolean {
  return (answered || has('mot-de-passe-sans-reponse')) && (!changed || has('deux-changements-par-reponse'));
}

/** Where someone belongs who asked for a screen too early, or again after the end. */
function screenReached(session: Session): string {
  if (underWay(session)) return address(QUESTION);
  if (session.recovery)
    session.notice = 'Votre mot de passe a déjà été changé. Pour le changer encore, recommencez la procédure.';
  return address(IDENTIFICATION);
}

function refusal(session: Session, screen: string, notice: string): Reply {
  session.notice = notice;
  return redirect(address(screen));
}

function address(screen: string): string {
  return `/servlet/Acces?ecran=${screen}`;
}
