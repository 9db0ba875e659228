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

/** Reads the next images wrongly. */
function misread(oracleUrl: string): { images: number } {
  const next = { images: 0 };
  world.use(http.post(oracleUrl, () => ((next.images -= 1) >= 0 ? HttpResponse.text('ZZZZZZ') : passthrough())));
  return next;
}

test('an image that the oracle misreads is not held against the deployment where the next one is read well', async (t) => {
  const { target, oracleUrl } = await openPlace(t);
  const next = misread(oracleUrl);
  const misreadOne = () => (next.images = 1);
  const judged = await judge(target, { tags: '@MPO-2-9 or @MPO-2-8', onReady: misreadOne, onAttempt: misreadOne });
  const right = judged.record.scenarios.filter(({ name }) => /mène|mènent|Entrée/.test(name));
  assert.equal(right.length, 3, told(judged));
  for (const row of right) {
    assert.equal(row.outcome, 'passed', told(judged));
    assert.equal(row.otherAttempts, undefined);
    assert.equal(row.journal?.filter((line) => /lus par l’oracle sont refusés/.test(line)).length, 1, row.name);
  }
  // Wrong characters that are typed on purpose are not typed anew: right ones would then open what must stay shut.
  assert.equal(rowsOf(judged, 'failed').length, 0, told(judged));
});

test('characters that are refused twice are a finding, as is a screen that comes again without a word', async (t) => {
  const { target, oracleUrl } = await openPlace(t);
  const next = misread(oracleUrl);
  const twice = await judge(target, { tags: '@MPO-2-9', onReady: () => (next.images = 1_000) });
  assert.equal(rowsOf(twice, 'failed').length, 2, told(twice));
  assert.deepEqual([twice.code, twice.record.attribution], [1, 'implementation']);
  assert.match(JSON.stringify(twice.record.requirements.find(({ id }) => id === 'MPO-2-9')?.findings), /lus par l’oracle/);

  let silent = 0;
  const mute = await openPlace(t, {
    instead({ method, url }) {
      if (method !== 'POST' || !url.endsWith('/mot-de-passe-oublie') || (silent -= 1) < 0) return undefined;
      return new Response(null, { status: 303, headers: { location: '/mot-de-passe-oublie' } });
    },
  });
  const judged = await judge(mute.target, { tags: '@MPO-2-9', onReady: () => (silent = 1) });
  assert.equal(rowsOf(judged, 'failed').length, 1, told(judged));
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
