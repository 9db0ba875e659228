import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright';
import { findBrowser } from '../driver/find-browser';
import { renderHtml } from './html';
import { imagesOf, openBrowser, richRecord } from './html/testing/pages';
import { conformingRun, failingRun, stoppedRun } from './testing/fixtures';

const executablePath = findBrowser({ playwrightPath: chromium.executablePath() });

const rich = richRecord();
const failing = failingRun().record;
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

test('html in a browser: no accessibility violation and no overflow, whatever the language, the theme and the width', async (t) => {
  const { browser, put } = await openBrowser(t, executablePath);
  const images = imagesOf(rich);
  const files = {
    conforming: renderHtml(conformingRun().record),
    stopped: renderHtml(stoppedRun().record),
    french: renderHtml(rich, { images }),
    english: renderHtml(rich, { images, language: 'en' }),
  };
  for (const [name, html] of Object.entries(files)) {
    const url = await put(name, html);
    await t.test(`${name}, 360 px, light`, () => inspect(browser, url, 360, 'light'));
    await t.test(`${name}, 1280 px, dark`, () => inspect(browser, url, 1280, 'dark'));
    if (name !== 'french' && name !== 'english') continue;
    await t.test(`${name}, 360 px, dark`, () => inspect(browser, url, 360, 'dark'));
    await t.test(`${name}, 1280 px, light`, () => inspect(browser, url, 1280, 'light'));
  }
});

test('html in a browser: filter and deep links', async (t) => {
  const { browser, put } = await openBrowser(t, executablePath);
  const url = await put('failing', renderHtml(failing));
  const page = await browser.newPage();
  const shown = () => page.locator('.requirement:visible').count();
  const status = page.getByRole('status');

  await t.test('a deep link unfolds its requirement, and a scenario all that is closed around it', async () => {
    await page.goto(`${url}#MPO-1.3-3`);
    assert.ok(await page.locator('[id="MPO-1.3-3"] .scenario').first().isVisible());
    const passed = failing.scenarios.find(({ outcome }) => outcome === 'passed')?.id ?? '';
    await page.goto(`${url}#${passed}`);
    assert.ok(await page.locator(`[id="${passed}"] .steps`).first().isVisible());
    await page.goto(`${url}#%E0%A4%A`);
  });
  await t.test('by outcome, chapter and text, announced', async () => {
    await page.getByRole('radio', { name: /^Non respectées/ }).check({ force: true });
    assert.equal(await shown(), failing.totals.requirements.failed);
    assert.equal(await status.textContent(), '3 exigences affichées · Non respectées');
    await page.getByRole('combobox', { name: 'Chapitre' }).selectOption('1.3');
    assert.match((await status.textContent()) ?? '', /^1 exigence affichée · Non respectées · §\u00a01\.3/);
    await page.getByRole('button', { name: 'Tout afficher' }).click();
    await page.locator('.requirement[hidden]').first().waitFor({ state: 'detached', timeout: 5000 });
    assert.equal(await status.textContent(), '');
    await page.getByRole('searchbox').fill('MINIMUM  caracteres');
    assert.equal(await status.textContent(), 'Aucune exigence affichée · “MINIMUM  caracteres”');
    await page.getByRole('searchbox').fill('20 CARACTERES au minimum');
    assert.ok(await page.locator('[id="MPO-1.3-3"]').isVisible());
    assert.ok((await shown()) < 10);
  });
  await t.test('what is filtered stays so on paper, and the paper says it', async () => {
    await page.emulateMedia({ media: 'print' });
    assert.ok((await shown()) < 10);
    assert.ok(await page.locator('.filter-status').isVisible());
    assert.ok(await page.getByRole('searchbox').isHidden());
    await page.emulateMedia({ media: 'screen' });
  });
  await t.test('a link to what the filter hides lifts it', async () => {
    await page.getByRole('link', { name: 'MPO-1.1-4, non testée' }).click();
    await page.locator('.requirement[hidden]').first().waitFor({ state: 'detached', timeout: 5000 });
    assert.match((await status.textContent()) ?? '', /Filtre levé/);
  });
});

test('html in a browser: the keyboard reaches the filter, the anchors and what is folded', async (t) => {
  const { browser, put } = await openBrowser(t, executablePath);
  const page = await browser.newPage();
  await page.goto(await put('keyboard', renderHtml(rich)));
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'a.skip');
  const met = new Set<string>();
  for (let rank = 0; rank < 400 && !met.has('summary'); rank += 1) {
    await page.keyboard.press('Tab');
    met.add(await focused(page));
  }
  for (const one of ['input', 'select', 'button', 'a.cell', 'a.anchor', 'summary']) assert.ok(met.has(one), one);
  const unfolded = () => page.evaluate('document.activeElement.parentElement.open');
  const before = await unfolded();
  await page.keyboard.press('Enter');
  assert.notEqual(await unfolded(), before);
  await page.getByRole('radio', { name: /^Toutes/ }).focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(
    await page.getByRole('status').textContent(),
    `${rich.requirements.filter(({ outcome }) => outcome === 'passed').length} exigences affichées · Respectées`,
  );
});

test('html in a browser: on paper everything is unfolded, with or without script', async (t) => {
  const { browser, put } = await openBrowser(t, executablePath);
  const url = await put('paper', renderHtml(rich, { images: imagesOf(rich) }));
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(url);
    await page.emulateMedia({ media: 'print' });
    if (javaScriptEnabled) await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    const hidden = await page.locator('.steps, .journal:not(.exchange) ol').filter({ visible: false }).count();
    assert.equal(hidden, 0, `script: ${javaScriptEnabled}`);
    assert.ok(await page.locator('.visa').isVisible());
    if (javaScriptEnabled) {
      await page.evaluate('dispatchEvent(new Event("afterprint"))');
      assert.ok((await page.locator('details:not([open])').count()) > 0, 'folded again');
    }
    await context.close();
  }
});

test('html in a browser: without script, everything is there', async (t) => {
  const { browser, put } = await openBrowser(t, executablePath);
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(await put('plain', renderHtml(rich)));
  assert.ok(await page.locator('.filter').isHidden());
  assert.equal(await page.locator('.requirement:visible').count(), rich.requirements.length);
});

function focused(page: Page): Promise<string> {
  return page.evaluate(
    '(({ tagName, className }) => tagName.toLowerCase() + (tagName === "A" && className ? "." + className.split(" ")[0] : ""))(document.activeElement)',
  );
}

async function inspect(browser: Browser, address: string, width: number, colorScheme: 'light' | 'dark'): Promise<void> {
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } });
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
  assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `no sideways scroll at ${width} px`);
  await page.close();
}
