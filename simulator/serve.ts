/** Puts a simulator behind a socket. Knows only `fetch`. */
import { createAdaptorServer } from '@hono/node-server';
import type { AddressInfo } from 'node:net';

export interface ServeOptions {
  /** 0: any free port. */
  readonly port: number;
  readonly host?: string;
}

export interface ServedSimulator {
  /** `http://127.0.0.1:8080`, without a final slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** @throws Error that says what to do when the port is busy or not allowed. */
export async function serveSimulator(
  simulator: { fetch(request: Request): Promise<Response> },
  { port, host = '127.0.0.1' }: ServeOptions,
): Promise<ServedSimulator> {
  const server = createAdaptorServer({ fetch: (request) => simulator.fetch(request) });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(explain(cause, host, port)));
    server.listen(port, host, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Browsers keep their connections open: without this, closing waits for them.
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function explain(cause: NodeJS.ErrnoException, host: string, port: number): Error {
  if (cause.code === 'EADDRINUSE') {
    return new Error(
      `port ${port} of ${host} is already in use: stop what uses it, or choose another port (0 for any free one)`,
      { cause },
    );
  }
  return new Error(`the simulator cannot listen on ${host}:${port}: ${cause.message}`, { cause });
}
