/** Helps the tests of this folder: pages from markup, and a server of a few lines. */
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { readPage } from './read-page';
import type { Page } from './visitor';

/** The page that a piece of markup makes. */
export function pageOf(
  source: string,
  { status = 200, contentType = 'text/html; charset=utf-8', url = 'http://cible.test/' } = {},
): Page {
  return readPage({ url, status, contentType, source }).page;
}

export type Handler = (request: Request) => Response | Promise<Response>;

export function html(body: string, init: ResponseInit = {}): Response {
  return new Response(body, { ...init, headers: { 'content-type': 'text/html; charset=utf-8', ...init.headers } });
}

export function redirect(to: string, status = 303, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { location: to, ...headers } });
}

/** A handler behind a socket of this machine. */
export async function serve(handler: Handler): Promise<{ url: string; close(): Promise<void> }> {
  const server = createAdaptorServer({ fetch: async (request) => handler(request) });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
