import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { renderJunit } from './junit';
import type { RunRecord } from './record';
import { conformingRun, failingRun, stoppedRun } from './testing/fixtures';
import { spoilRecord } from './testing/hostile';

const runs = { conforming: conformingRun().record, failing: failingRun().record, stopped: stoppedRun().record };

type Attributes = Readonly<Record<string, string>>;
interface Trouble {
  readonly '@': Attributes;
  readonly '#text'?: string;
}
interface Case {
  readonly '@': Attributes;
  readonly failure?: readonly Trouble[];
  readonly error?: readonly Trouble[];
  readonly skipped?: readonly Trouble[];
}
interface Suite {
  readonly '@': Attributes;
  readonly testcase: readonly Case[];
}

/** As a strict reader of XML sees it. */
function read(record: RunRecord): { readonly '@': Attributes; readonly testsuite: readonly Suite[] } {
  const xml = renderJunit(record);
  assert.equal(XMLValidator.validate(xml), true);
  const parser = new XMLParser({
    ...{ ignoreAttributes: false, attributeNamePrefix: '', attributesGroupName: '@', parseTagValue: false },
    isArray: (name) => ['testsuite', 'testcase', 'failure', 'error', 'skipped'].includes(name),
  });
  return (parser.parse(xml) as { testsuites: { '@': Attributes; testsuite: Suite[] } }).testsuites;
}

const casesOf = (record: RunRecord) => read(record).testsuite.flatMap(({ testcase }) => testcase);
const sum = (suites: readonly Suite[], name: string) => suites.reduce((total, one) => total + Number(one['@'][name]), 0);

test('junit: what a strict reader counts is what each suite and the whole announce', () => {
  for (const record of Object.values(runs)) {
    const whole = read(record);
    for (const name of ['tests', 'failures', 'errors', 'skipped'])
      assert.equal(sum(whole.testsuite, name), Number(whole['@'][name]), name);
    for (const { '@': announced, testcase } of whole.testsuite) {
      assert.equal(testcase.length, Number(announced['tests']));
      for (const [element, attribute] of [
        ['failure', 'failures'],
        ['error', 'errors'],
        ['skipped', 'skipped'],
      ] as const)
        assert.equal(testcase.filter((one) => one[element]).length, Number(announced[attribute]), attribute);
    }
    assert.equal(casesOf(record).length, record.scenarios.length);
  }
});

test('junit: names are unique over the whole file, where GitLab drops twins', () => {
  for (const record of Object.values(runs)) {
    const names = casesOf(record).map((one) => one['@']['name']);
    assert.equal(new Set(names).size, names.length);
  }
  const [scenario] = runs.failing.scenarios;
  assert.ok(scenario);
  const elsewhere = { ...scenario, id: 'other', file: 'features/other.feature' };
  const [one, other] = casesOf({ ...runs.failing, scenarios: [scenario, elsewhere] });
  assert.notEqual(one?.['@']['name'], other?.['@']['name']);
});

test('junit: every test has its class, its file and its time in seconds', () => {
  for (const { '@': one } of casesOf(runs.failing)) {
    assert.ok(one['classname']);
    assert.match(one['file'] ?? '', /^features\/.*\.feature$/);
    assert.match(one['time'] ?? '', /^\d+\.\d{3}$/);
  }
});

test('junit: what went wrong stands in a message for Jenkins and inside the element for GitLab', () => {
  for (const record of [runs.failing, runs.stopped, { ...runs.stopped, scenarios: [] }]) {
    const troubles = casesOf(record).flatMap(({ failure = [], error = [], skipped = [] }) => [...failure, ...error, ...skipped]);
    assert.ok(troubles.length > 0);
    for (const { '@': attributes, '#text': content } of troubles) {
      assert.ok(attributes['message']);
      assert.ok(content);
    }
  }
});

test('junit: whatever a target says, the file stays XML of the same tests', () => {
  const hostile = spoilRecord(runs.failing);
  assert.equal(casesOf(hostile).length, hostile.scenarios.length);
  assert.doesNotMatch(renderJunit(hostile), /<(script|img)|[\u0000-\u0008\u000b\u000c\u000e-\u001f]|[\ud800-\udfff]/u);
});
