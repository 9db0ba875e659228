import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FaultRow } from '../reporting/kill-matrix';
import { runCampaign, type CampaignRequest, type ChosenFault, type Lane } from './fault-campaign';
import type { RunFacts } from './fault-hunt';
import type { WorkerRequest } from './fault-worker';

const chosen: readonly ChosenFault[] = [
  { id: 'FLT-046', title: { fr: 'Dix-neuf caractères suffisent' }, requirements: ['MPO-1.3-3'] },
  { id: 'FLT-NIL', title: { fr: 'Ne change rien' }, requirements: ['MPO-1.3-3'] },
  { id: 'FLT-ELSE', title: { fr: 'Change autre chose' }, requirements: ['MPO-2-1'] },
  { id: 'FLT-054', title: { fr: 'Coupé par le navigateur' }, requirements: ['MPO-D-6'], browserOnly: true },
];
const clean: RunFacts = { failures: [], passed: ['s1', 's2'] };
const failing = (requirement: string): RunFacts => ({ failures: [{ requirement, scenario: 's1', name: 'un' }], passed: ['s2'] });
const effects: Readonly<Record<string, RunFacts>> = {
  'FLT-046': failing('MPO-1.3-3'),
  'FLT-ELSE': failing('MPO-2-16'),
  'FLT-054': failing('MPO-D-6'),
};

interface Campaign {
  readonly seen: WorkerRequest[];
  readonly told: string[];
  readonly lane: Lane;
  run(asked?: Partial<CampaignRequest>, lanes?: readonly Lane[], interrupted?: AbortSignal): ReturnType<typeof runCampaign>;
}

/** A campaign on a suite of two scenarios. */
function campaign(): Campaign {
  const seen: WorkerRequest[] = [];
  const told: string[] = [];
  const lane: Lane = async (request) => {
    seen.push(request);
    return effects[request.fault ?? ''] ?? clean;
  };
  const request = { faults: chosen, complete: false, failFast: false, known: { references: [], rows: [] } };
  const listener = {
    referenceRun: ({ driver }: { driver: string }) => void told.push(driver),
    judged: ({ id }: FaultRow) => void told.push(id),
  };
  const run: Campaign['run'] = (asked = {}, lanes = [lane, lane], interrupted = new AbortController().signal) =>
    runCampaign({ ...request, ...asked }, lanes, listener, interrupted);
  return { seen, told, lane, run };
}

const fates = (rows: readonly FaultRow[]) => rows.map(({ id, driver, fate }) => [id, driver, fate]);

test('a fault that changes nothing survives, and one that fails unrelated requirements is found by others only', async () => {
  const { seen, told, run } = campaign();
  const { rows, references, stopped } = await run();
  assert.deepEqual(fates(rows), [
    ['FLT-046', 'http', 'own'],
    ['FLT-NIL', 'http', 'survived'],
    ['FLT-ELSE', 'http', 'others'],
    ['FLT-054', 'browser', 'own'],
  ]);
  assert.equal(stopped, undefined);
  assert.deepEqual(references.map(({ driver }) => driver).sort(), ['browser', 'http']);
  const unmodified = seen.filter(({ fault }) => fault === undefined);
  assert.deepEqual(unmodified.map(({ driver, tags }) => `${driver} ${tags}`).sort(), ['browser @MPO-D-6', 'http undefined']);
  assert.deepEqual(told.toSorted(), ['FLT-046', 'FLT-054', 'FLT-ELSE', 'FLT-NIL', 'browser', 'http']);
});

test('with a driver, every fault is looked for through it', async () => {
  const { seen, run } = campaign();
  const { rows } = await run({ driver: 'browser' });
  assert.ok(rows.every(({ driver }) => driver === 'browser') && seen.every(({ driver }) => driver === 'browser'));
  assert.equal(seen.find(({ fault }) => fault === undefined)?.tags, '@MPO-1.3-3 or @MPO-2-1 or @MPO-D-6');
});

test('fail-fast: the first fault that is missed ends the campaign, and the rest is not run', async () => {
  const { lane, run } = campaign();
  const { rows, stopped } = await run({ failFast: true }, [lane]);
  assert.deepEqual(
    rows.map(({ fate }) => fate),
    ['own', 'survived', 'not-run', 'own'],
  );
  assert.deepEqual([stopped?.kind, stopped?.reason], ['survivor', 'la campagne s’est arrêtée à FLT-NIL (--fail-fast)']);
});

test('nothing is run that is known, and a survivor that is known stops a fail-fast campaign at once', async () => {
  const first = await campaign().run();
  const known = { references: first.references, rows: first.rows.slice(0, 2) };
  const again = campaign();
  const { rows } = await again.run({ known });
  assert.deepEqual(fates(rows), fates(first.rows));
  assert.deepEqual(
    [...new Set(again.seen.map(({ fault }) => fault))].toSorted(),
    ['FLT-054', 'FLT-ELSE'],
    'neither the references nor the judged faults',
  );
  const stopped = campaign();
  assert.equal((await stopped.run({ known, failFast: true })).stopped?.kind, 'survivor');
  assert.deepEqual(stopped.seen, []);
});

for (const [what, facts, words] of [
  ['fails', failing('MPO-2-1'), /^par HTTP, le simulateur sans défaut échoue : MPO-2-1 \(un\)$/],
  ['broke off', { ...clean, broken: 'panne' }, /^par HTTP, le simulateur sans défaut n’a pas pu être joué : panne$/],
  ['passes nothing', { failures: [], passed: [] }, /^par HTTP, aucun scénario n’aboutit/],
] as const) {
  test(`nothing is concluded when the run of the unmodified simulator ${what}`, async () => {
    const lane: Lane = async ({ fault }) => (fault === undefined ? facts : failing('MPO-1.3-3'));
    const { rows, stopped } = await campaign().run({ faults: chosen.slice(0, 3) }, [lane, lane]);
    assert.deepEqual(
      rows.map(({ fate }) => fate),
      ['not-run', 'not-run', 'not-run'],
    );
    assert.equal(stopped?.kind, 'reference');
    assert.match(stopped?.reason ?? '', words);
  });
}

test('a run that breaks judges nothing, and the others go on', async () => {
  const { lane, run } = campaign();
  const breaking: Lane = async (request) => {
    if (request.fault === 'FLT-046') throw new Error('a worker process died 2 times in a row');
    return lane(request);
  };
  const { rows } = await run({}, [breaking]);
  assert.deepEqual(
    rows.map(({ fate }) => fate),
    ['not-judged', 'survived', 'others', 'own'],
  );
  assert.match(rows[0]?.error ?? '', /died 2 times/);
});

test('an interruption does not wait for the run in hand, and keeps what was judged', async () => {
  const interruption = new AbortController();
  const { lane, run } = campaign();
  const endless: Lane = async (request) => {
    if (request.fault !== 'FLT-NIL') return lane(request);
    interruption.abort();
    return new Promise<RunFacts>(() => undefined);
  };
  const { rows, stopped } = await run({}, [endless], interruption.signal);
  assert.deepEqual(
    rows.map(({ fate }) => fate),
    ['own', 'not-run', 'not-run', 'own'],
  );
  assert.equal(stopped?.kind, 'interrupted');
});
