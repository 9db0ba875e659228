import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  readingById,
  readings,
  recommendationById,
  recommendationIds,
  recommendations,
  recommendationThemes,
  requirementById,
  requirements,
  sections,
  tensions,
  testableRequirements,
} from './index';

test('holds the whole catalogue', () => {
  const testable = (value: string): number => requirements.filter((entry) => entry.testable === value).length;
  assert.equal(requirements.length, 64);
  assert.deepEqual([testable('yes'), testable('partly'), testable('no')], [47, 7, 10]);
  assert.equal(testableRequirements.length, 54);
  assert.equal(readings.length, 38);
  assert.equal(tensions.length, 8);
});

test('numbers the recommendations without a gap, and every theme has some', () => {
  assert.deepEqual(
    recommendationIds,
    Array.from({ length: 45 }, (_, rank) => `REC-${String(rank + 1).padStart(2, '0')}`),
  );
  assert.deepEqual(
    recommendationThemes.map(({ id }) => [id, recommendations.filter(({ theme }) => theme === id).length]),
    [
      ['enumeration', 9],
      ['sequence', 9],
      ['http', 12],
      ['password', 5],
      ['mail', 4],
      ['accessibility', 6],
    ],
  );
});

test('says of every source how it was read, and leans on memory alone for nothing', () => {
  for (const { id, sources } of recommendations) {
    assert.ok(
      sources.some(({ read }) => read !== 'memory'),
      `${id}: every source is from memory`,
    );
  }
  const read = (value: string): number =>
    recommendations.flatMap(({ sources }) => sources).filter((source) => source.read === value).length;
  assert.ok(read('text') > 100);
  assert.deepEqual([read('transcription'), read('memory')], [16, 5]);
});

test('only a measure of time is an indication', () => {
  assert.deepEqual(
    recommendations.filter(({ indicative }) => indicative).map(({ id }) => id),
    ['REC-03'],
  );
});

test('follows the order of the fiche, without a gap in the numbering', () => {
  const order = sections.map(({ id }) => id);
  assert.deepEqual(order, ['1.1', '1.2', '1.3', '1.4', '1.5', '2', '3', 'D']);
  const counts = order.map((id) => requirements.filter(({ section }) => section === id).length);
  assert.deepEqual(counts, [5, 4, 7, 1, 8, 29, 3, 7]);
  const expected = order.flatMap((id, index) => Array.from({ length: counts[index] ?? 0 }, (_, rank) => `MPO-${id}-${rank + 1}`));
  assert.deepEqual(
    requirements.map(({ id }) => id),
    expected,
  );
  assert.deepEqual(
    readings.map(({ id }) => id),
    Array.from({ length: 38 }, (_, rank) => `AMB-${String(rank + 1).padStart(2, '0')}`),
  );
});

test('says which requirements the fiche does not state in so many words', () => {
  const unwritten = requirements.filter(({ warrant }) => warrant !== 'written').map(({ id, warrant }) => [id, warrant]);
  assert.deepEqual(unwritten, [
    ['MPO-1.3-7', 'deduced'],
    ['MPO-2-14', 'contraposed'],
    ...Array.from({ length: 7 }, (_, rank) => [`MPO-D-${rank + 1}`, 'deduced']),
  ]);
});

test('refers to every reading from some requirement', () => {
  const used = new Set(requirements.flatMap((entry) => entry.readings));
  assert.deepEqual(
    readings.filter(({ id }) => !used.has(id)).map(({ id }) => id),
    [],
  );
});

test('offers no reading that the text does not support', () => {
  const offered = new Set(readings.flatMap(({ values }) => values.map(({ value }) => value)));
  const unsupported = [
    'majuscule-exigée',
    'série-ordonnée',
    'insensible-à-la-casse',
    'récap-avec-réponse',
    'activation-par-courriel',
    'avec-mot-de-passe',
  ];
  assert.deepEqual(
    unsupported.filter((value) => offered.has(value)),
    [],
  );
});

test('declares the defaults that the suite supposes', () => {
  assert.equal(readingById('AMB-01').values[0]?.value, 'chiffres-et-lettres');
  assert.equal(readingById('AMB-14').values[0]?.value, 'sans-fuite-ni-progression');
  assert.equal(readingById('AMB-03').scored, false);
  assert.equal(readingById('AMB-22').scored, true);
});

test('writes French as French is printed', () => {
  const texts = [
    ...requirements.flatMap(({ id, statement, limit }) => [statement, limit].map((text) => [id, text?.fr ?? ''] as const)),
    ...readings.flatMap(({ id, question, reason, values }) =>
      [question, reason, ...values.map(({ meaning }) => meaning)].map((text) => [id, text.fr] as const),
    ),
    ...recommendations.flatMap(({ id, title, statement, applicability }) =>
      [title, statement, applicability].map((text) => [id, text?.fr ?? ''] as const),
    ),
    ...recommendationThemes.map(({ id, title }) => [id, title.fr] as const),
    ...tensions.flatMap(({ id, topic, fiche, authorities, suite }) =>
      [topic, fiche.says, suite, ...authorities.map(({ say }) => say)].map((text) => [id, text.fr] as const),
    ),
  ];
  for (const [id, text] of texts) {
    assert.doesNotMatch(text, /['"]/, `${id}: straight apostrophe or quotation mark`);
    assert.doesNotMatch(text, /[\p{L}»][:;?!](\s|$)/u, `${id}: no blank before high punctuation`);
    assert.equal(text.split('«').length, text.split('»').length, `${id}: unbalanced guillemets`);
    assert.doesNotMatch(text, /«\S|\S»/, `${id}: no blank inside guillemets`);
  }
});

test('finds a requirement, a reading or a recommendation by its id, and says so when there is none', () => {
  assert.equal(requirementById('MPO-1.3-3').citation, 'et comporter 20 caractères au minimum.');
  assert.equal(requirementById('MPO-D-4').section, 'D');
  assert.throws(() => requirementById('MPO-1.3-8'), {
    name: 'RangeError',
    message: 'Unknown requirement "MPO-1.3-8": known are MPO-1.1-1 to MPO-D-7',
  });
  assert.equal(recommendationById('REC-16').theme, 'accessibility');
  assert.throws(() => recommendationById('REC-46'), /Unknown recommendation "REC-46": known are REC-01 to REC-45/);
  assert.throws(() => readingById('AMB-39'), /Unknown reading "AMB-39": known are AMB-01 to AMB-38/);
});
