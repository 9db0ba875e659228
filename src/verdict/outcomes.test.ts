import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutcomeAttachment } from './attachments';
import type { Finding } from './errors';
import { judgeRequirement, judgeScenario, type AttemptSeen, type RequirementSeen, type Row } from './outcomes';

const finding = (...requirements: string[]): Finding => ({
  requirements,
  expected: 'un refus',
  observed: 'le récapitulatif',
  attribution: 'implementation',
  evidence: [],
});
const found = (...requirements: string[]): OutcomeAttachment => ({ kind: 'finding', findings: [finding(...requirements)] });
const missing: OutcomeAttachment = { kind: 'missing', capability: 'horloge', hint: 'déclarez `clock`' };
const outage: OutcomeAttachment = {
  kind: 'undecided',
  attribution: 'environment',
  reason: 'le serveur de courriels ne répond pas',
};
const badPool: OutcomeAttachment = { kind: 'undecided', attribution: 'configuration', reason: 'aucun compte de réserve' };
const ours: OutcomeAttachment = { kind: 'undecided', attribution: 'suite', reason: 'cas imprévu' };
const attempt = (status: AttemptSeen['status'], ...attached: OutcomeAttachment[]): AttemptSeen => ({
  status,
  steps: 3,
  attached,
});

const required = false;
const opportunistic = true;

test('the outcome of a scenario', async (t) => {
  const table: [string, AttemptSeen[], boolean, string, string?][] = [
    ['passed', [attempt('passed')], required, 'passed'],
    ['a finding', [attempt('failed', found('MPO-1'))], required, 'failed', 'implementation'],
    ['a finding in an opportunistic row', [attempt('failed', found('MPO-1'))], opportunistic, 'failed', 'implementation'],
    ['a finding attached by a scenario that went on', [attempt('passed', found('MPO-1'))], required, 'failed', 'implementation'],
    ['a finding and an outage', [attempt('failed', outage, found('MPO-1'))], required, 'failed', 'implementation'],
    ['an outage', [attempt('failed', outage)], required, 'cantTell', 'environment'],
    ['an outage in an opportunistic row', [attempt('failed', outage)], opportunistic, 'cantTell', 'environment'],
    ['no account for a required row', [attempt('failed', missing)], required, 'cantTell', 'configuration'],
    ['no capability for an opportunistic row', [attempt('skipped', missing)], opportunistic, 'untested'],
    ['configuration', [attempt('failed', badPool)], required, 'cantTell', 'configuration'],
    ['an outage hides no missing capability', [attempt('failed', missing, outage)], opportunistic, 'cantTell', 'environment'],
    ['an error that nothing sorted', [attempt('failed')], required, 'cantTell', 'suite'],
    ['the same in an opportunistic row', [attempt('failed')], opportunistic, 'cantTell', 'suite'],
    ['undefined step', [attempt('undefined')], required, 'cantTell', 'suite'],
    ['ambiguous step', [attempt('ambiguous')], required, 'cantTell', 'suite'],
    ['pending step', [attempt('pending')], required, 'cantTell', 'suite'],
    ['skipped without a reason', [attempt('skipped')], opportunistic, 'cantTell', 'suite'],
    ['unknown', [attempt('unknown')], required, 'cantTell', 'suite'],
    ['cut short', [attempt('unfinished')], required, 'cantTell', 'suite'],
    ['no step at all', [{ status: 'passed', steps: 0, attached: [] }], required, 'cantTell', 'suite'],
    ['never begun', [], required, 'cantTell', 'suite'],
    ['an outage, then a pass', [attempt('failed', outage), attempt('passed')], required, 'passed'],
    ['an outage twice', [attempt('failed', outage), attempt('failed', outage)], required, 'cantTell', 'environment'],
    ['a finding, then a pass', [attempt('failed', found('MPO-1')), attempt('passed')], required, 'failed', 'implementation'],
    ['an outage, then a finding', [attempt('failed', outage), attempt('failed', found())], required, 'failed', 'implementation'],
    ['an unsorted error, then a pass', [attempt('failed'), attempt('passed')], required, 'cantTell', 'suite'],
    ['a defect that says so, then a pass', [attempt('failed', ours), attempt('passed')], required, 'cantTell', 'suite'],
  ];
  for (const [name, attempts, kind, outcome, attribution] of table) {
    await t.test(name, () => {
      const judged = judgeScenario(attempts, kind);
      assert.equal(judged.outcome, outcome);
      assert.equal(judged.attribution, attribution);
      assert.equal(judged.reason === undefined, outcome === 'passed', 'a reason unless it passed');
    });
  }
});

test('what a stopped run cut short or never began has the run’s own reason', () => {
  const stopped = { attribution: 'environment', reason: 'la cible ne répond plus' } as const;
  for (const attempts of [[], [attempt('unfinished')]]) {
    const judged = judgeScenario(attempts, required, stopped);
    assert.equal(judged.outcome, 'cantTell');
    assert.equal(judged.attribution, 'environment');
    assert.match(judged.reason ?? '', /interrompue/);
  }
  assert.equal(judgeScenario([attempt('failed')], required, stopped).attribution, 'suite');
});

