import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Account } from './account';
import { PLACEHOLDER, poolSkeleton, unfilledKeys } from './pool-skeleton';
import { checkPool } from './target-file';
import { poolSchema } from './target-schema';

const skeleton = JSON.parse(poolSkeleton()) as Account[];
const filled = (email: string): Account => ({ email, password: 'Secret1', question: 'Question ?', answer: 'Réponse' });

test('the pool to fill in has the shape of a pool, and is refused as one: each account, with its keys', () => {
  assert.equal(poolSchema.parse(skeleton).length, 3);
  assert.throws(
    () => checkPool('accounts.json', poolSkeleton()),
    (error: Error) => {
      const lines = error.message.split('\n');
      assert.equal(lines[0], 'accounts.json:');
      assert.deepEqual(
        lines
          .slice(1)
          .map((line) => /^ {2}(\d): email, password, question, answer still « À REMPLIR »; accepted: /.exec(line)?.[1]),
        ['0', '1', '2'],
      );
      return true;
    },
  );
});

test('one key that is not filled in is enough, and no other value is quoted', () => {
  const pool = [filled('a@example.test'), { ...filled('b@example.test'), answer: PLACEHOLDER }];
  assert.throws(
    () => checkPool('accounts.json', JSON.stringify(pool)),
    (error: Error) => /^accounts\.json:\n {2}1: answer still « À REMPLIR »/.test(error.message) && !/Secret1/.test(error.message),
  );
});

test('a pool is accepted once it is filled in, and with fewer accounts', () => {
  const pool = [filled('a@example.test'), filled('b@example.test')];
  assert.deepEqual(checkPool('accounts.json', JSON.stringify(pool)), pool);
});

test('the placeholder is known in a list, within other words, and with its accent apart', () => {
  const account = filled('a@example.test');
  assert.deepEqual(unfilledKeys({ ...account, services: ['TVA', PLACEHOLDER] }), ['services']);
  assert.deepEqual(unfilledKeys({ ...account, question: `${PLACEHOLDER.normalize('NFD')} ?` }), ['question']);
  assert.deepEqual(unfilledKeys({ ...account, answer: 'à remplir' }), []);
});
