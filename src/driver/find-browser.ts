/** Finds a browser that Playwright can drive. Starts none. */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { BrowserUnavailable } from '../verdict/errors';

/** On the PATH, the lightest first: the headless shell starts and loads twice as fast. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export interface BrowserSearch {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Where Playwright would have installed its own Chromium. */
  readonly playwrightPath?: string;
  /** `false`: a browser with a window; the headless shell has none. */
  readonly headless?: boolean;
}

/**
 * @returns the path of an executable: `MDPO_BROWSER`, else Playwright's own, else the first on the PATH.
 * @throws BrowserUnavailable that says what to type.
 */
export function findBrowser({ env = process.env, playwrightPath, headless = true }: BrowserSearch = {}): string {
  const chosen = env.MDPO_BROWSER;
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new BrowserUnavailable(`MDPO_BROWSER désigne « ${chosen} », qui n’est pas un programme exécutable`);
  }
  const names = headless ? NAMES : NAMES.filter((name) => !name.endsWith('-shell'));
  const onPath = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    ...(playwrightPath ? [...(headless ? shellsBeside(playwrightPath) : []), playwrightPath] : []),
    ...names.flatMap((name) => onPath.map((folder) => join(folder, name))),
  ];
  const found = candidates.find(isExecutable);
  if (found) return found;
  throw new BrowserUnavailable(
    'aucun navigateur trouvé : tapez « npx playwright install chromium-headless-shell », installez Chromium, ' +
      'ou donnez son chemin dans la variable MDPO_BROWSER',
  );
}

/** Playwright installs its headless shell in a folder beside that of the whole browser. */
function shellsBeside(playwrightPath: string): string[] {
  const revision = dirname(dirname(playwrightPath));
  const shell = revision.replace(/chromium-(\d+)$/, 'chromium_headless_shell-$1');
  if (shell === revision || !existsSync(shell)) return [];
  return readdirSync(shell).flatMap((folder) =>
    ['chrome-headless-shell', 'headless_shell'].map((name) => join(shell, folder, name)),
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
