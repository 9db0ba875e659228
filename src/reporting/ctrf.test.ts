import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateStrict, type CTRFReport } from 'ctrf';
import { renderCtrf } from './ctrf';
import type { RunRecord } from './record';
import { conformingRun, failingRun, stoppedRun } from './testing/fixtures';
import { spoilRecord } from './testing/hostile';

const runs = { conforming: conformingRun().record, failing: failingRun().record, stopped: stoppedRun().record };

/** As read by CTRF's own implementation, which throws when its schema is not followed. */
function read(record: RunRecord): CTRFReport {
  const report = JSON.parse(renderCtrf(record)) as CTRFReport;
  validateStrict(report);
  return report;
}

test('ctrf: follows the schema of CTRF, which is closed', () => {
  for (const record of [...Object.values(runs), spoilRecord(runs.failing)]) read(record);
  const report = read(runs.failing) as unknown as { results: Record<string, unknown> };
  assert.throws(() => validateStrict({ ...report, results: { ...report.results, requirements: [] } }));
});

test('ctrf: one test a scenario, names unique, and a summary that adds up', () => {
  for (const record of Object.values(runs)) {
    const { tests, summary } = read(record).results;
    assert.equal(tests.length, record.scenarios.length);
    assert.equal(new Set(tests.map(({ name }) => name)).size, tests.length);
    const { passed, failed, cantTell, untested, inapplicable } = record.totals.scenarios;
    const { passed: p, failed: f, skipped, other, pending } = summary;
    assert.deepEqual(
      { p, f, skipped, other, pending },
      { p: passed, f: failed, skipped: untested + inapplicable, other: cantTell, pending: 0 },
    );
    assert.equal(p + f + skipped + other + pending, summary.tests);
    assert.equal(summary.stop - summary.start, record.durationMs);
  }
});

test('ctrf: a test names its requirements, and a failure says what was expected and seen', () => {
  const { tests } = read(runs.failing).results;
  const failed = tests.find(({ message }) => message?.includes('MPO-1.3-3'));
  assert.equal(failed?.status, 'failed');
  assert.deepEqual(
    failed.tags?.filter((tag) => tag.startsWith('MPO-1.3-3') || tag === 'MPO-2-21'),
    ['MPO-1.3-3', 'MPO-2-21'],
  );
  assert.match(failed.trace ?? '', /MPO-1\.3-3 « et comporter 20[^]*attendu : [^]*observé : [^]*preuve : POST/);
  assert.equal(failed.filePath, 'features/03-chapitre-1-3.feature');
  const undecided = tests.filter(({ rawStatus }) => rawStatus === 'cantTell');
  assert.ok(undecided.length > 0 && undecided.every(({ status }) => status === 'other'));
  assert.ok(tests.some(({ retries }) => retries === 1));
});

test('ctrf: twins are told apart, and a run without a scenario is no empty success', () => {
  const [scenario] = runs.failing.scenarios;
  assert.ok(scenario);
  const twins = read({ ...runs.failing, scenarios: [scenario, { ...scenario, id: 'other' }] }).results.tests;
  assert.match(twins[1]?.name ?? '', / \[other\]$/);
  assert.notEqual(twins[0]?.name, twins[1]?.name);
  const { tests, summary } = read({ ...runs.stopped, scenarios: [] }).results;
  assert.deepEqual([summary.tests, summary.passed, summary.other], [1, 0, 1]);
  assert.equal(tests[0]?.message, runs.stopped.reason);
});
