import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test, type TestContext } from 'node:test';
import { generateMessages } from '@cucumber/gherkin';
import { IdGenerator, SourceMediaType } from '@cucumber/messages';
import { parseHTML } from 'linkedom';
import { chromium, type Browser } from 'playwright';
import { findBrowser } from '../../driver/find-browser';
import { recommendations, readings, requirements, tensions } from '../../specification';
import type { Language } from '../html/language';
import { openBrowser } from '../html/testing/pages';
import { viewFeatures } from './features';
import { renderDocs } from './index';

const FILE = 'features/1-3-mot-de-passe.feature';
const SOURCE = `# language: fr
@MPO-1.3-1
Fonctionnalité: § 1.3 – Mot de passe <b>
  Ce qu’il
  doit être.

  Contexte:
    Soit un usager

  Scénario: Hors de toute règle
    Quand il envoie :
      | champ | valeur |
      | réponse | <script>alert(1)</script> |
    Alors il lit :
      """
      Refusé
      """

  @MPO-1.3-3 @AMB-09
  Règle: MPO-1.3-3 – « 20 caractères »

    @opportuniste @REC-32
    Plan du scénario: <longueur> caractères
      Quand il choisit <longueur> caractères

      Exemples: courts
        | longueur |
        | 19       |

      @MPO-2-21
      Exemples: longs
        | longueur |
        | 1000     |
`;
const scenarios = [
  { id: 'mot-de-passe-a', name: 'Hors de toute règle', feature: FILE, line: 10, tags: ['@MPO-1.3-1'] },
  { id: 'mot-de-passe-b', name: '19 caractères', feature: FILE, line: 28, tags: [] },
  { id: 'mot-de-passe-c', name: '1000 caractères', feature: FILE, line: 33, tags: [] },
];
const document = generateMessages(SOURCE, FILE, SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN, {
  defaultDialect: 'en',
  includeGherkinDocument: true,
  newId: IdGenerator.incrementing(),
}).find(({ gherkinDocument }) => gherkinDocument)?.gherkinDocument;
assert.ok(document);
const documents = [{ file: FILE, document }];
const pageIn = (language: Language): string => renderDocs({ documents, scenarios, language, version: '0.1.0' });
const pages = { fr: pageIn('fr'), en: pageIn('en') };

test('docs: scenarios keep the ids of a run, outlines are shown whole, tags are inherited', () => {
  const [feature] = viewFeatures(documents, scenarios);
  const [loose, rule] = feature?.rules ?? [];
  assert.deepEqual(
    loose?.scenarios.map(({ id, keyword, tags }) => [id, keyword, tags]),
    [['mot-de-passe-a', 'Scénario', ['MPO-1.3-1']]],
  );
  const [outline] = rule?.scenarios ?? [];
  assert.equal(outline?.id, 'plan-mot-de-passe-b');
  assert.deepEqual(outline?.tags, ['MPO-1.3-1', 'MPO-1.3-3', 'AMB-09', 'opportuniste', 'REC-32']);
  assert.deepEqual(
    outline?.examples.map(({ name, tags, header, rows }) => [name, tags, header, rows]),
    [
      ['courts', [], ['longueur'], [{ id: 'mot-de-passe-b', cells: ['19'] }]],
      ['longs', ['MPO-2-21'], ['longueur'], [{ id: 'mot-de-passe-c', cells: ['1000'] }]],
    ],
  );
});

for (const [language, html] of Object.entries(pages)) {
  const { document: page } = parseHTML(html);
  const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);

  test(`docs in ${language}: everything of the specification has its place, once`, () => {
    assert.equal(new Set(ids).size, ids.length, 'no id twice');
    const all = [requirements, readings, recommendations, tensions.map(({ id }) => ({ id: `tension-${id}` })), scenarios].flat();
    assert.deepEqual(
      all.map(({ id }) => id).filter((id) => !ids.includes(id)),
      [],
    );
  });

  test(`docs in ${language}: no link is broken, and none leaves without encryption`, () => {
    const links = [...page.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
    const broken = links.filter((href) => (href.startsWith('#') ? !ids.includes(href.slice(1)) : !href.startsWith('https://')));
    assert.deepEqual(broken, []);
  });

  test(`docs in ${language}: the policy admits the page’s own style and script alone`, () => {
    const policy = page.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
    assert.match(policy, /^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; base-uri 'none'/);
    assert.equal(page.querySelectorAll('[src], link, [style], [onclick]').length, 0);
  });
}

test('docs: what features hold is text, and a sentence names the scenarios that verify it', () => {
  const { document: page } = parseHTML(pages.fr);
  const textOf = (id: string): string => (page.getElementById(id)?.textContent ?? '').replaceAll('\u00a0', ' ');
  assert.match(textOf('mot-de-passe-a'), /Quand il envoie :champvaleurréponse<script>alert\(1\)<\/script>Alors il lit :Refusé/);
  assert.equal(page.getElementById('mot-de-passe-a')?.querySelector('script'), null);
  const linksOf = (id: string): (string | null)[] =>
    [...(page.getElementById(id)?.querySelectorAll('.scenarios a') ?? [])].map((link) => link.getAttribute('href'));
  assert.deepEqual(linksOf('MPO-1.3-1'), ['#mot-de-passe-a', '#plan-mot-de-passe-b']);
  assert.deepEqual(linksOf('MPO-2-21'), ['#plan-mot-de-passe-b'], 'by some rows');
  assert.deepEqual(linksOf('REC-32'), ['#plan-mot-de-passe-b']);
  assert.match(textOf('REC-05'), /CNIL, Délibération 2022-100 .*lu dans une transcription/);
  assert.match(textOf('REC-40'), /RFC 5321, § 4\.1\.2 \(section de mémoire, à vérifier\)/);
});

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

test('docs in a browser: accessible and without overflow in both languages, themes and widths; filter and deep links', async (t) => {
  const { browser, put } = await openBrowser(t, findBrowser({ playwrightPath: chromium.executablePath() }));
  for (const [language, html] of Object.entries(pages)) {
    const url = await put(`docs-${language}`, html);
    await inspect(t, browser, url, 360, 'light');
    await inspect(t, browser, url, 1280, 'dark');
    await inspect(t, browser, url, 360, 'dark');
    await inspect(t, browser, url, 1280, 'light');
  }
  const page = await browser.newPage();
  await page.goto(await put('docs-filter', pages.fr));
  await page.getByRole('radio', { name: 'Scénarios' }).check({ force: true });
  assert.equal(await page.getByRole('status').textContent(), '2 entrées affichées · Scénarios');
  await page.getByRole('searchbox').fill('hors de toute regle');
  assert.equal(await page.locator('.requirement:visible').count(), 1);
  assert.ok(await page.locator('.rule-name').isHidden(), 'a rule without a scenario left goes too');
  await page.goto(`${page.url()}#mot-de-passe-c`);
  assert.ok(await page.locator('[id="mot-de-passe-c"]').isVisible(), 'a link to a row that the filter hides lifts it');
});

async function inspect(
  t: TestContext,
  browser: Browser,
  url: string,
  width: number,
  colorScheme: 'light' | 'dark',
): Promise<void> {
  await t.test(`${url.split('/').at(-1)}, ${width} px, ${colorScheme}`, async () => {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } });
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(url);
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
    await page.evaluate(axe);
    const violations = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
    );
    assert.deepEqual(violations, []);
    assert.deepEqual(errors, []);
    assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), 'no sideways scroll');
    await page.close();
  });
}
