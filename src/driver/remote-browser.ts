/** Browsers that run on another machine: which one is meant, and how it is reached. Opens no page. */
import type { Browser, BrowserType, LaunchOptions } from 'playwright';
import { dependencies } from '../../package.json';
import { BrowserUnavailable, ConfigurationError } from '../verdict/errors';
import { knownCause } from './unavailable';

/**
 * A server started by Playwright's `launchServer`, of the same version as here, or the hub of a Selenium Grid 4. The browser must reach the
 * target without a proxy: what it seeks elsewhere is sent to one that is not there.
 */
export type RemoteBrowser =
  { readonly kind: 'playwright'; readonly wsEndpoint: string } | { readonly kind: 'selenium'; readonly url: string };

/** Playwright itself sets no limit. */
const CONNECTION_MS = 30_000;

/** @returns the browser that the environment names: `MDPO_BROWSER_WS`, else `SELENIUM_REMOTE_URL`; `undefined` when neither is set. */
export function remoteBrowserOf(env: Readonly<Record<string, string | undefined>>): RemoteBrowser | undefined {
  const { MDPO_BROWSER_WS: wsEndpoint, SELENIUM_REMOTE_URL: url } = env;
  if (wsEndpoint) return { kind: 'playwright', wsEndpoint };
  return url ? { kind: 'selenium', url } : undefined;
}

/**
 * @param options for the hub to pass on; a browser that Playwright serves is already running.
 * @throws ConfigurationError for an address that is none, BrowserUnavailable when no browser comes of it. Neither quotes more than the host:
 * the rest may hold a token.
 */
export async function connectRemote(chromium: BrowserType, remote: RemoteBrowser, options: LaunchOptions): Promise<Browser> {
  const host = hostOf(remote);
  try {
    if (remote.kind === 'playwright') return await chromium.connect(remote.wsEndpoint, { timeout: CONNECTION_MS });
    return await launchThrough(remote.url, () => chromium.launch(options));
  } catch (error) {
    // What was thrown quotes the whole address: it is not kept as the cause.
    throw new BrowserUnavailable(`le navigateur distant ${host} n’est pas disponible : ${reasonOf(error)}`);
  }
}

/**
 * Playwright reads the address of a Selenium hub in the environment alone, at each launch.
 * @param url `undefined`: the browser is started on this machine, whatever the environment says.
 */
export async function launchThrough(url: string | undefined, launch: () => Promise<Browser>): Promise<Browser> {
  const { env } = process;
  const before = env.SELENIUM_REMOTE_URL;
  const set = (value: string | undefined): void => {
    if (value === undefined) delete env.SELENIUM_REMOTE_URL;
    else env.SELENIUM_REMOTE_URL = value;
  };
  set(url);
  try {
    return await launch();
  } finally {
    set(before);
  }
}

function hostOf(remote: RemoteBrowser): string {
  const [name, address, schemes] =
    remote.kind === 'playwright'
      ? ['remote.wsEndpoint (MDPO_BROWSER_WS)', remote.wsEndpoint, ['ws:', 'wss:']]
      : ['remote.url (SELENIUM_REMOTE_URL)', remote.url, ['http:', 'https:']];
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url && schemes.includes(url.protocol)) return url.host;
  const given = url ? `an address in ${url.protocol}//` : 'no address';
  throw new ConfigurationError(
    `${name}, given ${given}, accepted: ${schemes.map((scheme) => `${scheme}//HOST:PORT/…`).join(' or ')}`,
  );
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/version mismatch/i, `son Playwright n’est pas de la même version que celui d’ici (${dependencies.playwright})`],
  [/\b40[13]\b/, 'accès refusé'],
  [/\b400\b|\b404\b|Malformed endpoint/, 'rien de tel à cette adresse'],
  [/Error connecting to Selenium/, 'le hub n’ouvre pas de session'],
];

function reasonOf(error: unknown): string {
  const said = String(error);
  return REASONS.find(([pattern]) => pattern.test(said))?.[1] ?? knownCause(error) ?? 'la connexion échoue';
}
