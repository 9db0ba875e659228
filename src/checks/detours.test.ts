import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Submission } from '../driver/visitor';
import { detoursFromWords, detourWords, respellingsOf, withFieldsRepeated } from './detours';

const form: Submission = {
  method: 'POST',
  url: 'https://exemple.test/oubli/nouveau',
  headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '27', referer: 'https://exemple.test/oubli' },
  body: 'jeton=t%26t&un=abc&deux=abd',
};
const json: Submission = {
  ...form,
  headers: { 'content-type': 'application/json' },
  body: '{"jeton":"t&t","un":"abc","deux":"abd"}',
};

const bent = (manner: string, submission: Submission) => detoursFromWords(manner).map(({ bend }) => bend(submission));

test('by another method: the body of PUT, the query of GET and HEAD, without what described a body', () => {
  const [put, get, head] = bent('par une autre méthode', form);
  assert.deepEqual(put, { ...form, method: 'PUT' });
  for (const [sent, method] of [
    [get, 'GET'],
    [head, 'HEAD'],
  ] as const) {
    assert.deepEqual(sent, {
      ...{ method, url: `${form.url}?jeton=t%26t&un=abc&deux=abd`, body: '' },
      headers: { referer: 'https://exemple.test/oubli' },
    });
  }
});

test('in the other format, there and back', () => {
  const [asJson] = bent('dans un autre format', form);
  assert.equal(asJson?.headers['content-type'], 'application/json');
  assert.deepEqual(JSON.parse(asJson.body), { jeton: 't&t', un: 'abc', deux: 'abd' });
  const [asForm] = bent('dans un autre format', json);
  assert.equal(asForm?.headers['content-type'], 'application/x-www-form-urlencoded');
  assert.equal(asForm.body, form.body);
});

test('what has no fields of text has fewer ways', () => {
  const files: Submission = { ...form, headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' };
  const nested: Submission = { ...json, body: '{"compte":{"un":"abc"}}' };
  const broken: Submission = { ...json, body: '{' };
  for (const other of [files, nested, broken]) {
    assert.deepEqual(bent('dans un autre format', other), [undefined]);
    assert.deepEqual(bent('par une autre méthode', other), [{ ...other, method: 'PUT' }, undefined, undefined]);
    assert.equal(withFieldsRepeated(other, ['abc'], ['1', '2']), undefined);
  }
});

test('other spellings of an address keep its query, and those that change nothing are left out', () => {
  assert.deepEqual(
    respellingsOf(`${form.url}?a=B`).map(({ address }) => address),
    [
      'https://exemple.test/OUBLI/NOUVEAU?a=B',
      'https://exemple.test/oubli/nouveau/?a=B',
      'https://exemple.test/oubli//nouveau?a=B',
      'https://exemple.test/oubli/nouvea%75?a=B',
      'https://exemple.test/oubli/nouveau;a=1?a=B',
    ],
  );
  assert.deepEqual(
    respellingsOf('https://exemple.test/').map(({ address }) => address),
    ['https://exemple.test//', 'https://exemple.test/;a=1'],
  );
  assert.deepEqual(
    respellingsOf('https://exemple.test/oubli/').map(({ address }) => new URL(address).pathname),
    ['/OUBLI/', '/oubli', '/oubli//', '/oubl%69/', '/oubli/;a=1'],
  );
  const [, slashed] = bent('à une autre écriture de son adresse', form);
  assert.deepEqual(slashed, { ...form, url: `${form.url}/` });
});

test('a field is sent twice in a form and in JSON', () => {
  assert.equal(withFieldsRepeated(form, ['abc', 'abd'], ['1', '2'])?.body, 'jeton=t%26t&un=1&un=2&deux=1&deux=2');
  assert.equal(withFieldsRepeated(json, ['abc'], ['1', '2'])?.body, '{"jeton":"t&t","un":"1","un":"2","deux":"abd"}');
  assert.equal(withFieldsRepeated(form, ['absent'], ['1', '2']), undefined);
});

test('unknown words are refused, with those that are known', () => {
  assert.throws(() => detoursFromWords('par la fenêtre'), new RegExp(detourWords().join(', ')));
});
