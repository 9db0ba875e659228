/** What a verb sees of the process, so that tests can stand in for it. */
import { resolve } from 'node:path';

/** Where text is written: enough of a stream for a terminal, a pipe or a test. */
export interface TextSink {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Where lines are typed: a terminal, a pipe or a test. */
export type TextSource = NodeJS.ReadableStream & { readonly isTTY?: boolean };

/** The world of one call of the command. */
export interface CliEnvironment {
  /** The arguments after the name of the command. */
  readonly argv: readonly string[];
  /** The user's folder: what they type is relative to it. */
  readonly cwd: string;
  readonly stdin: TextSource;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  readonly env: NodeJS.ProcessEnv;
  /** Aborted when the user interrupts (SIGINT, SIGTERM). */
  readonly interrupted: AbortSignal;
  readonly now: () => Date;
  /** A seed for a run that was given none: an integer from 0 to 2^31 - 1. */
  readonly randomSeed: () => number;
}

/** The package's own folder: features, steps and simulator are found from it. */
export const packageRoot = resolve(__dirname, '..', '..');

/** The meaning of each exit code, the same for every verb. */
export const exitCodes = { conforming: 0, nonConforming: 1, usage: 2, inconclusive: 3 } as const;
