/** The HTTP door of the embedded catcher: MailHog's calls for programs, a page for people. */
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { createCatcherApi } from './catcher-api';
import { createCatcherPages } from './catcher-pages';
import type { CatcherStore } from './catcher-store';
import { listening } from './listening';

export interface HttpDoor {
  readonly url: string;
  close(): Promise<void>;
}

/** Answers in process too: `app.fetch`. */
export function createCatcherApp(store: CatcherStore): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Cache-Control', 'no-store');
  });
  app.route('/', createCatcherApi(store));
  app.route('/', createCatcherPages(store));
  return app;
}

/** @param port 0 for any free one. @throws ConfigurationError when the port cannot be had. */
export async function openHttpDoor(store: CatcherStore, host: string, port: number): Promise<HttpDoor> {
  const server = createAdaptorServer({ fetch: createCatcherApp(store).fetch }) as Server;
  await listening('HTTP', server, host, port);
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
