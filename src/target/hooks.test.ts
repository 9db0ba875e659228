/** Hooks that behave, and hooks that do not: programs of a line, and a world played by msw. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, test } from 'node:test';
import { delay, http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { ConfigurationError } from '../verdict/errors';
import { callHook, startCommand } from './hooks';

const url = 'http://equipe.test/comptes';
const server = setupServer();
before(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
after(() => server.close());

const SECRET = 'Chanvre12Marine34Epissure';

/** A program of Node. */
const program = (text: string) => ({ command: process.execPath, args: ['-e', text] });

/** The hook is refused with these words, and what it printed or answered is not quoted. */
async function refused(call: Promise<string>, words: RegExp): Promise<void> {
  await assert.rejects(call, (error: Error) => {
    assert.ok(error instanceof ConfigurationError, String(error));
    assert.match(error.message, words);
    assert.ok(!`${error.message}${error.stack}`.includes(SECRET), 'what the hook said may hold a secret');
    return true;
  });
}

test('a program gets the input on its standard input, and what it prints is the answer', async () => {
  const echo = program('process.stdin.on("data", (text) => console.log(`  ${text}  `))');
  assert.equal(await callHook('provisioning', echo, { count: 2 }), '{"count":2}');
});

test('a program that reads nothing of a long input is not blamed for it', async () => {
  const deaf = program('process.stdin.destroy(); setTimeout(() => console.log("fait"), 50)');
  assert.equal(await callHook('provisioning', deaf, { text: 'x'.repeat(1_000_000) }), 'fait');
});

test('no shell reads the command line', async () => {
  const echo = { command: process.execPath, args: ['-p', 'process.argv.slice(1).join()', '$HOME', '; exit 1'] };
  assert.equal(await callHook('outage.cut', echo), '$HOME,; exit 1');
});

test('a program that is absent, fails, is killed or says too much is refused', async () => {
  await refused(
    callHook('outage.cut', { command: 'mdpo-absent', args: [] }),
    /^outage\.cut\.command, given mdpo-absent: .*ENOENT/,
  );
  await refused(
    callHook('outage.cut', program(`console.log("${SECRET}"); process.exit(7)`)),
    /failed \(7\); accepted: .*exits with 0/,
  );
  await refused(callHook('outage.cut', program(`console.error("${SECRET}"); throw 1`)), /failed \(1\)/);
  await refused(callHook('outage.cut', program('process.kill(process.pid, "SIGKILL")')), /failed \(SIGKILL\)/);
  await refused(callHook('outage.cut', program(`process.stdout.write("${SECRET}".repeat(100_000))`)), /MAXBUFFER/);
});

test('a program that does not end is ended, even if it refuses to, or leaves others behind that hold its output', async () => {
  const stubborn = program(`process.on("SIGTERM", () => {}); console.log("${SECRET}"); setInterval(() => {}, 1000)`);
  await refused(startCommand('outage.cut.command', stubborn, undefined, 500), /did not end within 0\.5 s/);
  const parent = program(
    'require("child_process").spawn(process.execPath, ["-e", "setTimeout(() => {}, 5000)"], { stdio: "inherit" });',
  );
  const began = performance.now();
  await refused(startCommand('outage.cut.command', parent, undefined, 500), /did not end within 0\.5 s/);
  assert.ok(performance.now() - began < 4_000, 'the grandchild was waited for');
});

test('an address gets the input by POST, as JSON, and its answer is the answer', async () => {
  server.use(
    http.post(url, async ({ request }) => {
      const type = request.headers.get('content-type');
      return HttpResponse.text(` ${type} ${await request.text()}\n`);
    }),
  );
  assert.equal(await callHook('provisioning', { url }, { count: 3 }), 'application/json {"count":3}');
});

test('an address that holds credentials is asked with them, and never shown with them', async () => {
  server.use(http.post(url, ({ request }) => HttpResponse.text(request.headers.get('authorization') ?? 'nobody')));
  const withThem = `http://equipe:${encodeURIComponent(`${SECRET}é`)}@equipe.test/comptes`;
  const expected = Buffer.from(`equipe:${SECRET}é`).toString('base64');
  assert.equal(await callHook('provisioning', { url: withThem }), `Basic ${expected}`);
  server.use(http.post(url, () => HttpResponse.error()));
  await refused(callHook('provisioning', { url: withThem }), /^provisioning\.url: equipe\.test does not answer$/);
});

test('an address that refuses, does not answer, or stops in the middle of its answer is refused', async () => {
  server.use(http.post(url, () => HttpResponse.text(SECRET, { status: 403 })));
  await refused(callHook('outage.cut', { url }), /^outage\.cut\.url: equipe\.test answered 403; accepted: 200 to 299$/);
  server.use(http.post(url, () => HttpResponse.error()));
  await refused(callHook('outage.cut', { url }), /does not answer$/);
  server.use(
    http.post(url, async () => {
      await delay('infinite');
    }),
  );
  await refused(callHook('outage.cut', { url }, undefined, 50), /did not answer within 0\.05 s$/);
});

test('an answer that breaks off, or never comes to its end, is refused', async (t) => {
  const open = await serve(
    createServer((request, response) => {
      response.writeHead(200).write(SECRET);
      if (request.url === '/rompue') setTimeout(() => response.destroy(), 10);
    }),
  );
  t.after(open.close);
  server.use(http.post(`${open.url}/*`, () => passthrough()));
  await refused(callHook('outage.cut', { url: `${open.url}/rompue` }), /does not answer$/);
  await refused(callHook('outage.cut', { url: `${open.url}/sans-fin` }, undefined, 100), /did not answer within 0\.1 s$/);
});

async function serve(listener: Server): Promise<{ url: string; close(): void }> {
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      listener.close();
      listener.closeAllConnections();
    },
  };
}
