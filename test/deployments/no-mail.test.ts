/** A deployment that sends no mail: found on the whole wait, then judged without waiting as long for each of the others. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import timers from 'node:timers/promises';
import { after, test } from 'node:test';
import { openSite } from './site';
import { deployment as tables } from './tables';
import { judge, rowsOf, told } from './trouble';

const folder = mkdtempSync(join(tmpdir(), 'mdpo-no-mail-'));
after(() => rmSync(folder, { recursive: true }));

const fullWait = /^aucun courriel à \S+ en 30 s$/;
const shortWait = /^aucun courriel à \S+ en 3 s : attente écourtée, les 3 précédents n’étant pas venus en 30 s$/;

test('the first findings rest on half a minute each, the others on seconds, and the run takes minutes', async (t) => {
  // Every wait of the suite is counted, and none is waited for.
  let waited = 0;
  const real = performance.now.bind(performance);
  t.mock.method(performance, 'now', () => real() + waited);
  t.mock.method(timers, 'setTimeout', async (milliseconds: number) => void (waited += milliseconds));
  const site = await openSite(tables, { folder, fault: 'sans-courriel' });
  t.after(site.close);
  let begun = 0;
  const judged = await judge(site.target, {
    tags: '@MPO-1.1-3 or @MPO-1.3-1 or @MPO-1.3-7 or @MPO-2-25',
    onReady: () => (begun = waited),
  });
  const seconds = (waited - begun) / 1000;

  assert.deepEqual([judged.code, judged.record.attribution], [1, 'implementation'], told(judged));
  const findings = judged.record.requirements.find(({ id }) => id === 'MPO-2-25')?.findings ?? [];
  assert.ok(findings.length >= 4, told(judged));
  for (const { observed, intermittent } of findings) {
    assert.match(observed, /(^|; )aucun$/);
    assert.equal(intermittent, undefined);
  }

  const journals = judged.record.scenarios.flatMap(({ journal, otherAttempts = [] }) => [
    ...otherAttempts.map((one) => one.journal),
    journal,
  ]);
  const waits = journals.flat().filter((line) => /^aucun courriel à/.test(line));
  assert.equal(waits.filter((line) => fullWait.test(line)).length, 3, waits.join('\n'));
  assert.ok(waits.length > 10);
  for (const line of waits.slice(3)) assert.match(line, shortWait);
  const [first] = rowsOf(judged, 'failed').filter(({ id }) => id === findings[0]?.scenario);
  for (const attempt of [first, ...(first?.otherAttempts ?? [])]) {
    assert.ok(
      attempt?.journal.some((line) => fullWait.test(line)),
      'both attempts at the first row waited as long as a mail may take',
    );
  }
  assert.ok(seconds < (waits.length * 30) / 4, `${waits.length} waits, ${seconds} s`);
});
