import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { RunRecord } from './record';
import { renderSarif } from './sarif';
import { conformingRun, failingRun, stoppedRun } from './testing/fixtures';
import { spoilRecord } from './testing/hostile';

const runs = { conforming: conformingRun().record, failing: failingRun().record, stopped: stoppedRun().record };

const schema = path.join(__dirname, '..', '..', 'test', 'schemas', 'sarif-schema-2.1.0.json');
// The schema of OASIS has formats and a pattern that strict and Unicode modes refuse.
const validate = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })).compile(
  JSON.parse(readFileSync(schema, 'utf8')),
);

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations?: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region?: { readonly startLine: number };
    };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}
interface Run {
  readonly tool: {
    readonly driver: {
      readonly rules: readonly {
        readonly id: string;
        readonly helpUri?: string;
        readonly fullDescription: { readonly text: string };
      }[];
    };
  };
  readonly invocations: readonly { readonly executionSuccessful: boolean }[];
  readonly results: readonly Result[];
}

function read(record: RunRecord): Run {
  const log = JSON.parse(renderSarif(record)) as { runs: [Run] };
  assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 3)));
  return log.runs[0];
}

test('sarif: follows the schema of OASIS', () => {
  for (const record of [...Object.values(runs), spoilRecord(runs.failing), { ...runs.stopped, scenarios: [], requirements: [] }])
    read(record);
  assert.equal(validate({ version: '2.1.0', runs: [{ tool: {}, results: [] }] }), false);
});

test('sarif: a rule for each requirement, and a result for each finding, at its line', () => {
  const { tool, results } = read(runs.failing);
  assert.deepEqual(
    tool.driver.rules.map(({ id }) => id),
    runs.failing.requirements.map(({ id }) => id),
  );
  assert.ok(tool.driver.rules.every(({ helpUri }) => helpUri === undefined));
  const fails = results.filter(({ kind }) => kind === 'fail');
  assert.equal(fails.length, runs.failing.requirements.flatMap(({ findings }) => findings).length);
  for (const result of results) assert.equal(tool.driver.rules[result.ruleIndex]?.id, result.ruleId);
  const own = fails.find(({ ruleId }) => ruleId === 'MPO-1.3-3');
  assert.equal(own?.level, 'error');
  assert.match(own.message.text, /^attendu : [^]*\nobservé : [^]*\npreuve : POST/);
  const scenario = runs.failing.scenarios.find(
    ({ id }) => id === runs.failing.requirements.find((one) => one.id === 'MPO-1.3-3')?.findings[0]?.scenario,
  );
  assert.deepEqual(own.locations?.[0]?.physicalLocation, {
    artifactLocation: { uri: scenario?.file },
    region: { startLine: scenario?.line },
  });
  assert.equal(
    tool.driver.rules.find(({ id }) => id === 'MPO-1.3-3')?.fullDescription.text,
    'et comporter 20 caractères au minimum.',
  );
});

test('sarif: an undecided requirement is open, of no level; a recommendation is a note; a conforming run has no result', () => {
  const { results } = read(runs.failing);
  const open = results.filter(({ kind }) => kind === 'open');
  assert.deepEqual(
    open.map(({ ruleId }) => ruleId),
    runs.failing.requirements.filter(({ outcome }) => outcome === 'cantTell').map(({ id }) => id),
  );
  assert.ok(open.every(({ level }) => level === 'none'));
  const advice = {
    ...runs.failing,
    requirements: runs.failing.requirements.map((one) => ({ ...one, level: 'recommendation' as const })),
  };
  assert.ok(
    read(advice)
      .results.filter(({ kind }) => kind === 'fail')
      .every(({ level }) => level === 'note'),
  );
  assert.equal(read(runs.conforming).results.length, 0);
});

test('sarif: an inconclusive run was no successful execution', () => {
  assert.equal(read(runs.stopped).invocations[0]?.executionSuccessful, false);
  assert.equal(read(runs.conforming).invocations[0]?.executionSuccessful, true);
});

test('sarif: a failure without a finding is still a result', () => {
  const [first] = runs.conforming.requirements;
  assert.ok(first);
  const bare = { ...runs.conforming, requirements: [{ ...first, outcome: 'failed' as const, reason: 'refusé' }] };
  assert.equal(read(bare).results[0]?.message.text, 'refusé');
});

test('sarif: fingerprints are unique, and the same whatever was observed', () => {
  const prints = (record: RunRecord) =>
    read(record).results.map(({ partialFingerprints }) => partialFingerprints['mdpoFinding/v1']);
  const own = prints(runs.failing);
  assert.equal(new Set(own).size, own.length);
  const later = {
    ...runs.failing,
    requirements: runs.failing.requirements.map((one) => ({
      ...one,
      findings: one.findings.map((finding) => ({ ...finding, observed: 'aucun courriel en 31 s', evidence: [] })),
    })),
  };
  assert.deepEqual(prints(later), own);
});

test('sarif: what a target says makes no link', () => {
  const texts: string[] = [];
  JSON.parse(renderSarif(spoilRecord(runs.failing)), (key, value: unknown) => {
    if (key === 'text') texts.push(String(value));
    return value;
  });
  assert.ok(texts.some((text) => text.includes('[lien]')));
  assert.deepEqual(
    texts.filter((text) => text.includes('](') || /[\u0000\u001b\ud800-\udfff]/u.test(text)),
    [],
  );
});
