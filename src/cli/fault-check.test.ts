import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFaults, type ChosenFault, type Lane } from './fault-check';
import type { WorkerRequest } from './fault-worker';

const chosen: readonly ChosenFault[] = [
  { id: 'FLT-046', title: { en: 'minimum length 19' }, requirements: ['MPO-1.3-3'] },
  { id: 'FLT-NIL', title: { en: 'changes nothing' }, requirements: ['MPO-1.3-3'] },
  { id: 'FLT-054', title: { en: 'cut by the browser' }, requirements: ['MPO-D-6'], browserOnly: true },
];
const silent = { write: () => true };
const clean = { failures: [], passed: ['s1', 's2'] };
const failing = (requirement: string) => ({ failures: [{ requirement, scenario: 's1', name: 'un' }], passed: ['s2'] });

/** A suite that finds two of the three faults. */
function standIn(seen: WorkerRequest[]): Lane {
  return async (request) => {
    seen.push(request);
    if (request.fault === 'FLT-046') return failing('MPO-1.3-3');
    return request.fault === 'FLT-054' ? failing('MPO-D-6') : clean;
  };
}

test('a fault without effect is reported as surviving, the others with what found them', async () => {
  const seen: WorkerRequest[] = [];
  const results = await checkFaults(chosen, [standIn(seen), standIn(seen)], silent);
  assert.deepEqual(
    results.map(({ id, driver, kill }) => [id, driver, kill?.requirement]),
    [
      ['FLT-046', 'http', 'MPO-1.3-3'],
      ['FLT-NIL', 'http', undefined],
      ['FLT-054', 'browser', 'MPO-D-6'],
    ],
  );
  const baselines = seen.filter(({ fault }) => fault === undefined);
  assert.deepEqual(baselines.map(({ driver, tags }) => `${driver} ${tags}`).sort(), ['browser @MPO-D-6', 'http undefined']);
});

test('nothing is concluded when the unmodified simulator fails', async () => {
  await assert.rejects(
    checkFaults(chosen, [async () => failing('MPO-2-1')], silent),
    /unmodified simulator fails over http: MPO-2-1/,
  );
});

test('a run that breaks judges nothing, and the others go on', async () => {
  const lane: Lane = async (request) => {
    if (request.fault === 'FLT-046') throw new Error('the worker process ended');
    return standIn([])(request);
  };
  const results = await checkFaults(chosen, [lane], silent);
  assert.match(results[0]?.error ?? '', /worker process ended/);
  assert.equal(results[0]?.kill, undefined);
  assert.ok(results[2]?.kill);
});
