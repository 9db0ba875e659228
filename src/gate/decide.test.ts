import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunRecord } from '../reporting/record';
import { conformingRun, failingRun, stoppedRun } from '../reporting/testing/fixtures';
import { decideGate, gateExitCode } from './decide';
import type { GateFacts, Ground } from './decision';
import { deploymentRun, factsOf, judged, policyOf, withFinding, withOutcome } from './testing/records';

const run = deploymentRun();
const ID = 'MPO-2-25';
const decide = (record: RunRecord, policy: object = {}, facts: Partial<GateFacts> = {}) =>
  decideGate(factsOf(record, facts), policyOf(policy));

function assertGround(grounds: readonly Ground[], weight: Ground['weight'], words: RegExp): void {
  const found = grounds.find((ground) => words.test(ground.words));
  assert.equal(found?.weight, weight, `${String(words)} in ${JSON.stringify(grounds, null, 1)}`);
}

test('a whole conforming run is accepted, and says what it covers', () => {
  const { decision, grounds, coverage, modelCoverage } = decide(run);
  assert.deepEqual([decision, grounds], ['accepted', []]);
  assert.ok(coverage.of > 40 && coverage.reached === coverage.of);
  assert.ok(modelCoverage && modelCoverage.reached > 0);
  assert.deepEqual(
    [gateExitCode({ decision: 'accepted' }), gateExitCode({ decision: 'refused' }), gateExitCode({ decision: 'inconclusive' })],
    [0, 1, 3],
  );
});

test('the fixtures agree with themselves: no contradiction is found where there is none', () => {
  for (const { record } of [conformingRun(), failingRun(), stoppedRun()]) {
    assert.deepEqual(
      decide(record).grounds.filter(({ about }) => about === 'record'),
      [],
    );
  }
});

test('one finding refuses, and is shown with its fingerprint', () => {
  const { decision, grounds, findings } = decide(withFinding(run, ID));
  assert.equal(decision, 'refused');
  assert.equal(findings.length, 1);
  assertGround(grounds, 'refuse', new RegExp(`MPO-2-25 n’est pas respectée \\(constat ${findings[0]?.fingerprint}\\)`));
});

test('a finding of a recommendation weighs what the policy says', () => {
  const recommendation = {
    ...run.requirements[0]!,
    id: 'REC-1',
    level: 'recommendation' as const,
    scenarios: run.requirements[0]!.scenarios,
  };
  const record = judged({ ...run, level: 'all', requirements: [...run.requirements, recommendation] });
  const failed = judged({
    ...record,
    requirements: record.requirements.map((one) =>
      one.id === 'REC-1'
        ? { ...withFinding(run, run.requirements[0]!.id).requirements[0]!, id: 'REC-1', level: 'recommendation' }
        : one,
    ),
    scenarios: withFinding(run, run.requirements[0]!.id).scenarios,
  });
  const about = (recommendation: string) => decide(failed, { recommendation }).grounds.filter((one) => one.about === 'finding');
  assert.deepEqual(
    about('block').map(({ weight }) => weight),
    ['refuse'],
  );
  assert.deepEqual(
    about('warn').map(({ weight }) => weight),
    ['warn'],
  );
  assert.deepEqual(about('ignore'), []);
});

test('recommendations that block must have been run', () => {
  const { decision, grounds } = decide(run, { recommendation: 'block' });
  assert.equal(decision, 'inconclusive');
  assertGround(grounds, 'inconclusive', /La règle veut les recommandations/);
});

test('undecided: inconclusive unless the policy lets it pass; an untested sentence is only said', () => {
  const open = withOutcome(run, ID, 'cantTell');
  assert.equal(decide(open).decision, 'inconclusive');
  assertGround(decide(open).grounds, 'inconclusive', /MPO-2-25 reste indécise : le serveur ne répond pas\./);
  assert.equal(decide(open, { undecided: 'warn' }).decision, 'accepted');
  assert.equal(decide(withFinding(open, 'MPO-2-1')).decision, 'refused', 'a refusal wins');
  const { decision, grounds } = decide(withOutcome(run, ID, 'untested'));
  assert.equal(decision, 'accepted');
  assertGround(grounds, 'warn', /MPO-2-25 : non testées/);
});

test('coverage below the minimum lacks evidence', () => {
  const open = withOutcome(run, ID, 'untested');
  assert.equal(decide(open, { minimumCoverage: 0.9 }).decision, 'accepted');
  assert.equal(decide(open, { minimumCoverage: 1 }).decision, 'inconclusive');
  assertGround(
    decide(open, { minimumCoverage: 1 }).grounds,
    'inconclusive',
    /Couverture insuffisante : exigences.* sur \d+ ; la règle veut 100/,
  );
  const half = { ...run, model: failingRun().record.model };
  assert.equal(decide(half, { minimumModelCoverage: 0.5 }).decision, 'accepted');
  assertGround(
    decide(half, { minimumModelCoverage: 0.51 }).grounds,
    'inconclusive',
    /passages que la fiche décrit parcourus, \d+ sur \d+/,
  );
  assertGround(decide({ ...run, model: undefined }, { minimumModelCoverage: 0 }).grounds, 'inconclusive', /n’a pas mesuré/);
});

