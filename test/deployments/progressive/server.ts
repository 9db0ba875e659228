/** HTTP: one address for the page, others for the stylesheet and the image of the session. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { perform, show, type Context } from './actions';
import { Form } from './form';
import { page } from './page';
import { cookieFor, type Session } from './sessions';
import { stylesheet } from './stylesheet';

/** Far more than any password, far less than what would hurt. */
const largestBody = 1 << 20;

const everyAnswer = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; img-src 'self'; style-src 'self'; form-action 'self'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

export function pageServer(context: Context): Server {
  return createServer((request, response) => {
    answer(context, request, response).catch((error: unknown) => {
      // A browser that leaves before it has said everything is no error, and nothing was done.
      if (request.complete) console.error(error);
      response.destroy();
    });
  });
}

async function answer(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path, query = ''] = split(request.url ?? '/');
  const reading = request.method === 'GET' || request.method === 'HEAD';
  if (path === '/style.css' && reading) return send(response, 200, 'text/css; charset=utf-8', stylesheet);
  if (path.startsWith('/image/') && reading) return sendImage(context, request, response, path);
  if (path !== '/') return send(response, 404, 'text/plain; charset=utf-8', 'Il n’y a rien à cette adresse.');
  if (reading) {
    const session = context.sessions.of(request.headers.cookie);
    const view = show(context, session, new URLSearchParams(query));
    return sendPage(response, session, page(view, session.token, context.faulty));
  }
  if (request.method !== 'POST') return send(response, 405, 'text/plain; charset=utf-8', 'Méthode non admise.');
  const body = await bodyOf(request);
  if (body === undefined) return send(response, 413, 'text/plain; charset=utf-8', 'Trop de données.');
  const session = context.sessions.of(request.headers.cookie);
  const view = perform(context, session, new Form(body));
  sendPage(response, session, page(view, session.token, context.faulty));
}

/** The image on display in this very session; a former one, or that of another, is nowhere. */
function sendImage({ sessions }: Context, request: IncomingMessage, response: ServerResponse, path: string): void {
  const { captcha } = sessions.of(request.headers.cookie);
  if (captcha === undefined || path !== `/image/${captcha.id}.png`) {
    return send(response, 404, 'text/plain; charset=utf-8', 'Cette image n’est plus affichée.');
  }
  send(response, 200, 'image/png', captcha.png);
}

function sendPage(response: ServerResponse, session: Session, body: string): void {
  response.setHeader('set-cookie', cookieFor(session));
  send(response, 200, 'text/html; charset=utf-8', body);
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { ...everyAnswer, 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
}

/** Nothing if it is too long; it is read to its end all the same, so that the answer reaches whoever sends it. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= largestBody) chunks.push(chunk);
  }
  return length <= largestBody ? Buffer.concat(chunks).toString('utf8') : undefined;
}

function split(url: string): [path: string, query?: string] {
  const at = url.indexOf('?');
  return at < 0 ? [url] : [url.slice(0, at), url.slice(at + 1)];
}
