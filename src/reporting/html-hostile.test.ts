import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { chromium } from 'playwright';
import { findBrowser } from '../driver/find-browser';
import { renderHtml } from './html';
import { imagesOf, openBrowser, richRecord } from './html/testing/pages';
import type { RunRecord } from './record';

const executablePath = findBrowser({ playwrightPath: chromium.executablePath() });

const HOSTILE = `</script></style></title><script>window.hacked = 1</script><img src="https://evil.example/x" onerror="window.hacked = 1"><a href="javascript:window.hacked = 1">ici</a>"' onmouseover='x' style="background:url(https://evil.example/y)" <b>gras</b>`;

/** Words of our own that decide how a page is drawn. */
const KEPT = new Set([
  ...['verdict', 'outcome', 'attribution', 'driver', 'level', 'kind', 'testable', 'startedAt', 'section', 'state'],
  ...['scenarios', 'scenario'],
]);

/** A record with the hostile text wherever a target, a mail, a feature or an option may put some. */
function hostileRecord(): RunRecord {
  const spoil = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return KEPT.has(key) ? value : `${value} ${HOSTILE}`;
    if (Array.isArray(value)) return value.map((item) => spoil(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spoil(inner, name)]));
  };
  return spoil(richRecord()) as RunRecord;
}

test('html: hostile text is shown, never markup', () => {
  for (const language of ['fr', 'en'] as const) {
    const html = renderHtml(hostileRecord(), { language });
    const { document } = parseHTML(html);
    assert.equal(document.querySelectorAll('script').length, 1);
    assert.equal(document.querySelectorAll('img, [onerror], [onmouseover], [style], [href^="javascript:"]').length, 0);
    assert.ok(html.includes('&lt;script&gt;window.hacked'));
    for (const id of ['ecrans', 'courriels']) {
      assert.ok(
        document.getElementById(id)?.textContent?.includes('<img src="https://evil.example/x"'),
        `${id} shows it as text`,
      );
    }
  }
});

test('html: in a browser hostile text runs nothing, asks nothing and sends nothing', async (t) => {
  const { browser, put } = await openBrowser(t, executablePath);
  const record = hostileRecord();
  const url = await put('hostile', renderHtml(record, { images: imagesOf(record) }));
  const page = await browser.newPage();
  const seen: string[] = [];
  page.on('dialog', (dialog) => (seen.push(`dialog ${dialog.message()}`), void dialog.dismiss()));
  page.on('request', (request) => /^(file|data):/.test(request.url()) || seen.push(`request ${request.url()}`));
  page.on('popup', () => seen.push('popup'));
  await page.goto(url);
  await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
  await page.getByRole('searchbox').fill(HOSTILE.slice(0, 60));
  await page.locator('.filter-status:not(:empty)').waitFor();
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.evaluate('window.hacked'), undefined);
  assert.equal(page.url(), url);
  assert.deepEqual(seen, []);
});
