import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reading, Requirement } from './model';
import { checkSpecification, type Specification } from './schema';

const text = { fr: 'texte', en: 'text' };
const requirement: Requirement = {
  id: 'MPO-1.3-3',
  section: '1.3',
  kind: 'rule',
  warrant: 'written',
  level: 'document',
  citation: 'et comporter 20 caractères au minimum.',
  statement: text,
  testable: 'yes',
  readings: ['AMB-09'],
};
const reading: Reading = {
  id: 'AMB-09',
  question: text,
  values: [{ value: 'points-de-code', meaning: text }],
  reason: text,
  scored: false,
};
const sound: Specification = { sections: [{ id: '1.3', title: text }], requirements: [requirement], readings: [reading] };

const withRequirement = (change: Partial<Requirement>): Specification => ({
  ...sound,
  requirements: [{ ...requirement, ...change }],
});
const withReading = (change: Partial<Reading>): Specification => ({ ...sound, readings: [{ ...reading, ...change }] });

test('returns a sound specification as it is', () => {
  assert.deepEqual(checkSpecification(sound), sound);
});

const slips: readonly (readonly [string, Specification, RegExp])[] = [
  ['two requirements with one id', { ...sound, requirements: [requirement, requirement] }, /two requirements have the same id/],
  ['two readings with one id', { ...sound, readings: [reading, reading] }, /two readings have the same id/],
  ['two sections with one id', { ...sound, sections: [...sound.sections, ...sound.sections] }, /two sections have the same id/],
  ['a malformed requirement id', withRequirement({ id: 'MPO-1.3-03' }), /requirements\[0\]\.id/],
  ['a malformed reading id', withReading({ id: 'AMB-9' }), /readings\[0\]\.id/],
  ['an id of another section', withRequirement({ section: '1.4' }), /the id must name the section/],
  ['a section that is not listed', { ...sound, sections: [] }, /MPO-1\.3-3: unknown section 1\.3/],
  ['a reading that does not exist', withRequirement({ readings: ['AMB-10'] }), /MPO-1\.3-3: unknown reading AMB-10/],
  ['a limit on what is fully testable', withRequirement({ limit: text }), /a limit is given exactly when/],
  ['no limit on what is not', withRequirement({ testable: 'partly' }), /a limit is given exactly when/],
  ['a reading without a default', withReading({ values: [] }), /readings\[0\]\.values/],
  ['two values with one name', withReading({ values: [...reading.values, ...reading.values] }), /two values have the same name/],
  ['a text in one language only', withRequirement({ statement: { fr: 'texte', en: '' } }), /statement\.en/],
  ['a citation with stray blanks', withRequirement({ citation: 'et  comporter' }), /blanks must be single/],
];

for (const [what, data, message] of slips) {
  test(`refuses ${what}`, () => {
    assert.throws(() => checkSpecification(data), message);
  });
}
