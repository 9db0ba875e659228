/** Measures: how long a command takes and how much memory, and the median of several. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface CommandOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly expected?: number;
}

/** Wall time of a process, from its start to its end, in milliseconds. @throws Error for an exit code that is not expected. */
export async function timeCommand(argv: readonly string[], { cwd, env = {}, expected = 0 }: CommandOptions): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, argv, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== expected) throw new Error(`${argv.join(' ')} ended with ${code}:\n${said}`);
  return performance.now() - started;
}

/** The most memory that a process ever held, in megabytes. @param work folder for what the process leaves behind. */
export async function peakOfCommand(argv: readonly string[], work: string, options: CommandOptions): Promise<number> {
  const noting = join(work, 'note-peak.cjs');
  const noted = join(work, 'peak.txt');
  const written = 'String(process.resourceUsage().maxRSS)';
  writeFileSync(noting, `process.once('exit', () => require('node:fs').writeFileSync(${JSON.stringify(noted)}, ${written}));\n`);
  await timeCommand(['-r', noting, ...argv], options);
  return Number(readFileSync(noted, 'utf8')) / 1024;
}

/** Runs a verb of the command, in one process, and keeps in `file` what it did. */
export async function recordCommand(root: string, file: string, argv: readonly string[], expected = 0): Promise<void> {
  const preloaded = ['bin/register.js', 'bench/record-run.ts'].flatMap((name) => ['-r', join(root, name)]);
  const env = { MDPO_BENCH_RECORD: file };
  await timeCommand([...preloaded, join(root, 'bin', 'mdpo.js'), ...argv], { cwd: root, env, expected });
}

/** The time that the requests of a recorded command take by themselves, and their number. */
export function replayRequests(root: string, file: string): { took: number; sent: number } {
  const argv = ['-r', join(root, 'bin', 'register.js'), join(root, 'bench', 'replay-requests.ts'), file];
  return JSON.parse(execFileSync(process.execPath, argv, { cwd: root }).toString()) as { took: number; sent: number };
}

/** Makes measures in turn, so that all meet the same weather, and gives the median of each. */
export async function inTurn(rounds: number, ...measures: readonly (() => number | Promise<number>)[]): Promise<number[]> {
  const seen = measures.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, measure] of measures.entries()) seen[index]!.push(await measure());
  }
  return seen.map(median);
}

export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
