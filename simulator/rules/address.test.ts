import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtures } from '../fixtures';
import { addressKey, isWellFormedAddress } from './address';
import { normaliseAnswer } from './answer';

test('every registered address is well formed, the odd ones too (MPO-1.5-1)', () => {
  for (const { email } of fixtures) assert.ok(isWellFormedAddress(email), email);
  for (const address of ['a@b.c.example', 'nom@musee.museum', '1@2.example']) assert.ok(isWellFormedAddress(address), address);
});

test('what is no address is refused (MPO-2-6)', () => {
  const malformed = ['abc', 'a@', '@b.example', 'a@b', 'a@b@c.example', `${'a'.repeat(300)}@b.example`, 'a@b..example'];
  const injections = [
    'a@b.example\r\nBcc: evil@b.example',
    'a@b.example,evil@b.example',
    'a b@c.example',
    '<a@b.example>',
    'a@b.example\0',
  ];
  for (const typed of [...malformed, ...injections]) assert.equal(isWellFormedAddress(typed), false, JSON.stringify(typed));
});

test('letter case is ignored in ASCII only, and the tag is kept (AMB-13)', () => {
  assert.equal(addressKey(' MIKE@Studio.example '), addressKey('mike@studio.example'));
  assert.notEqual(addressKey('mıke@studio.example'), addressKey('mike@studio.example'));
  assert.notEqual(addressKey('MİKE@studio.example'), addressKey('mike@studio.example'));
  assert.notEqual(addressKey('héléne@couture.example'), addressKey('helene@couture.example'));
  assert.notEqual(addressKey('emma+compta@conseil.example'), addressKey('emma@conseil.example'));
});

test('answers forgive case and blanks, nothing else (AMB-17)', () => {
  assert.equal(normaliseAnswer('  L’ÉTOILE  du Nord '), normaliseAnswer('l’étoile du nord'));
  for (const [one, other] of [
    ['1e3', '1000'],
    ['1000.0', '1000'],
    ['Éléonore', 'Eleonore'],
    ['0e1', '0e2'],
  ] as const) {
    assert.notEqual(normaliseAnswer(one), normaliseAnswer(other));
  }
});
