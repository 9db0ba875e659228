/** The verb `trace`: shows which sentence of the fiche each one verifies. Runs no scenario. */
import { renderTraceMarkdown, renderTraceText, traceMatrix, type TraceMatrix } from '../reporting/trace-matrix';
import { readings, recommendationIds, requirements } from '../specification';
import { exitCodes, type CliEnvironment } from './environment';
import { readFeatures } from './read-features';

export type TraceFormat = 'text' | 'markdown' | 'json';

/**
 * Writes the traceability matrix of `features/` under the user's folder.
 * @returns 0 when every testable requirement has its scenario and every tag is right, 1 otherwise, 2 when a feature cannot be read.
 */
export async function trace(
  env: Pick<CliEnvironment, 'cwd' | 'stdout' | 'stderr'>,
  { format = 'text' }: { readonly format?: TraceFormat } = {},
): Promise<number> {
  const { scenarios, errors } = await readFeatures(env.cwd);
  if (errors.length > 0) {
    env.stderr.write(errors.map((error) => `mdpo trace : ${error}\n`).join(''));
    return exitCodes.usage;
  }
  const matrix = traceMatrix({ requirements, recommendationIds, readings }, scenarios);
  env.stdout.write(renderers[format](matrix));
  return matrix.problems.length === 0 ? exitCodes.conforming : exitCodes.nonConforming;
}

const renderers: Readonly<Record<TraceFormat, (matrix: TraceMatrix) => string>> = {
  text: renderTraceText,
  markdown: renderTraceMarkdown,
  json: (matrix) => `${JSON.stringify(matrix, null, 2)}\n`,
};
