/** Every file of a run: its evidence, what is drawn from its record, and the statement on them all. Touches no disk. */
import type { Envelope } from '@cucumber/messages';
import { buildStatement, renderStatement } from '../attestation/statement';
import type { RunEvidence } from '../reporting/evidence';
import type { RunRecord } from '../reporting/record';
import { renderReportFiles, type ReportOptions } from '../reporting/report-files';
import { digestOf, evidenceFiles, MANIFEST } from './evidence-files';

export const STATEMENT = 'statement.intoto.json';
export const ATTESTATION = 'attestation.dsse.json';

/** What a run, or a merge of runs, comes to. */
export interface RunResult {
  /** As judged: it names no evidence yet. */
  readonly record: RunRecord;
  /** One, or those that were merged. */
  readonly runs: readonly RunEvidence[];
  readonly messages: readonly Envelope[];
}

/** By path, in the order in which they are to be written: `conformance.json` is the last. */
export async function runFiles(
  { record: judged, runs, messages }: RunResult,
  options: ReportOptions,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const stream = messages.map((message) => `${JSON.stringify(message)}\n`).join('');
  const { files, digest } = evidenceFiles(runs, stream);
  const stated = new Map([...files].filter(([path]) => !path.startsWith('evidence/') || path === MANIFEST));
  const pieces = new Map(runs.flatMap((one) => [...one.pieces]));
  return new Map([...files, ...(await drawnFiles(naming(judged, digest), messages, pieces, stated, options))]);
}

/**
 * What is drawn from a record, and the statement on it all: the same for the same record.
 * @param kept the other files that the statement is on, by path. What the manifest lists is stated through it.
 */
export async function drawnFiles(
  record: RunRecord,
  messages: readonly Envelope[],
  pieces: RunEvidence['pieces'],
  kept: ReadonlyMap<string, string | Uint8Array>,
  options: ReportOptions,
): Promise<ReadonlyMap<string, string>> {
  const reports = await renderReportFiles(record, messages, pieces, options);
  const stated = [...kept, ...reports].map(([name, content]) => ({ name, sha256: digestOf(content) }));
  return new Map([[STATEMENT, renderStatement(buildStatement(record, stated))], ...reports]);
}

/** The record, naming the evidence that it was derived from. */
export function naming(record: RunRecord, sha256: string): RunRecord {
  return { ...record, evidence: { manifest: MANIFEST, sha256 } };
}
