/** Which addresses belong to a target: the suite asks nothing of anyone else. */
import { ConfigurationError } from '../verdict/errors';

/** The origins (scheme, host and port) where a target lives. */
export interface Scope {
  /** That of the home page first. */
  readonly origins: readonly string[];
  /** Whether a request may go there. Every name of this machine stands for the others, on the same port. */
  includes(address: string): boolean;
}

/** Whether a host name stands for this very machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/**
 * @param allowedOrigins further origins that the pages of the target use: a sign-in on another host.
 * @throws ConfigurationError for one that is no origin.
 */
export function createScope(baseUrl: string, allowedOrigins: readonly string[] = []): Scope {
  const home = new URL(baseUrl);
  // A site that moves its visitors from http to https is still the same site; the way back would show what they type.
  const upgraded = home.protocol === 'http:' && home.port === '' ? [`https://${home.host}`] : [];
  const origins = [...new Set([home.origin, ...upgraded, ...allowedOrigins.map(readOrigin)])];
  const known = new Set(origins.map((origin) => keyOf(new URL(origin))));
  return { origins, includes: (address) => URL.canParse(address) && known.has(keyOf(new URL(address))) };
}

/** Whether an address is within the scope of a target that uses no other origin. */
export function belongsTo(baseUrl: string, address: string): boolean {
  return createScope(baseUrl).includes(address);
}

function readOrigin(given: string, index: number): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href && !given.includes('*')) return url.origin;
  // Whatever stands before « @ » or after « ? » may be a secret.
  const shown = JSON.stringify(given.replace(/^.*@/s, '…@').replace(/[?#].*/s, '…'));
  throw new ConfigurationError(
    `allowedOrigins[${index}], given ${shown}, accepted: a scheme, a host and a port alone, such as https://connexion.example:8443`,
  );
}

function keyOf({ protocol, hostname, host, port }: URL): string {
  return `${protocol}//${isLoopback(hostname) ? `localhost:${port}` : host}`;
}
