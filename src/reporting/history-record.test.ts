import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from '../verdict/outcomes';
import { historyOf, type NamedRun } from './history-record';
import { historyConclusion, renderHistoryText } from './history-text';
import { conformingRun, failingRun } from './testing/fixtures';
import type { RunRecord } from './record';

const base = conformingRun().record;
const [scenario] = base.scenarios;
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

/** A run of that day, in which the first scenario and its requirement came to this. */
function day(rank: number, outcome: Outcome, more: Partial<RunRecord> = {}): NamedRun {
  const of = <T extends { readonly id: string }>(rows: readonly T[], id: string): T[] =>
    rows.map((one) => (one.id === id ? { ...one, outcome } : one));
  const record: RunRecord = {
    ...base,
    startedAt: `2026-03-0${rank}T08:00:00.000Z`,
    scenarios: of(base.scenarios, scenario!.id),
    requirements: of(base.requirements, scenario!.requirements[0]!),
    ...more,
  };
  return { name: `run-${rank}`, record };
}

test('runs stand in the order of time, and each requirement has an outcome for each', () => {
  const { runs, chapters } = historyOf([day(3, 'failed'), day(1, 'passed'), day(2, 'cantTell')]);
  assert.deepEqual(
    runs.map(({ name }) => name),
    ['run-1', 'run-2', 'run-3'],
  );
  const rows = chapters.flatMap(({ requirements }) => requirements);
  assert.deepEqual(rows.find(({ id }) => id === scenario!.requirements[0])?.outcomes, ['passed', 'cantTell', 'failed']);
  assert.equal(rows.length, base.requirements.length);
  assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
});

test('a requirement that one run lacks keeps its row, and its place among the outcomes', () => {
  const [first, ...rest] = base.requirements;
  for (const lacking of [1, 2]) {
    const runs = [1, 2].map((rank) => day(rank, 'passed', rank === lacking ? { requirements: rest } : {}));
    const row = historyOf(runs)
      .chapters.flatMap(({ requirements }) => requirements)
      .find(({ id }) => id === first!.id);
    assert.deepEqual(row?.outcomes, lacking === 1 ? [undefined, 'passed'] : ['passed', undefined]);
  }
});

const sequences: readonly (readonly [outcomes: readonly Outcome[], wavers: boolean])[] = [
  [['passed', 'failed', 'passed'], true],
  [['failed', 'cantTell', 'failed'], true],
  [['passed', 'untested', 'failed', 'untested', 'passed'], true],
  [['passed', 'failed'], false],
  [['passed', 'failed', 'failed'], false],
  [['cantTell', 'failed', 'passed'], false],
  [['passed', 'untested', 'passed'], false],
  [['passed'], false],
];
for (const [outcomes, wavers] of sequences) {
  test(`${outcomes.join(', ')}: ${wavers ? 'wavers' : 'does not waver'}`, () => {
    const { wavering } = historyOf(outcomes.map((outcome, rank) => day(rank + 1, outcome)));
    assert.deepEqual(
      wavering.map(({ id, alternates }) => [id, alternates]),
      wavers ? [[scenario!.id, true]] : [],
    );
  });
}

test('another target, another driver or another suite explains a return; another seed does not', () => {
  const wavering = (more: Partial<RunRecord>) =>
    historyOf([day(1, 'passed'), day(2, 'failed', more), day(3, 'passed')]).wavering.length;
  assert.equal(wavering({ seed: 7 }), 1);
  assert.equal(wavering({ driver: 'browser' }), 0);
  assert.equal(wavering({ target: { name: 'autre', kind: 'deployment' } }), 0);
  assert.equal(wavering({ versions: { suite: '0.2.0' } }), 0);
  assert.equal(wavering({ suite: { commit: 'abc', state: 'clean' } }), 0);
});

test('intermittent findings and scenarios that were tried again count in a single run', () => {
  const { record } = failingRun();
  const { wavering } = historyOf([{ name: 'seul', record }]);
  const retried = record.scenarios.filter(({ otherAttempts }) => otherAttempts?.length).map(({ id }) => id);
  assert.ok(retried.length > 1);
  assert.deepEqual(wavering.map(({ id }) => id).sort(), [...retried].sort());
  assert.ok(wavering.every(({ alternates, unsteadyIn }) => !alternates && unsteadyIn[0] === 'seul'));
  const told = record.scenarios.map((one) => ({ ...one, otherAttempts: [] }));
  const intermittent = historyOf([{ name: 'seul', record: { ...record, scenarios: told } }]).wavering;
  assert.deepEqual(
    intermittent.map(({ name }) => name),
    ['MPO-2-25 est tenue — parcours nominal'],
  );
});

test('in the terminal: runs, what moved, what wavers', () => {
  const history = historyOf([day(1, 'passed'), day(2, 'failed'), day(3, 'passed')]);
  const text = renderHistoryText(history);
  assert.match(text, / 1\. 1 mars 2026 .* — conforme — simulateur \(run-1\)/);
  assert.match(text, new RegExp(`Exigences dont l’issue a changé\\n {2}${scenario!.requirements[0]} +✓✗✓`));
  assert.match(text, /Scénarios instables\n {2}✓✗✓ .*son issue va et vient/);
  assert.equal(plain(historyConclusion(history)), 'Sur 3 campagnes, 1 exigence a changé d’issue et 1 scénario est instable.');
  assert.equal(
    plain(historyConclusion(historyOf([day(1, 'passed')]))),
    'Sur 1 campagne, aucune exigence n’a changé d’issue et aucun scénario n’est instable.',
  );
});
