import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScreenName } from '../driver/controls';
import type { Visitor } from '../driver/visitor';
import { Moves, openingOf, pressOf } from './moves';

/** Only who it is counts. */
const browser = () => ({}) as Visitor;

test('a move is kept once, with where it was made and what was then seen', () => {
  const moves = new Moves();
  const one = browser();
  moves.note(one, 'nothing', 'home.opened', 'home');
  moves.note(one, 'home', 'signIn.opened', 'sign-in');
  moves.note(browser(), 'nothing', 'home.opened', 'home');
  assert.deepEqual(moves.all, [
    { from: 'home', event: 'home.opened', to: 'home' },
    { from: 'home', event: 'signIn.opened', to: 'sign-in' },
  ]);
});

test('nothing is noted of a page that is not where the last move led, until a move leads somewhere again', () => {
  const moves = new Moves();
  const one = browser();
  moves.note(one, 'nothing', 'home.opened', 'question');
  // Gone back to a page of before.
  moves.note(one, 'identification', 'identity.submitted', 'question');
  moves.note(one, 'question', 'answer.submitted', 'new-password');
  assert.deepEqual(moves.all, [
    { from: 'home', event: 'home.opened', to: 'question' },
    { from: 'question', event: 'answer.submitted', to: 'new-password' },
  ]);
});

test('what is no event of the procedure moves a person, and is not noted', () => {
  const moves = new Moves();
  const one = browser();
  moves.note(one, 'nothing', 'home.opened', 'home');
  moves.note(one, 'home', undefined, 'other');
  moves.note(one, 'home', 'signIn.opened', 'sign-in');
  assert.equal(moves.all.length, 1);
});

test('the same label sends the form on which it stands; an address is that of the first screen seen there', () => {
  assert.equal(pressOf('continue', 'identification'), 'identity.submitted');
  assert.equal(pressOf('continue', 'question'), 'answer.submitted');
  assert.equal(pressOf('forgottenPassword', 'sign-in'), 'identification.opened');
  const addresses = new Map<ScreenName, string>([
    ['question', '/une'],
    ['home', '/une'],
    ['new-password', '/autre'],
  ]);
  assert.equal(openingOf(addresses, '/une'), 'home.opened');
  assert.equal(openingOf(addresses, '/autre'), 'newPassword.opened');
  assert.equal(openingOf(addresses, '/inconnue'), undefined);
});
