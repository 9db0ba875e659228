import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { FaultRow } from '../reporting/kill-matrix';
import { openJournal } from './fault-journal';

const folder = mkdtempSync(join(tmpdir(), 'mdpo-journal-'));
after(() => rmSync(folder, { recursive: true }));

const reference = { driver: 'http', sound: ['s1'], durationMs: 12 } as const;
const row = (id: string): FaultRow => ({
  ...{ id, title: 'Titre', requirements: ['MPO-2-1'], driver: 'http', fate: 'own', depth: 'violated', durationMs: 3 },
  failed: [{ requirement: 'MPO-2-1', own: true, scenario: 's1', name: 'un', scenarios: 1 }],
});

/** A journal with a reference and two faults. */
function written(name: string): string {
  const path = join(folder, name);
  const journal = openJournal(path, 'a');
  assert.deepEqual([journal.rows, journal.references, journal.forgotten], [[], [], false]);
  journal.note({ reference });
  journal.note({ fault: row('FLT-001') });
  journal.note({ fault: row('FLT-002') });
  return path;
}

test('what was noted is found again by the same campaign, and what follows is added', () => {
  const path = written('same');
  const again = openJournal(path, 'a');
  assert.deepEqual([again.references, again.rows, again.forgotten], [[reference], [row('FLT-001'), row('FLT-002')], false]);
  again.note({ fault: row('FLT-003') });
  assert.equal(openJournal(path, 'a').rows.length, 3);
});

test('another fingerprint begins anew, and says so', () => {
  const path = written('other');
  const other = openJournal(path, 'b');
  assert.deepEqual([other.references, other.rows, other.forgotten], [[], [], true]);
  assert.equal(readFileSync(path, 'utf8'), '{"fingerprint":"b"}\n');
});

test('a last line that was cut is left out, wherever it was cut, and nothing is written behind it', () => {
  const text = readFileSync(written('cut'), 'utf8');
  const last = text.trimEnd().lastIndexOf('\n') + 1;
  for (const length of [last, last + 1, last + 30, text.length - 2, text.length - 1]) {
    const path = join(folder, 'cut');
    writeFileSync(path, text.slice(0, length));
    const journal = openJournal(path, 'a');
    assert.deepEqual(journal.rows, [row('FLT-001')], `${length}`);
    journal.note({ fault: row('FLT-004') });
    assert.deepEqual(openJournal(path, 'a').rows, [row('FLT-001'), row('FLT-004')], `${length}`);
  }
});

test('a journal that does not read, or whose head is missing, is forgotten', () => {
  for (const text of ['{"fingerprint":"a"}\nnonsense\n', '{"fingerprint":"a"}\n{"fault":{"id":"FLT-001"}}\n', '\n', '']) {
    const path = join(folder, 'bad');
    writeFileSync(path, text);
    assert.deepEqual([openJournal(path, 'a').rows, openJournal(path, 'a').forgotten], [[], false], text);
  }
  const path = written('headless');
  writeFileSync(path, readFileSync(path, 'utf8').split('\n').slice(1).join('\n'));
  assert.deepEqual(openJournal(path, 'a').rows, []);
});

test('a finished campaign leaves no journal', () => {
  const path = written('finished');
  openJournal(path, 'a').remove();
  assert.ok(!existsSync(path));
});
