/** What a campaign of faults costs, over running the whole suite for each of them. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { faults } from '../simulator';
import { inTurn, timeCommand } from './measure';
import type { Row } from './table';

/** One fault in so many: the order of the list is that of the fiche, so that each part of it is met. */
const SAMPLED = 8;

export async function measureCampaign(root: string, work: string, rounds: number): Promise<Row> {
  const sample = faults.filter(({ browserOnly }) => browserOnly !== true).filter((_, index) => index % SAMPLED === 0);
  const only = sample.map(({ id }) => id).join(',');
  let round = 0;
  const campaign = (): Promise<number> => {
    // A folder of its own: what an earlier campaign has left there would be taken up.
    const out = join(work, `faults-${(round += 1)}`);
    return timeCommand([join(root, 'bin', 'mdpo.js'), 'faults', '--only', only, '--out', out], { cwd: root });
  };
  const [campaignMs, warmMs] = await inTurn(rounds, campaign, () => timeWarmRun(root));
  return {
    name: `a campaign of faults, in process (sample: ${sample.length} of ${faults.length}), reference run included`,
    measured: campaignMs!,
    over: `${sample.length} warm runs of the whole suite (${Math.round(warmMs!)} ms each)`,
    overMeasured: sample.length * warmMs!,
    target: 0.6,
  };
}

/** The second run of a process that has the suite loaded. */
async function timeWarmRun(root: string): Promise<number> {
  const worker = fork(join(root, 'src', 'cli', 'fault-worker.ts'), {
    cwd: root,
    execArgv: ['-r', join(root, 'bin', 'register.js')],
  });
  const run = async (): Promise<number> => {
    const started = performance.now();
    worker.send({ driver: 'http' });
    const [answer] = (await once(worker, 'message')) as [{ facts?: { failures: readonly unknown[] } }];
    if (answer.facts?.failures.length !== 0) throw new Error('the simulator without fault does not pass');
    return performance.now() - started;
  };
  try {
    await run();
    return await run();
  } finally {
    worker.kill();
  }
}
