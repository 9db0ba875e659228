import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acts, moveFromSentence, predicatePattern, sentenceOf, walkers } from './walk-moves';

test('every move has a sentence of its own, which reads back as that move', () => {
  const moves = walkers.flatMap((who) => acts.map((act) => ({ who, ...act })));
  const sentences = moves.map(sentenceOf);
  assert.equal(new Set(sentences).size, moves.length);
  assert.deepEqual(sentences.map(moveFromSentence), moves);
});

test('the pattern of the steps takes each sentence whole, but for clicks, which the features already say', () => {
  const pattern = new RegExp(`^(?:${walkers.join('|')}) (?:${predicatePattern()})$`);
  for (const act of acts) {
    assert.equal(pattern.test(sentenceOf({ who: 'Bruno', ...act })), act.do !== 'click', sentenceOf({ who: 'Bruno', ...act }));
  }
});

test('any other sentence is refused by name', () => {
  assert.throws(() => moveFromSentence('Alice s’en va'), /« Alice s’en va » n’est pas un geste d’une marche/);
  assert.throws(() => moveFromSentence('Chloé ouvre la page d’accueil'), /n’est pas un geste/);
});
