import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reading, Recommendation, Requirement, Tension } from './model';
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
const source = { authority: 'OWASP', reference: 'ASVS 5.0, 6.2.9', read: 'text' } as const;
const recommendation: Recommendation = {
  id: 'REC-32',
  theme: 'password',
  title: text,
  statement: text,
  sources: [source],
  requirements: ['MPO-1.3-3'],
  readings: ['AMB-09'],
};
const tension: Tension = {
  id: 'minimum',
  topic: text,
  fiche: { says: text, citation: requirement.citation, requirements: ['MPO-1.3-3'] },
  authorities: [{ say: text, sources: [source] }],
  suite: text,
  recommendations: ['REC-32'],
};
const sound: Specification = {
  sections: [{ id: '1.3', title: text }],
  requirements: [requirement],
  readings: [reading],
  recommendationThemes: [{ id: 'password', title: text }],
  recommendations: [recommendation],
  tensions: [tension],
};

const withRequirement = (change: Partial<Requirement>): Specification => ({
  ...sound,
  requirements: [{ ...requirement, ...change }],
});
const withReading = (change: Partial<Reading>): Specification => ({ ...sound, readings: [{ ...reading, ...change }] });
const withRecommendation = (change: object): Specification => ({
  ...sound,
  recommendations: [{ ...recommendation, ...change }],
});
const withTension = (change: object): Specification => ({ ...sound, tensions: [{ ...tension, ...change }] });

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
  [
    'two recommendations with one id',
    { ...sound, recommendations: [recommendation, recommendation] },
    /two recommendations have/,
  ],
  ['two tensions with one id', { ...sound, tensions: [tension, tension] }, /two tensions have the same id/],
  ['a malformed recommendation id', withRecommendation({ id: 'REC-5' }), /recommendations\[0\]\.id/],
  ['a recommendation of no theme', { ...sound, recommendationThemes: [] }, /REC-32: unknown theme password/],
  [
    'a recommendation of an unknown requirement',
    withRecommendation({ requirements: ['MPO-9-9'] }),
    /REC-32: unknown requirement/,
  ],
  ['a recommendation of an unknown reading', withRecommendation({ readings: ['AMB-99'] }), /REC-32: unknown reading AMB-99/],
  ['a recommendation without a source', withRecommendation({ sources: [] }), /recommendations\[0\]\.sources/],
  ['a source cited twice', withRecommendation({ sources: [source, source] }), /a source is cited twice/],
  ['a source that does not say how it was read', withRecommendation({ sources: [{ ...source, read: undefined }] }), /\.read/],
  ['a source elsewhere than on https', withRecommendation({ sources: [{ ...source, url: 'http://x.test/' }] }), /\.url/],
  [
    'a tension about an unknown requirement',
    withTension({ fiche: { says: text, requirements: ['MPO-9-9'] } }),
    /unknown requirement/,
  ],
  ['a tension with an unknown recommendation', withTension({ recommendations: ['REC-99'] }), /minimum: unknown recommendation/],
  [
    'words that the fiche does not have',
    withTension({ fiche: { says: text, citation: 'et comporter 8 caractères.', requirements: ['MPO-1.3-3'] } }),
    /minimum: no requirement that it names has the citation « et comporter 8 caractères\. »/,
  ],
  ['a citation with stray blanks', withRequirement({ citation: 'et  comporter' }), /blanks must be single/],
];

for (const [what, data, message] of slips) {
  test(`refuses ${what}`, () => {
    assert.throws(() => checkSpecification(data), message);
  });
}
