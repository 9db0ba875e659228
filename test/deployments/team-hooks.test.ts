/** What the team of a deployment lends to the suite: accounts made on demand, a mail server that can be cut. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test, type TestContext } from 'node:test';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { main } from '../../src/cli/main';
import { standInEnvironment } from '../../src/cli/stand-in-environment';
import { readPool } from '../../src/target/target-file';
import { people } from './people';
import { assertUndecided, judge, openPlace, rowsOf, told, type Place } from './trouble';

const world = setupServer();
before(() => world.listen({ onUnhandledRequest: 'bypass' }));
afterEach(() => world.resetHandlers());
after(() => world.close());

const team = 'http://equipe.test';

test('a pool that is absent is made by the program of the team, kept, and used', async (t) => {
  const place = await openPlace(t, { pool: [] });
  const text = `process.stdin.on('data', (text) => {
    console.log(JSON.stringify(${JSON.stringify(people)}.slice(0, JSON.parse(text).count)));
  })`;
  place.describe({ provisioning: { command: process.execPath, args: ['-e', text] } });
  const judged = await judge(place.target, { tags: '@MPO-1.3-7 and not @entrecroisement' });
  assert.equal(rowsOf(judged, 'passed').length, 2, told(judged));
  assert.deepEqual(readPool(place.pool), people);
  assert.ok(existsSync(`${place.pool}.ledger.jsonl`));
});

test('a pool that is empty is filled by the address of the team', async (t) => {
  const place = await openPlace(t, { pool: [] });
  writeFileSync(place.pool, '[]\n');
  place.describe({ provisioning: { url: `${team}/comptes` } });
  world.use(http.post(`${team}/comptes`, () => HttpResponse.json(people)));
  const judged = await judge(place.target, { tags: '@MPO-2-2' });
  assert.equal(rowsOf(judged, 'passed').length, 1, told(judged));
  assert.deepEqual(readPool(place.pool), people);
});

test('a pool that is too small is filled up by the address of the team, once', async (t) => {
  const place = await openPlace(t, { pool: people.slice(0, 1) });
  place.describe({ provisioning: { url: `${team}/comptes` } });
  const asked: unknown[] = [];
  world.use(
    http.post(`${team}/comptes`, async ({ request }) => {
      asked.push(await request.json());
      return HttpResponse.json(people.slice(1));
    }),
  );
  for (let run = 0; run < 2; run += 1) {
    const judged = await judge(place.target, { tags: '@MPO-2-2' });
    assert.equal(rowsOf(judged, 'passed').length, 1, told(judged));
  }
  assert.deepEqual(asked, [{ count: 2 }]);
  assert.deepEqual(readPool(place.pool), people);
});

test('a hook that fails, gives too little or gives garbage: exit 2, the pool and the ledger as they were, and no secret said', async (t) => {
  const place = await openPlace(t, { pool: people.slice(0, 1) });
  place.describe({ provisioning: { url: `${team}/comptes` } });
  const ledger = `${JSON.stringify({ email: people[0]!.email, state: 'settled', password: people[0]!.password })}\n`;
  writeFileSync(`${place.pool}.ledger.jsonl`, ledger);
  const pool = readFileSync(place.pool, 'utf8');
  const secret = people[1]!.password;
  for (const [answer, words] of [
    [() => HttpResponse.text(secret, { status: 500 }), /provisioning\.url: equipe\.test answered 500/],
    [() => HttpResponse.text(`mot de passe : ${secret}`), /provisioning: not JSON/],
    [() => HttpResponse.json([{ email: 'x@exemple.test', password: secret }]), /provisioning:\n +0\.question: missing/],
    [() => HttpResponse.json([people[0]]), /provisioning: gave odile\.marchand@cordages\.example, which .* holds already/],
  ] as const) {
    world.use(http.post(`${team}/comptes`, answer));
    const environment = standInEnvironment(['run', '--target', place.target], { cwd: place.folder });
    assert.equal(await main(environment), 2, environment.written.err);
    assert.match(environment.written.err, words);
    assert.ok(!environment.written.err.includes(secret));
    assert.equal(readFileSync(place.pool, 'utf8'), pool);
    assert.equal(readFileSync(`${place.pool}.ledger.jsonl`, 'utf8'), ledger);
    assert.ok(!existsSync(`${place.pool}.lock`), 'the accounts are free again');
    assert.ok(!existsSync(join(place.folder, 'reports')), 'there is no report');
  }
});

test('a hook that gives fewer accounts than were asked for: exit 2, and those that it made are kept for the next run', async (t) => {
  const place = await openPlace(t, { pool: people.slice(0, 1) });
  place.describe({ provisioning: { url: `${team}/comptes` } });
  world.use(http.post(`${team}/comptes`, () => HttpResponse.json([people[1]])));
  const environment = standInEnvironment(['run', '--target', place.target], { cwd: place.folder });
  assert.equal(await main(environment), 2);
  assert.match(environment.written.err, /gave 1 accounts of the professional space .*pascal\.noir.*; accepted: the 2/);
  world.use(http.post(`${team}/comptes`, () => HttpResponse.json([people[2]])));
  const judged = await judge(place.target, { tags: '@MPO-2-2' });
  assert.equal(rowsOf(judged, 'passed').length, 1, told(judged));
  assert.deepEqual(readPool(place.pool), people);
});

/** The mail of the deployment can be cut by calling the team. */
function lendOutage(place: Place, restore = (): Response => HttpResponse.text('')): { calls: string[] } {
  place.describe({ outage: { cut: { url: `${team}/couper` }, restore: { url: `${team}/retablir` } } });
  const calls: string[] = [];
  world.use(
    http.post(`${team}/couper`, () => {
      calls.push('cut');
      place.catcher.cut();
      return HttpResponse.text('');
    }),
    http.post(`${team}/retablir`, () => {
      calls.push('restore');
      const answer = restore();
      if (answer.ok) place.catcher.restore();
      return answer;
    }),
  );
  return { calls };
}

