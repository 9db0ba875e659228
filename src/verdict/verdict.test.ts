import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from './outcomes';
import { exitCode, judgeRun, type RunSeen } from './verdict';

type Requirement = RunSeen['requirements'][number];
type Scenario = RunSeen['scenarios'][number];

const requirement = (outcome: Outcome, more: Partial<Requirement> = {}): Requirement => ({
  id: `MPO-${outcome}`,
  level: 'document',
  testable: 'yes',
  outcome,
  ...more,
});
const scenario = (outcome: Outcome, more: Partial<Scenario> = {}): Scenario => ({
  name: outcome,
  outcome,
  requirements: ['MPO-1'],
  ...more,
});
const passing = { requirements: [requirement('passed')], scenarios: [scenario('passed')] };
const outage = { attribution: 'environment', reason: 'la cible ne répond plus' } as const;
const recommendation = { level: 'recommendation' } as const;

test('the verdict, who must act, and the exit code', async (t) => {
  const table: [string, RunSeen, string, string | undefined, number][] = [
    ['all passed', passing, 'conforming', undefined, 0],
    [
      'untested beside passed',
      { ...passing, requirements: [requirement('passed'), requirement('untested', { testable: 'no' })] },
      'conforming',
      undefined,
      0,
    ],
    [
      'failed',
      { requirements: [requirement('passed'), requirement('failed')], scenarios: [scenario('failed')] },
      'non-conforming',
      'implementation',
      1,
    ],
    [
      'failed wins over undecided',
      { requirements: [requirement('failed'), requirement('cantTell')], scenarios: [scenario('failed'), scenario('cantTell')] },
      'non-conforming',
      'implementation',
      1,
    ],
    [
      'failed wins over stopped',
      { requirements: [requirement('failed')], scenarios: [scenario('failed')], stopped: outage },
      'non-conforming',
      'implementation',
      1,
    ],
    [
      'failed in a selection',
      { requirements: [requirement('failed')], scenarios: [scenario('failed')], selection: '@MPO-1' },
      'non-conforming',
      'implementation',
      1,
    ],
    [
      'undecided',
      {
        requirements: [requirement('passed'), requirement('cantTell', { attribution: 'environment' })],
        scenarios: [scenario('passed'), scenario('cantTell')],
      },
      'inconclusive',
      'environment',
      3,
    ],
    [
      'undecided, not testable by nature',
      { ...passing, requirements: [requirement('passed'), requirement('cantTell', { testable: 'no' })] },
      'conforming',
      undefined,
      0,
    ],
    [
      'partly testable and undecided',
      { ...passing, requirements: [requirement('passed'), requirement('cantTell', { testable: 'partly' })] },
      'inconclusive',
      undefined,
      3,
    ],
    [
      'a failed recommendation',
      {
        requirements: [requirement('passed'), requirement('failed', recommendation)],
        scenarios: [scenario('passed'), scenario('failed')],
      },
      'conforming',
      undefined,
      0,
    ],
    [
      'an undecided recommendation',
      { ...passing, requirements: [requirement('passed'), requirement('cantTell', recommendation)] },
      'conforming',
      undefined,
      0,
    ],
    ['filtered and passed', { ...passing, selection: '@MPO-1' }, 'inconclusive', undefined, 3],
    ['no scenario at all', { requirements: [requirement('untested')], scenarios: [] }, 'inconclusive', undefined, 3],
    [
      'only untested scenarios',
      { requirements: [requirement('untested')], scenarios: [scenario('untested')] },
      'inconclusive',
      undefined,
      3,
    ],
    ['target absent before the run', { requirements: [], scenarios: [], stopped: outage }, 'inconclusive', 'environment', 3],
    ['stopped after passes', { ...passing, stopped: outage }, 'inconclusive', 'environment', 3],
    [
      'only recommendations ran',
      { requirements: [requirement('untested'), requirement('passed', recommendation)], scenarios: [scenario('passed')] },
      'inconclusive',
      undefined,
      3,
    ],
    [
      'a failure that names no requirement',
      { ...passing, scenarios: [scenario('passed'), scenario('failed', { requirements: [] })] },
      'inconclusive',
      'suite',
      3,
    ],
    [
      'a defect of the suite comes before an outage',
      {
        requirements: [
          requirement('cantTell', { attribution: 'environment' }),
          requirement('cantTell', { attribution: 'suite' }),
        ],
        scenarios: [scenario('passed'), scenario('cantTell')],
      },
      'inconclusive',
      'suite',
      3,
    ],
  ];
  for (const [name, run, verdict, attribution, code] of table) {
    await t.test(name, () => {
      const judged = judgeRun(run);
      assert.equal(judged.verdict, verdict);
      assert.equal(judged.attribution, attribution);
      assert.equal(exitCode(judged), code);
    });
  }
});

test('the reason names what failed, and a filtered verdict says what it covers', () => {
  const failed = judgeRun({ requirements: [requirement('failed')], scenarios: [scenario('failed')], selection: 'étiquettes @x' });
  assert.equal(failed.reason, 'Une exigence de la fiche n’est pas respectée (sélection : étiquettes @x) : MPO-failed.');
  assert.match(judgeRun({ ...passing, selection: 'étiquettes @x' }).reason, /^Verdict limité à la sélection \(étiquettes @x\)/);
});
