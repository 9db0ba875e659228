/** Measures: how long a command takes, and the median of several. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Wall time of a process, from its start to its end, in milliseconds. @throws Error for an exit code that is not expected. */
export async function timeCommand(
  argv: readonly string[],
  { cwd, env = {}, expected = 0 }: { cwd: string; env?: NodeJS.ProcessEnv; expected?: number },
): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, argv, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== expected) throw new Error(`${argv.join(' ')} ended with ${code}:\n${said}`);
  return performance.now() - started;
}

/** Makes a run of the suite, in one process, and keeps in `file` what it did. */
export function recordRun(root: string, file: string, options: readonly string[], expected = 0): Promise<void> {
  return recordCommand(root, file, ['run', ...options], expected);
}

/** The same of any command that opens simulators in its own process. */
export async function recordCommand(root: string, file: string, words: readonly string[], expected = 0): Promise<void> {
  const preloaded = ['bin/register.js', 'bench/record-run.ts'].flatMap((name) => ['-r', join(root, name)]);
  const argv = [...preloaded, join(root, 'bin', 'mdpo.js'), ...words];
  await timeCommand(argv, { cwd: root, env: { MDPO_BENCH_RECORD: file }, expected });
}

/** Runs two measures in turn, so that both meet the same weather, and gives the median of each. */
export async function inTurn(rounds: number, ...measures: readonly (() => Promise<number>)[]): Promise<number[]> {
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
