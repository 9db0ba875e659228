/**
 * Run by `npm test`: `node -r ./bin/register.js test/deployments/check.ts [--part conforming|faults] [--json FILE] [NAME[/FAULT]…]`.
 * Judges the example deployments from the target file that a team would write: each conforms, and each of its faults is found. Exit 1
 * otherwise.
 */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { deployments, openSite } from './site';
import type { Answer, Job } from './worker';

const root = resolve(__dirname, '..', '..');
const LANES = 3;

interface Row {
  readonly id: string;
  readonly passed: boolean;
  readonly words: string;
}

async function command(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { part: { type: 'string' }, json: { type: 'string' } },
    allowPositionals: true,
  });
  const asked = (id: string) => positionals.length === 0 || positionals.some((name) => id === name || id.startsWith(`${name}/`));
  const rows: Row[] = [];
  const say = (row: Row) => {
    rows.push(row);
    console.log(`${row.passed ? 'ok    ' : 'FAILED'} ${row.id}: ${row.words}`);
  };
  const started = performance.now();
  // Both wait more than they compute: side by side.
  const conforming = values.part === 'faults' ? [] : deployments.filter(({ name }) => asked(name));
  await Promise.all(conforming.map(async ({ name }) => say(await judgeConforming(name))));
  if (values.part !== 'conforming') {
    const jobs = deployments.flatMap(({ name, faults }) => faults.map(({ id }) => ({ deployment: name, fault: id })));
    await Promise.all(
      hunts(
        jobs.filter(({ deployment, fault }) => asked(`${deployment}/${fault}`)),
        say,
      ),
    );
  }
  const failed = rows.filter(({ passed }) => !passed);
  const totals = { passed: rows.length - failed.length, failed: failed.length };
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ totals, rows }, undefined, 2)}\n`);
  console.log(`\n${totals.passed} of ${rows.length} in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
  for (const { id, words } of failed) console.log(`  FAILED ${id}: ${words}`);
  return failed.length > 0 || rows.length === 0 ? 1 : 0;
}

/** The whole suite, by the command as a team types it. */
async function judgeConforming(name: string): Promise<Row> {
  const deployment = deployments.find((one) => one.name === name)!;
  const folder = mkdtempSync(join(tmpdir(), `mdpo-${name}-`));
  const site = await openSite(deployment, { folder });
  const out = join(folder, 'report');
  const began = performance.now();
  try {
    const run = spawn(
      process.execPath,
      [join(root, 'bin', 'mdpo.js'), 'run', '--target', site.target, '--seed', '1', '--out', out],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    const [code] = (await once(run, 'exit')) as [number];
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    const { reason } = JSON.parse(readFileSync(join(out, 'conformance.json'), 'utf8')) as { reason: string };
    return { id: name, passed: code === 0, words: `exit ${code} after ${seconds} s (${folder}): ${reason}` };
  } finally {
    await site.close();
  }
}

/** Processes that each load the suite once and take one job after the other. */
function hunts(queue: Job[], say: (row: Row) => void): Promise<void>[] {
  return Array.from({ length: Math.min(LANES, queue.length) }, async () => {
    const child = fork(join(__dirname, 'worker.ts'), { execArgv: ['-r', join(root, 'bin', 'register.js')] });
    const died = once(child, 'exit').then(([code]): Answer => ({ error: `the worker process ended (${code})` }));
    for (let job = queue.shift(); job; job = queue.shift()) {
      const answered = once(child, 'message').then(([answer]) => answer as Answer);
      child.send(job);
      say(rowOf(job, await Promise.race([answered, died])));
    }
    child.kill();
    await died;
  });
}

function rowOf({ deployment, fault }: Job, answer: Answer): Row {
  const id = `${deployment}/${fault}`;
  if ('error' in answer) return { id, passed: false, words: answer.error };
  if (answer.kill === undefined) return { id, passed: false, words: `survives: ${answer.reason}` };
  return { id, passed: true, words: `found by ${answer.kill.requirement}: ${answer.kill.name}` };
}

command(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
