import assert from 'node:assert/strict';
import test from 'node:test';
import { refusalOf } from './password-rules';

const conforming = () => false;
const LETTERS_19 = 'Abcdefghijklmnopqr1';

test('any series of at least 20 digits and letters with both is accepted', () => {
  const accepted = [
    `${LETTERS_19}Z`,
    'abcdefghijklmnopqrs1',
    'ABCDEFGHIJKLMNOPQRS1',
    '1234567890123456789a',
    'a1'.repeat(64),
    'a1'.repeat(5000),
  ];
  for (const password of accepted) assert.equal(refusalOf(password, password, conforming), undefined, password.slice(0, 40));
});

test('19 characters are refused, however many bytes they take', () => {
  for (const password of [LETTERS_19, 'a1', '', `${'é'.repeat(18)}1`])
    assert.ok(refusalOf(password, password, conforming), password);
});

test('letters alone and digits alone are refused', () => {
  for (const password of ['a'.repeat(25), '1'.repeat(25)])
    assert.match(refusalOf(password, password, conforming) ?? '', /au moins un chiffre/);
});

test('whatever is neither an ASCII digit nor an ASCII letter is refused, at any place', () => {
  const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).filter(
    (character) => !/[A-Za-z0-9]/.test(character),
  );
  const odd = [
    '\t',
    '\n',
    '\r',
    '\0',
    '\u00a0',
    '\u202f',
    '\u200b',
    '\ufeff',
    'é',
    'e\u0301',
    'ç',
    'ñ',
    'ß',
    'œ',
    'α',
    'а',
    'Ａ',
    '１',
    '٣',
    '²',
    '\u212a',
    '😀',
    '\ufffd',
  ];
  for (const character of [...printable, ...odd]) {
    for (const password of [character + LETTERS_19 + 'Z9', `${LETTERS_19}${character}Z9`, `${LETTERS_19}Z9${character}`]) {
      assert.ok(refusalOf(password, password, conforming), JSON.stringify(password));
    }
  }
});

test('a confirmation that differs in anything is refused', () => {
  const password = `${'a1'.repeat(40)}Z`;
  for (const other of ['', `${'a1'.repeat(40)}z`, `${password} `, password.slice(0, -1), '0e876543210987654321']) {
    assert.ok(refusalOf(password, other, conforming), other);
  }
});