test('a finding that another attempt does not make is intermittent, one that both make is kept once', () => {
  const flaky = judgeScenario([attempt('failed', found('MPO-1')), attempt('passed')], required);
  assert.deepEqual(flaky.findings, [{ ...finding('MPO-1'), intermittent: true }]);
  const steady = judgeScenario([attempt('failed', found('MPO-1')), attempt('failed', found('MPO-1'))], required);
  assert.deepEqual(steady.findings, [finding('MPO-1')]);
});

test('a finding that does not accuse the implementation fails nothing', () => {
  const environment: OutcomeAttachment = { kind: 'finding', findings: [{ ...finding('MPO-1'), attribution: 'environment' }] };
  const judged = judgeScenario([attempt('failed', environment)], required);
  assert.equal(judged.outcome, 'cantTell');
  assert.equal(judged.attribution, 'environment');
});

const row = (outcome: Row['outcome'], more: Partial<Row> = {}): Row => ({
  outcome,
  name: 'refus',
  opportunistic: false,
  requirements: ['MPO-1', 'MPO-2'],
  findings: [],
  ...(outcome === 'passed' ? {} : { reason: `raison ${outcome}` }),
  ...more,
});
const optional = { opportunistic: true };

test('the outcome of a requirement', async (t) => {
  const table: [string, Partial<RequirementSeen>, string, string?][] = [
    ['every row passed', { rows: [row('passed'), row('passed')] }, 'passed'],
    [
      'failed: one of its rows failed',
      { rows: [row('passed'), row('failed', { findings: [finding('MPO-1')] })] },
      'failed',
      'implementation',
    ],
    [
      'failed: an opportunistic row failed',
      { rows: [row('passed'), row('failed', { ...optional, findings: [finding('MPO-1')] })] },
      'failed',
      'implementation',
    ],
    ['failed by a finding that names nothing', { rows: [row('failed', { findings: [finding()] })] }, 'failed', 'implementation'],
    [
      'failed by a scenario that is not tagged with it',
      { rows: [row('failed', { requirements: ['MPO-9'], findings: [finding('MPO-1')] })] },
      'failed',
      'implementation',
    ],
    [
      'cantTell: the scenario broke off on another',
      { rows: [row('passed'), row('failed', { findings: [finding('MPO-2')] })] },
      'cantTell',
      'implementation',
    ],
    [
      'cantTell: a required row undecided',
      { rows: [row('passed'), row('cantTell', { attribution: 'environment' })] },
      'cantTell',
      'environment',
    ],
    [
      'cantTell: an opportunistic row cut short',
      { rows: [row('passed'), row('cantTell', { ...optional, attribution: 'environment' })] },
      'cantTell',
      'environment',
    ],
    [
      'failing wins over undecided',
      { rows: [row('cantTell', { attribution: 'suite' }), row('failed', { findings: [finding('MPO-1')] })] },
      'failed',
      'implementation',
    ],
    [
      'a doubt on the suite comes first',
      { rows: [row('cantTell', { attribution: 'environment' }), row('cantTell', { attribution: 'suite' })] },
      'cantTell',
      'suite',
    ],
    [
      'passed: opportunistic rows that could not run do not count',
      { rows: [row('passed'), row('untested', optional)] },
      'passed',
    ],
    ['untested: only opportunistic rows, none could run', { rows: [row('untested', optional)] }, 'untested'],
    ['passed: only opportunistic rows, one ran', { rows: [row('passed', optional), row('untested', optional)] }, 'passed'],
    ['untested: not testable by nature', { testable: 'no', limit: 'canal humain' }, 'untested'],
    ['cantTell: testable, and no scenario checks it', {}, 'cantTell', 'suite'],
    ['cantTell: partly testable, and no scenario checks it', { testable: 'partly', limit: 'image perdue' }, 'cantTell', 'suite'],
    ['untested: not selected', { expected: false, leftOut: 2 }, 'untested'],
    ['untested: another level', { expected: false }, 'untested'],
    ['cantTell: all of its scenarios are lost', { leftOut: 2 }, 'cantTell'],
    ['cantTell: some of its scenarios are lost', { leftOut: 1, rows: [row('passed')] }, 'cantTell'],
    ['cantTell: selected in part', { expected: false, leftOut: 1, rows: [row('passed')] }, 'cantTell'],
  ];
  for (const [name, seen, outcome, attribution] of table) {
    await t.test(name, () => {
      const judged = judgeRequirement({ id: 'MPO-1', testable: 'yes', rows: [], leftOut: 0, expected: true, ...seen });
      assert.equal(judged.outcome, outcome);
      assert.equal(judged.attribution, attribution);
      assert.equal(judged.reason === undefined, outcome === 'passed', 'a reason unless it passed');
    });
  }
});

test('an undecided requirement says which scenario stopped, and on what', () => {
  const rows = [row('failed', { findings: [finding('MPO-2')] })];
  const { reason } = judgeRequirement({ id: 'MPO-1', testable: 'yes', rows, leftOut: 0, expected: true });
  assert.equal(reason, 'indécis : le scénario « refus » s’est arrêté sur MPO-2');
});
