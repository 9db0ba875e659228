/** `mdpo history`: the reports of several runs over time, in the terminal and as a page. Judges none of them. */
import type { NamedRecord } from '../reporting/check-shards';
import { renderHistoryHtml } from '../reporting/history-html';
import { historyOf } from '../reporting/history-record';
import { renderHistoryText } from '../reporting/history-text';
import { ConfigurationError } from '../verdict/errors';
import { exitCodes, type CliEnvironment } from './environment';
import { writePage } from './page-file';
import { readRunRecord } from '../evidence/run-record-file';

export interface HistoryOptions {
  /** Folders of the reports, in any order. */
  readonly directories: readonly string[];
  /** File of the page. */
  readonly out?: string | undefined;
}

/** @returns 0: every report could be read. @throws ConfigurationError naming the one that could not, or that stands twice. */
export async function history(environment: CliEnvironment, { directories, out }: HistoryOptions): Promise<number> {
  const runs: NamedRecord[] = [];
  // One after the other: hundreds of reports at once would fill the memory with their texts.
  for (const directory of directories) runs.push(await readRunRecord(directory, environment));
  refuseTwice(runs);
  const told = historyOf(runs.map(({ record }, rank) => ({ name: directories[rank]!, record })));
  if (out !== undefined) await writePage(out, renderHistoryHtml(told), environment);
  environment.stdout.write(`${renderHistoryText(told)}${out === undefined ? '' : `Page : ${out}\n`}`);
  return exitCodes.conforming;
}

/** A run counted twice would weigh twice. Two runs may begin together, but not of one target with one seed. */
function refuseTwice(runs: readonly NamedRecord[]): void {
  const owners = new Map<string, string>();
  for (const { name, record } of runs) {
    const { target, driver, seed, selection, startedAt } = record;
    const key = JSON.stringify([target, driver, seed, selection, startedAt]);
    const owner = owners.get(key);
    if (owner !== undefined) throw new ConfigurationError(`${name}: the same run as ${owner}; accepted: each run once.`);
    owners.set(key, name);
  }
}
