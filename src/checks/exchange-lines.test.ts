import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../driver/visitor';
import { exchangeLines } from './exchange-lines';

const named = (value: string) => (value === 'Secret42Secret42Secret42' ? '‹mot de passe›' : undefined);
const lines = (...exchanges: Partial<Exchange>[]) =>
  exchangeLines([{ who: 'Alice', exchanges: exchanges.map((one, at) => ({ ...plain, at, ...one })) }], named);
const plain: Exchange = {
  ...{ at: 0, method: 'GET', url: 'http://cible.example/connexion', requestBody: '', status: 200 },
  ...{ responseHeaders: { 'content-type': 'text/html; charset=utf-8' }, responseBody: '' },
};

test('shows method, path, status and type, never a value: a secret has its placeholder, any other its number', () => {
  const requestBody = 'nouveau=Secret42Secret42Secret42&confirmation=Secret42Secret42Secret42&jeton=abc123&suite=abc123&vide=';
  assert.deepEqual(lines({ method: 'POST', requestBody, status: 303, responseHeaders: { location: '/fin?t=abc123' } }), [
    'Alice : POST /connexion (nouveau=‹mot de passe›, confirmation=‹mot de passe›, jeton=‹valeur 1›, suite=‹valeur 1›, vide=) → 303, vers /fin?t=‹valeur 1›',
  ]);
});

test('the values of JSON, of cookies and of a path that looks drawn at random do not show either', () => {
  const responseHeaders = { 'content-type': 'application/json', 'set-cookie': 'sid=0123456789abcdef; Path=/; HttpOnly' };
  const [line] = lines({
    method: 'POST',
    url: 'http://cible.example/s/0123456789abcdef0/q',
    requestBody: '{"a":"xyz","n":3}',
    responseHeaders,
  });
  assert.equal(line, 'Alice : POST /s/‹valeur 3›/q (a=‹valeur 1›, n=‹valeur 2›) → 200, application/json, témoin sid');
});

test('a body of another kind is told by its size, and a long exchange is cut and says so', () => {
  assert.match(lines({ method: 'POST', requestBody: '--boundary\r\n' })[0]!, /\(corps de 12 octets\)/);
  const many = lines(...Array.from({ length: 500 }, () => ({})));
  assert.equal(many.length, 201);
  assert.equal(many[160], '… 300 autres échanges …');
});
