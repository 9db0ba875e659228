/** Starts a browser that can reach nothing but the target. Opens no page. */
import type { Browser, BrowserContext } from 'playwright';
import { BrowserUnavailable } from '../verdict/errors';
import { findBrowser } from './find-browser';
import { belongsTo, isLoopback } from './hosts';

export interface LaunchOptions {
  readonly baseUrl: string;
  readonly executablePath?: string;
  readonly headless: boolean;
}

/** @throws BrowserUnavailable when there is no browser, or it does not start. */
export async function launchBrowser({ baseUrl, executablePath, headless }: LaunchOptions): Promise<Browser> {
  // Loaded here: runs over plain HTTP do not pay for it.
  const { chromium } = await import('playwright');
  const path = executablePath ?? findBrowser({ playwrightPath: chromium.executablePath(), headless });
  try {
    // Who interrupts a run wants its conclusion: the run closes the browser, not the signal.
    const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
    return await chromium.launch({ executablePath: path, headless, args: launchArguments(baseUrl), ...signals });
  } catch (error) {
    const reason = String(error instanceof Error ? error.message : error).split('\n')[0];
    throw new BrowserUnavailable(`le navigateur ${path} ne démarre pas : ${reason}`, { cause: error });
  }
}

function launchArguments(baseUrl: string): string[] {
  const { hostname } = new URL(baseUrl);
  const local = isLoopback(hostname);
  const hosts = local ? ['127.*', 'localhost', '*.localhost', '[::1]'] : [hostname];
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Other hosts have no address for this browser: nothing it asks for leaves the target, and nothing is paid a request.
    `--host-resolver-rules=MAP * ~NOTFOUND${hosts.map((host) => `, EXCLUDE ${host}`).join('')}`,
    ...(local ? ['--no-proxy-server'] : []),
  ];
}

/** Refuses images where none are wanted, and other hosts where a proxy would look them up in the browser's stead. */
export async function keepInside(context: BrowserContext, baseUrl: string, images: boolean): Promise<void> {
  const { HTTP_PROXY, HTTPS_PROXY, http_proxy = HTTP_PROXY, https_proxy = HTTPS_PROXY } = process.env;
  const proxied = Boolean(http_proxy || https_proxy) && !isLoopback(new URL(baseUrl).hostname);
  if (images && !proxied) return;
  await context.route('**/*', (route) => {
    const request = route.request();
    const unwanted = !images && request.resourceType() === 'image';
    return unwanted || !belongsTo(baseUrl, request.url()) ? route.abort() : route.continue();
  });
}
