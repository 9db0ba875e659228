// The JSON back end: a route for each thing that a screen asks or submits. It alone decides; the page only shows.
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import type { AccountBook } from './accounts';
import { accountAt, demandToken, readMembers, Refusal, SESSION_COOKIE, type ApiEnv } from './api-request';
import type { CaptchaPress } from './captcha';
import type { FaultSwitch } from './faults';
import type { Outbox } from './outbox';
import { isConfirmed, passwordDefect } from './password-rule';
import { openSteps, type SessionStore } from './sessions';

export interface Services {
  readonly accounts: AccountBook;
  readonly sessions: SessionStore;
  readonly press: CaptchaPress;
  readonly outbox: Outbox;
  readonly fault: FaultSwitch;
}

export function createApi(services: Services): Hono<ApiEnv> {
  const api = new Hono<ApiEnv>();
  api.onError((error, context) => {
    if (error instanceof Refusal) return context.json({ erreur: error.message }, error.status);
    return context.json({ erreur: 'Le service est momentanément indisponible.' }, 500);
  });
  api.use(
    bodyLimit({
      maxSize: 256 * 1024,
      // The rest of the body is not read: the connection cannot serve again.
      onError: (context) => context.json({ erreur: 'La demande est trop longue.' }, 413, { Connection: 'close' }),
    }),
  );
  api.use(async (context, next) => {
    const session = services.sessions.open(getCookie(context, SESSION_COOKIE));
    context.set('session', session);
    demandToken(context);
    await next();
    // Last: a sign-in or a sign-out gives the session another id.
    setCookie(context, SESSION_COOKIE, session.id, { httpOnly: true, sameSite: 'Lax', path: '/' });
  });
  addSessionRoutes(api, services);
  addIdentificationRoutes(api, services);
  addAnswerRoutes(api, services);
  addPasswordRoutes(api, services);
  api.all('*', () => {
    throw new Refusal(404, 'Cette adresse n’existe pas.');
  });
  return api;
}

function addSessionRoutes(api: Hono<ApiEnv>, { accounts, sessions, fault }: Services): void {
  api.get('/session', (context) => {
    const { session } = context.var;
    return context.json({ jeton: session.token, ecrans: openSteps(session, fault) });
  });

  api.post('/connexion', async (context) => {
    const { identifiant = '', motDePasse = '' } = await readMembers(context, 'identifiant', 'motDePasse');
    if (identifiant === '' || motDePasse === '') throw new Refusal(422, 'Saisissez votre identifiant et votre mot de passe.');
    const account = accounts.authenticate(identifiant, motDePasse);
    if (account === undefined) throw new Refusal(401, 'L’identifiant ou le mot de passe est incorrect.');
    sessions.renew(context.var.session, account);
    return context.json({});
  });

  api.post('/deconnexion', (context) => {
    sessions.renew(context.var.session, undefined);
    return context.json({});
  });

  api.get('/espace', (context) => {
    const account = context.var.session.signedIn;
    if (account === undefined) throw new Refusal(401, 'Identifiez-vous pour accéder à vos services.');
    const { email, subscriberNumber, services, dossiers } = account;
    return context.json({ mel: email, numeroAbonne: subscriberNumber, services, dossiers });
  });
}

function addIdentificationRoutes(api: Hono<ApiEnv>, { accounts, press, fault }: Services): void {
  api.get('/image', (context) => {
    const { characters, svg } = press.issue();
    context.var.session.captcha = characters;
    return context.body(new Uint8Array(svg), 200, { 'Content-Type': 'image/svg+xml' });
  });

  api.post('/identification', async (context) => {
    const { mel = '', caracteres } = await readMembers(context, 'mel', 'caracteres');
    const { session } = context.var;
    const expected = session.captcha;
    // Each attempt takes the image with it, and whatever an earlier identification had earned.
    delete session.captcha;
    delete session.progress;
    if (!press.accepts(caracteres, expected)) throw new Refusal(422, 'Les caractères saisis ne sont pas ceux de l’image.');
    if (mel === '') throw new Refusal(422, 'Saisissez votre adresse électronique.');
    const account = accounts.find(mel) ?? (fault('adresse-inconnue-admise') ? accounts.otherThan() : undefined);
    if (account === undefined) throw new Refusal(422, 'Aucun espace ne correspond à cette adresse électronique.');
    session.progress = { step: 'question', account };
    return context.json({});
  });
}

function addAnswerRoutes(api: Hono<ApiEnv>, { accounts, fault }: Services): void {
  api.get('/question', (context) => {
    const account = accountAt('question', context.var.session, fault);
    const question = fault('question-generique') ? 'Quelle réponse aviez-vous choisie ?' : account.question;
    return context.json({ question, ...(fault('reponse-livree-avec-la-question') ? { attendu: account.answer } : {}) });
  });

  api.post('/reponse', async (context) => {
    const { reponse = '' } = await readMembers(context, 'reponse');
    const { session } = context.var;
    const account = accountAt('question', session, fault);
    if (reponse === '') throw new Refusal(422, 'Saisissez la réponse à votre question de confiance.');
    const isRight = accounts.isRightAnswer(account, reponse);
    if (isRight) session.rightAnswers += 1;
    if (!isRight || (fault('bonne-reponse-refusee-d-abord') && session.rightAnswers === 1)) {
      throw new Refusal(422, 'La réponse est incorrecte.');
    }
    session.progress = { step: 'nouveau', account };
    return context.json({});
  });
}

function addPasswordRoutes(api: Hono<ApiEnv>, { accounts, sessions, outbox, fault }: Services): void {
  api.post('/mot-de-passe', async (context) => {
    const { nouveau = '', repetition } = await readMembers(context, 'nouveau', 'repetition');
    // Nothing is awaited from here on: two submissions at once are judged one after the other, and the second has no right left (MPO-D-4).
    const { session } = context.var;
    const account = accountAt('nouveau', session, fault);
    const defect = findDefect();
    if (defect !== undefined) {
      if (fault('courriel-sur-refus')) outbox.confirm(account, nouveau);
      throw new Refusal(422, defect);
    }
    accounts.replacePassword(account, nouveau);
    session.progress = { step: 'recapitulatif', account };
    sessions.signOutOf(account);
    if (fault('connecte-d-office')) session.signedIn = account;
    outbox.confirm(account, nouveau);
    return context.json({});

    function findDefect(): string | undefined {
      if (nouveau === '') return 'Saisissez votre nouveau mot de passe.';
      if (!isConfirmed(nouveau, repetition, fault)) return 'Les deux saisies du mot de passe ne sont pas identiques.';
      if (accounts.isInForce(account, nouveau) && !fault('meme-mot-de-passe-accepte')) {
        return 'Le nouveau mot de passe doit être différent du dernier mot de passe utilisé.';
      }
      return passwordDefect(nouveau, fault);
    }
  });

  api.get('/recapitulatif', (context) => {
    const { email, subscriberNumber, answer } = accountAt('recapitulatif', context.var.session, fault);
    return context.json({
      mel: email,
      numeroAbonne: subscriberNumber,
      suite: fault('connecte-d-office') ? '/espace' : '/connexion',
      ...(fault('recapitulatif-montre-reponse') ? { reponse: answer } : {}),
    });
  });
}
