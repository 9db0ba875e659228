import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { passwordFamilies } from '../exploration/password-properties';
import type { RunRecord } from '../reporting/record';
import { factsOf, FEWER_VALUES, hunt, type Failure, type HuntRequest, type RunFacts } from './fault-hunt';

const fault = { id: 'FLT-046', requirements: ['MPO-1.3-3', 'MPO-2-21'] };
const sound = Promise.resolve(new Set(['s1', 's2']));
const failure = (requirement: string, scenario: string): Failure => ({ requirement, scenario, name: `scénario ${scenario}` });
const seen = (...failures: Failure[]): RunFacts => ({ failures, passed: [] });
const asked = { fault: 'FLT-046', tags: '@MPO-1.3-3 or @MPO-2-21', propertyRuns: FEWER_VALUES };

/** A suite that answers what it is told, call after call. */
function suiteOf(...answers: RunFacts[]) {
  const requests: HuntRequest[] = [];
  const run = async (request: HuntRequest) => {
    requests.push(request);
    return answers[requests.length - 1] ?? seen();
  };
  return { requests, run };
}

test('a violated requirement that fails finds the fault, without a run of the whole suite', async () => {
  const { requests, run } = suiteOf(seen(failure('MPO-2-1', 's1'), failure('MPO-2-21', 's1'), failure('MPO-2-21', 's2')));
  assert.deepEqual(await hunt(fault, run, { complete: false, sound }), {
    fate: 'own',
    depth: 'violated',
    failed: [
      { requirement: 'MPO-2-1', own: false, scenario: 's1', name: 'scénario s1', scenarios: 1 },
      { requirement: 'MPO-2-21', own: true, scenario: 's1', name: 'scénario s1', scenarios: 2 },
    ],
  });
  assert.deepEqual(requests, [asked]);
});

test('everything is run, with every value, when none of the violated requirements fails', async () => {
  const { requests, run } = suiteOf(seen(), seen(failure('MPO-1.3-3', 's1')));
  const { fate, depth } = await hunt(fault, run, { complete: false, sound });
  assert.deepEqual([fate, depth], ['own', 'whole']);
  assert.deepEqual(requests, [asked, { fault: 'FLT-046' }]);
});

test('complete: everything is run at once, within the scope', async () => {
  const { requests, run } = suiteOf(seen(failure('MPO-1.3-3', 's1')));
  const { depth } = await hunt(fault, run, { complete: true, scope: '@MPO-2-4', sound });
  assert.equal(depth, 'whole');
  assert.deepEqual(requests, [{ ...asked, tags: '@MPO-2-4' }]);
});

test('a fault without effect survives', async () => {
  const { fate, failed } = await hunt(fault, suiteOf().run, { complete: false, sound });
  assert.deepEqual([fate, failed], ['survived', []]);
});

test('a fault that only fails requirements that it does not violate is found by others', async () => {
  const { run } = suiteOf(seen(), seen(failure('MPO-2-1', 's1')));
  const { fate, failed } = await hunt(fault, run, { complete: false, sound });
  assert.deepEqual([fate, failed.map(({ requirement, own }) => [requirement, own])], ['others', [['MPO-2-1', false]]]);
});

test('a scenario that does not pass on the unmodified simulator finds nothing', async () => {
  const { run } = suiteOf(seen(failure('MPO-1.3-3', 's9')), seen(failure('MPO-1.3-3', 's9')));
  assert.equal((await hunt(fault, run, { complete: false, sound })).fate, 'survived');
});

test('a run that broke off says nothing: the fault does not survive it', async () => {
  const { run } = suiteOf({ ...seen(), broken: 'le navigateur a disparu' });
  await assert.rejects(hunt(fault, run, { complete: false, sound }), /le navigateur a disparu/);
});

test('a requirement that is only undecided is not a failure, and failures come in the order of the scenarios', () => {
  const record = {
    requirements: [
      { id: 'MPO-2-1', outcome: 'cantTell', findings: [] },
      { id: 'MPO-2-4', outcome: 'failed', findings: [{ scenario: 's3' }, { scenario: 's1' }] },
      { id: 'MPO-2-5', outcome: 'failed', findings: [{ scenario: 's1' }] },
    ],
    scenarios: [
      { id: 's1', name: 'scénario s1', outcome: 'failed' },
      { id: 's2', name: 'scénario s2', outcome: 'passed' },
      { id: 's3', name: 'scénario s3', outcome: 'failed' },
    ],
  } as unknown as RunRecord;
  const failures = [failure('MPO-2-4', 's1'), failure('MPO-2-5', 's1'), failure('MPO-2-4', 's3')];
  const { outcomes, verdict, ...facts } = factsOf({ ...record, verdict: 'non-conforming' });
  assert.deepEqual(facts, { failures, passed: ['s2'] });
  assert.deepEqual([verdict, outcomes?.['MPO-2-4']], ['non-conforming', 'failed']);
  assert.equal(factsOf({ ...record, stopped: { attribution: 'environment', reason: 'panne' } }).broken, 'panne');
});

test('the first values of a property are the same whatever their number', async () => {
  for (const [name, { shapes }] of Object.entries(passwordFamilies)) {
    const values = async (numRuns: number): Promise<string[]> => {
      const tried: string[] = [];
      const property = fc.asyncProperty(shapes, async (shape) => void tried.push(JSON.stringify(shape)));
      await fc.check(property, { seed: 1, numRuns, endOnFailure: false, markInterruptAsFailure: true });
      return tried;
    };
    const all = await values(200);
    assert.equal(all.length, 200);
    assert.deepEqual(await values(FEWER_VALUES), all.slice(0, FEWER_VALUES), name);
  }
});
