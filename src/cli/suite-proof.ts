/** What the suite that judges was seen to find: the campaign of faults committed with it. Judges nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { killMatrixSchema, type KillMatrix } from '../reporting/kill-matrix';
import { packageRoot } from './environment';

/** Written by `npm run reference`. */
export const KILL_MATRIX = join(packageRoot, 'reports', 'reference', 'kill-matrix.json');

/** `undefined` where the suite was brought without it. @throws ZodError when it is none. */
export function readSuiteProof(): KillMatrix | undefined {
  if (!existsSync(KILL_MATRIX)) return undefined;
  return killMatrixSchema.parse(JSON.parse(readFileSync(KILL_MATRIX, 'utf8')));
}

/** Without what differs from one campaign to the next: times, machine, number of processes. */
export function normaliseKillMatrix(matrix: KillMatrix): KillMatrix {
  return {
    ...matrix,
    campaign: { ...matrix.campaign, jobs: 1, resumed: 0 },
    references: matrix.references.map((run) => ({ ...run, durationMs: 0 })),
    faults: matrix.faults.map((row) => ({ ...row, durationMs: 0 })),
    startedAt: new Date(0).toISOString(),
    durationMs: 0,
    versions: { suite: matrix.versions['suite'] ?? '' },
  };
}
