import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { RunRecord } from '../reporting/record';
import { conformingRun, failingRun, stoppedRun } from '../reporting/testing/fixtures';
import { buildStatement, renderStatement } from './statement';

const suite = { commit: 'a'.repeat(40), state: 'clean' } as const;
const runs = {
  conforming: { ...conformingRun().record, suite },
  failing: { ...failingRun().record, suite },
  stopped: stoppedRun().record,
};
const files = [
  { name: 'junit.xml', sha256: 'b'.repeat(64) },
  { name: 'conformance.json', sha256: 'c'.repeat(64) },
];

test('statement: in-toto v1 on the files of the report, sorted, with the predicate test-result', () => {
  const statement = buildStatement(runs.conforming, files);
  assert.equal(statement._type, 'https://in-toto.io/Statement/v1');
  assert.equal(statement.predicateType, 'https://in-toto.io/attestation/test-result/v0.1');
  assert.deepEqual(statement.subject, [
    { name: 'conformance.json', digest: { sha256: 'c'.repeat(64) } },
    { name: 'junit.xml', digest: { sha256: 'b'.repeat(64) } },
  ]);
  assert.deepEqual(JSON.parse(renderStatement(statement)), statement);
  assert.equal(renderStatement(buildStatement(runs.conforming, files.toReversed())), renderStatement(statement));
});

test('statement: PASSED is for a conforming record alone, and nothing ever warns of an inconclusive one', () => {
  const resultOf = (record: RunRecord) => buildStatement(record, files).predicate.result;
  assert.deepEqual(Object.values(runs).map(resultOf), ['PASSED', 'FAILED', 'FAILED']);
});

test('statement: tests are requirements by outcome; a recommendation only warns; what is undecided is in no list', () => {
  const ids = (outcome: string) => runs.failing.requirements.filter((one) => one.outcome === outcome).map(({ id }) => id);
  const { passedTests, warnedTests, failedTests } = buildStatement(runs.failing, files).predicate;
  assert.deepEqual([passedTests, warnedTests, failedTests], [ids('passed'), [], ids('failed')]);
  assert.ok(ids('cantTell').length > 0 && ids('cantTell').every((id) => ![...passedTests, ...failedTests].includes(id)));
  const requirements = runs.failing.requirements.map((one) => ({ ...one, level: 'recommendation' as const }));
  const advice = buildStatement({ ...runs.failing, requirements }, files).predicate;
  assert.deepEqual([advice.warnedTests, advice.failedTests], [ids('failed'), []]);
});

test('statement: every resource of the configuration has a digest, as in-toto asks, and annotations that it covers', () => {
  const { configuration } = buildStatement(runs.failing, files).predicate;
  assert.deepEqual(
    configuration.map(({ name }) => name),
    ['target', 'run', 'readings', 'mdpo-conformance'],
  );
  const [target, run, readings, sources] = configuration;
  assert.equal(target?.uri, 'https://preprod.example/');
  assert.deepEqual([run?.annotations['seed'], run?.annotations['driver']], [42, 'browser']);
  assert.equal(readings?.annotations['AMB-14'], 'message-explicite');
  assert.deepEqual(sources?.digest, { gitCommit: suite.commit });
  for (const { annotations, digest } of [target, run, readings].filter((one) => one !== undefined))
    assert.equal(digest['sha256'], createHash('sha256').update(JSON.stringify(annotations)).digest('hex'));
  const unknown = buildStatement(
    { ...runs.failing, suite: { commit: 'HEAD', state: 'unknown' } },
    files,
  ).predicate.configuration.at(-1);
  assert.ok(unknown?.digest['sha256']);
  assert.equal(unknown.annotations['state'], 'unknown');
});

test('statement: nothing is said of no file, of two of one name, or of a digest that is none', () => {
  const [file] = files;
  assert.ok(file);
  for (const wrong of [[], [file, file], [{ ...file, sha256: 'B'.repeat(64) }], [{ ...file, sha256: '' }]])
    assert.throws(() => buildStatement(runs.conforming, wrong));
});
