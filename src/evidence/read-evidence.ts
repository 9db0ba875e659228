/** Reads the evidence of a run from its folder, and says which of its files are not as they were listed. Judges no outcome. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { runFactsSchema, scenarioEvidenceSchema, type Piece, type RunEvidence } from '../reporting/evidence';
import { ConfigurationError } from '../verdict/errors';
import { digestOf, MANIFEST, manifestSchema, MESSAGES, type Manifest, type ManifestEntry } from './evidence-files';
import { readRegularFile } from './regular-file';

/** Bytes, of one file. */
const LARGEST = 256 * 1024 * 1024;

/** `problems`: English, each naming a file; where there are any, `runs` and `messages` are empty. */
export interface ReadEvidence {
  readonly problems: readonly string[];
  readonly runs: readonly RunEvidence[];
  /** Text of `messages.ndjson`. */
  readonly messages: string;
}

/**
 * @param directory of the run. @param given the same as typed, for messages. @param sha256 of the list, as the report has it.
 * @throws ConfigurationError for a list that is none, or that names files elsewhere: nothing else is then read.
 */
export async function readEvidence(directory: string, given: string, sha256: string): Promise<ReadEvidence> {
  const name = join(given, MANIFEST);
  if (!existsSync(join(directory, MANIFEST))) return { problems: [`${MANIFEST}: missing`], runs: [], messages: '' };
  const bytes = await readRegularFile(join(directory, MANIFEST), name, LARGEST);
  const manifest = parseManifest(bytes.toString('utf8'), name);
  const problems: string[] = [];
  if (digestOf(bytes) !== sha256) problems.push(`${MANIFEST}: altered: its SHA-256 is not the one that conformance.json carries`);
  const contents = new Map<string, Buffer>();
  for (const entry of manifest.files) {
    const found = await readListed(directory, entry);
    if (typeof found === 'string') problems.push(found);
    else contents.set(entry.path, found);
  }
  problems.push(...(await unlisted(directory, manifest)));
  if (problems.length > 0) return { problems, runs: [], messages: '' };
  return assemble(manifest, contents);
}

function parseManifest(text: string, name: string): Manifest {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new ConfigurationError(`${name}: not JSON; accepted: what mdpo run writes.`);
  }
  const result = manifestSchema.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const key = issue?.path.join('.') ?? '';
  const value = JSON.stringify(issue?.path.reduce<unknown>((at, part) => (at as Record<PropertyKey, unknown>)?.[part], data));
  throw new ConfigurationError(`${name}: ${key}: given ${value?.slice(0, 120)}; ${issue?.message ?? 'not a list of evidence'}.`);
}

/** @returns its bytes, or what is wrong with it. */
async function readListed(directory: string, { path, sha256, size }: ManifestEntry): Promise<Buffer | string> {
  try {
    const bytes = await readRegularFile(join(directory, path), path, LARGEST);
    if (bytes.length === size && digestOf(bytes) === sha256) return bytes;
    return `${path}: altered: its SHA-256 is not the one that ${MANIFEST} lists`;
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
}

async function unlisted(directory: string, { files }: Manifest): Promise<string[]> {
  const known = new Set([MANIFEST, ...files.map(({ path }) => path)]);
  const names = await readdir(join(directory, 'evidence'));
  return names
    .map((name) => `evidence/${name}`)
    .filter((path) => !known.has(path))
    .map((path) => `${path}: added: ${MANIFEST} does not list it`);
}

const listedRun = z.looseObject({ scenarios: z.array(z.string()) });

function assemble({ files }: Manifest, contents: ReadonlyMap<string, Buffer>): ReadEvidence {
  const textOf = ({ path }: ManifestEntry) => contents.get(path)!.toString('utf8');
  const problems: string[] = [];
  const parse = <T>(schema: z.ZodType<T>, entry: ManifestEntry, data: () => unknown): T | undefined => {
    try {
      return schema.parse(data());
    } catch {
      problems.push(`${entry.path}: not the ${entry.role} that ${MANIFEST} says it is`);
      return undefined;
    }
  };
  const pieces = new Map<string, Piece>();
  for (const { path, sha256, role } of files) {
    if (role === 'picture') pieces.set(sha256, { mediaType: 'image/png', bytes: contents.get(path)! });
    if (role === 'mail') pieces.set(sha256, { mediaType: 'message/rfc822', bytes: contents.get(path)! });
  }
  const scenarios = new Map(files.filter(({ role }) => role === 'scenario').map((entry) => [entry.sha256, entry]));
  const runs = files
    .filter(({ role }) => role === 'run')
    .flatMap((entry): RunEvidence[] => {
      const listed = parse(listedRun, entry, () => JSON.parse(textOf(entry)) as unknown);
      if (listed === undefined) return [];
      const { scenarios: digests, ...facts } = listed;
      const run = parse(runFactsSchema, entry, () => facts);
      const own = digests.flatMap((digest) => {
        const file = scenarios.get(digest);
        if (file === undefined) problems.push(`${entry.path}: it names a scenario ${digest} that ${MANIFEST} does not list`);
        const one = file && parse(scenarioEvidenceSchema, file, () => JSON.parse(textOf(file)) as unknown);
        return one === undefined ? [] : [one];
      });
      return run === undefined ? [] : [{ run, scenarios: own, pieces }];
    });
  if (runs.length === 0) problems.push(`${MANIFEST}: it lists the facts of no run`);
  return problems.length > 0
    ? { problems, runs: [], messages: '' }
    : { problems, runs, messages: contents.get(MESSAGES)?.toString('utf8') ?? '' };
}
