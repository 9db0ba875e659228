import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FaultRow } from '../reporting/kill-matrix';
import { createCampaignProgress } from './fault-progress';

const row = (id: string, fate: FaultRow['fate'], rest: Partial<FaultRow> = {}): FaultRow => ({
  ...{ id, title: 'Titre du défaut', requirements: ['MPO-2-1'], driver: 'http', fate, failed: [], durationMs: 3 },
  ...rest,
});
const elsewhere = [{ requirement: 'MPO-2-16', own: false, scenario: 's1', name: 'un', scenarios: 1 }];

/** Twenty faults, of which ten are known; each takes a second. */
function show(isTTY: boolean): string {
  let text = '';
  let time = 0;
  const known = Array.from({ length: 10 }, (_, rank) => row(`FLT-${rank}`, 'own'));
  const progress = createCampaignProgress({ write: (more) => (text += more), isTTY, columns: 48 }, 20, known, () => time);
  const rows = [
    row('FLT-A', 'survived'),
    row('FLT-B', 'others', { failed: elsewhere }),
    row('FLT-C', 'not-judged', { error: 'a worker process died' }),
    ...Array.from({ length: 7 }, (_, rank) => row(`FLT-D${rank}`, 'own')),
  ];
  for (const one of rows) {
    time += 1000;
    progress.judged(one);
  }
  progress.finish();
  return text;
}

test('without a terminal: plain lines, for each tenth and for each fault that was not found as it should', () => {
  const lines = show(false).split('\n');
  assert.deepEqual(lines.slice(0, 4), [
    'Survivant : FLT-A Titre du défaut',
    'Trouvé par d’autres : FLT-B Titre du défaut (MPO-2-16)',
    '12/20 défauts, 10 trouvés, 1 survivant, reste environ 8,0 s',
    'Non jugé : FLT-C Titre du défaut',
  ]);
  assert.equal(lines.at(-2), '20/20 défauts, 17 trouvés, 1 survivant');
  assert.doesNotMatch(lines.join('\n'), /[\r\x1b\u00a0]/);
});

test('on a terminal: one line rewritten, never wider than the terminal, cleared at the end', () => {
  const text = show(true);
  assert.ok(text.endsWith('\r\x1b[K'));
  const rewritten = text.split('\r\x1b[K').filter((line) => !line.endsWith('\n'));
  assert.ok(rewritten.every((line) => line.length < 48));
  assert.match(text, /Survivant : FLT-A Titre du défaut\n/);
});
