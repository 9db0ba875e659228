/** Starts a browser that can reach nothing but the target, or joins one that runs elsewhere. Opens no page. */
import type { Browser } from 'playwright';
import { BrowserUnavailable } from '../verdict/errors';
import { gateArguments } from './browser-gate';
import { findBrowser } from './find-browser';
import type { Scope } from './hosts';
import { connectRemote, launchThrough, type RemoteBrowser } from './remote-browser';

export interface LaunchOptions {
  readonly scope: Scope;
  readonly executablePath: string | undefined;
  readonly headless: boolean;
  readonly remote: RemoteBrowser | undefined;
}

/** @throws BrowserUnavailable when there is no browser, or it does not start. */
export async function launchBrowser({ scope, executablePath, headless, remote }: LaunchOptions): Promise<Browser> {
  // Loaded here: runs over plain HTTP do not pay for it.
  const { chromium } = await import('playwright');
  // Who interrupts a run wants its conclusion: the run closes the browser, not the signal.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const options = { headless, args: launchArguments(scope), ...signals };
  if (remote) return connectRemote(chromium, remote, options);
  const path = executablePath ?? findBrowser({ playwrightPath: chromium.executablePath(), headless });
  try {
    return await launchThrough(undefined, () => chromium.launch({ ...options, executablePath: path }));
  } catch (error) {
    const reason = String(error instanceof Error ? error.message : error).split('\n')[0];
    throw new BrowserUnavailable(`le navigateur ${path} ne démarre pas : ${reason}`, { cause: error });
  }
}

function launchArguments(scope: Scope): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...gateArguments(scope),
  ];
}
