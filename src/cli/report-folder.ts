/** The folder that a verb leaves its report in: emptied of an earlier one, then filled. Knows nothing of what is reported. */
import type { Envelope } from '@cucumber/messages';
import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { RunRecord } from '../reporting/record';
import { renderTerminalSummary } from '../reporting/terminal-summary';
import { writeReports } from '../reporting/write-reports';
import { ConfigurationError } from '../verdict/errors';
import { exitCode } from '../verdict/verdict';
import type { CliEnvironment } from './environment';
import { readSuiteProof } from './suite-proof';

const RUN_FILES = ['conformance.json', 'index.html', 'junit.xml', 'messages.ndjson'];

/**
 * An earlier report goes first: a command that is killed must not leave another's verdict in its place.
 * @param names of the files of such a report.
 * @throws ConfigurationError when the folder cannot be written.
 */
export async function makeRoom(directory: string, names: readonly string[] = RUN_FILES): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
    await Promise.all(names.map((name) => rm(join(directory, name), { force: true })));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(`option '--out': '${directory}' cannot be written (${reason}).`);
  }
}

/** Writes the report and prints what it comes to. @returns the exit code of its verdict. */
export async function conclude(
  record: RunRecord,
  messages: readonly Envelope[],
  directory: string,
  { cwd, stdout, env }: Pick<CliEnvironment, 'cwd' | 'stdout' | 'env'>,
): Promise<number> {
  await writeReports(directory, record, messages, readSuiteProof());
  const colours = stdout.isTTY === true && !env.NO_COLOR;
  stdout.write(`\n${renderTerminalSummary(record, { colours })}Rapport : ${relative(cwd, join(directory, 'index.html'))}\n`);
  return exitCode(record);
}
