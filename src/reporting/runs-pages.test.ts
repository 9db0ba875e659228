/** The pages about several runs: offline, escaped, accessible. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { chromium } from 'playwright';
import { findBrowser } from '../driver/find-browser';
import { compareRecords } from './compare-records';
import { renderComparisonHtml } from './comparison-html';
import { renderHistoryHtml } from './history-html';
import { historyOf } from './history-record';
import type { RunRecord } from './record';
import { conformingRun, failingRun, stoppedRun } from './testing/fixtures';

const HOSTILE = `</style><script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">"' onmouseover='x' <b>gras</b>`;
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
  'scenario',
  'scenarios',
]);

function spoilt<T>(value: T, key = ''): T {
  if (typeof value === 'string') return (KEPT.has(key) ? value : `${value} ${HOSTILE}`) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => spoilt(item, key)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spoilt<unknown>(inner, name)])) as T;
}

const conforming = conformingRun().record;
const failing = failingRun().record;
const history = (...records: readonly RunRecord[]) =>
  renderHistoryHtml(historyOf(records.map((record, rank) => ({ name: `r${rank}`, record }))));
const later: RunRecord = { ...failing, startedAt: '2026-04-01T08:00:00.000Z' };
const pages = {
  comparison: renderComparisonHtml(compareRecords(conforming, failing)),
  'comparison of the same': renderComparisonHtml(compareRecords(conforming, conforming)),
  history: history(conforming, later, stoppedRun().record),
};

test('comparison page: what differs stands before all the rest, face to face', () => {
  const { document } = parseHTML(pages.comparison);
  const pair = document.getElementById('difference-MPO-2-25')?.parentElement;
  const faces = [...(pair?.querySelectorAll('.face') ?? [])].map((one) => one.textContent ?? '');
  assert.match(faces[0] ?? '', /^ARespectée$/);
  assert.match(faces[1] ?? '', /^BNon respectée.*aucun courriel.*cst-[0-9a-f]{10}$/s);
  assert.equal(document.querySelectorAll('#exigences tbody tr').length, failing.requirements.length);
  assert.equal(parseHTML(pages['comparison of the same']).document.getElementById('differences'), null);
});

test('history page: a row and a drawing for each requirement, said in words', () => {
  const { document } = parseHTML(pages.history);
  for (const { id } of failing.requirements) assert.equal(document.querySelectorAll(`[id="${id}"] svg.spark`).length, 1, id);
  assert.match(document.querySelector('[id="MPO-2-25"] svg')?.getAttribute('aria-label') ?? '', /^respectée, .*, non respectée$/);
  assert.equal(document.querySelectorAll('#verdicts tbody tr').length, 3);
});

test('both pages: nothing comes from outside, no id twice, and the policy admits our style alone', () => {
  for (const [name, html] of Object.entries(pages)) {
    const { document } = parseHTML(html);
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    assert.ok(
      policy.startsWith(`default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}';`),
      name,
    );
    assert.equal(document.querySelectorAll('[style], script, link, iframe, object, embed, base, [src]').length, 0);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, name);
    for (const link of document.querySelectorAll('a[href], use[href]'))
      assert.ok(ids.includes(link.getAttribute('href')?.slice(1) ?? ''));
  }
});

test('both pages: hostile text is shown, never run', () => {
  for (const html of [
    renderComparisonHtml(compareRecords(conforming, spoilt(failing))),
    history(spoilt(failing), spoilt(later)),
  ]) {
    const { document } = parseHTML(html);
    assert.equal(document.querySelectorAll('script, img, b, [onerror], [onmouseover]').length, 0);
    assert.ok(html.includes('&lt;script&gt;window.hacked'));
  }
});

test('both pages in a browser: no accessibility violation and no overflow, in both themes', async (t) => {
  const browser = await chromium.launch({ executablePath: findBrowser({ playwrightPath: chromium.executablePath() }) });
  t.after(() => browser.close());
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  for (const [name, html] of Object.entries(pages)) {
    for (const [colorScheme, width] of [
      ['light', 390],
      ['dark', 1280],
    ] as const) {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } });
      await page.setContent(html);
      await page.evaluate(axe);
      const violations = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
      );
      assert.deepEqual(violations, [], name);
      assert.ok(
        await page.evaluate('document.documentElement.scrollWidth <= innerWidth'),
        `${name}: no sideways scroll at ${width} px`,
      );
      await page.close();
    }
  }
});
