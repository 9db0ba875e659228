/** A mail server that fails in mid-run: nobody is blamed for it but the environment. Played by msw, in front of the real one. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { delay, http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { run } from '../../src/cli/run';
import { standInEnvironment } from '../../src/cli/stand-in-environment';
import type { RunRecord } from '../../src/reporting/record';
import { assertUndecided, judge, openPlace, outcomesOf, rowsOf, told, type Judged } from './trouble';

const world = setupServer();
before(() => world.listen({ onUnhandledRequest: 'bypass' }));
afterEach(() => world.resetHandlers());
after(() => world.close());

/** Two rows that change a password, one that sends nothing. */
const tags = '(@MPO-2-2 or @MPO-1.3-7) and not @entrecroisement';

const failures: readonly (readonly [name: string, answer: () => Response | Promise<Response>, reason: RegExp])[] = [
  ['answers 500', () => HttpResponse.text('boom', { status: 500 }), /a répondu 500 à \/api\/v2\/search/],
  ['answers something else', () => HttpResponse.html('<title>Connexion</title>'), /autre chose que du JSON : « <title>Connexion/],
  ['answers other JSON', () => HttpResponse.json({ hits: [] }), /JSON inattendu/],
  ['takes too long', () => delay('infinite').then(() => HttpResponse.json({})), /pas de réponse complète en 5000 ms/],
];

for (const [name, answer, reason] of failures) {
  test(`a mail server that from some moment on, asked for a mail, ${name}: the rows that need one are undecided`, async (t) => {
    const { target, mailUrl } = await openPlace(t);
    let failing = false;
    world.use(http.get(`${mailUrl}/api/v2/search`, () => (failing ? answer() : passthrough())));
    const judged = await judge(target, { tags, onAttempt: () => (failing = true) });
    assertUndecided(judged, 'environment', reason);
    const [row, ...others] = rowsOf(judged, 'cantTell');
    assert.deepEqual([others.length, rowsOf(judged, 'passed').length], [0, 2], told(judged));
    assert.ok(row?.reason?.includes(`MailHog à ${mailUrl}`), row?.reason);
    assert.equal(row?.otherAttempts?.length, 1, 'the row was tried again');
  });
}

test('a mail server that fails once: the row gets through at its second attempt, and all comes out as without it', async (t) => {
  const quiet = await openPlace(t);
  const expected = outcomesOf(await judge(quiet.target, { tags }));
  for (const call of ['search', 'messages']) {
    const { target, mailUrl } = await openPlace(t);
    let ended = 0;
    let failed = 0;
    world.use(
      http.get(`${mailUrl}/api/v2/${call}`, () => {
        if (ended !== 1 || failed > 0) return passthrough();
        failed += 1;
        return HttpResponse.text('', { status: 500 });
      }),
    );
    const judged = await judge(target, { tags, onAttempt: (attempts) => (ended = attempts) });
    assert.deepEqual(outcomesOf(judged), expected, told(judged));
    assertOneRetry(judged);
  }
});

test('a mail server that fails at the first call of all scenarios: the first row gets through at its second attempt', async (t) => {
  const { target, mailUrl } = await openPlace(t);
  let failing = false;
  world.use(
    http.get(`${mailUrl}/api/v2/messages`, () => {
      if (!failing) return passthrough();
      failing = false;
      return HttpResponse.text('', { status: 503 });
    }),
  );
  const judged = await judge(target, { tags: '@MPO-2-2', onReady: () => (failing = true) });
  assert.equal(rowsOf(judged, 'passed').length, 1, told(judged));
  assertOneRetry(judged);
});

test('a mail server that is down before the run: no scenario is run, the report says why, exit 3', async (t) => {
  const { target, mailUrl, stopMail } = await openPlace(t);
  await stopMail();
  const cwd = mkdtempSync(join(tmpdir(), 'mdpo-no-run-'));
  t.after(() => rmSync(cwd, { recursive: true }));
  writeFileSync(join(cwd, 'messages.ndjson'), 'of an earlier run');
  const environment = standInEnvironment([], { cwd });
  const options = { target, level: 'document', parallel: 1, out: '.' } as const;
  // Twice: the accounts are free again after the first.
  for (let attempt = 0; attempt < 2; attempt += 1) assert.equal(await run(environment, options), 3);
  const record = JSON.parse(readFileSync(join(cwd, 'conformance.json'), 'utf8')) as RunRecord;
  assert.deepEqual([record.verdict, record.attribution, record.scenarios.length], ['inconclusive', 'environment', 0]);
  const { host } = new URL(mailUrl);
  for (const words of [record.stopped?.reason, record.reason, environment.written.err]) assert.ok(words?.includes(host), words);
  assert.match(readFileSync(join(cwd, 'index.html'), 'utf8'), new RegExp(host));
  assert.equal(readFileSync(join(cwd, 'messages.ndjson'), 'utf8').trim(), '');
});

/** One row had to be tried twice, for want of an environment. */
function assertOneRetry(judged: Judged): void {
  const retried = judged.record.scenarios.flatMap(({ otherAttempts = [] }) => otherAttempts.map(({ outcome }) => outcome));
  assert.deepEqual(retried, ['cantTell'], told(judged));
}
