import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTarget } from '../target/load-target';
import { openLane } from './fault-lane';

test('the number of values of a property is the one that was asked for, or as many as ever', async () => {
  for (const [asked, given] of [
    [{ propertyRuns: 20 }, 20],
    [{}, 200],
  ] as const) {
    const target = await loadTarget({ target: 'simulator', seed: 1, cwd: '/nowhere', ...asked });
    const opened = await target.open();
    assert.equal(opened.propertyRuns, given);
    await Promise.all([opened.close(), target.close()]);
  }
});

test('a request that no suite can run is told, and the worker goes on', async (t) => {
  const lane = openLane();
  t.after(() => lane.close());
  await assert.rejects(lane({ driver: 'http', fault: 'FLT-999', tags: '@MPO-2-2' }), /FLT-999: no such fault/);
  const { failures, passed } = await lane({ driver: 'http', fault: 'FLT-006', tags: '@MPO-2-2', propertyRuns: 2 });
  assert.deepEqual([...new Set(failures.map(({ requirement }) => requirement))], ['MPO-2-2']);
  assert.deepEqual(passed, []);
});