const partial: readonly (readonly [name: string, record: RunRecord, words: RegExp])[] = [
  ['filtered', { ...run, selection: { filtered: true, tags: '@x', words: 'étiquettes @x' } }, /sélection \(étiquettes @x\)/],
  ['a shard that says it is whole', { ...run, selection: { ...run.selection, shard: '1/2' } }, /sélection/],
  ['stopped', { ...run, stopped: { attribution: 'environment', reason: 'panne.' } }, /interrompue : panne\.$/],
];
for (const [name, record, words] of partial) {
  test(`a run that is ${name} is inconclusive, whatever it found`, () => {
    const { decision, grounds } = decide(judged(record));
    assert.equal(decision, name.startsWith('a shard') ? 'refused' : 'inconclusive');
    assertGround(grounds, 'inconclusive', words);
  });
}

test('a waived finding does not make a partial run whole', () => {
  const record = judged({ ...withFinding(run, ID), selection: { filtered: true, words: 'étiquettes @x' } });
  const waivers = [{ requirement: ID, reason: 'r', owner: 'o', expires: '2026-03-20' }];
  assert.equal(decide(record, { waivers }).decision, 'inconclusive');
});

test('a run in which everything that was decided is waived decided nothing', () => {
  const nothing = withFinding(
    judged({
      ...run,
      requirements: run.requirements.map((one) =>
        one.id === ID ? one : { ...one, outcome: 'untested', testable: 'no' as const },
      ),
    }),
    ID,
  );
  const waivers = [{ requirement: ID, reason: 'r', owner: 'o', expires: '2026-03-20' }];
  assertGround(decide(nothing, { waivers }).grounds, 'inconclusive', /Aucune exigence de la fiche n’a été vérifiée/);
});

const wrongTargets: readonly (readonly [string, RunRecord['target'], object, RegExp])[] = [
  ['a fault', { ...run.target, fault: 'FLT-046' }, {}, /défaut planté \(FLT-046\)/],
  ['a variant', { ...run.target, variant: 'VAR-x' }, {}, /variante du simulateur \(VAR-x\)/],
  ['the simulator', conformingRun().record.target, {}, /simulateur et non sur un déploiement/],
  ['a deployment', run.target, { kind: 'simulator' }, /déploiement et non sur le simulateur/],
  ['another name', run.target, { target: 'production' }, /pour nom « préproduction », la règle veut « production »/],
  ['another address', run.target, { baseUrl: 'https://prod.example' }, /la règle veut « https:\/\/prod\.example »/],
  ['no address', { name: 'x', kind: 'deployment' }, { baseUrl: 'https://prod.example' }, /pour adresse «  »/],
];
for (const [name, target, policy, words] of wrongTargets) {
  test(`a run of ${name} that is not wanted is refused`, () => {
    const { decision, grounds } = decide({ ...run, target }, policy);
    assert.equal(decision, 'refused');
    assertGround(grounds, 'refuse', words);
  });
}

test('the target that is wanted is accepted, with or without the final slash of its address', () => {
  assert.equal(decide(run, { target: 'préproduction', baseUrl: 'https://preprod.example' }).decision, 'accepted');
  assert.equal(decide(conformingRun().record, { kind: 'simulator' }).decision, 'inconclusive', 'without evidence');
});

test('age: to the millisecond, and never from the future', () => {
  const at = (now: Date, policy: object = { maximalAge: '7 days' }) => decide(run, policy, { now });
  const limit = Date.parse(run.startedAt) + 7 * 86_400_000;
  assert.equal(at(new Date(limit)).decision, 'accepted');
  assertGround(at(new Date(limit + 1)).grounds, 'refuse', /trop ancienne.*la règle admet 7 days/);
  assert.equal(at(new Date(limit + 1), {}).decision, 'accepted');
  assertGround(at(new Date(Date.parse(run.startedAt) - 600_000), {}).grounds, 'refuse', /datée du futur/);
});

test('integrity: a problem refuses; without evidence nothing is accepted', () => {
  assertGround(
    decide(run, {}, { integrity: ['index.html: altered.'] }).grounds,
    'refuse',
    /Vérification du dossier : index\.html: altered\.$/,
  );
  const bare = { ...run, evidence: undefined };
  const { decision, grounds } = decide(bare, {}, { integrity: ['evidence: missing'] });
  assert.equal(decision, 'inconclusive');
  assertGround(grounds, 'inconclusive', /n’a pas de preuves/);
  assertGround(grounds, 'inconclusive', /evidence: missing/);
});

test('signature: what is required must be valid, and a wrong one is always refused', () => {
  const required = { signature: { key: 'a.pub' } };
  const optional = { signature: { key: 'a.pub', required: false } };
  const of = (policy: object, signature: GateFacts['signature']) => decide(run, policy, { signature }).decision;
  assert.deepEqual(
    (['valid', 'absent', 'unchecked', 'invalid'] as const).map((one) => [of(required, one), of(optional, one), of({}, one)]),
    [
      ['accepted', 'accepted', 'accepted'],
      ['refused', 'accepted', 'accepted'],
      ['refused', 'accepted', 'accepted'],
      ['refused', 'refused', 'refused'],
    ],
  );
});

test('suite: sources that were touched refuse, unknown ones decide nothing', () => {
  const of = (suite: RunRecord['suite'], policy: object) => decide({ ...run, suite }, policy).decision;
  const seen = [{ state: 'clean' }, { state: 'dirty' }, { state: 'unknown' }, undefined] as const;
  assert.deepEqual(
    seen.map((one) => of(one, { suite: 'clean' })),
    ['accepted', 'refused', 'inconclusive', 'inconclusive'],
  );
  assert.deepEqual(
    seen.map((one) => of(one, {})),
    ['accepted', 'accepted', 'accepted', 'accepted'],
  );
});
