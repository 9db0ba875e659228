/** What stands between a person's requests and the routes of the reference. Knows no variant. */
import type { Override } from '../bending';
import { senderOf } from '../faults/support';
import type { Parts } from '../parts';
import type { Session, Sessions } from '../sessions';

/** Answers a request, as the routes do. */
export type Routes = (request: Request) => Promise<Response>;

/** @param enter what becomes of each request; `routes` are those of the reference. */
export function entering({ gate }: Readonly<Parts>, enter: (request: Request, routes: Routes) => Promise<Response>): Override {
  return { gate: { enter: (request, answer) => enter(request, async (inner) => gate.enter(inner, answer)) } };
}

/** The same answer with another status. */
export function restated({ body, headers }: Response, status: number): Response {
  return new Response(body, { status, headers });
}

/** The same answer with its page changed; what is no page stays. */
export async function repainted(response: Response, change: (html: string) => string): Promise<Response> {
  if (!/html/.test(response.headers.get('content-type') ?? '')) return response;
  return new Response(change(await response.text()), { status: response.status, headers: response.headers });
}

/** A redirect, with the cookie that came with another answer. */
export function redirect(location: string, { headers }: Pick<Response, 'headers'>, status = 303): Response {
  return withCookieOf(new Response(null, { status, headers: { location } }), headers);
}

/** Asks for another page as the sender of a request, who may just have been given a new cookie. */
export async function follow(request: Request, path: string, given: Headers, routes: Routes): Promise<Response> {
  const headers = new Headers(request.headers);
  for (const name of ['content-type', 'content-length']) headers.delete(name);
  const cookie = given.get('set-cookie');
  if (cookie) headers.set('cookie', cookie.split(';')[0] ?? '');
  const answer = await routes(new Request(new URL(path, request.url), { headers }));
  return withCookieOf(answer, given);
}

/** Where somebody is led, if the answer is a redirect. */
export function locationOf({ status, headers }: Response): string | undefined {
  return status >= 300 && status < 400 ? (headers.get('location') ?? undefined) : undefined;
}

/** The session of the sender, which an answer may just have opened or renamed. */
export function sessionAfter(sessions: Sessions, request: Request, { headers }: Pick<Response, 'headers'>): Session | undefined {
  const cookie = headers.get('set-cookie')?.split(';')[0];
  return senderOf(sessions, cookie === undefined ? request : new Request(request.url, { headers: { cookie } }));
}

function withCookieOf(response: Response, given: Headers): Response {
  const cookie = given.get('set-cookie');
  if (cookie === null || response.headers.has('set-cookie')) return response;
  const headers = new Headers(response.headers);
  headers.set('set-cookie', cookie);
  return new Response(response.body, { status: response.status, headers });
}
