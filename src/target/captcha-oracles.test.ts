/** The ways past a CAPTCHA, and how each of them fails: programs of a line, a terminal made of streams, a service played by msw. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { after, afterEach, before, test } from 'node:test';
import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { SeenImage } from '../driver/visitor';
import { CapabilityMissing, ConfigurationError, TargetUnavailable } from '../verdict/errors';
import { createCaptchaOracle, type Terminal } from './captcha-oracles';
import type { TargetFile } from './target-schema';

const url = 'http://oracle.test/lire';
const server = setupServer();
before(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
after(() => server.close());

const folder = mkdtempSync(join(tmpdir(), 'mdpo-oracles-'));
after(() => rmSync(folder, { recursive: true }));

const image: SeenImage = { status: 200, contentType: 'image/png', bytes: new Uint8Array([137, 80, 78, 71]) };
const SECRET = 'ce que dit le programme';

/** A program of Node, as `captcha` describes it. */
const command = (text: string, ...args: readonly string[]) => {
  return { strategy: 'command' as const, command: process.execPath, args: ['-e', text, ...args] };
};

test('fixed: the same characters for any image', async () => {
  assert.equal(await createCaptchaOracle({ strategy: 'fixed', value: 'TEST' }).read(image), 'TEST');
});

test('none: what is missing is said, and what to write', async () => {
  await assert.rejects(
    createCaptchaOracle({ strategy: 'none' }).read(image),
    (error: Error) => error instanceof CapabilityMissing && /moyen de lire le CAPTCHA : .*strategy: none/.test(error.message),
  );
});

test('command: the image on standard input, the characters on standard output', async () => {
  const count = command('let n = 0; process.stdin.on("data", (d) => (n += d.length)).on("end", () => console.log(` K${n}\\n`))');
  assert.equal(await createCaptchaOracle(count).read(image), 'K4');
});

test('command: {image} is the path of a file that holds the image, of its kind, and is gone afterwards', async () => {
  const told = join(folder, 'told');
  const save = command(
    `const [path] = process.argv.slice(1); require("fs").writeFileSync(${JSON.stringify(told)}, path);` +
      'console.log(require("fs").readFileSync(path.slice("lire=".length)).length)',
    'lire={image}',
  );
  assert.equal(await createCaptchaOracle(save).read(image), '4');
  const path = readFileSync(told, 'utf8').slice('lire='.length);
  assert.match(path, /image\.png$/);
  assert.ok(!existsSync(path) && !existsSync(join(path, '..')), path);
});

test('command: a program that is absent, fails or does not end is a mistake of the configuration, and is not quoted', async () => {
  for (const [captcha, words, timeoutMs] of [
    [{ strategy: 'command' as const, command: 'mdpo-absent', args: [] }, /captcha\.command, given mdpo-absent.*ENOENT/, 30_000],
    [command(`console.log("${SECRET}"); process.exit(3)`), /captcha\.command.*failed \(3\)/, 30_000],
    [command(`console.log("${SECRET}"); setInterval(() => {}, 1000)`), /did not end within 0\.4 s/, 400],
    [command(`console.log("${SECRET}"); setInterval(() => {}, 1000)`, '{image}'), /did not end within 0\.4 s/, 400],
  ] satisfies [TargetFile['captcha'], RegExp, number][]) {
    await assert.rejects(createCaptchaOracle(captcha, { timeoutMs }).read(image), (error: Error) => {
      assert.ok(error instanceof ConfigurationError);
      assert.match(error.message, words);
      assert.ok(!error.message.includes(SECRET));
      return true;
    });
  }
});

test('http: the image as the body of a POST, the characters as the text of the answer', async () => {
  server.use(
    http.post(url, async ({ request }) => {
      const { byteLength } = await request.arrayBuffer();
      return HttpResponse.text(`${request.headers.get('content-type')} ${byteLength}\n`);
    }),
  );
  assert.equal(await createCaptchaOracle({ strategy: 'http', url }).read(image), 'image/png 4');
});

