/** What several families of faults share. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Bilingual } from '../model';
import { fichePolicy, passwordDefects } from '../rules/password';
import type { PasswordPolicy } from '../rules/password';
import type { Session, Sessions } from '../sessions';
import { sessionCookie } from '../web/headers';
import type { Override } from './fault';

export const both = (fr: string, en: string): Bilingual => ({ fr, en });

/** Wide enough for two requests that were sent together, narrow enough for two that follow each other. */
const RACE_MS = 25;

/** What a careless implementation awaits between reading and writing: meanwhile another request comes in. */
export const overlap = (): Promise<void> => pause(RACE_MS);

/** The rule of the fiche with some parts replaced. */
export function withPolicy(parts: Partial<PasswordPolicy>): Override {
  const policy = { ...fichePolicy, ...parts };
  return { rules: { passwordDefects: (password) => passwordDefects(password, policy) } };
}

/**
 * A view whose page is changed afterwards. Nothing to change is an error: an override that no longer does anything must not go unseen.
 * @param by what stands in the place of the pattern, given what the view was given.
 */
export function rewritten<Given extends unknown[]>(
  view: (...given: Given) => string,
  pattern: string | RegExp,
  by: (...given: NoInfer<Given>) => string,
): (...given: Given) => string {
  return (...given) => {
    const html = view(...given);
    const changed = html.replace(pattern, () => by(...given));
    if (changed === html) throw new Error(`nothing to rewrite: ${String(pattern)}`);
    return changed;
  };
}

/** « == » of PHP: two texts that look like numbers are compared as numbers. */
export function looselyEqual(one: string, other: string): boolean {
  const numeric = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;
  return numeric.test(one) && numeric.test(other) ? Number(one) === Number(other) : one === other;
}

/** The session that a page was made for. */
export function sessionOf(sessions: Sessions, token: string): Session | undefined {
  for (const session of sessions.all()) if (session.token === token) return session;
  return undefined;
}

/** The session of whoever sends a request. */
export function senderOf(sessions: Sessions, request: Request): Session | undefined {
  return sessions.find(sessionCookie(false).read(request) ?? sessionCookie(true).read(request));
}

/** The form of a request, which can be read once. */
export async function formOf(request: Request): Promise<URLSearchParams> {
  return new URLSearchParams(await request.text());
}

/** A form as a page of the simulator would have sent it, from the sender of another request. */
export function posted({ headers }: Request, url: string | URL, form: URLSearchParams): Request {
  const formHeaders = new Headers(headers);
  formHeaders.set('content-type', 'application/x-www-form-urlencoded');
  formHeaders.delete('content-length');
  return new Request(url, { method: 'POST', headers: formHeaders, body: form.toString() });
}

/** Text as it stands in a page. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
