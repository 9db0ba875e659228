/** A process that judges example deployments when its parent asks, one after the other: the suite is loaded once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anyOf, factsOf, type Failure } from '../../src/cli/fault-hunt';
import { ready } from '../../src/cli/readying';
import { recordRun } from '../../src/cli/recorded-run';
import { loadSuite, type Suite } from '../../src/cli/suite';
import { deployments, openSite } from './site';

/** A fault to look for, with the scenarios of the requirements that it violates. */
export interface Job {
  readonly deployment: string;
  readonly fault: string;
}

export type Answer = { readonly kill?: Failure; readonly reason: string } | { readonly error: string };

const SEED = 1;

async function look(suite: Suite, job: Job): Promise<Answer> {
  const deployment = deployments.find(({ name }) => name === job.deployment)!;
  const { violates } = deployment.faults.find(({ id }) => id === job.fault)!;
  const folder = mkdtempSync(join(tmpdir(), 'mdpo-deployment-'));
  const site = await openSite(deployment, { folder, fault: job.fault });
  const parameters = { target: site.target, seed: SEED, cwd: folder };
  const readied = await ready(parameters, 1);
  try {
    if (readied.unavailable !== undefined) return { reason: readied.unavailable };
    const { preparation, target } = readied;
    let reason = '';
    // The first scenario that fails may stop on another requirement than those that the fault violates.
    for (const failFast of [true, false]) {
      const { record, defect } = await recordRun(
        suite,
        target,
        {
          parameters: { ...parameters, ...(preparation && { preparation }) },
          level: 'document',
          expression: anyOf(violates),
          tags: anyOf(violates),
          failFast,
        },
        { now: () => new Date() },
      );
      if (defect !== undefined) throw defect;
      const kill = factsOf(record).failures.find(({ requirement }) => violates.includes(requirement));
      if (kill !== undefined) return { kill, reason: record.reason };
      reason = record.reason;
    }
    return { reason };
  } finally {
    readied.release();
    await site.close();
    rmSync(folder, { recursive: true });
  }
}

const loading = loadSuite(process.env);
process.on('message', (job: Job) => {
  void loading
    .then((suite) => look(suite, job))
    .catch((error: unknown): Answer => ({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
    .then((answer) => process.send?.(answer));
});
process.once('disconnect', () => process.exit());
