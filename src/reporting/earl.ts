/** The record as EARL 1.0, the W3C's vocabulary of test results, in JSON-LD: one assertion a requirement. Needs no network to be read. */
import { mapTexts } from './map-texts';
import { plainText } from './plain-text';
import { chapters, sharedFindings } from './record-findings';
import type { RequirementRecord, RunRecord } from './record';

/** Embedded: a reader fetches nothing. */
const CONTEXT = {
  earl: 'http://www.w3.org/ns/earl#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const SUITE = { '@id': '_:suite' };
const TARGET = { '@id': '_:target' };

type Node = Readonly<Record<string, unknown>>;

export function renderEarl(raw: RunRecord): string {
  const record = mapTexts(raw, plainText);
  const parts = chapters(record);
  const chapterOf = (requirement: RequirementRecord): Node => ({
    '@id': chapterId(parts.findIndex(({ requirements }) => requirements.includes(requirement))),
  });
  const graph = [
    describeSuite(record),
    describeTarget(record),
    ...parts.map(({ id, title }, rank) => ({
      '@id': chapterId(rank),
      '@type': 'earl:TestRequirement',
      'dcterms:identifier': id,
      'dcterms:title': french(title),
    })),
    ...record.requirements.map((requirement) => assertion(record, requirement, chapterOf(requirement))),
  ];
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': graph }, null, 2)}\n`;
}

function describeSuite({ versions, suite }: RunRecord): Node {
  return {
    ...SUITE,
    '@type': ['earl:Software', 'earl:Assertor'],
    'dcterms:title': 'mdpo-conformance',
    ...(versions['suite'] !== undefined && { 'dcterms:hasVersion': versions['suite'] }),
    ...(suite?.commit !== undefined && { 'dcterms:identifier': suite.commit }),
  };
}

function describeTarget({ target, verdict, reason }: RunRecord): Node {
  const home = target.baseUrl !== undefined && /^https?:/.test(target.baseUrl) && URL.canParse(target.baseUrl);
  return {
    ...TARGET,
    '@type': ['earl:TestSubject', 'earl:Software'],
    'dcterms:title': french(target.name),
    'dcterms:type': target.kind,
    'dcterms:description': french(`${verdict} : ${reason}`),
    ...(home && { 'foaf:homepage': { '@id': new URL(target.baseUrl ?? '').href } }),
  };
}

function assertion(record: RunRecord, requirement: RequirementRecord, isPartOf: Node): Node {
  const { id, level, outcome, statement, source } = requirement;
  const info = infoOf(requirement);
  return {
    '@type': 'earl:Assertion',
    'earl:assertedBy': SUITE,
    'earl:subject': TARGET,
    'earl:mode': { '@id': 'earl:automatic' },
    'earl:test': {
      '@type': 'earl:TestRequirement',
      'dcterms:identifier': id,
      'dcterms:title': french(statement || id),
      'dcterms:type': level,
      ...(source.citation !== '' && { 'dcterms:source': french(source.citation) }),
      'dcterms:isPartOf': isPartOf,
    },
    'earl:result': {
      '@type': 'earl:TestResult',
      'earl:outcome': { '@id': `earl:${outcome}` },
      'dcterms:date': { '@type': 'xsd:dateTime', '@value': record.startedAt },
      ...(info !== '' && { 'earl:info': french(info) }),
    },
  };
}

/** What was expected and seen; else why it is not decided. */
function infoOf(requirement: RequirementRecord): string {
  const found = sharedFindings([requirement]).map(({ expected, observed, findings }) =>
    [`attendu : ${expected}`, `observé : ${observed}`, ...(findings[0]?.evidence ?? []).map((line) => `preuve : ${line}`)].join(
      '\n',
    ),
  );
  return found.length > 0 ? found.join('\n\n') : (requirement.reason ?? '');
}

function chapterId(rank: number): string {
  return `_:chapter${rank}`;
}

function french(text: string): Node {
  return { '@language': 'fr', '@value': text };
}
