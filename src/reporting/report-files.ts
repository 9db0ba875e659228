/** The files that a record is drawn into, each by its name in the folder of the run. Writes nothing: the same record gives the same files. */
import type { Envelope } from '@cucumber/messages';
import { renderBadge } from './badge';
import { renderCtrf } from './ctrf';
import { renderCucumberHtml } from './cucumber-html';
import { renderEarl } from './earl';
import type { RunEvidence } from './evidence';
import { renderHtml } from './html';
import type { Language } from './html/language';
import { renderJobSummary } from './job-summary';
import { renderJson } from './json';
import { renderJunit } from './junit';
import type { KillMatrix } from './kill-matrix';
import type { RunRecord } from './record';
import { renderSarif } from './sarif';

/** `proof`: what the suite was seen to find. */
export interface ReportOptions {
  readonly proof?: KillMatrix | undefined;
  readonly language?: Language | undefined;
}

/** `conformance.json` is the last of them: where it stands, the others stand too. */
export async function renderReportFiles(
  record: RunRecord,
  messages: readonly Envelope[],
  pieces: RunEvidence['pieces'],
  { proof, language }: ReportOptions,
): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['junit.xml', renderJunit(record)],
    ['earl.jsonld', renderEarl(record)],
    ['ctrf.json', renderCtrf(record)],
    ['report.sarif', renderSarif(record)],
    ['summary.md', renderJobSummary(record)],
    ['badge.svg', renderBadge(record)],
    ['cucumber.html', await renderCucumberHtml(messages)],
    ['index.html', renderHtml(record, { images: imagesOf(pieces), ...(proof && { proof }), ...(language && { language }) })],
    ['conformance.json', renderJson(record)],
  ]);
}

/** In base64, by SHA-256. */
function imagesOf(pieces: RunEvidence['pieces']): ReadonlyMap<string, string> {
  const images = [...pieces].filter(([, { mediaType }]) => mediaType === 'image/png');
  return new Map(images.map(([sha256, { bytes }]) => [sha256, Buffer.from(bytes).toString('base64')]));
}
