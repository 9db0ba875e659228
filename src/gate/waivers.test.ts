import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideGate } from './decide';
import { deploymentRun, factsOf, policyOf, withFinding, withOutcome } from './testing/records';

const ID = 'MPO-2-25';
const run = deploymentRun();
const failing = withFinding(run, ID);
const waiver = { requirement: ID, reason: 'correctif prévu en mai', owner: 'Équipe courriel', expires: '2026-03-20' };
const [known] = decideGate(factsOf(failing), policyOf()).findings;
const prints = (record = failing) => decideGate(factsOf(record), policyOf()).findings.map(({ fingerprint }) => fingerprint);

function decide(waivers: readonly object[], { record = failing, now = '2026-03-14T10:00:00Z' } = {}) {
  const { decision, grounds } = decideGate(factsOf(record, { now: new Date(now) }), policyOf({ waivers }));
  return { decision, words: grounds.map(({ words }) => words).join('\n') };
}

test('one new finding refuses; a waiver lets it pass, through its last day; it refuses the day after', () => {
  assert.equal(decide([]).decision, 'refused');
  assert.equal(decide([waiver]).decision, 'accepted');
  assert.match(decide([waiver]).words, /MPO-2-25 n’est pas respectée .*sous dérogation de Équipe courriel jusqu’au 2026-03-20/);
  assert.equal(decide([waiver], { now: '2026-03-20T23:59:59.999Z' }).decision, 'accepted');
  const after = decide([waiver], { now: '2026-03-21T00:00:00Z' });
  assert.equal(after.decision, 'refused');
  assert.match(after.words, /Dérogation pour MPO-2-25 \(Équipe courriel\) : expirée, elle valait jusqu’au 2026-03-20\./);
  assert.match(after.words, /MPO-2-25 n’est pas respectée \(constat cst-[0-9a-f]{10}\)\./, 'it covers nothing any more');
});

test('a waiver with a fingerprint covers that finding alone', () => {
  assert.equal(decide([{ ...waiver, fingerprint: known?.fingerprint }]).decision, 'accepted');
  const other = decide([{ ...waiver, fingerprint: 'cst-0123456789' }]);
  assert.equal(other.decision, 'refused');
  assert.match(other.words, /sans objet, aucun constat n’a l’empreinte cst-0123456789/);
});

test('a waiver of a requirement with several findings must say which: each wants its own', () => {
  const record = withFinding(failing, ID, { observed: 'deux courriels' }, [1]);
  const several = prints(record);
  assert.equal(several.length, 2);
  const broad = decide([waiver], { record });
  assert.equal(broad.decision, 'refused');
  assert.match(broad.words, new RegExp(`trop large, cette exigence a 2 constats.*${several.join(', ')}`));
  const one = decide([{ ...waiver, fingerprint: several[0] }], { record });
  assert.equal(one.decision, 'refused');
  assert.match(one.words, new RegExp(`constat ${several[1]}\\)\\.`));
  assert.equal(
    decide(
      several.map((fingerprint) => ({ ...waiver, fingerprint })),
      { record },
    ).decision,
    'accepted',
  );
});

test('a finding that two scenarios made alike, with another duration, is one', () => {
  const record = withFinding(failing, ID, { observed: 'aucun courriel en 12,4 s' }, [1]);
  assert.equal(prints(record).length, 1);
  assert.equal(decide([waiver], { record }).decision, 'accepted');
});

const refused: readonly (readonly [name: string, waiver: object, words: RegExp])[] = [
  [
    'no finding',
    { ...waiver, requirement: 'MPO-2-1' },
    /Dérogation pour MPO-2-1 .* : sans objet, cette exigence n’a pas de constat/,
  ],
  ['no such requirement', { ...waiver, requirement: 'MPO-2-99' }, /MPO-2-99 .*aucune exigence ne porte cet identifiant/],
  ['a wildcard', { ...waiver, requirement: 'MPO-2-*' }, /MPO-2-\* .*trop large, elle doit nommer une seule exigence/],
  ['a list', { ...waiver, requirement: 'MPO-2-25, MPO-2-26' }, /trop large/],
  ['181 days', { ...waiver, expires: '2026-09-11' }, /trop longue, elle expire le 2026-09-11, dans plus de 180 jours/],
];
for (const [name, written, words] of refused) {
  test(`a waiver with ${name} refuses, beside one that is right`, () => {
    const seen = decide([waiver, written]);
    assert.equal(seen.decision, 'refused');
    assert.match(seen.words, words);
  });
}

test('180 days are not too long', () => {
  assert.equal(decide([{ ...waiver, expires: '2026-09-10' }]).decision, 'accepted');
});

test('a waiver that nothing needs any more refuses a run that conforms', () => {
  assert.equal(decide([waiver], { record: run }).decision, 'refused');
});

test('what only a waived finding kept from being decided lets pass; what anything else did does not', () => {
  const other = run.requirements.find(({ id }) => id === 'MPO-2-26')!;
  const shared = known?.scenarios[0] ?? '';
  // The scenario that failed was to decide MPO-2-26 too.
  const hidden = {
    ...failing,
    scenarios: failing.scenarios.map((one) => (one.id === shared ? { ...one, requirements: [ID, 'MPO-2-26'] } : one)),
    requirements: failing.requirements.map((one) =>
      one.id === 'MPO-2-26'
        ? { ...one, outcome: 'cantTell' as const, reason: 'arrêté sur MPO-2-25', scenarios: [...other.scenarios, shared] }
        : one,
    ),
  };
  const totals = {
    ...hidden.totals,
    requirements: { ...hidden.totals.requirements, passed: hidden.totals.requirements['passed']! - 1, cantTell: 1 },
  };
  const record = { ...hidden, totals };
  const seen = decide([waiver], { record });
  assert.equal(seen.decision, 'accepted', seen.words);
  assert.match(seen.words, /MPO-2-26 reste indécise : arrêté sur MPO-2-25/);
  assert.equal(decide([], { record }).decision, 'refused');
  assert.equal(decide([waiver], { record: withOutcome(failing, 'MPO-2-26', 'cantTell') }).decision, 'inconclusive');
});
