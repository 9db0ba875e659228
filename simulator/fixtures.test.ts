import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtures } from './fixtures';

test('every password conforms to the fiche and belongs to one account only', () => {
  for (const { email, password } of fixtures) {
    assert.match(password, /^(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9]{20,}$/, email);
  }
  assert.equal(new Set(fixtures.map(({ password }) => password)).size, fixtures.length);
});

test('addresses are unique, on reserved domains, and numbers differ', () => {
  assert.equal(new Set(fixtures.map(({ email }) => email.toLowerCase())).size, fixtures.length);
  assert.equal(new Set(fixtures.map(({ subscriberNumber }) => subscriberNumber)).size, fixtures.length);
  for (const { email } of fixtures) assert.match(email.toLowerCase(), /\.(example|test)$/);
});

test('everyone has at least two services and two dossiers, and no dossier is shared', () => {
  for (const { services, dossiers } of fixtures) assert.ok(services.length >= 2 && dossiers.length >= 2);
  const dossiers = fixtures.flatMap((account) => account.dossiers);
  assert.equal(new Set(dossiers).size, dossiers.length);
});

test('the traps are there', () => {
  const question = (trait: string) => fixtures.find((account) => account.trait.startsWith(trait))?.question ?? '';
  assert.equal(question('A'), question('C'));
  assert.ok(question('G').length > 200 && /<b>.*&.*"/.test(question('G')));
  const local = fixtures.find((account) => account.trait.startsWith('L'))?.email.split('@')[0];
  assert.equal(local?.length, 64);
  assert.ok((fixtures.find((account) => account.trait.startsWith('P'))?.password.length ?? 0) > 72);
});
