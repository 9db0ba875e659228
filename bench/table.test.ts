import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median } from './measure';
import { renderTable } from './table';

test('a ratio above its target is told', () => {
  const row = { name: 'a', measuredMs: 1500, over: 'b', overMs: 1000, target: 1.5 };
  const lines = renderTable([row, { ...row, measuredMs: 1501 }]).split('\n');
  assert.equal(lines[2], '| a | 1.50 s | b | 1.00 s | 1.50 | ≤ 1.5 | met |');
  assert.match(lines[3]!, /\| missed \|$/);
  const told = { name: 'a', measuredMs: 1500, over: 'b', overMs: 1000 };
  assert.match(renderTable([told]), /\| 1\.50 \|  \|  \|\n$/);
});

test('the median of an even number of measures lies between the two in the middle', () => {
  assert.equal(median([4, 1, 3, 100]), 3.5);
  assert.equal(median([5]), 5);
  assert.throws(() => median([]));
});
