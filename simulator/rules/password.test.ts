import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passwordDefects } from './password';

/** 19 characters, letters and a digit: what follows makes 20 or more. */
const PREFIX = 'Abcdefghijklmnopqr1';

const REFUSED: readonly (readonly [string, string])[] = [
  ['line feed after 20', 'Z\n'],
  ['e acute, composed', 'é'],
  ['e acute, decomposed', 'e\u0301'],
  ['n tilde', 'ñ'],
  ...Array.from('ßœæøłıſ\u212aαа', (letter) => ['letter beyond ASCII', letter] as const),
  ...Array.from('Ａ１Ⅷ²ª٣½', (sign) => ['digit or letter by compatibility', sign] as const),
  ...Array.from(' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', (sign) => ['printable, neither digit nor letter', sign] as const),
  ...Array.from('\t\r\n\u00a0\u202f\u2009\u3000\u200b\u00ad\ufeff\0', (blank) => ['blank or invisible', blank] as const),
  ['emoji', '😀'],
  ['space, then one more', ' Z'],
];

test('20 digits and letters are accepted, whatever their mix, order or repetition (MPO-1.3-1)', () => {
  const accepted = [
    `${PREFIX}Z`,
    'abcdefghijklmnopqrs1',
    'ABCDEFGHIJKLMNOPQRS1',
    '1234567890123456789a',
    '1abcdefghijklmnopqrs',
    'aaabbbcccdddeeefff111',
    '0e123456789012345678',
    '2147483648a9223372036854775808',
    ...[20, 21, 37, 64, 72, 73, 128, 1_000].map((length) => 'a1'.repeat(500).slice(0, length)),
  ];
  for (const password of accepted) assert.deepEqual(passwordDefects(password), [], `${password.length} characters`);
});

test('each character outside A–Z, a–z, 0–9 is refused, wherever it stands (MPO-2-18 to 2-20)', () => {
  for (const [what, character] of REFUSED) {
    for (const password of [PREFIX + character, character + PREFIX, `${PREFIX.slice(0, 9)}${character}${PREFIX}`]) {
      assert.ok(passwordDefects(password).includes('alphabet'), `${what}: ${JSON.stringify(character)}`);
    }
  }
});

test('fewer than 20 characters are refused, and only for that (MPO-1.3-3)', () => {
  for (const length of [10, 18, 19]) assert.deepEqual(passwordDefects('a1'.repeat(20).slice(0, length)), ['short']);
  assert.ok(passwordDefects('').includes('short'));
});

test('characters are code points: ten emoji are ten (AMB-09)', () => {
  assert.ok(passwordDefects('😀'.repeat(19)).includes('short'));
  assert.ok(!passwordDefects('😀'.repeat(20)).includes('short'));
});

test('a digit and a letter are both needed (MPO-1.3-2)', () => {
  assert.deepEqual(passwordDefects('a'.repeat(25)), ['noDigit']);
  assert.deepEqual(passwordDefects('7'.repeat(25)), ['noLetter']);
});
