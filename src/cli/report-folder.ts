/** The folder that a verb leaves its report in: emptied of an earlier one, then filled. Knows nothing of what is reported. */
import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ATTESTATION, runFiles, STATEMENT, type RunResult } from '../evidence/run-files';
import type { Language } from '../reporting/html/language';
import { renderTerminalSummary } from '../reporting/terminal-summary';
import { writeReports } from '../reporting/write-reports';
import { ConfigurationError, Unavailable } from '../verdict/errors';
import { exitCode } from '../verdict/verdict';
import { exitCodes, type CliEnvironment } from './environment';
import { printPdf } from './print-pdf';
import { readSuiteProof } from './suite-proof';

/** What a run leaves, and what is made of it afterwards. */
const RUN_FILES = [
  ...['conformance.json', 'index.html', 'index.pdf', 'junit.xml', 'earl.jsonld', 'ctrf.json', 'report.sarif', 'summary.md'],
  ...['badge.svg', 'cucumber.html', 'messages.ndjson', 'evidence', STATEMENT, ATTESTATION],
];

/**
 * An earlier report goes first: a command that is killed must not leave another's verdict in its place.
 * @param names of the files of such a report.
 * @throws ConfigurationError when the folder cannot be written.
 */
export async function makeRoom(directory: string, names: readonly string[] = RUN_FILES): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
    await Promise.all(names.map((name) => rm(join(directory, name), { force: true, recursive: true })));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(`option '--out': '${directory}' cannot be written (${reason}).`);
  }
}

/** How the page is written. `pdf`: it is printed, too. */
export interface PageOptions {
  readonly lang?: Language;
  readonly pdf?: boolean;
}

/** Writes the report and prints what it comes to. @returns the exit code of its verdict. */
export async function conclude(
  result: RunResult,
  directory: string,
  { cwd, stdout, stderr, env }: Pick<CliEnvironment, 'cwd' | 'stdout' | 'stderr' | 'env'>,
  { lang = 'fr', pdf = false }: PageOptions = {},
): Promise<number> {
  const { record } = result;
  await writeReports(directory, await runFiles(result, { proof: readSuiteProof(), language: lang }));
  const page = join(directory, 'index.html');
  const colours = stdout.isTTY === true && !env.NO_COLOR;
  stdout.write(`\n${renderTerminalSummary(record, { colours })}Rapport : ${relative(cwd, page)}\n`);
  const code = exitCode(record);
  if (!pdf || (await isPrinted(page, stderr))) return code;
  return code === exitCodes.conforming ? exitCodes.inconclusive : code;
}

/** The report stands without its printed copy, and whoever asked for one is told that it is missing. */
async function isPrinted(page: string, stderr: CliEnvironment['stderr']): Promise<boolean> {
  try {
    await printPdf(page, page.replace(/html$/, 'pdf'));
    return true;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    stderr.write(`mdpo: ${error.message}\n`);
    return false;
  }
}
