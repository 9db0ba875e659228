import assert from 'node:assert/strict';
import { test } from 'node:test';
import { procedure } from '../../simulator';
import { requirements } from '../specification';
import { modelCoverage, type Journey } from './model-coverage';
import { described, eventWords, guardWords, indistinct, neverFailing, unneeded } from './model-words';
import { chartOf } from './statechart';

const chart = chartOf(procedure);
const names = {
  ...{ home: 'accueil', 'sign-in': 'connexion', identification: 'identification', question: 'question' },
  ...{ 'new-password': 'mot de passe', summary: 'récapitulatif', services: 'espace', error: '', other: '' },
};

/** « home > signIn.opened > sign-in » */
function journey(id: string, ...moves: string[]): Journey {
  return {
    id,
    moves: moves.map((text) => {
      const [from = '', event = '', to = ''] = text.split(' > ');
      return { from, event, to };
    }),
  };
}

/** What one move shows: the transitions taken, the guards seen true (`+`) and false (`-`). */
function shown(move: string): string[] {
  const { transitions, guards } = modelCoverage(chart, [journey('one', move)], names);
  return [
    ...transitions.filter(({ times }) => times > 0).map(({ id }) => id),
    ...guards.filter(({ seenTrue }) => seenTrue).map(({ name }) => `+${name}`),
    ...guards.filter(({ seenFalse }) => seenFalse).map(({ name }) => `-${name}`),
  ];
}

test('the screen that is seen tells the transition taken, its guards, and those of the candidates before it', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    'home > signIn.opened > sign-in': ['*/signIn.opened/1'],
    'identification > identity.submitted > question': ['identification/identity.submitted/1', '+isIdentityAccepted'],
    'identification > identity.submitted > identification': ['identification/identity.submitted/2', '-isIdentityAccepted'],
    'question > answer.submitted > new-password': ['question/answer.submitted/1', '+isAnswerRight', '-isThrottled'],
    // A wrong answer or too many: nobody can tell the second from outside.
    'question > answer.submitted > question': ['question/answer.submitted/2', '+hasTriesLeft', '-isAnswerRight'],
    'question > answer.submitted > identification': ['question/answer.submitted/3', '-isAnswerRight', '-hasTriesLeft'],
    'new-password > password.submitted > new-password': ['newPassword/password.submitted/2', '-isPasswordAccepted'],
    'services > services.opened > services': ['*/services.opened/1', '+isSignedIn'],
  };
  for (const [move, expected] of Object.entries(cases)) assert.deepEqual(shown(move), expected, move);
});

test('a screen asked for too early shows that its guard does not hold, wherever the person is led', () => {
  assert.deepEqual(shown('sign-in > newPassword.opened > identification'), ['-isAuthorised']);
  assert.deepEqual(shown('home > services.opened > sign-in'), ['-isSignedIn']);
});

test('nothing is learnt of a page that is no screen, of a move that the machine does not have, of a way that nothing guards', () => {
  for (const move of [
    'question > newPassword.opened > error',
    'other > home.opened > home',
    'question > password.submitted > summary',
    'home > signIn.opened > services',
    'home > dance > home',
  ]) {
    assert.deepEqual(shown(move), [], move);
  }
});

test('journeys are counted, by transition, by state and by where they came from', () => {
  const { states, transitions } = modelCoverage(
    chart,
    [
      journey('first', 'home > home.opened > home', 'home > signIn.opened > sign-in', 'summary > signIn.opened > sign-in'),
      journey('second', 'home > signIn.opened > sign-in'),
      journey('third', 'question > dance > summary'),
    ],
    names,
  );
  const opened = transitions.find(({ id }) => id === '*/signIn.opened/1');
  assert.deepEqual([opened?.times, opened?.example], [2, 'first']);
  assert.deepEqual(opened?.from, [
    { state: 'home', times: 2 },
    { state: 'summary', times: 1 },
  ]);
  assert.deepEqual(
    states.filter(({ times }) => times > 0),
    [
      { id: 'home', name: 'accueil', times: 2 },
      { id: 'signIn', name: 'connexion', times: 2 },
      { id: 'summary', name: 'récapitulatif', times: 1 },
    ],
  );
});

test('every transition is described by the fiche or says why it may be left out, and every word has its use', () => {
  const ids = chart.transitions.map(({ id }) => id).sort();
  assert.deepEqual([...Object.keys(described), ...Object.keys(unneeded)].sort(), ids);
  assert.deepEqual(Object.keys(guardWords).sort(), [...chart.guards].sort());
  assert.deepEqual(Object.keys(eventWords).sort(), [...procedure.events].sort());
  for (const name of [...Object.keys(indistinct), ...Object.keys(neverFailing)]) assert.ok(chart.guards.includes(name), name);
  const known = new Set(requirements.map(({ id }) => id));
  for (const ways of Object.values(described)) {
    for (const { requirements: cited, from } of ways) {
      assert.deepEqual(
        cited.filter((id) => !known.has(id)),
        [],
      );
      assert.ok(from === undefined || chart.states.includes(from));
    }
  }
});
