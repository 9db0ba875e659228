/** Reads the record of a run from its folder, as one that others may have written. Judges nothing. */
import { join, resolve } from 'node:path';
import { version } from '../../package.json';
import type { NamedRecord } from '../reporting/check-shards';
import { runRecordSchema, type RunRecord } from '../reporting/record';
import { schemaOf } from '../target/json-schema';
import { problemsOf } from '../target/problems';
import { ConfigurationError } from '../verdict/errors';
import { readRegularFile } from './regular-file';

/** Where a relative path starts from. */
interface Surroundings {
  readonly cwd: string;
}

/** A record of a whole run weighs about 1 MB. */
const LARGEST = 256 * 1024 * 1024;
/** Problems shown of a record that is not one: what follows is mostly the same again. */
const SHOWN = 5;

/**
 * @param given a folder, as typed.
 * @throws ConfigurationError naming the file: absent, a link, too large, not JSON, of another shape.
 */
export async function readRunRecord(given: string, { cwd }: Surroundings): Promise<NamedRecord> {
  const name = join(given, 'conformance.json');
  const data = parseJson((await readRegularFile(resolve(cwd, name), name, LARGEST)).toString('utf8'), name);
  const result = runRecordSchema.safeParse(data);
  if (result.success) return { name, record: result.data };
  const problems = problemsOf(result.error, data, { schema: schemaOf(runRecordSchema), quotable: () => true });
  const lines = problems.slice(0, SHOWN).map(({ key, words }) => `  ${key}: ${words}`);
  const more = problems.length > SHOWN ? [`  and ${problems.length - SHOWN} more`] : [];
  throw new ConfigurationError(`${name}: not the record of a run:\n${[...lines, ...more].join('\n')}`);
}

/** @throws ConfigurationError for a record by another version of the suite: its requirements are not those of this one. */
export function refuseOtherVersion(name: string, { versions }: RunRecord): void {
  if (versions['suite'] === version) return;
  const given = versions['suite'] ?? 'nothing';
  throw new ConfigurationError(`${name}: versions.suite: given ${given}; accepted: ${version}, the version of this command.`);
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigurationError(`${name}: not JSON; accepted: what mdpo run writes.`);
  }
}
