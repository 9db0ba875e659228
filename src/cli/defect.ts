/** What an unexpected error means: the suite is at fault, and nothing is known of the target. */
import { exitCodes, type TextSink } from './environment';

/** Says so. @returns the exit code, which is never that of a verdict. */
export function reportDefect(stderr: TextSink, error: unknown): number {
  stderr.write(`mdpo: defect of the suite, not of the target.\n${describe(error)}\n`);
  return exitCodes.inconclusive;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by: ${describe(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
