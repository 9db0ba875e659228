/** The web side: addresses to events, states to pages. The rules are in the machine, the order in the gate. */
import { Hono } from 'hono/quick';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { CaptchaDesk } from '../captcha/challenge';
import type { ProcedureEvent, Screen } from '../machine';
import type { Rules } from '../rules';
import type { Session, Sessions } from '../sessions';
import { assistance } from './assistance-access';
import { BadForm, readForm } from './form';
import { screenOf } from './gate';
import type { Gate } from './gate';
import { secureHeaders, sessionCookie } from './headers';
import { fields, HELP_PATH, IMAGE_PATH, paths, SERVICE_PATH, SIGN_OUT_PATH, STYLE_PATH } from './paths';
import type { Views } from './views';

export interface AppParts {
  readonly sessions: Sessions;
  readonly gate: Gate;
  readonly views: Views;
  readonly rules: Rules;
  readonly captcha: CaptchaDesk;
  /** Served over HTTPS. */
  readonly secure: boolean;
}

type ReadField = (name: string) => string | undefined;

/** The forms of the procedure: where each is sent from, and the event it makes. */
const submissions: readonly { screen: Screen; path: string; event: (read: ReadField) => ProcedureEvent }[] = [
  {
    screen: 'identification',
    path: paths.identification,
    event: (read) => ({ type: 'identity.submitted', address: read(fields.address), characters: read(fields.characters) }),
  },
  {
    screen: 'question',
    path: paths.question,
    event: (read) => ({ type: 'answer.submitted', answer: read(fields.answer) }),
  },
  {
    screen: 'newPassword',
    path: paths.newPassword,
    event: (read) => ({ type: 'password.submitted', password: read(fields.password), confirmation: read(fields.confirmation) }),
  },
  {
    screen: 'signIn',
    path: paths.signIn,
    event: (read) => ({
      type: 'credentials.submitted',
      identifier: read(fields.identifier),
      password: read(fields.currentPassword),
    }),
  },
  { screen: 'services', path: SIGN_OUT_PATH, event: () => ({ type: 'signOut.submitted' }) },
];

