import assert from 'node:assert/strict';
import { test } from 'node:test';
import { not, or, setup } from 'xstate';
import { procedure } from '../../simulator';
import { candidates, chartOf, stateOf } from './statechart';

const chart = chartOf(procedure);

test('the chart holds every state, transition and guard of the machine', () => {
  assert.equal(chart.initial, 'home');
  assert.deepEqual(chart.states, Object.keys(procedure.root.states));
  assert.deepEqual([...chart.guards].sort(), Object.keys(procedure.implementations.guards).sort());
  assert.deepEqual(new Set(chart.transitions.map(({ event }) => event)), new Set(procedure.events));
  assert.equal(new Set(chart.transitions.map(({ id }) => id)).size, chart.transitions.length);
});

test('a transition says when it is taken, where it leads and what it does', () => {
  const find = (id: string) => chart.transitions.find((one) => one.id === id);
  assert.deepEqual(find('question/answer.submitted/1'), {
    id: 'question/answer.submitted/1',
    source: 'question',
    event: 'answer.submitted',
    rank: 1,
    condition: [
      { guard: 'isThrottled', holds: false },
      { guard: 'isAnswerRight', holds: true },
    ],
    target: 'newPassword',
    actions: ['authorise'],
  });
  assert.deepEqual(find('*/space.closed/1'), {
    ...{ id: '*/space.closed/1', event: 'space.closed', rank: 1, condition: [], actions: ['leaveSpace'] },
  });
});

test('from outside, the screen that is seen tells which candidate was taken', () => {
  for (const state of chart.states) {
    for (const event of procedure.events) {
      const ends = candidates(chart, state, event).map(({ target = state }) => target);
      assert.equal(new Set(ends).size, ends.length, `${state}, ${event}`);
    }
  }
});

test('every screen that is a state shows one of the machine', () => {
  const screens = ['home', 'sign-in', 'identification', 'question', 'new-password', 'summary', 'services'];
  assert.deepEqual(screens.map(stateOf), chart.states);
  assert.deepEqual(['error', 'other', 'toString'].map(stateOf), [undefined, undefined, undefined]);
});

test('what a chart cannot say is refused', () => {
  const machine = setup({ guards: { one: () => true, two: () => true } });
  const guarded = (guard: Parameters<typeof machine.createMachine>[0]['on'] & object) =>
    chartOf(machine.createMachine({ initial: 'home', states: { home: {} }, on: guard }));
  assert.deepEqual(guarded({ 'home.opened': { guard: not('one') } }).transitions[0]?.condition, [{ guard: 'one', holds: false }]);
  assert.throws(() => guarded({ 'home.opened': { guard: or(['one', 'two']) } }), /has no name/);
  assert.throws(() => guarded({ 'home.opened': { guard: () => true } }), /has no name/);
  const nested = machine.createMachine({ initial: 'home', states: { home: { initial: 'in', states: { in: {} } } } });
  assert.throws(() => chartOf(nested), /holds states of its own/);
});
