import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptForm, mayBeRefused, mayPass, type Readings } from './admission';

const CURRENT = 'Tournesol7Garrigue2Mistral';
const BASE = 'Abcdefghijklmnopqr12';
const passes = (value: string, readings: Readings, confirmation = value) => mayPass({ value, confirmation }, CURRENT, readings);

/** Every alternative reading of the rule, with what it leaves open and what it does not. */
const cells: readonly (readonly [readings: Readings, open: readonly string[], shut: readonly string[]])[] = [
  [{ 'AMB-01': 'alphabet-seul' }, ['a'.repeat(25), '7'.repeat(25)], ['a'.repeat(19), `${'a'.repeat(25)}!`, `${'a'.repeat(25)}é`]],
  [
    { 'AMB-02': 'spéciaux-admis' },
    [`${BASE}!`, `_${BASE}`, `${BASE}\u{1F600}`],
    [`${BASE} !`, `${BASE}é!`, `${'a'.repeat(25)}!`, `${BASE.slice(0, 18)}!`, `${BASE}!\n`],
  ],
  [{ 'AMB-03': 'lettres-unicode' }, [`${BASE}α`, `${BASE}ß`, `${BASE}٣`], [`${BASE}é`, `${BASE}ñ`, `${BASE}!`]],
  [{ 'AMB-04': 'accents-français' }, [], [`${BASE}é`, `${BASE}ñ`, `${BASE}α`]],
  [
    { 'AMB-03': 'lettres-unicode', 'AMB-04': 'accents-français' },
    [`${BASE}ñ`, `${BASE}n\u0303`, `Å${BASE}`],
    [`${BASE}é`, `${BASE}e\u0301`, `${BASE}Ÿ`, `${BASE}ñé`],
  ],
  [
    { 'AMB-10': 'rognage-bords' },
    [`${BASE} `, `\u00a0${BASE}\n`],
    [`${BASE.slice(0, 19)} `, `${BASE} x`, `${BASE} é`, `${CURRENT} `],
  ],
];

test('by default nothing that the fiche refuses is left open', () => {
  for (const [, open, shut] of cells) for (const value of [...open, ...shut]) assert.equal(passes(value, {}), false, value);
});

test('a declared reading leaves open what it lets pass, and nothing else', () => {
  for (const [readings, open, shut] of cells) {
    for (const value of open) assert.equal(passes(value, readings), true, `${JSON.stringify(readings)} ${JSON.stringify(value)}`);
    for (const value of shut)
      assert.equal(passes(value, readings), false, `${JSON.stringify(readings)} ${JSON.stringify(value)}`);
  }
});

test('what conforms by default is not left open: two different values, the one in force', () => {
  const readings = { 'AMB-01': 'alphabet-seul', 'AMB-02': 'spéciaux-admis', 'AMB-10': 'rognage-bords' };
  for (const value of [BASE, CURRENT]) assert.equal(passes(value, readings), false);
  assert.equal(passes(BASE, readings, `${BASE}3`), false);
  assert.equal(passes(BASE, readings, `${BASE} `), true, 'equal once trimmed');
});

test('trimming is declared, never supposed (MPO-D-6)', () => {
  assert.equal(keptForm(` ${BASE}\t`, {}), ` ${BASE}\t`);
  assert.equal(keptForm(` ${BASE}\t`, { 'AMB-10': 'rognage-bords' }), BASE);
});

test('a conforming value may be refused when it is too long or too close, where that is declared', () => {
  const [declared, close] = [{ 'AMB-06': 'maximum-déclaré' }, { 'AMB-07': 'différence-significative' }];
  assert.equal(mayBeRefused('a1'.repeat(33), CURRENT, declared), true);
  assert.equal(mayBeRefused('a1'.repeat(32), CURRENT, declared), false);
  assert.equal(mayBeRefused(`${CURRENT}4`, CURRENT, close), true);
  assert.equal(mayBeRefused(`x${CURRENT.slice(1)}`, CURRENT, close), true);
  assert.equal(mayBeRefused(BASE, CURRENT, close), false);
  for (const value of ['a1'.repeat(40), `${CURRENT}4`]) assert.equal(mayBeRefused(value, CURRENT, {}), false);
});
