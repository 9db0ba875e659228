/** Writes a page where the user said, whole or not at all, and never into the folder of a run. */
import { randomUUID } from 'node:crypto';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ConfigurationError } from '../verdict/errors';
import type { CliEnvironment } from './environment';

/** @throws ConfigurationError when the file cannot be written, or stands beside a report: what was attested stays as it is. */
export async function writePage(given: string, html: string, { cwd }: Pick<CliEnvironment, 'cwd'>): Promise<void> {
  const path = resolve(cwd, given);
  const folder = dirname(path);
  const report = await access(join(folder, 'conformance.json')).then(
    () => true,
    () => false,
  );
  if (report) throw new ConfigurationError(`option '--out': '${given}' is in the folder of a report; accepted: another folder.`);
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(draft, html);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new ConfigurationError(`option '--out': '${given}' cannot be written (${code}).`, { cause: error });
  }
}
