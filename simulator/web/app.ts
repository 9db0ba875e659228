/** The web side: addresses to events, states to pages. The rules are in the machine, the order in the gate. */
import { Hono } from 'hono';
import type { ProcedureEvent, Screen } from '../machine';
import type { Session } from '../sessions';
import { assistance } from './assistance-access';
import { BadForm } from './form';
import type { ReadField } from './form';
import { screenOf } from './gate';
import { fields, HELP_PATH, IMAGE_PATH, paths, SERVICE_PATH, SIGN_OUT_PATH, STYLE_PATH } from './paths';
import { render } from './render';
import { errorPage, genuineForm, knownSession, notGenuine, sessionOf } from './requests';
import type { Bindings } from './requests';

/** The forms of the procedure: where each is sent to, and the event it makes. */
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

/** One for all simulators: what differs from one to another is in the bindings. */
const routes = new Hono<{ Bindings: Bindings }>();

/** What answers the requests of a simulator. */
export const app = {
  fetch: (request: Request, bindings: Bindings): Response | Promise<Response> =>
    bindings.gate.enter(request, (entered) => routes.fetch(entered, bindings)),
};

routes.use(async (c, next) => {
  for (const [name, value] of Object.entries(c.env.headers)) c.header(name, value);
  await next();
});

for (const [screen, path] of Object.entries(paths) as [Screen, string][]) {
  routes.get(path, (c) => {
    const { gate, views } = c.env;
    const session = sessionOf(c);
    if (!gate.admit(session, screen, 'GET')) return c.redirect(paths[gate.missing(session, screen)], 303);
    return c.html(render(views, session));
  });
}

for (const { screen, path, event } of submissions) {
  routes.post(path, async (c) => {
    const { gate, views, cookie } = c.env;
    const session = knownSession(c);
    if (!session) return c.redirect(paths[gate.missing(undefined, screen)], 303);
    const read = await genuineForm(c, session);
    if (!read) return notGenuine(c);
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

routes.get(`${IMAGE_PATH}/:id`, (c) => {
  const challenge = knownSession(c)?.actor.getSnapshot().context.challenge;
  if (!challenge || challenge.id !== c.req.param('id')) return c.notFound();
  return c.body(c.env.captcha.picture(challenge), 200, { 'Content-Type': 'image/png' });
});

routes.get(`${SERVICE_PATH}/:rank`, (c) => {
  const session = sessionOf(c);
  if (!c.env.gate.admit(session, 'services', 'GET')) return c.redirect(paths.signIn, 303);
  const service = session.actor.getSnapshot().context.signedIn?.services[Number(c.req.param('rank')) - 1];
  return service === undefined ? c.notFound() : c.html(c.env.views.service({ service }));
});

routes.get(HELP_PATH, (c) => c.html(c.env.views.help()));
routes.get(STYLE_PATH, (c) =>
  c.body(c.env.views.stylesheet(), 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=3600' }),
);
routes.get('/favicon.ico', (c) => c.body(null, 204));

routes.get(assistance.path, (c) => c.html(c.env.views.assistance({ token: sessionOf(c).token, refused: false })));
routes.post(assistance.path, async (c) => {
  const session = knownSession(c);
  if (!session) return c.redirect(assistance.path, 303);
  const read = await genuineForm(c, session);
  if (!read) return notGenuine(c);
  const known = read(fields.code) === assistance.code;
  const account = known ? c.env.rules.signInAccount(read(fields.address) ?? '') : undefined;
  const view = { token: session.token, refused: account === undefined, ...(account && { card: account }) };
  return c.html(c.env.views.assistance(view), account ? 200 : 422);
});

for (const path of new Set([...Object.values(paths), SIGN_OUT_PATH, assistance.path])) {
  routes.all(path, (c) => {
    c.header('Allow', 'GET, HEAD, POST');
    return errorPage(c, 405, 'Action impossible', 'Cette adresse n’accepte pas cette demande.');
  });
}

routes.notFound((c) => errorPage(c, 404, 'Page introuvable', 'Cette page n’existe pas.'));
routes.onError((cause, c) => {
  if (cause instanceof BadForm) return errorPage(c, cause.status, 'Demande illisible', 'Le formulaire reçu ne peut pas être lu.');
  return errorPage(c, 500, 'Erreur', 'Une erreur est survenue.');
});

/** An error inside the machine ends its actor: the person gets an error page, then a new session. */
function failIfBroken({ actor }: Session): void {
  const { status, error } = actor.getSnapshot();
  if (status === 'error') throw error;
}
