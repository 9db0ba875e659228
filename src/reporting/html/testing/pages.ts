/** For tests of the page: a record with everything that one may hold, and a browser to read it in. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright';
import type { RunRecord } from '../../record';
import { failingRun } from '../../testing/fixtures';

/** SHA-256 of the picture that stands for every screen with one. */
export const PICTURE = 'c0ffee'.repeat(10) + 'c0ff';
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const EXCHANGE = [
  '> POST /mot-de-passe',
  '> nouveau=***&confirmation=***',
  '< 303 /recapitulatif',
  '< <p>Votre mot de passe a été modifié.</p>',
];

/** A failing run that is filtered, broken off and judged by a modified suite, with an exchange in each scenario, screens and mails. */
export function richRecord(): RunRecord {
  const { record } = failingRun();
  const screen = (id: string, name: string) => ({
    id,
    name,
    address: `/${id}?jeton=***`,
    status: 200,
    title: `${name} – Espace professionnel`,
    text: `Mot de passe oublié\n\nSaisissez l’adresse électronique de votre espace.\nContinuer`,
  });
  return {
    ...record,
    selection: { filtered: true, tags: '@MPO-1.3-3', words: 'étiquettes @MPO-1.3-3' },
    stopped: { attribution: 'environment', reason: 'la cible ne répond plus' },
    target: { ...record.target, authorisation: { operator: 'Équipe recette', order: 'note 12' } },
    suite: { commit: '0123456789abcdef0123456789abcdef01234567', state: 'dirty' },
    evidence: { manifest: 'evidence/manifest.json', sha256: 'ab12'.repeat(16) },
    scenarios: record.scenarios.map((scenario) => ({ ...scenario, exchange: EXCHANGE })),
    gallery: {
      scenario: record.scenarios[0]?.id ?? '',
      screens: [
        screen('home', 'accueil'),
        { ...screen('signIn', 'connexion'), picture: PICTURE },
        screen('question', 'question'),
      ],
      mails: [
        {
          from: 'ne-pas-repondre@espace.example',
          to: ['usager@entreprise.example'],
          subject: 'Votre mot de passe a été modifié',
          text: 'Bonjour,\n\nLe mot de passe de votre espace a été modifié.',
          source: 'cd34'.repeat(16),
        },
      ],
    },
  };
}

/** One image for every picture that a record cites. */
export function imagesOf({ scenarios, gallery }: RunRecord): ReadonlyMap<string, string> {
  const cited = scenarios.flatMap(({ screenshots }) => screenshots ?? []);
  const shown = (gallery?.screens ?? []).flatMap(({ picture }) => picture ?? []);
  return new Map([...cited, ...shown].map((sha256) => [sha256, PIXEL]));
}

/** A browser and a folder for as long as the test lasts. @param executablePath of the browser. */
export async function openBrowser(
  t: TestContext,
  executablePath: string,
): Promise<{ browser: Browser; put(name: string, html: string): Promise<string> }> {
  const browser = await chromium.launch({ executablePath });
  const directory = await mkdtemp(path.join(tmpdir(), 'mdpo-html-'));
  t.after(() => Promise.all([browser.close(), rm(directory, { recursive: true })]));
  return {
    browser,
    async put(name, html) {
      const file = path.join(directory, `${name}.html`);
      await writeFile(file, html);
      return pathToFileURL(file).href;
    },
  };
}
