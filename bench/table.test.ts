import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median } from './measure';
import { renderTable } from './table';

test('a ratio above its target is told', () => {
  const row = { name: 'a', measured: 1500, over: 'b', overMeasured: 1000, target: 1.5 };
  const lines = renderTable([row, { ...row, measured: 1501 }]).split('\n');
  assert.equal(lines[2], '| a | 1.50 s | b | 1.00 s | 1.50 | ≤ 1.5 | met |');
  assert.match(lines[3]!, /\| missed \|$/);
});

test('a row has its own unit, and may have no target', () => {
  const lines = renderTable([{ name: 'a', measured: 300.4, over: 'b', overMeasured: 100, unit: 'megabytes' }]).split('\n');
  assert.equal(lines[2], '| a | 300 MB | b | 100 MB | 3.00 | – |  |');
});

test('the median of an even number of measures lies between the two in the middle', () => {
  assert.equal(median([4, 1, 3, 100]), 3.5);
  assert.equal(median([5]), 5);
  assert.throws(() => median([]));
});
