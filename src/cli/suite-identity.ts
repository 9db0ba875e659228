/** Which sources of the suite judge: their commit, and whether they are those of it. Reads nothing of a run. */
import { execFileSync } from 'node:child_process';
import type { RunRecord } from '../reporting/record';
import { packageRoot } from './environment';

let known: NonNullable<RunRecord['suite']> | undefined;

/** `unknown` where the suite is in no repository of its own: nobody can say that it was not changed. */
export function suiteIdentity(): NonNullable<RunRecord['suite']> {
  known ??= identify();
  return known;
}

function identify(): NonNullable<RunRecord['suite']> {
  try {
    // In somebody else's repository, its commit says nothing of the suite.
    if (git('rev-parse', '--show-prefix') !== '') return { state: 'unknown' };
    const commit = git('rev-parse', 'HEAD');
    return { commit, state: git('status', '--porcelain') === '' ? 'clean' : 'dirty' };
  } catch {
    return { state: 'unknown' };
  }
}

function git(...argv: string[]): string {
  return execFileSync('git', argv, { cwd: packageRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}
