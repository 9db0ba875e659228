/** What is attested of a run: an in-toto Statement v1 on the files of its report, with the predicate test-result v0.1. Signs nothing. */
import { createHash } from 'node:crypto';
import type { RequirementRecord, RunRecord } from '../reporting/record';

export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
export const PREDICATE_TYPE = 'https://in-toto.io/attestation/test-result/v0.1';

/** A file of the report, its name relative to the folder, with `/`. */
export interface DigestedFile {
  readonly name: string;
  /** Lower case hexadecimal. */
  readonly sha256: string;
}

/** in-toto asks for a uri, a digest or the content of each. */
interface ResourceDescriptor {
  readonly name: string;
  readonly uri?: string;
  readonly digest: Readonly<Record<string, string>>;
  readonly mediaType?: string;
  readonly annotations: Readonly<Record<string, unknown>>;
}

export interface Statement {
  readonly _type: typeof STATEMENT_TYPE;
  readonly subject: readonly { readonly name: string; readonly digest: { readonly sha256: string } }[];
  readonly predicateType: typeof PREDICATE_TYPE;
  readonly predicate: {
    readonly result: 'PASSED' | 'FAILED';
    readonly configuration: readonly ResourceDescriptor[];
    readonly passedTests: readonly string[];
    readonly warnedTests: readonly string[];
    readonly failedTests: readonly string[];
  };
}

/**
 * The tests are the requirements. A recommendation that is not followed warns; what is undecided or was not tested is in no list.
 * The same record and files always give the same statement.
 * @throws Error when there is no file, when two have one name, or when a digest is none: nobody could check the statement.
 */
export function buildStatement(record: RunRecord, files: readonly DigestedFile[]): Statement {
  return {
    _type: STATEMENT_TYPE,
    subject: subjectsOf(files),
    predicateType: PREDICATE_TYPE,
    predicate: {
      // Inconclusive is no pass, with a warning or without.
      result: record.verdict === 'conforming' ? 'PASSED' : 'FAILED',
      configuration: [describeTarget(record), describeRun(record), describeReadings(record), describeSuite(record)],
      passedTests: ids(record, ({ outcome }) => outcome === 'passed'),
      warnedTests: ids(record, ({ outcome, level }) => outcome === 'failed' && level === 'recommendation'),
      failedTests: ids(record, ({ outcome, level }) => outcome === 'failed' && level === 'document'),
    },
  };
}

export function renderStatement(statement: Statement): string {
  return `${JSON.stringify(statement, null, 2)}\n`;
}

function subjectsOf(files: readonly DigestedFile[]): Statement['subject'] {
  if (files.length === 0) throw new Error('a statement on no file');
  const sorted = [...files].sort((one, other) => (one.name < other.name ? -1 : 1));
  return sorted.map(({ name, sha256 }, rank) => {
    if (name === sorted[rank + 1]?.name) throw new Error(`two files of the name ${name}`);
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`${name}: not a SHA-256 in lower case hexadecimal: ${sha256}`);
    return { name, digest: { sha256 } };
  });
}

function ids({ requirements }: RunRecord, test: (requirement: RequirementRecord) => boolean): string[] {
  return requirements.filter(test).map(({ id }) => id);
}

function describeTarget({ target }: RunRecord): ResourceDescriptor {
  const { name, kind, baseUrl, fault, variant } = target;
  const described = describe('target', {
    ...{ name, kind },
    ...(baseUrl !== undefined && { baseUrl }),
    ...(fault !== undefined && { fault }),
    ...(variant !== undefined && { variant }),
  });
  return baseUrl === undefined ? described : { ...described, uri: baseUrl };
}

function describeRun({ driver, level, seed, selection, startedAt }: RunRecord): ResourceDescriptor {
  return describe('run', { driver, level, seed, selection: selection.words, startedAt });
}

function describeReadings({ readings }: RunRecord): ResourceDescriptor {
  return describe('readings', Object.fromEntries(readings.map(({ id, declared }) => [id, declared])));
}

/** By its commit where it is known: git is what can give the sources back. */
function describeSuite({ versions, suite }: RunRecord): ResourceDescriptor {
  const described = describe('mdpo-conformance', { versions, state: suite?.state ?? 'unknown' });
  const commit = suite?.commit ?? '';
  if (!/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) return described;
  return { name: described.name, digest: { gitCommit: commit }, annotations: described.annotations };
}

/** A resource that is its annotations: its digest is that of their JSON. */
function describe(name: string, annotations: ResourceDescriptor['annotations']): ResourceDescriptor {
  const sha256 = createHash('sha256').update(JSON.stringify(annotations)).digest('hex');
  return { name, digest: { sha256 }, mediaType: 'application/json', annotations };
}
