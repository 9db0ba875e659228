/** Keeps a browser within the scope of a target, and at its pace. Opens no page. */
import type { BrowserContextOptions, Page as Tab } from 'playwright';
import { isLoopback, type Scope } from './hosts';
import type { Pace } from './rate-limit';

/** Whatever is sought outside of the scope is asked of a proxy that is not there: redirects, frames and workers too. */
const NOWHERE = 'http://127.0.0.1:9';
const LOOPBACK_NAMES = ['127.*', 'localhost', '*.localhost', '[::1]'];
/** What a person, or a script in their name, asks for. */
const PACED = new Set(['Document', 'XHR', 'Fetch']);

/** What a browser of this machine is started with. */
export function gateArguments(scope: Scope): string[] {
  const proxies = systemProxies(scope);
  const hosts = [...new Set([...hostnamesOf(scope), ...proxies])].flatMap(namesOf);
  return [
    // Other hosts have no address for this browser: nothing it asks for leaves the target, and nothing is paid a request.
    `--host-resolver-rules=MAP * ~NOTFOUND${hosts.map((host) => `, EXCLUDE ${host}`).join('')}`,
    ...(proxies.length > 0 ? [] : [`--proxy-server=${NOWHERE}`, `--proxy-bypass-list=<-loopback>;${inside(scope).join(';')}`]),
  ];
}

/** The same for one window of a browser that someone else started. */
export function gateProxy(scope: Scope): NonNullable<BrowserContextOptions['proxy']> {
  // A replay goes out of Playwright, which compares host names alone: to the browser, a leading dot means what is below the host.
  const replays = hostnamesOf(scope).flatMap((host) => (isLoopback(host) ? ['127.0.0.1', 'localhost', '[::1]'] : [host]));
  return { server: NOWHERE, bypass: [...inside(scope), ...replays.map((host) => `.${host}`)].join(',') };
}

export interface Gate {
  readonly scope: Scope;
  readonly images: boolean;
  /** Whether the browser was started elsewhere, with none of `gateArguments`. */
  readonly remote: boolean;
  readonly pace: Pace | undefined;
}

/**
 * Refuses images where none are wanted, and other origins where the network alone does not; waits where there is a pace. Redirects are
 * treated as the request that they make. Not by Playwright’s own routes: those keep the browser from going back without asking again.
 */
export async function watchGate(tab: Tab, { scope, images, remote, pace }: Gate): Promise<void> {
  const everything = pace !== undefined || remote || systemProxies(scope).length > 0;
  if (images && !everything) return;
  const session = await tab.context().newCDPSession(tab);
  session.on('Fetch.requestPaused', ({ requestId, request: { url }, resourceType }) => {
    const outside = /^https?:/.test(url) && !scope.includes(url);
    const refused = outside || (!images && resourceType === 'Image');
    const decide = async (): Promise<void> => {
      if (!refused && PACED.has(resourceType)) await pace?.();
      if (refused) await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      else await session.send('Fetch.continueRequest', { requestId });
    };
    // The page may have been left while its request was waiting.
    decide().catch(() => undefined);
  });
  await session.send('Fetch.enable', { patterns: [everything ? { urlPattern: '*' } : { resourceType: 'Image' }] });
}

/** The hosts of the proxies that this machine goes through, unless the target is this machine. */
function systemProxies(scope: Scope): string[] {
  if (hostnamesOf(scope).every(isLoopback)) return [];
  const { HTTP_PROXY, HTTPS_PROXY, http_proxy = HTTP_PROXY, https_proxy = HTTPS_PROXY } = process.env;
  return [http_proxy, https_proxy].flatMap((proxy) => (proxy && URL.canParse(proxy) ? [new URL(proxy).hostname] : []));
}

function hostnamesOf({ origins }: Scope): string[] {
  return [...new Set(origins.map((origin) => new URL(origin).hostname))];
}

function namesOf(hostname: string): string[] {
  return isLoopback(hostname) ? LOOPBACK_NAMES : [hostname];
}

/** The scope as rules of Chromium for what bypasses a proxy. */
function inside({ origins }: Scope): string[] {
  return origins.flatMap((origin) => {
    const { protocol, hostname, port } = new URL(origin);
    const [schemes, usual] = protocol === 'https:' ? [['https', 'wss'], '443'] : [['http', 'ws'], '80'];
    return namesOf(hostname).flatMap((name) => schemes.map((scheme) => `${scheme}://${name}:${port || usual}`));
  });
}
