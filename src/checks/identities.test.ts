import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Account } from '../target/account';
import { CapabilityMissing } from '../verdict/errors';
import { identifyWithin, mailAddressOf } from './identities';
import { announcedMaximums } from './rule-text';

const account: Account = { email: 'a@b.example', password: 'x', question: 'q', answer: 'r', subscriberNumber: 'PRO-1' };
const accounts = [account, { ...account, email: 'c@d.example', subscriberNumber: undefined }];

test('the identifier is the address, or the subscriber number where that is declared (AMB-12)', () => {
  assert.equal(identifyWithin({ accounts })('a@b.example'), 'a@b.example');
  assert.equal(identifyWithin({ accounts, readings: { 'AMB-12': 'les-deux' } })('a@b.example'), 'a@b.example');
  const identify = identifyWithin({ accounts, readings: { 'AMB-12': 'numéro-abonné' } });
  assert.equal(identify('a@b.example'), 'PRO-1');
  assert.equal(identify(''), '', 'nothing stays nothing');
  assert.throws(() => identify('c@d.example'), CapabilityMissing);
});

test('the mail goes to the account, or to its enterprise where that is declared (AMB-25)', () => {
  const contact = { 'AMB-25': 'adresse-de-contact' };
  const enterprise = { ...account, contactEmail: 'e@f.example' };
  assert.equal(mailAddressOf(enterprise), 'a@b.example');
  assert.equal(mailAddressOf(enterprise, contact), 'e@f.example');
  assert.equal(mailAddressOf(account, contact), 'a@b.example', 'there is no other');
});

test('an announced maximum is read in many words, a minimum is none (AMB-06)', () => {
  for (const words of [
    '64 caractères au maximum',
    'maximum de 64 caractères',
    'pas plus de 64 caractères',
    'entre 20 et 64 caractères',
  ]) {
    assert.deepEqual(announcedMaximums(words), [64], words);
  }
  for (const words of ['de 20 caractères au minimum', '20 caractères ou plus', 'au moins 20 caractères']) {
    assert.deepEqual(announcedMaximums(words), [], words);
  }
});
