/** The record as SARIF 2.1.0: a rule a requirement, a result a finding, where the feature says it. Knows no viewer. */
import { createHash } from 'node:crypto';
import { mapTexts } from './map-texts';
import { plainText } from './plain-text';
import { chapters } from './record-findings';
import type { FindingRecord, RequirementRecord, RunRecord, ScenarioRecord } from './record';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';

type Scenarios = ReadonlyMap<string, ScenarioRecord>;

export function renderSarif(raw: RunRecord): string {
  const record = mapTexts(raw, plainText);
  const scenarios = new Map(record.scenarios.map((scenario) => [scenario.id, scenario]));
  const titles = new Map(chapters(record).flatMap(({ title, requirements }) => requirements.map(({ id }) => [id, title])));
  const version = record.versions['suite'];
  const run = {
    tool: {
      driver: {
        name: 'mdpo-conformance',
        ...(version !== undefined && { version }),
        rules: record.requirements.map((requirement) => describeRule(requirement, titles.get(requirement.id))),
      },
    },
    language: 'fr',
    automationDetails: { id: `mdpo/${encodeURIComponent(record.target.name)}/` },
    invocations: [describeInvocation(record)],
    results: record.requirements.flatMap((requirement, ruleIndex) =>
      resultsOf(requirement, scenarios).map((result) => ({ ruleId: requirement.id, ruleIndex, ...result })),
    ),
    properties: { verdict: record.verdict, target: record.target.name, level: record.level },
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

function describeRule({ id, level, source, statement, testable }: RequirementRecord, chapter: string | undefined) {
  return {
    id,
    shortDescription: message(statement || id),
    fullDescription: message(source.citation || statement || id),
    defaultConfiguration: { level: severity(level) },
    properties: { tags: [level, ...(chapter === undefined ? [] : [chapter])], section: source.section, testable },
  };
}

/** An inconclusive run found nothing because it could not look: it was no successful execution. */
function describeInvocation({ verdict, reason, startedAt, durationMs }: RunRecord) {
  const concluded = verdict !== 'inconclusive';
  return {
    executionSuccessful: concluded,
    startTimeUtc: startedAt,
    endTimeUtc: new Date(Date.parse(startedAt) + Math.round(durationMs)).toISOString(),
    ...(!concluded && { toolExecutionNotifications: [{ level: 'error', message: message(reason) }] }),
  };
}

function resultsOf(requirement: RequirementRecord, scenarios: Scenarios): object[] {
  const { id, level, outcome, findings, reason = '' } = requirement;
  if (outcome === 'failed') {
    const found = findings.map((finding, rank) => ({
      kind: 'fail',
      level: severity(level),
      message: message(wordsOf(finding)),
      ...locations(scenarios.get(finding.scenario)),
      partialFingerprints: fingerprint(id, finding.scenario, finding.expected, String(earlier(findings, rank))),
    }));
    if (found.length > 0) return found;
    return [{ kind: 'fail', level: severity(level), message: message(reason), partialFingerprints: fingerprint(id, 'failed') }];
  }
  if (outcome !== 'cantTell') return [];
  // SARIF 2.1.0, 3.27.9 and 3.27.10: `open` is « insufficient information to decide », and whatever is not `fail` has level `none`.
  const undecided = requirement.scenarios.map((one) => scenarios.get(one)).find((one) => one?.outcome === 'cantTell');
  return [
    {
      ...{ kind: 'open', level: 'none', message: message(reason) },
      ...locations(undecided),
      partialFingerprints: fingerprint(id, 'cantTell'),
    },
  ];
}

function wordsOf({ expected, observed, evidence, intermittent }: FindingRecord): string {
  return [
    `attendu : ${expected}`,
    `observé : ${observed}`,
    ...evidence.map((line) => `preuve : ${line}`),
    ...(intermittent ? ['intermittent : un autre passage du même scénario a réussi'] : []),
  ].join('\n');
}

function locations(scenario: ScenarioRecord | undefined): object {
  if (scenario === undefined) return {};
  const region = scenario.line > 0 ? { region: { startLine: scenario.line } } : {};
  const physicalLocation = { artifactLocation: { uri: scenario.file.split('/').map(encodeURIComponent).join('/') }, ...region };
  return { locations: [{ physicalLocation, logicalLocations: [{ fullyQualifiedName: scenario.name, kind: 'function' }] }] };
}

/** The same from one run to the next: what was observed may hold a time or an address, what was expected does not. */
function fingerprint(...parts: readonly string[]): object {
  return { 'mdpoFinding/v1': createHash('sha256').update(JSON.stringify(parts)).digest('hex') };
}

/** How many findings before this one say the same but for what was seen. */
function earlier(findings: readonly FindingRecord[], rank: number): number {
  const { scenario, expected } = findings[rank] ?? {};
  return findings.slice(0, rank).filter((one) => one.scenario === scenario && one.expected === expected).length;
}

function severity(level: RequirementRecord['level']): 'error' | 'note' {
  return level === 'document' ? 'error' : 'note';
}

/** In SARIF `[text](address)` is a link: what a target says makes none. */
function message(text: string): { readonly text: string } {
  return { text: text.replaceAll('](', '] (') };
}
