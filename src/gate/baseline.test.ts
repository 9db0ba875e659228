import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunRecord } from '../reporting/record';
import { decideGate } from './decide';
import { deploymentRun, factsOf, judged, policyOf, withFinding, withOutcome } from './testing/records';

const ID = 'MPO-2-25';
const run = deploymentRun();
const failing = withFinding(run, ID);

/** @param startedAt of the baseline: the day before, unless given. */
function decide(before: RunRecord, record: RunRecord, policy: object = {}, startedAt = '2026-03-11T08:30:00.000Z') {
  const baseline = { ...before, startedAt };
  const { grounds, ...rest } = decideGate(factsOf(record, { baseline }), policyOf(policy));
  return {
    ...rest,
    weights: grounds.filter(({ about }) => about === 'baseline').map(({ weight }) => weight),
    words: grounds.map(({ words }) => words).join('\n'),
  };
}

test('the same again loses nothing', () => {
  const { decision, weights, fixed } = decide(run, run);
  assert.deepEqual([decision, weights, fixed], ['accepted', [], []]);
});

test('what passed and no longer does refuses, decided or not', () => {
  for (const [record, word] of [
    [failing, 'non respectée'],
    [withOutcome(run, ID, 'cantTell'), 'indécise'],
    [withOutcome(run, ID, 'untested'), 'non testée'],
  ] as const) {
    const seen = decide(run, record, { undecided: 'warn' });
    assert.equal(seen.decision, 'refused', word);
    assert.match(seen.words, new RegExp(`Régression de MPO-2-25 : respectée dans la référence, ${word} maintenant`));
  }
});

test('a regression under a waiver is only said', () => {
  const waivers = [{ requirement: ID, reason: 'r', owner: 'o', expires: '2026-03-20' }];
  const seen = decide(run, failing, { waivers });
  assert.deepEqual([seen.decision, seen.weights], ['accepted', ['warn']]);
});

test('what is fixed is told', () => {
  assert.deepEqual(decide(failing, run).fixed, [ID]);
  assert.deepEqual(decide(withOutcome(run, ID, 'cantTell'), run).fixed, [ID]);
});

test('a requirement or a scenario that is no longer checked refuses, whether it had passed or failed', () => {
  const seen = decide(failing, withOutcome(run, ID, 'untested'));
  assert.equal(seen.decision, 'refused');
  assert.match(seen.words, /Régression de MPO-2-25 : non respectée dans la référence, non testée maintenant/);
  assert.match(seen.words, /\d+ scénarios de la référence ne sont plus exécutés/);
  // One scenario of the requirement is gone; the requirement still passes.
  const [gone = ''] = run.requirements.find(({ id }) => id === ID)?.scenarios ?? [];
  const without = judged({
    ...run,
    scenarios: run.scenarios.filter(({ id }) => id !== gone),
    requirements: run.requirements.map((one) => ({ ...one, scenarios: one.scenarios.filter((id) => id !== gone) })),
  });
  const lost = decide(run, without);
  assert.deepEqual([lost.decision, lost.weights], ['refused', ['refuse']]);
  assert.match(lost.words, new RegExp(`Un scénario de la référence n’est plus exécuté : ${gone}`));
});

test('what was failed and is undecided is no loss: it weighs by itself', () => {
  const seen = decide(failing, withOutcome(run, ID, 'cantTell'));
  assert.deepEqual([seen.decision, seen.weights], ['inconclusive', []]);
});

test('a baseline that was not whole, or of another target, is no measure', () => {
  const partial = decide({ ...run, selection: { filtered: true, words: 'x' } }, run);
  assert.deepEqual([partial.decision, partial.weights], ['inconclusive', ['inconclusive']]);
  const stopped = decide({ ...run, stopped: { attribution: 'environment', reason: 'x' } }, run);
  assert.equal(stopped.decision, 'inconclusive');
  const other = decide({ ...run, target: { ...run.target, name: 'autre' } }, run);
  assert.deepEqual([other.decision, other.weights], ['accepted', ['warn']]);
});

test('a baseline that is the run itself, or a later one, is no measure', () => {
  for (const startedAt of [run.startedAt, '2026-03-13T08:30:00.000Z']) {
    const seen = decide(run, run, {}, startedAt);
    assert.deepEqual([seen.decision, seen.weights], ['inconclusive', ['inconclusive']]);
    assert.match(seen.words, /La référence n’est pas antérieure à la campagne/);
  }
});

test('a recommendation that is lost weighs what the policy says', () => {
  const recommended = judged({
    ...run,
    level: 'all',
    requirements: [
      ...run.requirements,
      { ...run.requirements.find(({ id }) => id === ID)!, id: 'REC-1', level: 'recommendation' },
    ],
  });
  const lost = judged({
    ...recommended,
    requirements: recommended.requirements.map((one) =>
      one.id === 'REC-1' ? { ...one, outcome: 'untested', scenarios: [] } : one,
    ),
  });
  assert.deepEqual(
    ['block', 'warn', 'ignore'].map((recommendation) => decide(recommended, lost, { recommendation }).weights),
    [['refuse'], ['warn'], []],
  );
});
