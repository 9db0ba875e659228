/** `mdpo compare`: two reports side by side, in the terminal and as a page. Judges neither: `mdpo gate` decides. */
import { compareRecords } from '../reporting/compare-records';
import { renderComparisonHtml } from '../reporting/comparison-html';
import { renderComparisonText } from '../reporting/comparison-text';
import { exitCodes, type CliEnvironment } from './environment';
import { writePage } from './page-file';
import { readRunRecord } from '../evidence/run-record-file';

export interface CompareOptions {
  /** Folders of the two reports. */
  readonly one: string;
  readonly other: string;
  /** File of the page. */
  readonly out?: string | undefined;
}

/** @returns 0: it could compare. @throws ConfigurationError when a report cannot be read or the page cannot be written. */
export async function compare(environment: CliEnvironment, { one, other, out }: CompareOptions): Promise<number> {
  const { stdout } = environment;
  const [here, there] = [await readRunRecord(one, environment), await readRunRecord(other, environment)];
  const comparison = compareRecords(here.record, there.record);
  if (out !== undefined) await writePage(out, renderComparisonHtml(comparison), environment);
  stdout.write(`${renderComparisonText(comparison)}${out === undefined ? '' : `Page : ${out}\n`}`);
  return exitCodes.conforming;
}
