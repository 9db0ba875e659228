import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RequirementRecord, RunRecord, ScenarioRecord } from '../reporting/record';
import { decideGate } from './decide';
import { deploymentRun, factsOf, judged, policyOf, withFinding } from './testing/records';

const ID = 'MPO-2-25';
const run = deploymentRun();
const failing = withFinding(run, ID);
const requirement = (record: RunRecord, change: (one: RequirementRecord) => object): RunRecord => ({
  ...record,
  requirements: record.requirements.map((one) => (one.id === ID ? { ...one, ...change(one) } : one)),
});
const scenario = (record: RunRecord, change: (one: ScenarioRecord) => object): RunRecord => {
  const id = record.requirements.find((one) => one.id === ID)?.scenarios[0];
  return { ...record, scenarios: record.scenarios.map((one) => (one.id === id ? { ...one, ...change(one) } : one)) };
};

const contradictory: readonly (readonly [name: string, record: RunRecord, words: RegExp])[] = [
  [
    'a failed requirement, and a verdict that conforms',
    { ...failing, verdict: 'conforming' },
    /verdict est « conforming », ses lignes donnent « non-conforming »/,
  ],
  ['nothing failed, and a verdict that does not conform', { ...run, verdict: 'non-conforming' }, /lignes donnent « conforming »/],
  [
    'a filter, and a verdict that conforms',
    { ...run, selection: { filtered: true, words: 'x' } },
    /lignes donnent « inconclusive »/,
  ],
  [
    'a requirement that is not there',
    judged({ ...run, requirements: failing.requirements.filter(({ id }) => id !== ID) }),
    /MPO-2-25 n’y a pas de ligne/,
  ],
  ['a failed requirement called a recommendation', judged(requirement(failing, () => ({ level: 'recommendation' }))), /niveau/],
  ['a requirement called untestable', judged(requirement(run, () => ({ testable: 'no' }))), /testabilité du catalogue/],
  ['a requirement that stands twice', judged({ ...run, requirements: [...run.requirements, run.requirements[0]!] }), /en double/],
  ['a scenario that stands twice', judged({ ...run, scenarios: [...run.scenarios, run.scenarios[0]!] }), /scénario .* en double/],
  [
    'a passed requirement with a finding',
    judged(requirement(failing, () => ({ outcome: 'passed' }))),
    /« passed » avec 1 constats/,
  ],
  [
    'a failed requirement without a finding',
    judged(requirement(failing, () => ({ findings: [] }))),
    /« failed » avec 0 constats/,
  ],
  [
    'a passed requirement whose scenario failed',
    judged(scenario(run, () => ({ outcome: 'failed' }))),
    /sans que ses scénarios le montrent/,
  ],
  [
    'a passed requirement whose scenario is undecided',
    judged(scenario(run, () => ({ outcome: 'cantTell' }))),
    /sans que ses scénarios/,
  ],
  [
    'a passed requirement whose required scenario did not run',
    judged(scenario(run, () => ({ outcome: 'untested', opportunistic: false }))),
    /sans que ses scénarios/,
  ],
  [
    'a passed requirement without scenarios',
    judged(requirement(run, () => ({ scenarios: [] }))),
    /sans que ses scénarios le montrent/,
  ],
  [
    'a requirement that drops a scenario',
    judged(requirement(run, ({ scenarios }) => ({ scenarios: scenarios.slice(1) }))),
    /ne cite pas tous les scénarios/,
  ],
  [
    'a requirement with a scenario that is not there',
    judged(requirement(run, ({ scenarios }) => ({ scenarios: [...scenarios, 'nowhere'] }))),
    /cite un scénario qui n’y est pas/,
  ],
  [
    'a finding of a scenario that passed',
    judged(scenario(failing, () => ({ outcome: 'passed' }))),
    /vient d’un scénario qui n’a pas échoué/,
  ],
  [
    'a failure without a finding',
    judged(
      requirement(
        scenario(run, () => ({ outcome: 'failed' })),
        () => ({ outcome: 'cantTell' }),
      ),
    ),
    /l’échec du scénario .* n’y a pas de constat/,
  ],
  ['a passed scenario without steps', judged(scenario(run, () => ({ steps: [] }))), /réussi sans que ses étapes/],
  [
    'a passed scenario with a skipped step',
    judged(scenario(run, ({ steps }) => ({ steps: [{ ...steps[0]!, outcome: 'skipped' }] }))),
    /réussi sans que ses étapes/,
  ],
  ['totals of another run', { ...run, totals: failing.totals }, /ses totaux ne sont pas ceux de ses lignes/],
];

for (const [name, record, words] of contradictory) {
  test(`a record with ${name} is refused`, () => {
    const { decision, grounds } = decideGate(factsOf(record), policyOf({ undecided: 'warn' }));
    assert.equal(decision, 'refused');
    assert.ok(
      grounds.some((ground) => ground.weight === 'refuse' && words.test(ground.words)),
      JSON.stringify(grounds, null, 1),
    );
  });
}

test('no waiver excuses a contradiction', () => {
  const waivers = [{ requirement: ID, reason: 'r', owner: 'o', expires: '2026-03-20' }];
  assert.equal(decideGate(factsOf({ ...failing, verdict: 'conforming' }), policyOf({ waivers })).decision, 'refused');
});

test('many contradictions are not all told', () => {
  const { grounds } = decideGate(factsOf({ ...run, requirements: [], scenarios: [] }), policyOf());
  const told = grounds.filter(({ about }) => about === 'record').map(({ words }) => words);
  assert.ok(told.length <= 7, `${told.length}`);
  assert.ok(told.some((words) => /et \d+ autres contradictions/.test(words)));
});
