import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { renderJson } from './json';
import { renderJunit } from './junit';
import { runRecordSchema, type RunRecord } from './record';
import { normaliseRecord } from './reference';
import { renderTerminalSummary } from './terminal-summary';
import { conformingRun, failingRun, stoppedRun } from './testing/fixtures';

const runs = { conforming: conformingRun().record, failing: failingRun().record, stopped: stoppedRun().record };

test('conformance.json is what its schema says, and comes back the same', () => {
  for (const record of Object.values(runs)) assert.deepEqual(runRecordSchema.parse(JSON.parse(renderJson(record))), record);
  assert.throws(() => renderJson({ ...runs.failing, verdict: 'green' } as unknown as RunRecord), /verdict/);
});

const parseXml = (xml: string) => parseHTML(`<html><body>${xml.replace(/^<\?xml.*\?>/, '')}</body></html>`).document;

test('junit: one test a scenario, names unique, outcomes by their own elements', () => {
  for (const record of Object.values(runs)) {
    const document = parseXml(renderJunit(record));
    const cases = [...document.querySelectorAll('testcase')];
    assert.equal(cases.length, record.scenarios.length);
    const names = cases.map((one) => `${one.getAttribute('classname')} ${one.getAttribute('name')}`);
    assert.equal(new Set(names).size, names.length);
    const { failed, cantTell, untested } = record.totals.scenarios;
    const elements = ['failure', 'error', 'skipped'].map((name) => document.querySelectorAll(name).length);
    assert.deepEqual(elements, [failed, cantTell, untested]);
    const counted = ['failures', 'errors', 'skipped'].map((name) =>
      Number(document.querySelector('testsuites')?.getAttribute(name)),
    );
    assert.deepEqual(counted, elements);
  }
});

test('junit: a failure names the requirement, cites the fiche, says what was expected and seen', () => {
  const failure = parseXml(renderJunit(runs.failing)).querySelector('failure');
  assert.match(failure?.getAttribute('message') ?? '', /^MPO-1\.3-3, MPO-2-21 — attendu : un mot de passe de moins de 20/);
  const content = failure?.textContent ?? '';
  for (const part of [/MPO-1\.3-3 « et comporter 20 caractères au minimum\. »/, /attendu : /, /observé : /, /preuve : POST/]) {
    assert.match(content, part);
  }
});

test('junit: twins are told apart, markup is escaped, control characters are replaced', () => {
  const [scenario] = runs.failing.scenarios;
  assert.ok(scenario);
  const twin = {
    ...scenario,
    name: 'a "b" <c> & \u0000\ud800 d\ne',
    outcome: 'cantTell',
    reason: ']]> <!-- \u001b[31m',
  } as const;
  const xml = renderJunit({ ...runs.failing, scenarios: [twin, { ...twin, id: 'other' }] });
  assert.match(xml, /name="a &quot;b&quot; &lt;c&gt; &amp; \ufffd\ufffd d e \[other\]"/);
  assert.match(xml, />\]\]&gt; &lt;!-- \ufffd\[31m</);
});

test('junit: a run without a scenario is an error, not an empty success', () => {
  const document = parseXml(renderJunit({ ...runs.stopped, scenarios: [] }));
  assert.equal(document.querySelectorAll('error').length, 1);
  assert.equal(document.querySelector('testsuites')?.getAttribute('errors'), '1');
});

test('terminal: every requirement with its outcome, findings in full, and the verdict at the end', () => {
  const text = renderTerminalSummary(runs.failing);
  for (const { id } of runs.failing.requirements) assert.ok(text.includes(` ${id} `), id);
  assert.match(
    text,
    /✗ Non respectée MPO-1\.3-3 {2}« et comporter 20 caractères au minimum\. »\n {6}attendu {2}: .*\n {6}observé {2}: .*\n {6}preuve/,
  );
  assert.match(text, /Scénarios opportunistes non testés\n {2}– 5\d scénarios : horloge/);
  assert.match(text, /AMB-16 {3}retenue : nouvel-essai-borné ; observée : retour-au-début/);
  const twofold = { ...runs.failing.readings[0]!, observed: ['libellé-exact, rôle-tolérant', 'rôle-tolérant'] };
  const said = renderTerminalSummary({ ...runs.failing, readings: [twofold] });
  assert.match(said, /observée : libellé-exact, rôle-tolérant ; rôle-tolérant\n/, 'a value may hold a comma');
  assert.match(text, /NON CONFORME — 3 exigences de la fiche ne sont pas respectées : .*\.\n$/);
  assert.match(renderTerminalSummary(runs.conforming), /CONFORME — Les 54 exigences/);
});

test('terminal: colours only when asked', () => {
  assert.doesNotMatch(renderTerminalSummary(runs.failing), /\u001b/);
  assert.match(renderTerminalSummary(runs.failing, { colours: true }), /\u001b\[31m✗ Non respectée/);
});

test('terminal: escape sequences of a target never reach the terminal', () => {
  const [requirement, ...rest] = runs.failing.requirements;
  assert.ok(requirement);
  const reason = 'page : \u001b]0;titre\u0007\u009b31m';
  const hostile = { ...runs.failing, requirements: [{ ...requirement, outcome: 'cantTell' as const, reason }, ...rest] };
  assert.doesNotMatch(renderTerminalSummary(hostile), /[\u0007\u001b\u009b]/);
});

test('a reference record keeps what was decided and nothing of when and where', () => {
  const { failing } = runs;
  const later: RunRecord = {
    ...failing,
    startedAt: '2031-01-01T00:00:00.000Z',
    durationMs: 1,
    versions: { ...failing.versions, node: '26.0.0' },
    scenarios: failing.scenarios.map((scenario) => ({
      ...scenario,
      durationMs: 7,
      screenshots: [],
      journal: scenario.journal.map((line) => line.replace('300 ms', '412 ms')),
    })),
  };
  assert.deepEqual(normaliseRecord(later), normaliseRecord(failing));
  const text = JSON.stringify(runRecordSchema.parse(normaliseRecord(failing)));
  assert.doesNotMatch(text, /2026|20\.20\.2|127\.0\.0\.1:\d/);
  assert.equal(normaliseRecord(failing).verdict, 'non-conforming');
  assert.deepEqual(
    normaliseRecord(failing).requirements.map(({ outcome }) => outcome),
    failing.requirements.map(({ outcome }) => outcome),
  );
});
