/** The cookies of one browser, by RFC 6265. Knows no request: it is given addresses and header lines. */

import { isLoopback } from './hosts';

/** Keeps cookies and gives back those an address is to receive. */
export interface CookieJar {
  /** Takes the `Set-Cookie` lines of a reply. */
  store(url: URL, lines: readonly string[]): void;
  /** The value of the `Cookie` header, or `''`. */
  header(url: URL): string;
  clear(): void;
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly expires: number;
}

/** @param now the time in milliseconds, for `Expires` and `Max-Age`. */
export function createCookieJar(now: () => number): CookieJar {
  // RFC 6265, 5.3: a cookie is replaced in its place, so that the order stays that of creation.
  const cookies = new Map<string, Cookie>();
  return {
    store(url, lines) {
      for (const line of lines) {
        const cookie = parse(line, url, now());
        if (!cookie) continue;
        const key = `${cookie.domain};${cookie.path};${cookie.name}`;
        if (cookie.expires <= now()) cookies.delete(key);
        else cookies.set(key, cookie);
      }
    },
    header(url) {
      if (cookies.size === 0) return '';
      const sent: Cookie[] = [];
      for (const [key, cookie] of cookies) {
        if (cookie.expires <= now()) cookies.delete(key);
        else if (isSentTo(cookie, url)) sent.push(cookie);
      }
      // RFC 6265, 5.4: longer paths first.
      return sent
        .sort((a, b) => b.path.length - a.path.length)
        .map(({ name, value }) => (name === '' ? value : `${name}=${value}`))
        .join('; ');
    },
    clear: () => cookies.clear(),
  };
}

function parse(line: string, url: URL, now: number): Cookie | undefined {
  const [pair = '', ...rest] = line.split(';');
  const equal = pair.indexOf('=');
  if (equal < 0) return undefined;
  const name = pair.slice(0, equal).trim();
  const attributes = new Map<string, string>();
  for (const part of rest) {
    const at = part.indexOf('=');
    const key = (at < 0 ? part : part.slice(0, at)).trim().toLowerCase();
    attributes.set(key, at < 0 ? '' : part.slice(at + 1).trim());
  }
  const declared = attributes.get('domain')?.replace(/^\./, '').toLowerCase() ?? '';
  const host = url.hostname;
  if (declared !== '' && !domainMatches(host, declared)) return undefined;
  const secure = attributes.has('secure');
  if (secure && !isTrustworthy(url)) return undefined;
  const path = attributes.get('path') ?? '';
  // RFC 6265 bis, 4.1.3: the prefixes promise what the attributes must then say.
  if (/^__secure-/i.test(name) && !secure) return undefined;
  if (/^__host-/i.test(name) && (!secure || declared !== '' || path !== '/')) return undefined;
  return {
    name,
    value: pair.slice(equal + 1).trim(),
    domain: declared || host,
    hostOnly: declared === '',
    path: path.startsWith('/') ? path : defaultPath(url),
    secure,
    expires: expiry(attributes, now),
  };
}

function expiry(attributes: ReadonlyMap<string, string>, now: number): number {
  const maxAge = attributes.get('max-age');
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return Number(maxAge) <= 0 ? -Infinity : now + Number(maxAge) * 1000;
  const date = Date.parse(attributes.get('expires') ?? '');
  return Number.isNaN(date) ? Infinity : date;
}

function isSentTo(cookie: Cookie, url: URL): boolean {
  const host = url.hostname;
  if (cookie.hostOnly ? host !== cookie.domain : !domainMatches(host, cookie.domain)) return false;
  if (cookie.secure && !isTrustworthy(url)) return false;
  const { pathname } = url;
  if (!pathname.startsWith(cookie.path)) return false;
  return pathname.length === cookie.path.length || cookie.path.endsWith('/') || pathname[cookie.path.length] === '/';
}

function domainMatches(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !/^[\d.]+$/.test(host) && !host.startsWith('['));
}

function defaultPath(url: URL): string {
  return url.pathname.slice(0, Math.max(1, url.pathname.lastIndexOf('/')));
}

/** Browsers take loopback for as safe as TLS, so that a `Secure` cookie works there. */
function isTrustworthy(url: URL): boolean {
  return url.protocol === 'https:' || isLoopback(url.hostname);
}
