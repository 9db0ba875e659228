/**
 * Run by `npm test`: `node -r ./bin/register.js src/cli/fault-check-command.ts [--driver http|browser] [--json FILE] [FLT-…]`.
 * Checks the simulator's faults, two at a time, each lane a process of its own. Exit 1 if a fault survives.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { faults } from '../../simulator';
import { packageRoot } from './environment';
import { checkFaults, describeResult, driverOf, type Lane } from './fault-check';
import type { WorkerAnswer } from './fault-worker';

const lanesAtATime = 2;

async function command(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { driver: { type: 'string' }, json: { type: 'string' } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((asked) => !faults.some(({ id }) => id === asked));
  if (unknown.length > 0) throw new Error(`No such fault: ${unknown.join(', ')}.`);
  const chosen = faults
    .filter(({ id }) => positionals.length === 0 || positionals.includes(id))
    .filter((fault) => values.driver === undefined || driverOf(fault) === values.driver);
  const lanes = Array.from({ length: lanesAtATime }, openLane);
  try {
    const results = await checkFaults(chosen, lanes, process.stdout);
    const survivors = results.filter(({ kill }) => !kill);
    const totals = { passed: results.length - survivors.length, failed: survivors.length };
    if (values.json) await writeFile(values.json, `${JSON.stringify({ totals, results }, undefined, 2)}\n`);
    console.log(`\n${totals.passed} of ${results.length} faults found.`);
    for (const survivor of survivors) console.log(`  ${describeResult(survivor)}`);
    return survivors.length > 0 || results.length === 0 ? 1 : 0;
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
}

/** A process that loads the suite once and makes one run after the other. */
function openLane(): Lane & { close(): Promise<unknown> } {
  const child = fork(join(__dirname, 'fault-worker.ts'), { execArgv: ['-r', join(packageRoot, 'bin', 'register.js')] });
  const died = once(child, 'exit').then(([code]): WorkerAnswer => ({ error: `the worker process ended (${code})` }));
  const lane: Lane = async (request) => {
    const answered = once(child, 'message').then(([answer]) => answer as WorkerAnswer);
    child.send(request);
    const answer = await Promise.race([answered, died]);
    if ('error' in answer) throw new Error(answer.error);
    return answer.facts;
  };
  const close = (): Promise<unknown> => {
    child.kill();
    return died;
  };
  return Object.assign(lane, { close });
}

command(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
