import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testableRequirements } from '../specification';
import { killMatrixSchema, renderKillMatrixJson, type CampaignSeen, type FaultRow } from './kill-matrix';
import { renderKillSummary } from './kill-matrix-summary';
import { faultRow, foundFaults, gapsMatrix, killMatrix } from './testing/kill-matrices';

const [mute] = testableRequirements;
const notRun = faultRow('FLT-900', ['MPO-2-1'], [], { fate: 'not-run' });
const notJudged = faultRow('FLT-900', ['MPO-2-1'], [], { fate: 'not-judged', error: 'panne' });
const selection: Partial<CampaignSeen> = {
  campaign: { selection: '--only FLT-001', complete: false, seed: 1, propertyRuns: 20, jobs: 2, resumed: 0 },
};

/** What was seen, and what the campaign comes to. */
const verdicts: readonly (readonly [string, readonly FaultRow[], Partial<CampaignSeen>, string, RegExp])[] = [
  ['all found', foundFaults, {}, 'proven', /^Les 108 défauts plantés sont tous trouvés .* en trouve au moins un\.$/],
  [
    'one asked for, found',
    foundFaults.slice(0, 1),
    selection,
    'proven',
    /^Le défaut planté est trouvé par une exigence qu’il viole\.$/,
  ],
  ['a survivor', [...foundFaults, faultRow('FLT-901', ['MPO-2-1'], [])], {}, 'gaps', /^1 défaut survit : FLT-901\.$/],
  [
    'others only',
    [...foundFaults, faultRow('FLT-902', ['MPO-2-1'], ['MPO-2-2'])],
    {},
    'gaps',
    /^1 défaut n’est trouvé que par .* : FLT-902\.$/,
  ],
  [
    'a requirement without a fault',
    foundFaults.slice(2),
    {},
    'gaps',
    new RegExp(`^1 exigence testable ne trouve aucun défaut : ${mute?.id}\\.$`),
  ],
  ['a requirement without a fault, of a selection', foundFaults.slice(2), selection, 'proven', /^Les 106 défauts/],
  [
    'a requirement without a fault, and a fault left',
    [...foundFaults.slice(2), notRun],
    {},
    'inconclusive',
    /^1 défaut n’a pas été joué\.$/,
  ],
  ['one not judged', [...foundFaults, notJudged], {}, 'inconclusive', /^1 défaut n’a pas pu être jugé : FLT-900\.$/],
  [
    'a survivor before one not judged',
    [notJudged, faultRow('FLT-901', ['MPO-2-1'], [])],
    {},
    'gaps',
    /^1 défaut survit : FLT-901 ; 1 défaut n’a pas pu/,
  ],
  [
    'broken off',
    [notRun],
    { stopped: { kind: 'interrupted', reason: 'la campagne a été interrompue' } },
    'inconclusive',
    /^La campagne a été interrompue ; 1 défaut n’a pas été joué\.$/,
  ],
  ['nothing', [], {}, 'inconclusive', /^Aucun défaut n’a été joué\.$/],
];
for (const [what, faults, seen, verdict, reason] of verdicts) {
  test(`kill matrix: ${what} → ${verdict}`, () => {
    const matrix = killMatrix(faults, seen);
    assert.equal(matrix.verdict, verdict, matrix.reason);
    assert.match(matrix.reason, reason);
  });
}

test('kill matrix: the score of a requirement counts the faults that violate it, and what it finds in all', () => {
  const score = (id: string) => {
    const { violatedBy, failedFor, kills } = gapsMatrix.requirements.find((one) => one.id === id)!;
    return [violatedBy, failedFor, kills];
  };
  assert.deepEqual(score('MPO-2-21'), [3, 2, 2], 'a survivor violates it');
  assert.deepEqual(score('MPO-1.5-1'), [3, 2, 2], 'another requirement found its third fault');
  assert.deepEqual(score('MPO-2-25'), [2, 2, 2 + (foundFaults.length / 2 - 1) + 1], 'it finds faults that violate others');
  assert.deepEqual(score('MPO-2-8'), [2, 2, 2], 'one could not be judged');
  assert.deepEqual(gapsMatrix.totals, {
    faults: 112,
    fates: { survived: 1, others: 1, 'not-judged': 1, 'not-run': 0, own: 109 },
    testable: 54,
  });
});

test('kill matrix: what is written reads again, and nothing that its schema does not know is written', () => {
  assert.deepEqual(killMatrixSchema.parse(JSON.parse(renderKillMatrixJson(gapsMatrix))), gapsMatrix);
  assert.throws(() => renderKillMatrixJson({ ...gapsMatrix, schemaVersion: 2 as 1 }));
  assert.throws(() => renderKillMatrixJson({ ...gapsMatrix, colour: 'red' } as typeof gapsMatrix));
});

test('kill matrix: the summary says what was found and by whom, in plain spaces', () => {
  const text = renderKillSummary(gapsMatrix);
  assert.match(
    text,
    /^Défauts : 112 ; trouvés par une exigence qu’ils violent : 109 ; par d’autres seulement : 1 ; survivants : 1$/m,
  );
  assert.match(text, /^Exigences testables : 54 ; violées par un défaut au moins : 54 ; en échec pour chacun d’eux : 51$/m);
  assert.match(text, /^Des manques : 1 défaut survit : FLT-901 ; /m);
  assert.doesNotMatch(text, /[\u00a0\u202f]/);
});
