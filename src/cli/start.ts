/** Ties the command to the process that runs it: signals, clock, chance, exit code. */
import { randomInt } from 'node:crypto';
import { exitCodes } from './environment';
import { reportDefect } from './defect';
import { main } from './main';

/** Runs the command for `node` and ends it. An unexpected error never exits 0 or 1: these are verdicts. */
export function start(node: NodeJS.Process): void {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    node.on(signal, () => {
      if (interruption.signal.aborted) node.exit(exitCodes.inconclusive);
      interruption.abort(signal);
    });
  }
  node.on('uncaughtException', (error) => {
    // While a step runs Cucumber listens too, and gives the error to that step: the run goes on.
    if (node.listenerCount('uncaughtException') === 1) leave(node, reportDefect(node.stderr, error));
  });
  void main({
    argv: node.argv.slice(2),
    cwd: node.cwd(),
    stdin: node.stdin,
    stdout: node.stdout,
    stderr: node.stderr,
    env: node.env,
    interrupted: interruption.signal,
    now: () => new Date(),
    randomSeed: () => randomInt(2 ** 31),
  }).then((code) => leave(node, code));
}

/** Exits once what was written is out, whatever is still open (a browser, a server, an interrupted run). */
function leave(node: NodeJS.Process, code: number): void {
  node.stdout.write('', () => node.stderr.write('', () => node.exit(code)));
}
