import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withHiddenValuesOf } from './hidden-values';
import { readPage } from './read-page';

const source = '<form method="post"><input type="hidden" name="jeton" value="à moi"><input name="reponse"></form>';
const { page } = readPage({ url: 'http://localhost/', status: 200, contentType: 'text/html', source });
const sent = (body: string, type = 'application/x-www-form-urlencoded') => ({
  method: 'POST',
  url: 'http://localhost/question',
  headers: { 'content-type': type },
  body,
});

test('a noted form carries the hidden values of its sender, and what was typed as it was', () => {
  const { body } = withHiddenValuesOf(page, sent('jeton=un+autre&reponse=a%2Bb&jeton2=reste'));
  assert.deepEqual(
    [...new URLSearchParams(body)],
    [
      ['jeton', 'à moi'],
      ['reponse', 'a+b'],
      ['jeton2', 'reste'],
    ],
  );
});

test('a form of another kind, or a page that hides nothing, changes nothing', () => {
  const json = sent('{"jeton":"un autre"}', 'application/json');
  assert.equal(withHiddenValuesOf(page, json), json);
  const plain = sent('jeton=un+autre');
  assert.equal(withHiddenValuesOf({ ...page, source: '<p>rien</p>' }, plain), plain);
});
