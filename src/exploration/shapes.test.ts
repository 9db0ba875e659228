import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { passwordFamilies } from './password-properties';
import { nearVariants, swapCase, variantFromWords } from './password-variants';
import { createSecretSource } from './secrets';
import { shapeFromWords, shapesFromWords } from './shape-words';
import { describeShape, lengthOf, materialise } from './shapes';

const key = Buffer.from('a key of the tests');
const source = createSecretSource(key, 'tests');
const made = (words: string) => materialise(shapeFromWords(words), source);

test('a source is foreseen by the holder of the key alone', () => {
  const draw = (k: string, label: string) => createSecretSource(Buffer.from(k), label).pick('abcdefghij', 40);
  assert.equal(draw('k', 'a'), draw('k', 'a'));
  assert.notEqual(draw('k', 'a'), draw('k', 'b'));
  assert.notEqual(draw('k', 'a'), draw('l', 'a'));
});

test('words of the features become passwords of that shape', () => {
  assert.match(made('20 lettres et chiffres'), /^(?=.*[A-Za-z])(?=.*\d)[A-Za-z0-9]{20}$/);
  assert.match(made('24 minuscules et chiffres'), /^(?=.*[a-z])(?=.*\d)[a-z0-9]{24}$/);
  assert.match(made('19 lettres puis 1 chiffre'), /^[A-Za-z]{19}\d$/);
  assert.match(made('« 0e » puis 18 chiffres'), /^0e\d{18}$/);
  assert.match(made('5 lettres puis les chiffres de 2 puissance 63'), /^[A-Za-z]{5}9223372036854775808$/);
  assert.match(made('trois fois le même caractère puis 20 lettres et chiffres'), /^([A-Za-z])\1\1[A-Za-z0-9]{20}$/);
  assert.equal(made('24 lettres et chiffres puis « é » décomposé').slice(-2), 'e\u0301');
  assert.equal(made('20 lettres et chiffres puis « U+1F600 »').slice(20), '😀');
});

test('« avec » puts each intruder at the head, in the middle and at the end', () => {
  const values = shapesFromWords('24 lettres et chiffres avec « < » ou « > »').map((shape) => materialise(shape, source));
  assert.deepEqual(
    values.map((value) => value.search(/[<>]/)),
    [0, 12, 24, 0, 12, 24],
  );
});

test('unknown words are named with what is accepted', () => {
  assert.throws(() => shapesFromWords('24 lettres grecques'), /« 24 lettres grecques » ; formes admises : .*lettres et chiffres/);
  assert.throws(() => variantFromWords('à l’envers'), /« à l’envers »/);
});

test('a description publishes the shape and the code points of the intruder, not the secret', () => {
  assert.equal(
    describeShape(shapeFromWords('19 lettres puis « é » décomposé')),
    '21 caractères : 19 lettres, puis U+0065 U+0301',
  );
  assert.equal(describeShape([]), '0 caractère');
});

test('a variant differs from its password by what it says, and by nothing else', () => {
  const password = made('80 lettres et chiffres');
  const changed = variantFromWords('dont le 73e caractère change')(password, source);
  assert.deepEqual(
    [...password].flatMap((character, index) => (character === changed[index] ? [] : [index])),
    [72],
  );
  assert.notEqual(changed.toLowerCase(), password.toLowerCase());
  assert.equal(swapCase('aB1'), 'Ab1');
  assert.ok(nearVariants(password, source).every(({ value }) => value !== password));
  assert.equal(nearVariants(password, source).length, 7);
});

// The rules of the fiche written once more, apart from the generators: MPO-1.3-2, MPO-1.3-3, MPO-2-19, MPO-2-20.
const rules: readonly (readonly [string, (value: string) => boolean])[] = [
  ['trop court', (value) => [...value].length < 20],
  ['sans chiffre', (value) => !/\d/.test(value)],
  ['sans lettre', (value) => !/[A-Za-z]/.test(value)],
  ['avec une espace', (value) => /[\s\u200b\ufeff]/u.test(value)],
  ['avec un caractère accentué', (value) => /\p{M}/u.test(value.normalize('NFD'))],
  ['avec un signe', (value) => /[!-/:-@[-`{-~]/.test(value)],
];

for (const [name, { shapes }] of Object.entries(passwordFamilies)) {
  test(`${name}: breaks that rule alone`, () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const value = materialise(shape, source);
        const broken = rules.filter(([, breaks]) => breaks(value)).map(([rule]) => rule);
        assert.deepEqual(
          broken,
          rules.map(([rule]) => rule).filter((rule) => name.endsWith(rule)),
        );
        assert.equal(lengthOf(shape), [...value].length);
      }),
      { numRuns: 500 },
    );
  });
}

test('the generators reach the lengths where implementations stumble', () => {
  const lengths = new Set(fc.sample(passwordFamilies['mot de passe conforme']!.shapes, { numRuns: 400, seed: 1 }).map(lengthOf));
  for (const length of [20, 21, 72, 73, 128]) assert.ok(lengths.has(length), `no value of ${length} characters`);
});
