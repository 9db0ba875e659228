import assert from 'node:assert/strict';
import { test } from 'node:test';
import parse from '@cucumber/tag-expressions';
import { ConfigurationError } from '../verdict/errors';
import { selectionExpression } from './selection';

const known = { requirements: ['MPO-1.3-3', 'MPO-D-1'], recommendations: ['REC-01', 'REC-02'], readings: ['AMB-01'] };
const selects = (expression: string, ...tags: string[]) => parse(expression).evaluate(tags);

test('the level of the document leaves recommendations out, and the other way round', () => {
  const document = selectionExpression('document', undefined, known);
  assert.equal(selects(document, '@MPO-1.3-3'), true);
  assert.equal(selects(document, '@REC-02'), false);
  const recommendation = selectionExpression('recommendation', undefined, known);
  assert.equal(selects(recommendation, '@MPO-1.3-3'), false);
  assert.equal(selects(recommendation, '@REC-02'), true);
  assert.equal(selectionExpression('all', undefined, known), '');
});

test('a disjunction that the user asks for stays within the level', () => {
  const expression = selectionExpression('document', '@MPO-1.3-3 or @REC-01', known);
  assert.equal(selects(expression, '@MPO-1.3-3'), true);
  assert.equal(selects(expression, '@REC-01'), false);
  assert.equal(selects(expression, '@MPO-D-1'), false);
});

for (const [tags, message] of [
  ['@MPO-1.3-3 and', /'@MPO-1\.3-3 and' is not a tag expression \(Expected operand/],
  ['(@MPO-1.3-3', /Unmatched \(/],
  ['@MPO-1.3-99', /called 'MPO-1\.3-99'/],
  ['@MPO-1.3-3 or not(@AMB-99)', /called 'AMB-99'/],
  ['MPO-1.3-3', /'MPO-1\.3-3' is not a tag.*begins with @/],
] as const) {
  test(`--tags '${tags}' is refused`, () => {
    assert.throws(
      () => selectionExpression('document', tags, known),
      (error: Error) => error instanceof ConfigurationError && message.test(error.message),
    );
  });
}

test('a tag of another kind is left to Cucumber', () => {
  assert.equal(selects(selectionExpression('all', 'not @opportuniste', known), '@opportuniste'), false);
});
