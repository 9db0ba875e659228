/** What each button does: the rules of the procedure, on the session and the accounts. Knows neither HTTP nor HTML. */

import type { Account, Accounts } from './accounts';
import { newCaptcha, reads } from './captcha';
import type { FaultCheck } from './faults';
import type { Outbox } from './outbox';
import { kept, objectionTo } from './password-rules';
import { visitorOf, type Session, type Sessions } from './sessions';
import type { Form } from './form';
import type { View } from './view';

export interface Context {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly outbox: Outbox;
  readonly faulty: FaultCheck;
  /** For the fault `dernier-identifie` alone. */
  lastIdentified?: Account;
}

/** What a GET shows. `?oubli` starts the procedure, anew if need be; the rest is the space if it is open, else the home page. */
export function show(context: Context, session: Session, query: URLSearchParams): View {
  if (query.has('oubli')) {
    session.procedure = { stage: 'identification' };
    return identification(context, session);
  }
  const account = visitorOf(session);
  if (account === undefined) return { screen: { name: 'home' } };
  const opened = account.services[Number(query.get('service') ?? NaN)] ?? account.dossiers[Number(query.get('dossier') ?? NaN)];
  return { screen: { name: 'space', account, opened } };
}

/** What a POST does, and shows. */
export function perform(context: Context, session: Session, form: Form): View {
  if (form.value('jeton') !== session.token) {
    return { ...current(context, session), alert: 'Cette page n’est plus valable. Reprenez ici.' };
  }
  const action = actions.get(form.value('action'));
  return (
    action?.(context, session, form) ?? { ...current(context, session), alert: 'Cette étape n’est pas ouverte. Reprenez ici.' }
  );
}

/** Nothing: the action is not open in this session as it stands (MPO-D-1). */
type Action = (context: Context, session: Session, form: Form) => View | undefined;

const actions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['ouvrir', open],
  ['connexion', signIn],
  ['quitter', signOut],
  ['autre-image', otherPicture],
  ['identifier', identify],
  ['repondre', answer],
  ['valider', validate],
  ['suite', goOn],
  ['abandonner', giveUp],
]);

function open(_: Context, session: Session): View {
  const account = visitorOf(session);
  return { screen: account === undefined ? { name: 'sign-in' } : { name: 'space', account } };
}

function signIn({ accounts, sessions }: Context, session: Session, form: Form): View {
  const email = form.value('ident');
  const password = form.value('passe');
  const account = accounts.signIn(email, password);
  if (account === undefined) {
    const errors = {
      ...(email === '' && { ident: 'Saisissez votre adresse e-mail.' }),
      ...(password === '' && { passe: 'Saisissez votre mot de passe.' }),
    };
    const alert = email !== '' && password !== '' ? 'L’adresse et le mot de passe ne correspondent pas.' : undefined;
    return { screen: { name: 'sign-in', email }, errors, alert };
  }
  delete session.procedure;
  session.signedIn = { account, epoch: account.epoch };
  sessions.renew(session);
  return { screen: { name: 'space', account } };
}

function signOut({ sessions }: Context, session: Session): View {
  delete session.signedIn;
  sessions.renew(session);
  return { screen: { name: 'home' }, notice: 'Vous avez quitté votre espace.' };
}

function otherPicture(context: Context, session: Session, form: Form): View | undefined {
  if (session.procedure?.stage !== 'identification') return undefined;
  return identification(context, session, form.value('adr'));
}

function identify(context: Context, session: Session, form: Form): View | undefined {
  if (session.procedure?.stage !== 'identification') return undefined;
  const { accounts, faulty } = context;
  const email = form.value('adr');
  // Known to whoever has read the picture alone: whether an address is that of an account.
  const read = captchaRead(context, session, form);
  const account = read ? accounts.find(email) : undefined;
  if (account === undefined) {
    const errors = {
      ...(email === '' && { adr: 'Saisissez l’adresse de messagerie de votre compte.' }),
      ...(email !== '' && read && { adr: 'Cette adresse n’est celle d’aucun espace professionnel.' }),
      ...(!read && { img: 'Recopiez les caractères de la nouvelle image.' }),
    };
    return { ...identification(context, session, email), errors };
  }
  if (faulty('dernier-identifie')) context.lastIdentified = account;
  session.procedure = { stage: 'question', account };
  return question(context, account);
}

/** Good for one submission, right or wrong (AMB-15). */
function captchaRead({ sessions, faulty }: Context, session: Session, form: Form): boolean {
  const { captcha } = session;
  const typed = form.value('img');
  const everyCaptcha = sessions.all().flatMap((each) => each.captcha ?? []);
  delete session.captcha;
  if (faulty('captcha-ignore') || (faulty('captcha-absent') && !form.has('img'))) return true;
  if (faulty('captcha-d-autrui')) return everyCaptcha.some((each) => reads(each, typed));
  return captcha !== undefined && reads(captcha, typed);
}

