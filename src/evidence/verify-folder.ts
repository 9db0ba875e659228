/** Says whether the folder of a run is what the run wrote, and whether its outcomes follow from its evidence. Opens no target, writes nothing. */
import type { Envelope } from '@cucumber/messages';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { EnvelopeRefused, open } from '../attestation/envelope';
import { LANGUAGES, type Language } from '../reporting/html/language';
import { renderJson } from '../reporting/json';
import type { KillMatrix } from '../reporting/kill-matrix';
import type { RunRecord } from '../reporting/record';
import { ConfigurationError } from '../verdict/errors';
import { describeDifferences } from './differences';
import { MANIFEST, MESSAGES } from './evidence-files';
import { readEvidence } from './read-evidence';
import { recompute } from './recompute';
import { readRegularFile } from './regular-file';
import { ATTESTATION, drawnFiles, naming, STATEMENT } from './run-files';
import { readRunRecord, refuseOtherVersion } from './run-record-file';

/** What is there to be trusted. */
export interface Verification {
  /** English, one a line, each naming the file; empty: nothing was altered, and every outcome was recomputed as reported. */
  readonly problems: readonly string[];
  /** `unchecked`: there is one, and no key was given to check it with. */
  readonly signature: 'valid' | 'invalid' | 'absent' | 'unchecked';
  readonly record: RunRecord;
}

export interface VerifyOptions {
  /** PEM of an Ed25519 public key. */
  readonly publicKey?: string;
  /** What the suite was seen to find, as its reports show it. */
  readonly proof?: KillMatrix | undefined;
}

/** What is there beside the files that are drawn. The printed copy is no part of what is verified. */
const known = new Set(['evidence', MESSAGES, ATTESTATION, 'index.pdf']);

/** Bytes, of one file. */
const LARGEST = 1024 * 1024 * 1024;

/** @throws ConfigurationError when the folder holds no readable report of this version: its message names the file. */
export async function verifyFolder(directory: string, { publicKey, proof }: VerifyOptions = {}): Promise<Verification> {
  const given = basename(directory);
  const { name, record } = await readRunRecord(given, { cwd: join(directory, '..') });
  refuseOtherVersion(name, record);
  const problems = await problemsOf(directory, given, record, proof);
  return { problems, signature: await signatureOf(directory, publicKey), record };
}

async function problemsOf(
  directory: string,
  given: string,
  record: RunRecord,
  proof: KillMatrix | undefined,
): Promise<readonly string[]> {
  if (record.evidence === undefined) return ['conformance.json: it names no evidence: nothing can be recomputed'];
  const { problems, runs, messages } = await readEvidence(directory, given, record.evidence.sha256);
  // What follows from altered evidence says nothing.
  if (problems.length > 0) return [...problems];
  let recomputed: RunRecord;
  try {
    recomputed = naming(recompute(runs), record.evidence.sha256);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [`evidence: the outcomes cannot be recomputed from it: ${reason}`];
  }
  if (renderJson(recomputed) !== (await textOf(directory, 'conformance.json'))) return describeDifferences(record, recomputed);
  const stream = messages.split('\n').filter((line) => line !== '');
  const pieces = new Map(runs.flatMap((one) => [...one.pieces]));
  const kept = new Map([
    [MESSAGES, messages],
    [MANIFEST, (await textOf(directory, MANIFEST)) ?? ''],
  ]);
  const envelopes = stream.map((line) => JSON.parse(line) as Envelope);
  const draw = (language: Language) => drawnFiles(recomputed, envelopes, pieces, kept, { proof, language });
  return drawnOtherwise(directory, draw);
}

/** Everything that is drawn from the record is drawn again: in one of the languages, all of it is as it stands. */
async function drawnOtherwise(
  directory: string,
  draw: (language: Language) => Promise<ReadonlyMap<string, string>>,
): Promise<readonly string[]> {
  let least: readonly string[] | undefined;
  for (const language of LANGUAGES) {
    const wrong: string[] = [];
    const drawn = await draw(language);
    for (const [path, content] of drawn) {
      const there = await textOf(directory, path);
      if (there === undefined) wrong.push(`${path}: missing, or no regular file`);
      else if (there !== content) wrong.push(`${path}: altered: it is not what the evidence gives`);
    }
    for (const name of await readdir(directory)) {
      if (!known.has(name) && !drawn.has(name)) wrong.push(`${name}: added: no run writes it`);
    }
    if (wrong.length === 0) return wrong;
    // In another language than its own, more of it differs.
    if (least === undefined || wrong.length < least.length) least = wrong;
  }
  return least ?? [];
}

async function signatureOf(directory: string, publicKey: string | undefined): Promise<Verification['signature']> {
  const envelope = await textOf(directory, ATTESTATION);
  if (envelope === undefined) return 'absent';
  if (publicKey === undefined) return 'unchecked';
  try {
    return open(envelope, publicKey) === (await textOf(directory, STATEMENT)) ? 'valid' : 'invalid';
  } catch (error) {
    if (error instanceof EnvelopeRefused) return 'invalid';
    throw error;
  }
}

/** `undefined` when there is no such file. */
async function textOf(directory: string, path: string): Promise<string | undefined> {
  try {
    return (await readRegularFile(join(directory, path), path, LARGEST)).toString('utf8');
  } catch (error) {
    if (error instanceof ConfigurationError) return undefined;
    throw error;
  }
}
