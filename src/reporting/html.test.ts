import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { parseHTML } from 'linkedom';
import { chromium, type Browser } from 'playwright';
import { findBrowser } from '../driver/find-browser';
import { renderHtml } from './html';
import { createPictures } from './html/pictures';
import type { RunRecord } from './record';
import { conformingRun, failingRun, stoppedRun } from './testing/fixtures';

const failing = failingRun();
const pages = {
  conforming: renderHtml(conformingRun().record),
  failing: renderHtml(failing.record, imagesOf(failing.record)),
  stopped: renderHtml(stoppedRun().record),
};
const HOSTILE = `</script><script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">"' onmouseover='x' <b>gras</b>`;

/** A record with the hostile text wherever a target, a feature or an option may put some. */
function hostileRecord(): RunRecord {
  const spoil = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return KEPT.has(key) ? value : `${value} ${HOSTILE}`;
    if (Array.isArray(value)) return value.map((item) => spoil(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spoil(inner, name)]));
  };
  return spoil(failing.record) as RunRecord;
}
/** Words of our own that decide how a page is drawn. */
const KEPT = new Set([
  'verdict',
  'outcome',
  'attribution',
  'driver',
  'level',
  'kind',
  'testable',
  'startedAt',
  'section',
  'scenarios',
  'scenario',
]);

test('html: every requirement has its place, its words and its outcome', () => {
  for (const [name, html] of Object.entries(pages)) {
    const { document } = parseHTML(html);
    for (const { id, outcome, source } of failing.record.requirements) {
      const article = document.getElementById(id);
      assert.ok(article, `${name} ${id}`);
      if (name === 'failing') assert.equal(article.getAttribute('data-outcome'), outcome);
      const cited = source.citation.slice(0, 12).replace(/« /g, '«\u00a0');
      assert.ok(article.textContent?.includes(cited.split(' ')[0] ?? ''), id);
    }
  }
});

test('html: every scenario stands once in full, and every link has its target', () => {
  const { document } = parseHTML(pages.failing);
  for (const { id } of failing.record.scenarios) assert.equal(document.querySelectorAll(`[id="${id}"]`).length, 1, id);
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  assert.equal(new Set(ids).size, ids.length, 'no id twice');
  for (const link of document.querySelectorAll('a[href]')) {
    assert.ok(ids.includes(link.getAttribute('href')?.slice(1) ?? ''), link.getAttribute('href') ?? '');
  }
});

test('html: findings, what was not tested, readings and the verdict are said in words', () => {
  const text = parseHTML(pages.failing).document.body.textContent ?? '';
  for (const part of [
    'Non conforme',
    '3 exigences de la fiche ne sont pas respectées',
    'Preuves',
    'POST https://preprod.example/mot-de-passe',
    'Intermittent',
    'Ce qui n’a pas été testé, et pourquoi',
    'AMB-14',
    'message-explicite',
    'retour-au-début',
    'Graine',
  ]) {
    assert.ok(text.replaceAll('\u00a0', ' ').includes(part), part);
  }
});

test('html: what the run went through of the machine is drawn and said', () => {
  const { document } = parseHTML(pages.failing);
  const section = document.getElementById('modele');
  const text = (section?.textContent ?? '').replaceAll('\u00a0', ' ');
  const classes = (selector: string) =>
    [...(section?.querySelectorAll(selector) ?? [])].map((element) => element.getAttribute('class'));
  assert.deepEqual(classes('.state'), ['state taken', 'state missing']);
  // Into the first screen, twice described; out of it, well or badly; and back.
  const expected = ['taken', 'taken', 'missing', 'missing', 'spared'].map((status) => `arrow ${status}`);
  assert.deepEqual(classes('.chart-scroll .arrow'), expected);
  for (const part of [
    'Passages que la fiche décrit : 2 sur 4.',
    'frappe [bon code]',
    'Jamais parcourue, bien que la fiche la décrive.',
    'La fiche n’en dit rien (AMB-16, REC-15).',
    'Rien ne dit pourquoi.',
    'à son adresse : jamais demandé',
  ]) {
    assert.ok(text.includes(part), part);
  }
  assert.equal(parseHTML(pages.stopped).document.getElementById('modele'), null);
});

test('html: on whose word a host of the State was tested, and what the twin of a failing scenario gave', () => {
  const { record } = failing;
  const scenarios = record.scenarios.map((one) => (one.outcome === 'failed' ? { ...one, twin: 'passed' as const } : one));
  const target = { ...record.target, authorisation: { operator: 'Équipe recette', order: 'note 12' } };
  const text = parseHTML(renderHtml({ ...record, target, scenarios })).document.body.textContent ?? '';
  assert.match(text, /Autorisation\s*Équipe recette, note 12/);
  assert.match(text, /Le même scénario sur le simulateur de référence : réussi\./);
});

