/** A CAPTCHA oracle that fails in mid-run: what lies behind it is undecided, and whoever runs it is told. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { assertUndecided, judge, openPlace, rowsOf, told } from './trouble';

const world = setupServer();
before(() => world.listen({ onUnhandledRequest: 'bypass' }));
afterEach(() => world.resetHandlers());
after(() => world.close());

/** In this order: a row that reads no image, and five that read one. */
const tags = '@MPO-2-2 or @MPO-2-9 or @MPO-2-10';

test('an oracle that answers 500 from some moment on leaves the rows that read an image undecided', async (t) => {
  const { target, oracleUrl } = await openPlace(t);
  let failing = false;
  world.use(http.post(oracleUrl, () => (failing ? HttpResponse.text('ABCD', { status: 500 }) : passthrough())));
  const judged = await judge(target, { tags, onAttempt: (ended) => (failing = ended >= 2) });
  assertUndecided(judged, 'environment', new RegExp(`^l’oracle du CAPTCHA répond 500 : ${new URL(oracleUrl).host}$`));
  assert.equal(judged.record.attribution, 'environment');
  assert.ok(rowsOf(judged, 'passed').length >= 2, told(judged));
});

test('an oracle that is gone in mid-run leaves them undecided too, and the run goes on', async (t) => {
  const { target, oracleUrl, stopOracle } = await openPlace(t);
  let gone: Promise<void> | undefined;
  const judged = await judge(target, { tags, onAttempt: (ended) => void (ended === 1 && (gone = stopOracle())) });
  await gone;
  assertUndecided(judged, 'environment', new RegExp(`^l’oracle du CAPTCHA ne répond pas : ${new URL(oracleUrl).host}$`));
  assert.equal(judged.record.stopped, undefined);
});

test('an oracle that fails once is asked again', async (t) => {
  const { target, oracleUrl } = await openPlace(t);
  let failed: boolean | undefined;
  world.use(
    http.post(oracleUrl, () => {
      if (failed !== false) return passthrough();
      failed = true;
      return HttpResponse.text('', { status: 503 });
    }),
  );
  const judged = await judge(target, { tags, onReady: () => (failed = false) });
  assert.equal(failed, true);
  assert.equal(rowsOf(judged, 'passed').length, judged.record.scenarios.length, told(judged));
});

test('an image in which nothing is read decides nothing of the deployment', async (t) => {
  const { target, oracleUrl } = await openPlace(t);
  let failing = false;
  world.use(http.post(oracleUrl, () => (failing ? HttpResponse.text(' \n') : passthrough())));
  const judged = await judge(target, { tags, onAttempt: () => (failing = true) });
  assertUndecided(judged, 'configuration', /moyen de lire le CAPTCHA : « captcha » n’a rien lu dans une image/);
});

test('a command that fails from some moment on is a mistake of the configuration, and says how it failed', async (t) => {
  const reader = `
    const { existsSync } = require('node:fs');
    const [flag, oracle] = process.argv.slice(1);
    if (existsSync(flag)) { console.log('ABCD'); process.exit(4); }
    const chunks = [];
    process.stdin.on('data', (chunk) => chunks.push(chunk)).on('end', async () => {
      console.log(await (await fetch(oracle, { method: 'POST', body: Buffer.concat(chunks) })).text());
    });`;
  const place = await openPlace(t);
  const flag = join(place.folder, 'broken');
  const captcha = { strategy: 'command', command: process.execPath, args: ['-e', reader, flag, place.oracleUrl] };
  place.describe({ captcha });
  const judged = await judge(place.target, { tags, onAttempt: (ended) => void (ended === 2 && writeFileSync(flag, '')) });
  assertUndecided(
    judged,
    'configuration',
    /captcha\.command, given .*node: it failed \(4\); accepted: a program that exits with 0/,
  );
  assert.equal(judged.record.attribution, 'configuration');
});
