/** The HTTP side: from the wire to a screen and back, on the loopback interface. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { access } from './access';
import { challengeImage, continueButton, home, newsletter, problemPage, search, style, subscribe } from './portal';
import type { Reply } from './reply';
import type { Site } from './site';
import { signOut, space } from './space';
import { addressOf, bodyOf, cookieOf, Fields, type Visit } from './visit';

const COOKIE = 'GUICHET';
const METHODS = new Set(['GET', 'HEAD', 'POST']);

/** A server that listens. */
export async function listen(site: Site, port: number): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    serve(site, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => stop(server) };
}

async function serve(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request).catch(() => 'cut off' as const);
  // The browser has gone: nobody to answer, and half a form is no form.
  if (body === 'cut off') return void response.destroy();
  const cookie = cookieOf(request, COOKIE);
  const visit: Visit = {
    method: request.method === 'POST' ? 'POST' : 'GET',
    ...addressOf(request.url ?? '/'),
    form: formOf(request, body),
    session: site.sessions.of(cookie),
  };
  const reply = answer(site, visit, request.method ?? '', body === undefined);
  const isNew = visit.session.id !== cookie;
  response.writeHead(reply.status, {
    ...reply.headers,
    'Content-Length': Buffer.byteLength(reply.body),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    ...(isNew ? { 'Set-Cookie': `${COOKIE}=${visit.session.id}; Path=/; HttpOnly; SameSite=Lax` } : {}),
    ...(body === undefined ? { Connection: 'close' } : {}),
  });
  response.end(reply.body);
}

function answer(site: Site, visit: Visit, method: string, tooLarge: boolean): Reply {
  if (tooLarge) return problemPage(visit.session, 413, 'Envoi trop long', 'Le formulaire reçu est trop long.');
  if (!METHODS.has(method)) return problemPage(visit.session, 405, 'Demande refusée', 'Cette page ne se demande pas ainsi.');
  return (
    route(site, visit) ??
    problemPage(visit.session, 404, 'Page introuvable', 'La page demandée n’existe pas, ou ne se demande pas ainsi.')
  );
}

function route(site: Site, visit: Visit): Reply | undefined {
  switch (`${visit.method} ${visit.path}`) {
    case 'GET /':
      return home(visit.session);
    case 'GET /servlet/Acces':
    case 'POST /servlet/Acces':
      return access(site, visit);
    case 'GET /servlet/Image':
      return challengeImage(visit);
    case 'GET /servlet/Espace':
      return space(visit);
    case 'POST /servlet/Sortie':
      return signOut(site, visit);
    case 'GET /servlet/Recherche':
      return search(visit);
    case 'GET /servlet/Lettre':
      return newsletter(visit.session);
    case 'POST /servlet/Lettre':
      return subscribe(visit);
    case 'GET /images/continuer.png':
      return continueButton;
    case 'GET /style.css':
      return style;
  }
}

/** Forms of this site are URL-encoded; any other body is a form without fields. */
function formOf(request: IncomingMessage, body: Buffer | undefined): Fields {
  const encoded = /^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '');
  return new Fields(encoded && body ? body.toString('utf8') : '');
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