test('http: an oracle that is down, fails or is too slow is out of reach, and its host is named without credentials', async () => {
  const oracle = createCaptchaOracle(
    { strategy: 'http', url: url.replace('//', `//${encodeURIComponent(SECRET)}@`) },
    { timeoutMs: 50 },
  );
  const cases: readonly [() => Response | Promise<Response>, string][] = [
    [() => HttpResponse.error(), 'l’oracle du CAPTCHA ne répond pas : oracle.test'],
    [() => HttpResponse.text(SECRET, { status: 500 }), 'l’oracle du CAPTCHA répond 500 : oracle.test'],
    [() => delay('infinite').then(() => HttpResponse.text('')), 'l’oracle du CAPTCHA ne répond pas en 0.05 s : oracle.test'],
  ];
  for (const [answer, message] of cases) {
    server.use(http.post(url, answer));
    await assert.rejects(oracle.read(image), (error: Error) => {
      assert.ok(error instanceof TargetUnavailable, String(error));
      assert.equal(error.message, message);
      return true;
    });
  }
});

/** A terminal where somebody types. */
function terminal({ tty = true, keys = false } = {}) {
  const input = Object.assign(new PassThrough(), { isTTY: tty });
  // Readline reads keys one by one where the output is a terminal too.
  const output = Object.assign(new PassThrough(), keys && { isTTY: true, columns: 80 });
  let shown = '';
  output.setEncoding('utf8').on('data', (text: string) => (shown += text));
  const fake: Terminal = { input, output };
  return {
    ...{ terminal: fake, input },
    shown: () => shown,
    /** Resolves once somebody is asked. */
    asked: () =>
      new Promise<string>((resolve) => {
        const before = shown.length;
        output.on('data', () => {
          const path = /Image du CAPTCHA : (\S+)\r?\nCaractères lus : /.exec(shown.slice(before))?.[1];
          if (path !== undefined) resolve(path);
        });
      }),
  };
}

const manual = { strategy: 'manual' as const };

test('manual: a person is shown where the image is, and types its characters; each image is asked for anew', async () => {
  const { terminal: fake, input, asked } = terminal();
  const oracle = createCaptchaOracle(manual, { terminal: fake });
  for (const typed of ['  AB12 ', 'CD34']) {
    const path = asked();
    const reading = oracle.read(image);
    assert.deepEqual(readFileSync(await path), Buffer.from(image.bytes));
    input.write(`${typed}\n`);
    assert.equal(await reading, typed.trim());
    assert.ok(!existsSync(await path));
  }
});

test('manual: where there is no terminal nobody is asked, and what is needed is said', async () => {
  const { terminal: fake, shown } = terminal({ tty: false });
  await assert.rejects(
    createCaptchaOracle(manual, { terminal: fake }).read(image),
    (error: Error) => error instanceof CapabilityMissing && /demande un terminal/.test(error.message),
  );
  assert.equal(shown(), '');
});

test('manual: a person who does not answer, or leaves, is not waited for any longer', async () => {
  const slow = terminal();
  const unread = (error: Error) => error instanceof CapabilityMissing && /personne n’a saisi les caractères/.test(error.message);
  await assert.rejects(createCaptchaOracle(manual, { terminal: slow.terminal, patienceMs: 30 }).read(image), unread);
  const gone = terminal();
  const oracle = createCaptchaOracle(manual, { terminal: gone.terminal });
  const asked = gone.asked();
  const reading = oracle.read(image);
  await asked;
  gone.input.end();
  await assert.rejects(reading, unread);
  await assert.rejects(oracle.read(image), unread);
});

test('manual: Ctrl-C interrupts the whole process, as it does where no terminal is read; Ctrl-D ends the question', async () => {
  const { terminal: fake, input, asked } = terminal({ keys: true });
  const path = asked();
  const reading = createCaptchaOracle(manual, { terminal: fake }).read(image);
  await path;
  const interrupted = new Promise<void>((resolve) => process.once('SIGINT', () => resolve()));
  input.write('\x03');
  await interrupted;
  input.write('\x04');
  await assert.rejects(reading, CapabilityMissing);
});
