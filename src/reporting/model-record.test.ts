import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gapsOf } from './model-record';
import { fixtureMoves, measureFixture } from './testing/model';
import { wholeRun } from './testing/shards';

const after = (...moves: typeof fixtureMoves) => measureFixture([{ id: 'un-scenario', moves }]);

test('a way that the fiche describes and nobody took is a gap, by its transition, its start and its sentences', () => {
  const opened = '*/hall.opened/1: never taken, and nothing says why';
  const expected = 'isExpected: never seen to hold, and nothing says why';
  assert.deepEqual(gapsOf(after(...fixtureMoves)), [opened, expected]);
  assert.deepEqual(gapsOf(after(...fixtureMoves.slice(0, 2))), [
    'door/sent/2: never taken, though MPO-2-14 describes it',
    opened,
    'isRight: never seen to fail, and nothing says why',
    expected,
  ]);
  // Taken, but not from where the fiche has it.
  const elsewhere = after({ from: 'hall', event: 'opened', to: 'door' }, ...fixtureMoves.slice(1));
  assert.equal(gapsOf(elsewhere)[0], '*/opened/1 from door: never taken, though MPO-2-2, MPO-2-3 describes it');
});

test('what says why it may be left out is no gap', () => {
  const { transitions, ...model } = after(...fixtureMoves);
  const left = { ...model, transitions: transitions.filter(({ id }) => id === 'hall/left/1'), guards: [] };
  assert.deepEqual(gapsOf(left), []);
  assert.deepEqual(gapsOf({ ...left, transitions: left.transitions.map((one) => ({ ...one, reason: undefined })) }), [
    'hall/left/1: never taken, and nothing says why',
  ]);
});

test('the moves of every attempt are measured, scenario by scenario in their order; without any, nothing is', () => {
  const [one, two, three] = [fixtureMoves.slice(0, 1), fixtureMoves.slice(1, 2), fixtureMoves.slice(2)];
  const { scenarios, model } = wholeRun(({ name }) => {
    if (name === 'premier') return [{ status: 'FAILED', moves: one }, { moves: two }];
    return name === 'chanceux' ? [{ moves: three }] : [{}];
  });
  const idOf = (wanted: string) => scenarios.find(({ name }) => name === wanted)?.id ?? '';
  const journeys = [
    { id: idOf('premier'), moves: [...one, ...two] },
    { id: idOf('chanceux'), moves: three },
  ];
  assert.deepEqual(model, JSON.parse(JSON.stringify(measureFixture(journeys))));
  assert.equal(wholeRun(() => [{}]).model, undefined);
});
