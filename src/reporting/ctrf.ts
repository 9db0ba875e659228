/** The record in the Common Test Report Format: one test a scenario. Its schema is closed: what it has no word for stands in `extra`. */
import type { Outcome, Status } from '../verdict/outcomes';
import { mapTexts } from './map-texts';
import { plainText } from './plain-text';
import { requirementsOf, sharedFindings, type SharedFinding } from './record-findings';
import type { RunRecord, ScenarioRecord } from './record';
import { failureText, uniqueNames } from './scenario-texts';

/** Of CTRF itself. */
const SPEC_VERSION = '0.0.0';

type TestStatus = 'passed' | 'failed' | 'skipped' | 'pending' | 'other';

/** An undecided scenario is none of CTRF's own words, and surely no pass. */
const STATUS_OF: Readonly<Record<Outcome, TestStatus>> = {
  passed: 'passed',
  failed: 'failed',
  cantTell: 'other',
  inapplicable: 'skipped',
  untested: 'skipped',
};

const STEP_STATUS_OF: Readonly<Partial<Record<Status, TestStatus>>> = {
  passed: 'passed',
  failed: 'failed',
  skipped: 'skipped',
  pending: 'pending',
};

export function renderCtrf(raw: RunRecord): string {
  const record = mapTexts(raw, plainText);
  const start = Date.parse(record.startedAt);
  const stop = start + Math.round(record.durationMs);
  const findings = sharedFindings(record.requirements);
  const names = uniqueNames(record.scenarios);
  const scenarios = record.scenarios.map((scenario) => describeTest(record, scenario, names.get(scenario.id) ?? '', findings));
  // A run without a scenario still says why: an empty list would read as a success.
  const tests = scenarios.length > 0 ? scenarios : [emptyRun(record)];
  const number = (status: TestStatus) => tests.filter((one) => one.status === status).length;
  const report = {
    reportFormat: 'CTRF',
    specVersion: SPEC_VERSION,
    timestamp: new Date(stop).toISOString(),
    generatedBy: 'mdpo-conformance',
    results: {
      tool: { name: 'mdpo-conformance', ...(record.versions['suite'] !== undefined && { version: record.versions['suite'] }) },
      summary: {
        tests: tests.length,
        passed: number('passed'),
        failed: number('failed'),
        skipped: number('skipped'),
        pending: number('pending'),
        other: number('other'),
        start,
        stop,
      },
      tests,
      environment: { testEnvironment: record.target.name },
      extra: runExtra(record),
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function describeTest(record: RunRecord, scenario: ScenarioRecord, name: string, findings: readonly SharedFinding[]) {
  const { id, outcome, reason, attribution, durationMs, feature, rule, file, line, otherAttempts } = scenario;
  return {
    testId: id,
    name,
    status: STATUS_OF[outcome],
    rawStatus: outcome,
    duration: Math.round(durationMs),
    suite: [feature, ...(rule === undefined ? [] : [rule])],
    ...(reason !== undefined && { message: reason }),
    ...(outcome === 'failed' && { trace: failureText(scenario, findings) }),
    filePath: file,
    line,
    type: 'conformance',
    tags: requirementsOf(record, scenario).map((one) => one.id),
    ...(attribution && { labels: { attribution } }),
    ...(otherAttempts && { retries: otherAttempts.length }),
    steps: scenario.steps.map((step) => ({
      name: `${step.keyword} ${step.text}`,
      status: STEP_STATUS_OF[step.outcome] ?? 'other',
    })),
    extra: {
      opportunistic: scenario.opportunistic,
      requirements: requirementsOf(record, scenario).map((one) => ({ id: one.id, outcome: one.outcome })),
      readings: scenario.readings,
    },
  };
}

function emptyRun({ reason, durationMs }: RunRecord) {
  return {
    name: 'Campagne',
    status: STATUS_OF.cantTell,
    rawStatus: 'cantTell',
    duration: Math.round(durationMs),
    message: reason,
  };
}

function runExtra({ verdict, reason, level, driver, seed, selection, target, totals }: RunRecord) {
  return {
    ...{ verdict, reason, level, driver, seed, selection: selection.words, target },
    totals: { requirements: totals.requirements, recommendations: totals.recommendations },
  };
}
