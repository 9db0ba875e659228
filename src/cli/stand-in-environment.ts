/** A stand-in for the process, for the tests of the command line: what is written is kept, nothing is typed. */
import { Readable } from 'node:stream';
import type { CliEnvironment } from './environment';

export interface StandInEnvironment extends CliEnvironment {
  /** What was written so far. */
  readonly written: { out: string; err: string };
}

export function standInEnvironment(argv: readonly string[], overrides: Partial<CliEnvironment> = {}): StandInEnvironment {
  const written = { out: '', err: '' };
  return {
    argv,
    cwd: '/nowhere',
    stdin: Readable.from([]),
    stdout: { write: (text) => (written.out += text) },
    stderr: { write: (text) => (written.err += text) },
    env: {},
    interrupted: new AbortController().signal,
    now: () => new Date('2026-01-01T12:00:00Z'),
    randomSeed: () => 4,
    written,
    ...overrides,
  };
}
