/** `mdpo attest`: signs what a run said of itself, once it was found true and complete. Judges nothing; the statement is the run's own. */
import { createHash, createPublicKey, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { reasonsAgainst } from '../attestation/attestable';
import { sign } from '../attestation/envelope';
import { keyIdOf, readPrivateKey } from '../attestation/keys';
import { buildStatement, renderStatement, type DigestedFile } from '../attestation/statement';
import { ATTESTATION, STATEMENT } from '../evidence/run-files';
import type { RunRecord } from '../reporting/record';
import { ConfigurationError } from '../verdict/errors';
import { exitCodes, type CliEnvironment } from './environment';
import { readRegularFile } from '../evidence/regular-file';
import { verifyRun } from './verify';

export interface AttestOptions {
  /** Folder of the report of a run. */
  readonly directory: string;
  /** File of the private key. */
  readonly key: string;
}

/** Bytes: of a key, of a statement, of any file of a report. */
const [LARGEST_KEY, LARGEST_STATEMENT, LARGEST_FILE] = [16_384, 16 * 1024 * 1024, 1024 * 1024 * 1024];
/** Reasons shown: an altered folder has as many as it has files. */
const SHOWN = 20;

/**
 * Writes the attestation into the folder. A report of a target that does not conform is attested like another, with the result FAILED.
 * @param verify stands in for the check of the folder, in tests.
 * @returns 0 attested, 1 refused: nothing is written.
 * @throws ConfigurationError for a key that is none, or a folder that is not that of a run.
 */
export async function attest(
  { cwd, stdout, stderr }: CliEnvironment,
  { directory: given, key }: AttestOptions,
  verify: typeof verifyRun = verifyRun,
): Promise<number> {
  const { pem, keyId } = await readKey(resolve(cwd, key), key);
  const directory = resolve(cwd, given);
  if (existsSync(join(directory, ATTESTATION)))
    throw new ConfigurationError(`${join(given, ATTESTATION)}: it is signed already; accepted: a report without a signature.`);
  const { problems, record } = await verify(directory);
  const name = join(given, STATEMENT);
  const text = (await readRegularFile(join(directory, STATEMENT), name, LARGEST_STATEMENT)).toString();
  const reasons = [...problems, ...reasonsAgainst(record)];
  // What was altered gives no statement to compare with.
  const refused = reasons.length > 0 ? reasons : await reasonsAgainstStatement(directory, record, text);
  if (refused.length > 0) {
    const more = refused.length > SHOWN ? [`and ${refused.length - SHOWN} more`] : [];
    const lines = [...refused.slice(0, SHOWN), ...more].map((reason) => `  ${reason}\n`);
    stderr.write(`mdpo: ${given}: not attested:\n${lines.join('')}`);
    return exitCodes.nonConforming;
  }
  await writeWhole(join(directory, ATTESTATION), sign(text, pem), join(given, ATTESTATION));
  stdout.write(`Attestation : ${join(given, ATTESTATION)}\nIdentifiant de la clé : ${keyId}\n`);
  return exitCodes.conforming;
}

async function readKey(path: string, name: string): Promise<{ readonly pem: string; readonly keyId: string }> {
  const pem = (await readRegularFile(path, `option '--key': ${name}`, LARGEST_KEY)).toString();
  try {
    return { pem, keyId: keyIdOf(createPublicKey(readPrivateKey(pem))) };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    throw new ConfigurationError(`option '--key': ${name}: ${error.message}`);
  }
}

const statementSchema = z.looseObject({ subject: z.array(z.looseObject({ name: z.string() })).min(1) });

/** The run's statement is on its own files, and is word for word what they give. */
async function reasonsAgainstStatement(directory: string, record: RunRecord, text: string): Promise<string[]> {
  const names = namesIn(text);
  if (names === undefined) return [`${STATEMENT}: not a statement on files; accepted: what mdpo run writes.`];
  const missing = ['conformance.json', record.evidence?.manifest ?? ''].filter((name) => !names.includes(name));
  if (missing.length > 0) return missing.map((name) => `${STATEMENT}: it says nothing of ${name}`);
  try {
    const files: DigestedFile[] = [];
    // One at a time: each is held whole.
    for (const name of names) files.push(await digest(directory, name));
    const own = text === renderStatement(buildStatement(record, files));
    return own ? [] : [`${STATEMENT}: it is not what the files of the report give`];
  } catch (error) {
    // A file that is gone, a link, a name that stands twice.
    return [`${STATEMENT}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function namesIn(text: string): string[] | undefined {
  try {
    return statementSchema.parse(JSON.parse(text)).subject.map(({ name }) => name);
  } catch {
    return undefined;
  }
}

async function digest(directory: string, name: string): Promise<DigestedFile> {
  // Nothing outside the folder, by no way round: no `..`, no link on the way.
  const steps = name.split('/');
  const path = join(await realpath(directory), ...steps);
  const inside = steps.every((step) => !['', '.', '..'].includes(step)) && path === (await realpath(path));
  if (!inside) throw new Error(`${name} is not a file of the folder`);
  const bytes = await readRegularFile(path, name, LARGEST_FILE);
  return { name, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Beside its place, then moved: a reader never sees half a file. */
async function writeWhole(file: string, content: string, name: string): Promise<void> {
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, content, { flag: 'wx' });
    await rename(draft, file);
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new ConfigurationError(`${name}: cannot be written (${code}).`);
  } finally {
    await rm(draft, { force: true });
  }
}