const outageRow = '@MPO-D-2 and @opportuniste';
const takesMail = (place: Place) => place.catcher.deliver({ from: 'a@exemple.test', to: ['b@exemple.test'] }, Buffer.from(''));

test('an outage that the team lends: the opportunistic row is run with it, and is untested without it', async (t) => {
  const place = await openPlace(t);
  const without = await judge(place.target, { tags: outageRow });
  assert.equal(rowsOf(without, 'untested').length, 1, told(without));
  const { calls } = lendOutage(place);
  const judged = await judge(place.target, { tags: outageRow });
  assert.equal(rowsOf(judged, 'passed').length, 1, told(judged));
  assert.deepEqual(calls, ['cut', 'restore']);
});

test('an outage ends with its row, even where the row is cut short in the middle of it', async (t) => {
  const place = await openPlace(t);
  const { calls } = lendOutage(place);
  let gone = 0;
  world.use(
    http.post(`${team}/couper`, async () => {
      calls.push('cut');
      place.catcher.cut();
      if ((gone += 1) === 1) await goAway(t, place);
      return HttpResponse.text('');
    }),
  );
  const judged = await judge(place.target, { tags: outageRow });
  assert.equal(rowsOf(judged, 'passed').length, 1, told(judged));
  assert.deepEqual(calls, ['cut', 'restore', 'cut', 'restore']);
  assert.equal(judged.record.scenarios[0]?.otherAttempts?.[0]?.outcome, 'cantTell');
  await takesMail(place);
});

test('an outage that cannot be ended: nothing more is run, for every mail would be missed', async (t) => {
  const place = await openPlace(t);
  const { calls } = lendOutage(place, () => HttpResponse.text('', { status: 503 }));
  const judged = await judge(place.target, { tags: '@MPO-D-2' });
  assert.ok(rowsOf(judged, 'passed').length > 0, told(judged));
  assertUndecided(
    judged,
    'configuration',
    /outage\.restore\.url: equipe\.test answered 503|^scénario non exécuté : .*outage\.restore/,
  );
  assert.ok(rowsOf(judged, 'cantTell').length > 1, told(judged));
  assert.match(judged.record.stopped?.reason ?? '', /« outage\.restore » ne l’a pas rétabli/);
  assert.deepEqual(calls, ['cut', 'restore', 'restore']);
});

/** For a moment nothing listens at the address of the deployment. */
async function goAway(t: TestContext, place: Place): Promise<void> {
  await place.stop();
  const back = setTimeout(() => void place.start(), 500);
  t.after(() => clearTimeout(back));
}
