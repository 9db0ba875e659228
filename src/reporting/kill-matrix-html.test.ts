import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { chromium } from 'playwright';
import { findBrowser } from '../driver/find-browser';
import { KillSection } from './html/kill-matrix-section';
import type { KillMatrix } from './kill-matrix';
import { renderKillMatrixHtml } from './kill-matrix-html';
import { foundFaults, gapsMatrix, killMatrix } from './testing/kill-matrices';

const proven = killMatrix(foundFaults);
const pages = { proven: renderKillMatrixHtml(proven), gaps: renderKillMatrixHtml(gapsMatrix) };
const HOSTILE = `</style><script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">"' onmouseover='x' <b>gras</b>`;
/** Words of our own that decide how a page is drawn. */
const KEPT = new Set(['verdict', 'fate', 'depth', 'driver', 'testable', 'startedAt', 'section', 'requirements', 'requirement']);

function hostileMatrix(): KillMatrix {
  const spoil = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return KEPT.has(key) ? value : `${value} ${HOSTILE}`;
    if (Array.isArray(value)) return value.map((item) => spoil(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spoil(inner, name)]));
  };
  return spoil(gapsMatrix) as KillMatrix;
}

test('kill matrix page: every fault has its row in the matrix and in the list, and every cell says what it is', () => {
  const { document } = parseHTML(pages.gaps);
  const columns = [...document.querySelectorAll('.matrix .column a')].map((one) => one.textContent);
  const rows = [...document.querySelectorAll('.matrix tbody tr:not(.chapter-row)')];
  assert.equal(rows.length, gapsMatrix.faults.length);
  for (const fault of gapsMatrix.faults) {
    assert.equal(document.querySelectorAll(`.faults [id="${fault.id}"]`).length, 1, fault.id);
    const row = rows.find((one) => one.querySelector('th a')?.textContent === fault.id);
    const cells = [...(row?.querySelectorAll('td') ?? [])];
    assert.equal(cells.length, columns.length, fault.id);
    cells.forEach((cell, rank) => {
      const id = columns[rank] ?? '';
      const violated = fault.depth !== undefined && fault.requirements.includes(id);
      const failed = fault.failed.some(({ requirement }) => requirement === id);
      const words = violated ? (failed ? 'violée, en échec' : 'violée, sans échouer') : failed ? 'en échec' : '';
      assert.equal(cell.textContent, words, `${fault.id} ${id}`);
    });
  }
});

test('kill matrix page: what was missed comes first, the worst before the rest', () => {
  const { document } = parseHTML(pages.gaps);
  for (const table of ['.matrix', '.faults']) {
    const first = [...document.querySelectorAll(`${table} tbody:first-of-type tr:not(.chapter-row) th`)];
    assert.deepEqual(
      first.map((one) => /FLT-\d+/.exec(one.textContent ?? '')?.[0]),
      ['FLT-901', 'FLT-902', 'FLT-903'],
    );
  }
  assert.equal(document.querySelectorAll('#manques li').length, 3);
  assert.equal(parseHTML(pages.proven).document.getElementById('manques'), null);
});

test('kill matrix page: a requirement that finds nothing is named before the scores', () => {
  const { document } = parseHTML(renderKillMatrixHtml(killMatrix(foundFaults.slice(2))));
  assert.match(document.getElementById('manques')?.textContent ?? '', /MPO-1\.1-1 Ne trouve aucun défaut/);
  assert.match(document.querySelector('[id="MPO-1.1-1"]')?.textContent ?? '', /aucun défaut joué ne la viole/);
});

test('kill matrix page: nothing comes from outside, no id twice, every link has its target, and the policy admits our style alone', () => {
  for (const html of Object.values(pages)) {
    const { document } = parseHTML(html);
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    assert.ok(
      policy.startsWith(`default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}';`),
    );
    assert.equal(document.querySelectorAll('[style], script, link, iframe, object, embed, base, [src]').length, 0);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const link of document.querySelectorAll('a[href], use[href]')) {
      assert.ok(ids.includes(link.getAttribute('href')?.slice(1) ?? ''), link.getAttribute('href') ?? '');
    }
  }
});

test('kill matrix page and section: hostile text is shown, never run', () => {
  for (const html of [renderKillMatrixHtml(hostileMatrix()), String(KillSection({ matrix: hostileMatrix() }))]) {
    const { document } = parseHTML(`<main>${html}</main>`);
    assert.equal(document.querySelectorAll('script, img, b:not(.totals b), [onerror], [onmouseover]').length, 0);
    assert.ok(html.includes('&lt;script&gt;window.hacked'));
  }
});

test('kill matrix section: violations by chapter, and what was missed', () => {
  const text = (matrix: KillMatrix) =>
    (parseHTML(String(KillSection({ matrix }))).document.documentElement.textContent ?? '').replace(/[\u00a0\u202f]/g, ' ');
  assert.match(text(proven), /Ce que la suite sait trouver/);
  assert.match(text(proven), /de 108 façons/);
  assert.match(text(proven), /§ 1\.3 Précision sur le champ de cette procédure714 sur 14/);
  assert.match(text(gapsMatrix), /FLT-901 Écart « FLT-901 » : survivant \(viole MPO-2-21\)/);
  assert.doesNotMatch(text(proven), /survivant/);
});

test('kill matrix page in a browser: no accessibility violation and no overflow, in both themes', async (t) => {
  const browser = await chromium.launch({ executablePath: findBrowser({ playwrightPath: chromium.executablePath() }) });
  t.after(() => browser.close());
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  for (const html of Object.values(pages)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ colorScheme, viewport: { width: 390, height: 800 } });
      await page.setContent(html);
      await page.evaluate(axe);
      const violations = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
      );
      assert.deepEqual(violations, []);
      assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), 'no sideways scroll at 390 px');
      await page.close();
    }
  }
});
