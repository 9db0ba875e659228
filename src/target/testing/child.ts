/** A process that a test starts, talks to and ends. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { TestContext } from 'node:test';

export interface Child {
  readonly pid: number;
  /** Sends an order and waits for the answer. */
  ask(order: unknown): Promise<string>;
  /** SIGKILL: what it was doing stops where it is. Resolves when it has ended. */
  kill(): Promise<void>;
}

/**
 * Starts a process that does not outlive the test.
 * @param script says `ready` when it can take orders. @throws Error when it ends before that.
 */
export async function startChild(
  test: TestContext,
  script: string,
  { args = [], env = {} }: { args?: readonly string[]; env?: NodeJS.ProcessEnv } = {},
): Promise<Child> {
  const child = fork(script, [...args], { env: { ...process.env, ...env } });
  test.after(() => child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  const answer = () =>
    Promise.race([
      once(child, 'message').then(([text]) => text as string),
      ended.then(([code, signal]) => Promise.reject(new Error(`the child ended (${code ?? signal}) before it answered`))),
    ]);
  await answer();
  return {
    pid: child.pid!,
    ask(order) {
      const text = answer();
      child.send(order as object);
      return text;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