test('html: nothing comes from outside, and the policy admits our style and script alone', () => {
  for (const html of Object.values(pages)) {
    const { document } = parseHTML(html);
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
    const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const inline = (tag: string) => new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(html)?.[1] ?? '';
    assert.match(policy, /^default-src 'none'; /);
    assert.ok(policy.includes(`style-src ${digest(inline('style'))};`));
    assert.ok(policy.includes(`script-src ${digest(inline('script'))};`));
    assert.equal(document.querySelectorAll('[style], link, iframe, object, embed, base').length, 0);
    for (const element of document.querySelectorAll('[src]'))
      assert.match(element.getAttribute('src') ?? '', /^data:image\/png;base64,/);
    for (const link of document.querySelectorAll('a[href], use[href]')) assert.match(link.getAttribute('href') ?? '', /^#/);
  }
});

test('html: hostile text is shown, never run', () => {
  const html = renderHtml(hostileRecord());
  const { document } = parseHTML(html);
  assert.equal(document.querySelectorAll('script').length, 1);
  assert.equal(document.querySelectorAll('img, [onerror], [onmouseover]').length, 0);
  assert.ok(html.includes('&lt;script&gt;window.hacked'));
});

test('html: the size stays reasonable with more than 200 scenarios', () => {
  for (const html of Object.values(pages)) assert.ok(html.length < 900_000, `${html.length}`);
});

test('pictures: each once, within the budget, and named when they are absent', () => {
  const pictures = createPictures(
    new Map([
      ['aa', '12345'],
      ['bb', '123456'],
    ]),
    10,
  );
  assert.deepEqual(
    ['aa', 'aa', 'bb', 'cc'].map((sha256) => pictures(sha256).kind),
    ['embedded', 'repeated', 'left-out', 'left-out'],
  );
});

test('html in a browser: no accessibility violation, no overflow, a filter and deep links that work', async (t) => {
  const browser = await chromium.launch({ executablePath: findBrowser({ playwrightPath: chromium.executablePath() }) });
  const directory = await mkdtemp(path.join(tmpdir(), 'mdpo-html-'));
  t.after(() => Promise.all([browser.close(), rm(directory, { recursive: true })]));
  const files = { ...pages, hostile: renderHtml(hostileRecord()) };
  const urls = await Promise.all(
    Object.entries(files).map(async ([name, html]) => {
      await writeFile(path.join(directory, `${name}.html`), html);
      return [name, pathToFileURL(path.join(directory, `${name}.html`)).href] as const;
    }),
  );
  const url = Object.fromEntries(urls) as Record<keyof typeof files, string>;

  for (const [name, address] of urls.filter(([name]) => name !== 'hostile')) {
    await t.test(`${name}: axe, both themes`, () => inspect(browser, address));
  }
  await t.test('hostile text does nothing', async () => {
    const page = await browser.newPage();
    await page.goto(url.hostile);
    assert.equal(await page.evaluate('window.hacked'), undefined);
    await page.close();
  });
  await t.test('filter and deep link', async () => {
    const page = await browser.newPage();
    await page.goto(`${url.failing}#MPO-1.3-3`);
    const shown = () => page.locator('.requirement:visible').count();
    assert.ok(await page.locator('[id="MPO-1.3-3"] .scenario').first().isVisible(), 'a deep link unfolds its requirement');
    await page.getByRole('radio', { name: 'Non respectées' }).check({ force: true });
    assert.equal(await shown(), failing.record.totals.requirements.failed);
    assert.equal(await page.getByRole('status').textContent(), '3 exigences affichées');
    await page.getByRole('link', { name: 'MPO-1.1-4, non testée' }).click();
    // A link to a hidden requirement lifts the filter.
    await page.waitForFunction('document.querySelectorAll(".requirement[hidden]").length === 0', undefined, { timeout: 5000 });
    await page.close();
  });
  await t.test('without script, everything is there', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(url.failing);
    assert.ok(await page.locator('.filter').isHidden());
    assert.equal(await page.locator('.requirement:visible').count(), failing.record.requirements.length);
    await page.close();
  });
});

async function inspect(browser: Browser, address: string): Promise<void> {
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 390, height: 800 } });
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(address);
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
    await page.evaluate(axe);
    const violations = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
    );
    assert.deepEqual(violations, []);
    assert.deepEqual(errors, []);
    assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), 'no sideways scroll at 390 px');
    await page.close();
  }
}

function imagesOf({ scenarios }: RunRecord): ReadonlyMap<string, string> {
  const cited = scenarios.flatMap(({ screenshots }) => screenshots ?? []);
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  return new Map(cited.map((sha256) => [sha256, pixel]));
}
