/**
 * Pages differ by their tokens alone: blanking them lets one reading serve thousands of pages. Knows no page: it works on text and
 * on plain data that treats those tokens as opaque.
 */

/** A text whose tokens stand aside. */
export interface Blanked {
  readonly text: string;
  readonly tokens: readonly string[];
}

const OPEN = '\uE000';
const CLOSE = '\uE001';
/** Attributes that a reader carries along without looking into them; plain ASCII without blanks, so that no reading changes them. */
const OPAQUE = /(\s(?:value|href|src|action|formaction|nonce|content)=")([!#-%'-;=?-~]{1,400})(?=")/g;
/** Within an address, what looks drawn at random: a run with a digit or a capital, or a long one. */
const TOKEN = /(?=[a-z_-]*[A-Z0-9])[A-Za-z0-9_-]{6,}|[a-z_-]{24,}/g;
const PLACEHOLDER = /\uE000(\d+)\uE001/g;

/**
 * Puts numbered placeholders in the place of tokens: whole `value`s, and runs that look drawn at random in addresses. Equal tokens share one placeholder, so that what was equal stays equal.
 * @returns `undefined` when the text itself holds the marks.
 */
export function blank(text: string): Blanked | undefined {
  if (text.includes(OPEN) || text.includes(CLOSE)) return undefined;
  const ranks = new Map<string, number>();
  const placeholder = (token: string): string => {
    let rank = ranks.get(token);
    if (rank === undefined) ranks.set(token, (rank = ranks.size));
    return `${OPEN}${rank}${CLOSE}`;
  };
  const blanked = text.replace(OPAQUE, (_, head: string, value: string) =>
    head.endsWith('value="') ? head + placeholder(value) : head + value.replace(TOKEN, placeholder),
  );
  return { text: blanked, tokens: [...ranks.keys()] };
}

/** Whether data read from a blanked text holds a token. */
export function isBlanked(data: unknown): boolean {
  return JSON.stringify(data).includes(OPEN);
}

/** Makes data out of tokens. */
export type Filler<T> = (tokens: readonly string[]) => T;

/** @returns what puts the tokens back into data read from a blanked text; parts without tokens are shared, not copied. */
export function compile<T>(data: T): Filler<T> {
  const filler = compilePart(data);
  return (filler as Filler<T> | undefined) ?? (() => data);
}

function compilePart(data: unknown): Filler<unknown> | undefined {
  if (typeof data === 'string') {
    if (!data.includes(OPEN)) return undefined;
    return (tokens) => data.replace(PLACEHOLDER, (_, rank: string) => tokens[Number(rank)] ?? '');
  }
  if (typeof data !== 'object' || data === null) return undefined;
  const parts = Object.entries(data).flatMap(([key, part]) => {
    const filler = compilePart(part);
    return filler ? [[key, filler] as const] : [];
  });
  if (parts.length === 0) return undefined;
  return (tokens) => {
    const copy: Record<string, unknown> = Array.isArray(data)
      ? (data.slice() as unknown as Record<string, unknown>)
      : { ...(data as Record<string, unknown>) };
    for (const [key, filler] of parts) copy[key] = filler(tokens);
    return copy;
  };
}
