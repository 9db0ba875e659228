/** What every route does with a request: its parts, its session, its form. Knows no screen. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Parts } from '../parts';
import type { Session, Sessions } from '../sessions';
import { readForm } from './form';
import type { ReadField } from './form';
import type { SessionCookie } from './headers';
import { fields } from './paths';

/** What one simulator lends to the routes, which are the same for all. */
export interface Bindings extends Parts {
  readonly sessions: Sessions;
  readonly cookie: SessionCookie;
  /** Headers of every answer. */
  readonly headers: Readonly<Record<string, string>>;
}

export type Visit = Context<{ Bindings: Bindings }>;

/** The session that the cookie names, if it is still alive. */
export function knownSession(c: Visit): Session | undefined {
  return c.env.sessions.find(c.env.cookie.read(c.req.raw));
}

/** The session of the request, or a new one whose cookie goes with the answer. */
export function sessionOf(c: Visit): Session {
  const known = knownSession(c);
  if (known) return known;
  const opened = c.env.sessions.open();
  c.header('Set-Cookie', c.env.cookie.write(opened.id));
  return opened;
}

/** Reads a form that was served to this very session; `undefined` when it was not (REC-17). @throws BadForm */
export async function genuineForm(c: Visit, session: Session): Promise<ReadField | undefined> {
  const read = await readForm(c.req.raw);
  const crossSite = c.req.header('sec-fetch-site') === 'cross-site';
  return !crossSite && c.env.gate.isGenuine(session, read(fields.token)) ? read : undefined;
}

export function errorPage(c: Visit, status: ContentfulStatusCode, title: string, message: string): Response | Promise<Response> {
  return c.html(c.env.views.error({ title, message }), status);
}

export function notGenuine(c: Visit): Response | Promise<Response> {
  return errorPage(c, 403, 'Action refusée', 'Ce formulaire ne vient pas de votre session. Rien n’a été modifié.');
}