function answer(context: Context, session: Session, form: Form): View | undefined {
  const { procedure } = session;
  if (procedure?.stage !== 'question') return undefined;
  const { accounts, faulty } = context;
  const account = concerned(context, procedure.account);
  const typed = form.value('rep');
  const refusedFirst = faulty('refusee-d-abord') && !procedure.refusedOnce && typed !== '';
  if (typed === '' || refusedFirst || !accounts.isAnswer(account, typed)) {
    if (refusedFirst) procedure.refusedOnce = true;
    const rep = typed === '' ? 'Saisissez votre réponse.' : 'Ce n’est pas la réponse attendue.';
    return { ...question(context, procedure.account), errors: { rep } };
  }
  const told = faulty('reponse-affichee') ? typed : undefined;
  session.procedure = { stage: 'password', account: procedure.account, answer: told };
  return { screen: { name: 'password', account: procedure.account, answer: told } };
}

/** From reading the form to the change without a pause, so that two submissions never mix (MPO-D-2). */
function validate(context: Context, session: Session, form: Form): View | undefined {
  const { procedure } = session;
  const { accounts, outbox, faulty } = context;
  const answered = procedure?.stage === 'password' || (procedure?.stage === 'question' && faulty('sans-reponse'));
  if (!answered) return undefined;
  const account = concerned(context, procedure.account);
  const errors = passwordErrors(context, account, form);
  const password = kept(form.value('neuf'), faulty);
  const told = faulty('secret-au-courriel') ? password : undefined;
  if (Object.keys(errors).length > 0) {
    if (faulty('courriel-au-refus')) outbox.confirmChange(account.email, told);
    return { ...current(context, session), errors };
  }
  accounts.replacePassword(account, password);
  outbox.confirmChange(account.email, told);
  // One right answer, one change (MPO-D-4).
  if (!faulty('rejeu')) delete session.procedure;
  if (faulty('recapitulatif-sur-clic')) {
    session.procedure = { stage: 'changed', account };
    return { screen: { name: 'changed', account } };
  }
  if (faulty('connecte-d-office')) {
    session.signedIn = { account, epoch: account.epoch };
    return { screen: { name: 'space', account } };
  }
  return { screen: { name: 'summary', account } };
}

function passwordErrors({ accounts, faulty }: Context, account: Account, form: Form): Record<string, string> {
  const password = form.value('neuf');
  const again = form.value('bis');
  const same = accounts.isInForce(account, password) && !faulty('meme-mot-de-passe');
  const neuf =
    objectionTo(password, faulty) ??
    (same ? 'Ce mot de passe est celui que vous aviez déjà : choisissez-en un autre.' : undefined);
  const counts = (typed: string): string => (faulty('confirmation-sur-vingt') ? typed.slice(0, 20) : typed);
  const differs = counts(again) !== counts(password) && !faulty('sans-confirmation');
  const bis = again === '' ? 'Tapez le mot de passe une seconde fois.' : 'Les deux saisies diffèrent.';
  return { ...(neuf !== undefined && { neuf }), ...(differs && { bis }) };
}

function goOn(_: Context, session: Session): View | undefined {
  const { procedure } = session;
  if (procedure?.stage !== 'changed') return undefined;
  delete session.procedure;
  return { screen: { name: 'summary', account: procedure.account } };
}

function giveUp(_: Context, session: Session): View {
  delete session.procedure;
  delete session.captcha;
  return { screen: { name: 'home' }, notice: 'La démarche est abandonnée : votre mot de passe n’a pas changé.' };
}

/** Where the session stands, whatever was asked. */
function current(context: Context, session: Session): View {
  const { procedure } = session;
  if (procedure === undefined) return show(context, session, new URLSearchParams());
  if (procedure.stage === 'identification') return identification(context, session);
  if (procedure.stage === 'question') return question(context, procedure.account);
  return { screen: { ...procedure, name: procedure.stage } };
}

/** Each display has its own picture. */
function identification({ faulty }: Context, session: Session, email = ''): View {
  session.captcha = newCaptcha(faulty('image-unique') ? 'H7KM4X' : undefined);
  return { screen: { name: 'identification', email, captcha: session.captcha } };
}

function question({ accounts, faulty }: Context, account: Account): View {
  const others = accounts.others(account).map((other) => other.question);
  const foreign = faulty('question-d-un-autre') ? others.find((other) => other !== account.question) : undefined;
  return { screen: { name: 'question', account, question: foreign ?? account.question } };
}

/** The account that the session identified (MPO-D-7). */
function concerned({ faulty, lastIdentified }: Context, account: Account): Account {
  return (faulty('dernier-identifie') && lastIdentified) || account;
}
