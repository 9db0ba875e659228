/** What several families of faults share. */
import type { Bilingual } from '../model';
import { fichePolicy, passwordDefects } from '../rules/password';
import type { PasswordPolicy } from '../rules/password';
import type { Session, Sessions } from '../sessions';
import type { Override } from './fault';

export const both = (fr: string, en: string): Bilingual => ({ fr, en });

/** The rule of the fiche with some parts replaced. */
export function withPolicy(parts: Partial<PasswordPolicy>): Override {
  const policy = { ...fichePolicy, ...parts };
  return { rules: { passwordDefects: (password) => passwordDefects(password, policy) } };
}

/**
 * A view whose page is changed afterwards. Nothing to change is an error: a fault that no longer does anything must not go unseen.
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

/** Text as it stands in a page. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
