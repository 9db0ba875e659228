/** `mdpo merge`: from the reports of the shards of a run to that of the whole. Reads and writes files; judges nothing. */
import type { Envelope } from '@cucumber/messages';
import { readFile, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { readEvidence } from '../evidence/read-evidence';
import type { NamedRecord } from '../reporting/check-shards';
import type { RunEvidence } from '../reporting/evidence';
import { mergeRecords } from '../reporting/merge-records';
import { ConfigurationError } from '../verdict/errors';
import type { CliEnvironment } from './environment';
import { conclude, makeRoom } from './report-folder';
import { readRunRecord, refuseOtherVersion } from '../evidence/run-record-file';

export interface MergeOptions {
  /** Folders of the reports of the shards, in any order. */
  readonly directories: readonly string[];
  /** Folder of the report of the whole. */
  readonly out: string;
}

/**
 * Judges the whole and writes its report. Its messages are those of the shards, one stream after the other: ids are unique.
 * @returns 0 conforming, 1 non-conforming, 3 inconclusive.
 * @throws ConfigurationError when the folders do not hold the shards of one run, each once and none missing: nothing is written.
 */
export async function merge(environment: CliEnvironment, { directories, out }: MergeOptions): Promise<number> {
  const { cwd, stdout } = environment;
  const directory = resolve(cwd, out);
  await refuseToOverwrite(directory, directories, environment);
  const shards = await Promise.all(directories.map((given) => readShard(given, environment)));
  const record = mergeRecords(shards);
  const messages = await Promise.all(directories.map((given) => readMessages(given, environment)));
  const runs = await Promise.all(shards.map((shard, rank) => evidenceOf(directories[rank]!, shard, environment)));
  await makeRoom(directory);
  stdout.write(`Cible : ${record.target.name} — parts réunies : ${directories.join(', ')}\n`);
  return conclude({ record, runs: runs.flat(), messages: messages.flat() }, directory, environment);
}

async function refuseToOverwrite(directory: string, inputs: readonly string[], { cwd }: CliEnvironment): Promise<void> {
  const target = await truePath(directory);
  for (const input of inputs) {
    if ((await truePath(resolve(cwd, input))) !== target) continue;
    throw new ConfigurationError(`option '--out': '${directory}' is one of the shards to merge; accepted: another folder.`);
  }
}

/** Links followed, where the folder exists. */
async function truePath(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

/** The whole is judged by the requirements of this version. */
async function readShard(given: string, environment: CliEnvironment): Promise<NamedRecord> {
  const shard = await readRunRecord(given, environment);
  refuseOtherVersion(shard.name, shard.record);
  return shard;
}

/** @throws ConfigurationError when it was altered: what is merged must be what was run. */
async function evidenceOf(given: string, { record }: NamedRecord, { cwd }: CliEnvironment): Promise<readonly RunEvidence[]> {
  if (record.evidence === undefined)
    throw new ConfigurationError(`${join(given, 'conformance.json')}: evidence: given nothing; accepted: what mdpo run writes.`);
  const { problems, runs } = await readEvidence(resolve(cwd, given), given, record.evidence.sha256);
  if (problems.length > 0)
    throw new ConfigurationError(`${given}: not as it was run:\n${problems.map((one) => `  ${one}`).join('\n')}`);
  return runs;
}

async function readMessages(given: string, { cwd }: CliEnvironment): Promise<Envelope[]> {
  const name = join(given, 'messages.ndjson');
  const lines = (await readText(resolve(cwd, name), name)).split('\n');
  return lines.flatMap((line, rank) => {
    if (line === '') return [];
    const message = parseJson(line, `${name}:${rank + 1}`);
    if (!messageSchema.safeParse(message).success)
      throw new ConfigurationError(`${name}:${rank + 1}: not a message of Cucumber; accepted: what mdpo run writes.`);
    return [message as Envelope];
  });
}

/** What the report reads of a message. */
const messageSchema = z.looseObject({ attachment: z.looseObject({ mediaType: z.string(), body: z.string() }).optional() });

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigurationError(`${name}: not JSON; accepted: what mdpo run writes.`);
  }
}

async function readText(path: string, name: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new ConfigurationError(`${name}: cannot be read (${reason}); accepted: the folder of the report of a shard.`);
  }
}
