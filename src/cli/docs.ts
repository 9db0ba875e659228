/** The verb `docs`: writes what the suite verifies as a page for people. Runs no scenario, reaches no target. */
import { join } from 'node:path';
import { renderDocs } from '../reporting/docs';
import type { Language } from '../reporting/html/language';
import { exitCodes, packageRoot, type CliEnvironment } from './environment';
import { writePage } from './page-file';
import { readFeatures } from './read-features';
import { version } from '../../package.json';

export interface DocsVerbOptions {
  /** Folder of the page, relative to the user's. */
  readonly out: string;
  readonly lang: Language;
}

/**
 * Writes `index.html` into the folder.
 * @param root where `features/` is.
 * @returns 0, or 2 when a feature cannot be read. @throws ConfigurationError when the page cannot be written.
 */
export async function docs(
  env: Pick<CliEnvironment, 'cwd' | 'stdout' | 'stderr'>,
  { out, lang }: DocsVerbOptions,
  root = packageRoot,
): Promise<number> {
  const { documents, scenarios, errors } = await readFeatures(root);
  if (errors.length > 0) {
    env.stderr.write(errors.map((error) => `mdpo: ${error}\n`).join(''));
    return exitCodes.usage;
  }
  const page = join(out, 'index.html');
  await writePage(page, renderDocs({ documents, scenarios, language: lang, version }), env);
  env.stdout.write(`${page}\n`);
  return exitCodes.conforming;
}
