/**
 * The record as JUnit XML, for continuous integration. GitLab drops tests of the same name and reads what stands inside a failure,
 * an error or a skipped test; Jenkins reads its message too.
 */
import { escapeXml } from './plain-text';
import { sharedFindings, type SharedFinding } from './record-findings';
import type { RunRecord, ScenarioRecord } from './record';
import { failureText, uniqueNames } from './scenario-texts';

export function renderJunit(record: RunRecord): string {
  const findings = sharedFindings(record.requirements);
  const names = uniqueNames(record.scenarios);
  const files = [...new Set(record.scenarios.map(({ file }) => file))];
  const suites = files.map((file) => {
    const scenarios = record.scenarios.filter((scenario) => scenario.file === file);
    return renderSuite(record, scenarios, findings, names);
  });
  const properties = [
    ['verdict', record.verdict],
    ['reason', record.reason],
    ['target', record.target.name],
    ['driver', record.driver],
    ['level', record.level],
    ['seed', String(record.seed)],
  ].map(([name, value]) => `    <property${attributes({ name, value })}/>`);
  // A run without a scenario still says why: an empty file would read as a success.
  const verdict = record.scenarios.length === 0 ? [emptyRun(record)] : [];
  const all = totals(record.scenarios);
  const head = { name: 'mdpo', ...all, ...(verdict.length > 0 && { tests: 1, errors: 1 }), time: seconds(record.durationMs) };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes(head)}>`,
    '  <properties>',
    ...properties,
    '  </properties>',
    ...verdict,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function renderSuite(
  record: RunRecord,
  scenarios: readonly ScenarioRecord[],
  findings: readonly SharedFinding[],
  names: ReadonlyMap<string, string>,
): string {
  const [{ feature: name, file } = { feature: '', file: '' }] = scenarios;
  const time = seconds(scenarios.reduce((sum, { durationMs }) => sum + durationMs, 0));
  const cases = scenarios.map((scenario) => {
    const identity = { name: names.get(scenario.id), classname: scenario.feature, file: scenario.file, line: scenario.line };
    const opening = `    <testcase${attributes({ ...identity, time: seconds(scenario.durationMs) })}`;
    const content = renderOutcome(scenario, findings);
    return content === '' ? `${opening}/>` : `${opening}>\n${content}\n    </testcase>`;
  });
  const head = { name, file, ...totals(scenarios), time, timestamp: record.startedAt.slice(0, 19) };
  return [`  <testsuite${attributes(head)}>`, ...cases, '  </testsuite>'].join('\n');
}

function renderOutcome(scenario: ScenarioRecord, findings: readonly SharedFinding[]): string {
  const message = scenario.reason ?? '';
  switch (scenario.outcome) {
    case 'passed':
      return '';
    case 'failed': {
      const content = escapeXml(failureText(scenario, findings));
      return `      <failure${attributes({ message, type: 'non-conformity' })}>${content}</failure>`;
    }
    case 'cantTell':
      return `      <error${attributes({ message, type: scenario.attribution ?? 'suite' })}>${escapeXml(message)}</error>`;
    default:
      return `      <skipped${attributes({ message })}>${escapeXml(message)}</skipped>`;
  }
}

function emptyRun(record: RunRecord): string {
  const error = attributes({ message: record.reason, type: record.attribution ?? 'suite' });
  return [
    '  <testsuite name="mdpo" tests="1" failures="0" errors="1" skipped="0" time="0.000">',
    '    <testcase name="Campagne" classname="mdpo" time="0.000">',
    `      <error${error}>${escapeXml(record.reason)}</error>`,
    '    </testcase>',
    '  </testsuite>',
  ].join('\n');
}

function totals(scenarios: readonly ScenarioRecord[]): Record<'tests' | 'failures' | 'errors' | 'skipped', number> {
  const number = (...outcomes: string[]) => scenarios.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const skipped = number('untested', 'inapplicable');
  return { tests: scenarios.length, failures: number('failed'), errors: number('cantTell'), skipped };
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value ?? '')).replace(/[\t\n\r]/g, ' ')}"`)
    .join('');
}
