import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunRecord } from '../reporting/record';
import { factsOf, hunt, type Failure, type HuntRequest, type RunFacts } from './fault-hunt';

const fault = { id: 'FLT-046', requirements: ['MPO-1.3-3', 'MPO-2-21'] };
const baseline = { sound: new Set(['s1', 's2']) };
const failure = (requirement: string, scenario: string): Failure => ({ requirement, scenario, name: `scénario ${scenario}` });
const seen = (...failures: Failure[]): RunFacts => ({ failures, passed: [] });

test('a violated requirement that fails finds the fault, without a run of the whole suite', async () => {
  const requests: HuntRequest[] = [];
  const run = async (request: HuntRequest) => {
    requests.push(request);
    return seen(failure('MPO-2-1', 's1'), failure('MPO-2-21', 's2'));
  };
  assert.deepEqual(await hunt(fault, run, baseline), failure('MPO-2-21', 's2'));
  assert.deepEqual(requests, [{ fault: 'FLT-046', tags: '@MPO-1.3-3 or @MPO-2-21', first: true }]);
});

test('the whole baseline is asked when the tagged scenarios find nothing', async () => {
  const run = async ({ first }: HuntRequest) => (first ? seen() : seen(failure('MPO-1.3-3', 's1')));
  assert.deepEqual(await hunt(fault, run, baseline), failure('MPO-1.3-3', 's1'));
});

test('a fault without effect survives', async () => {
  assert.equal(await hunt(fault, async () => seen(), baseline), undefined);
});

test('a requirement that the fault does not violate finds nothing', async () => {
  assert.equal(await hunt(fault, async () => seen(failure('MPO-2-1', 's1')), baseline), undefined);
});

test('a scenario that does not pass on the unmodified simulator finds nothing', async () => {
  assert.equal(await hunt(fault, async () => seen(failure('MPO-1.3-3', 's9')), baseline), undefined);
});

test('a requirement that is only undecided is not a failure', () => {
  const record = {
    requirements: [
      { id: 'MPO-2-1', outcome: 'cantTell', findings: [] },
      { id: 'MPO-2-4', outcome: 'failed', findings: [{ scenario: 's1' }] },
    ],
    scenarios: [
      { id: 's1', name: 'scénario s1', outcome: 'failed' },
      { id: 's2', name: 'scénario s2', outcome: 'passed' },
    ],
  } as unknown as RunRecord;
  assert.deepEqual(factsOf(record), { failures: [failure('MPO-2-4', 's1')], passed: ['s2'] });
});
