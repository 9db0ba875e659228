import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../verdict/errors';
import { renderHtml } from './html';
import { renderJson } from './json';
import { mergeRecords } from './merge-records';
import type { RunRecord } from './record';
import { recordSelection } from './selection-record';
import { fixtureMoves } from './testing/model';
import { shardedRun, shardNotBegun, smallCatalogue, wholeRun, type Fate, type Told } from './testing/shards';

const merge = (shards: Parameters<typeof mergeRecords>[0]): RunRecord => mergeRecords(shards, smallCatalogue);
const ofTheFiche = ({ requirements }: RunRecord) =>
  Object.fromEntries(requirements.filter(({ level }) => level === 'document').map(({ id, outcome }) => [id, outcome]));
const finding = (observed: string, ...requirements: string[]): Finding => ({
  requirements,
  expected: 'un refus',
  observed,
  attribution: 'implementation',
  evidence: ['POST /x → 200'],
});
const outage = { kind: 'undecided', attribution: 'environment', reason: 'panne' } as const;
const passing: Fate = () => [{}];
const unreachable = { attribution: 'environment', reason: 'la cible ne répond plus' } as const;

/** Everything that a scenario can come to. */
const eventful: Fate = ({ name, tags }) => {
  const failed = (...findings: Finding[]) => ({ status: 'FAILED', outcome: { kind: 'finding', findings } }) as const;
  if (name === 'premier') {
    const readings = { 'AMB-01': 'large', 'AMB-99': 'inconnue' };
    return [{ readings, journal: ['GET / → 200'], moves: fixtureMoves.slice(0, 2) }];
  }
  if (name === '19 caractères')
    return [failed(finding('rien', 'MPO-2'), finding('autre chose', 'MPO-77')), { journal: ['second'], moves: fixtureMoves }];
  if (name === '20 caractères') return [failed(finding('une acceptation'))];
  if (name === 'chanceux')
    return [{ status: 'FAILED', outcome: { kind: 'missing', capability: 'horloge', hint: 'déclarez-la' } }];
  if (name === 'cinquième') return [{ status: 'FAILED', outcome: outage }];
  return [{ readings: { 'AMB-01': tags.length > 1 ? 'large' : 'stricte' }, moves: fixtureMoves.slice(2) }];
};

const fates: Readonly<Record<string, readonly [Fate, Told]>> = {
  'where all passed': [passing, {}],
  'where everything happened': [eventful, { declaredReadings: { 'AMB-01': 'large' }, level: 'all' }],
  'where tags left some out': [
    (pickle) => (pickle.name === 'jumeau' || pickle.name === 'premier' ? undefined : eventful(pickle)),
    { selection: recordSelection({ tags: '@x' }) },
  ],
};

for (const [name, [fate, told]] of Object.entries(fates)) {
  test(`the shards of a run ${name} make the record of the whole, whatever their number and their order`, () => {
    const whole = wholeRun(fate, told);
    for (const total of [1, 2, 3, 9]) {
      const shards = shardedRun(total, fate, told);
      assert.deepEqual(JSON.parse(renderJson(merge(shards.reverse()))), whole, `${total} shards`);
    }
  });
}

test('what each shard went through of the machine adds up', () => {
  const { model } = merge(shardedRun(3, eventful));
  const taken = model?.transitions.map(({ id, from, times }) => [id, times, from.map(({ state }) => state).join()]);
  assert.deepEqual(taken, [
    ['*/opened/1', 2, 'door'],
    ['door/sent/1', 2, 'door'],
    ['door/sent/2', 3, 'door'],
    ['hall/left/1', 0, ''],
    ['*/hall.opened/1', 0, ''],
  ]);
  assert.deepEqual(
    model?.guards.map(({ seenTrue, seenFalse }) => [seenTrue, seenFalse]),
    [
      [true, true],
      [false, false],
    ],
  );
});

test('a merged whole can be conforming, as no shard can', () => {
  const shards = shardedRun(2, passing);
  assert.deepEqual(
    shards.map(({ record }) => record.verdict),
    ['inconclusive', 'inconclusive'],
  );
  const whole = merge(shards);
  assert.equal(whole.verdict, 'conforming');
  assert.deepEqual(whole.selection, { filtered: false, words: 'toute la suite' });
  assert.equal(whole.shard, undefined);
});

test('what a merge needs stands in the record of a shard alone, and leaves its report as it was', () => {
  const [first] = shardedRun(2, eventful);
  assert.equal(wholeRun(eventful).shard, undefined);
  assert.equal(first?.record.shard?.plan.length, 7);
  assert.deepEqual(
    first.record.shard.findings.map(({ requirements }) => requirements),
    [[]],
  );
  assert.equal(renderHtml(first.record), renderHtml({ ...first.record, shard: undefined }));
});

test('the whole lasts from the start of the first shard to the end of the last', () => {
  const startedAt = Date.UTC(2026, 2, 12, 9);
  const whole = merge(shardedRun(2, passing, { startedAt }, { 1: { startedAt: startedAt + 60_000 } }));
  assert.equal(whole.startedAt, '2026-03-12T09:00:00.000Z');
  assert.equal(whole.durationMs, 61_500);
});

test('a shard that broke off makes the whole inconclusive, and says which', () => {
  const begun: Fate = (pickle) => (pickle.name === 'jumeau' ? [] : [{}]);
  const whole = merge(shardedRun(2, begun, {}, { 2: { stopped: unreachable } }));
  assert.deepEqual([whole.verdict, whole.attribution], ['inconclusive', 'environment']);
  assert.equal(whole.reason, 'La campagne a été interrompue : part 2/2 : la cible ne répond plus.');
  assert.deepEqual(ofTheFiche(whole), { 'MPO-1': 'passed', 'MPO-2': 'passed', 'MPO-3': 'cantTell' });
});

test('nothing passes whose scenarios are lost with a shard that never began', () => {
  const [first] = shardedRun(2, passing);
  assert.ok(first);
  const whole = merge([first, shardNotBegun('2/2', unreachable)]);
  assert.equal(whole.verdict, 'inconclusive');
  assert.deepEqual(ofTheFiche(whole), { 'MPO-1': 'cantTell', 'MPO-2': 'cantTell', 'MPO-3': 'cantTell' });
  assert.match(whole.requirements[0]?.reason ?? '', /2 de ses 3 scénarios/);
});

test('a failure stands although another shard broke off', () => {
  const [first] = shardedRun(2, eventful);
  assert.ok(first);
  const whole = merge([first, shardNotBegun('2/2', unreachable)]);
  assert.equal(whole.verdict, 'non-conforming');
  assert.match(whole.reason, /interrompue : part 2\/2/);
});

test('shards of which none began make a whole that says why, the suite first', () => {
  const defect = { attribution: 'suite', reason: 'défaut de la suite' } as const;
  const whole = merge([shardNotBegun('1/2', unreachable), shardNotBegun('2/2', defect)]);
  assert.deepEqual([whole.verdict, whole.attribution, whole.scenarios.length], ['inconclusive', 'suite', 0]);
  assert.equal(whole.stopped?.reason, 'part 1/2 : la cible ne répond plus ; part 2/2 : défaut de la suite');
});
