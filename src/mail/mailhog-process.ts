/** Starts the real MailHog for tests, when there is one, on free loopback ports. */
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface RunningMailhog {
  readonly url: string;
  readonly smtp: { readonly host: string; readonly port: number };
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const START_MS = 10_000;

/** The program, on PATH or where `go install` puts it. */
export function findMailhog(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const go = env['GOBIN'] ?? join(env['GOPATH']?.split(delimiter)[0] || join(homedir(), 'go'), 'bin');
  const folders = [...(env['PATH'] ?? '').split(delimiter), go].filter((folder) => folder !== '');
  return folders.flatMap((folder) => [join(folder, 'MailHog'), join(folder, 'mailhog')]).find(isExecutable);
}

/** @throws Error when it does not answer within ten seconds. */
export async function startMailhog(program: string): Promise<RunningMailhog> {
  const [smtpPort, apiPort] = [await freePort(), await freePort()];
  const api = `${HOST}:${apiPort}`;
  // Its output is ignored: a pipe that nobody reads stalls it. It binds every interface unless told otherwise.
  const child = spawn(program, ['-smtp-bind-addr', `${HOST}:${smtpPort}`, '-api-bind-addr', api, '-ui-bind-addr', api], {
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  const url = `http://${api}`;
  for (const deadline = Date.now() + START_MS; ; await pause(20)) {
    const answered = await fetch(`${url}/api/v2/messages?limit=1`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return { url, smtp: { host: HOST, port: smtpPort }, stop };
    if (Date.now() > deadline || child.exitCode !== null) {
      await stop();
      throw new Error(`MailHog (${program}) did not answer at ${url} within ${START_MS} ms`);
    }
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