export function createApp({ sessions, gate, views, rules, captcha, secure }: AppParts): Hono {
  const app = new Hono();
  const cookie = sessionCookie(secure);
  const found = (c: Context) => sessions.find(cookie.read(c.req.raw));

  /** The session of the request, or a new one whose cookie goes with the answer. */
  function sessionOf(c: Context): Session {
    const session = found(c);
    if (session) return session;
    const opened = sessions.open();
    c.header('Set-Cookie', cookie.write(opened.id));
    return opened;
  }

  function error(c: Context, status: ContentfulStatusCode, title: string, message: string): Response | Promise<Response> {
    return c.html(views.error({ title, message }), status);
  }

  const notGenuine = (c: Context) =>
    error(c, 403, 'Action refusée', 'Ce formulaire ne vient pas de votre session. Rien n’a été modifié.');

  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(secureHeaders)) c.header(name, value);
    if (secure) c.header('Strict-Transport-Security', 'max-age=31536000');
    await next();
  });

  for (const [screen, path] of Object.entries(paths) as [Screen, string][]) {
    app.get(path, (c) => {
      const session = sessionOf(c);
      if (!gate.admit(session, screen, 'GET')) return c.redirect(paths[gate.missing(session, screen)], 303);
      return c.html(render(views, session));
    });
  }

  for (const { screen, path, event } of submissions) {
    app.post(path, async (c) => {
      const session = found(c);
      if (!session) return c.redirect(paths[gate.missing(undefined, screen)], 303);
      const read = await readForm(c.req.raw);
      if (isCrossSite(c.req.raw) || !gate.isGenuine(session, read(fields.token))) return notGenuine(c);
      if (!gate.admit(session, screen, 'POST')) return c.redirect(paths[gate.missing(session, screen)], 303);
      const from = screenOf(session);
      session.actor.send(event(read));
      failIfBroken(session);
      const current = await gate.settle(session, from, screenOf(session));
      if (current.id !== session.id) c.header('Set-Cookie', cookie.write(current.id));
      const refused = current.actor.getSnapshot().context.problems.length > 0;
      return refused ? c.html(render(views, current), 422) : c.redirect(paths[screenOf(current)], 303);
    });
  }

  app.get(`${IMAGE_PATH}/:id`, (c) => {
    const challenge = found(c)?.actor.getSnapshot().context.challenge;
    if (!challenge || challenge.id !== c.req.param('id')) return c.notFound();
    return c.body(Uint8Array.from(captcha.picture(challenge)), 200, { 'Content-Type': 'image/png' });
  });

  app.get(`${SERVICE_PATH}/:rank`, (c) => {
    const session = sessionOf(c);
    if (!gate.admit(session, 'services', 'GET')) return c.redirect(paths.signIn, 303);
    const service = session.actor.getSnapshot().context.signedIn?.services[Number(c.req.param('rank')) - 1];
    return service === undefined ? c.notFound() : c.html(views.service({ service }));
  });

  app.get(HELP_PATH, (c) => c.html(views.help()));
  app.get(STYLE_PATH, (c) =>
    c.body(views.stylesheet(), 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=3600' }),
  );
  app.get('/favicon.ico', (c) => c.body(null, 204));

  app.get(assistance.path, (c) => c.html(views.assistance({ token: sessionOf(c).token, refused: false })));
  app.post(assistance.path, async (c) => {
    const session = found(c);
    if (!session) return c.redirect(assistance.path, 303);
    const read = await readForm(c.req.raw);
    if (isCrossSite(c.req.raw) || !gate.isGenuine(session, read(fields.token))) return notGenuine(c);
    const account = read(fields.code) === assistance.code ? rules.findAccount(read(fields.address) ?? '') : undefined;
    const view = { token: session.token, refused: account === undefined, ...(account && { card: account }) };
    return c.html(views.assistance(view), account ? 200 : 422);
  });

  for (const path of new Set([...Object.values(paths), ...submissions.map((submission) => submission.path), assistance.path])) {
    app.all(path, (c) => {
      c.header('Allow', 'GET, HEAD, POST');
      return error(c, 405, 'Action impossible', 'Cette adresse n’accepte pas cette demande.');
    });
  }

  app.notFound((c) => error(c, 404, 'Page introuvable', 'Cette page n’existe pas.'));
  app.onError((cause, c) => {
    if (cause instanceof BadForm) return error(c, cause.status, 'Demande illisible', 'Le formulaire reçu ne peut pas être lu.');
    return error(c, 500, 'Erreur', 'Une erreur est survenue.');
  });
  return app;
}

/** Tells what the session shows now. Only what the view needs: never the context itself. */
function render(views: Views, session: Session): string {
  const { value, context } = session.actor.getSnapshot();
  const form = { token: session.token, problems: context.problems };
  switch (value) {
    case 'home':
      return views.home();
    case 'signIn':
      return views.signIn({ ...form, identifier: context.address });
    case 'identification':
      return views.identification({ ...form, address: context.address, image: `${IMAGE_PATH}/${context.challenge?.id ?? ''}` });
    case 'question':
      return views.question({ ...form, question: context.question ?? '' });
    case 'newPassword':
      return views.newPassword(form);
    case 'summary':
      return views.summary({ card: context.changed ?? { email: '', subscriberNumber: '', question: '' } });
    case 'services':
      return views.services({
        token: session.token,
        owner: context.signedIn ?? { email: '', subscriberNumber: '', services: [], dossiers: [] },
      });
  }
}

/** An error inside the machine ends its actor: the person gets an error page, then a new session. */
function failIfBroken({ actor }: Session): void {
  const { status, error } = actor.getSnapshot();
  if (status === 'error') throw error;
}

/** Fetch metadata, where the browser sends it (REC-17). */
function isCrossSite(request: Request): boolean {
  return request.headers.get('sec-fetch-site') === 'cross-site';
}
