/** What a deployment agreed to bear is not gone beyond: counted where it arrives. */
import assert from 'node:assert/strict';
import timers from 'node:timers/promises';
import { test } from 'node:test';
import { createHttpVisitors } from '../../src/driver/http-visitor';
import { createPace } from '../../src/driver/rate-limit';
import { serve } from '../../src/driver/testing';
import { createVisitors } from '../../src/target/deployment-target';
import { readTargetFile } from '../../src/target/target-file';
import { people } from './people';
import { assertUndecided, judge, openPlace, rowsOf, told } from './trouble';

test('procedures: once as many have begun as may, the rows left are undecided, and it is said what to write', async (t) => {
  let begun = 0;
  const { target } = await openPlace(t, {
    instead({ method, url }) {
      if (method === 'GET' && url.endsWith('/mot-de-passe-oublie')) begun += 1;
      return undefined;
    },
  });
  const tags = '@MPO-2-2 or @MPO-2-9 or @MPO-2-10';
  const judged = await judge(target, { tags, maxProcedures: 4, onReady: () => (begun = 0) });
  assertUndecided(
    judged,
    'configuration',
    /^une procédure de plus : la campagne en a déjà commencé 4 ; relever --max-procedures ou limits\.maxProcedures$/,
  );
  assert.equal(begun, 4);
  assert.ok(rowsOf(judged, 'passed').length >= 3, told(judged));
  for (const row of rowsOf(judged, 'cantTell')) assert.equal(row.otherAttempts, undefined, 'nothing is gained by trying again');
});

/** The deployment takes no answer at all, so that no right one sets its count back. */
test('wrong answers: an account that has had as many in a row as it may gets no other, and it is said what to write', async (t) => {
  const sessions = new Map<string, string>();
  const wrong = new Map<string, number>();
  const place = await openPlace(t, {
    async instead(request) {
      if (request.method !== 'POST') return undefined;
      const typed = new URLSearchParams(await request.clone().text());
      const session = request.headers.get('cookie') ?? '';
      if (typed.has('adresse')) sessions.set(session, typed.get('adresse')!.toLowerCase());
      const account = people.find(({ email }) => email === sessions.get(session));
      if (account === undefined || !typed.has('reponse')) return undefined;
      if (typed.get('reponse') !== account.answer) wrong.set(account.email, (wrong.get(account.email) ?? 0) + 1);
      return new Response(null, { status: 303, headers: { location: '/mot-de-passe-oublie/question' } });
    },
  });
  place.describe({ limits: { wrongAnswers: 2 } });
  const judged = await judge(place.target, { tags: '@MPO-1.5-2' });
  const refused = rowsOf(judged, 'cantTell');
  assert.deepEqual([...new Set(wrong.values())], [2], told(judged));
  assert.ok(rowsOf(judged, 'passed').length > 0 && refused.length > 0, told(judged));
  for (const { attribution, reason } of refused) {
    assert.equal(attribution, 'configuration');
    assert.match(
      reason ?? '',
      /^une mauvaise réponse de plus : \S+@\S+ en a déjà reçu 2 de suite ; relever limits\.wrongAnswers/,
    );
  }
});

test('requests: a walk waits for its turn, redirects and images included', async () => {
  let now = 0;
  const at: number[] = [];
  const pace = createPace({ perSecond: 2, now: () => now, wait: async (milliseconds) => void (now += milliseconds) });
  const visitors = createHttpVisitors({
    baseUrl: 'http://cible.test/',
    pace,
    async transport({ url }) {
      at.push(now);
      if (url.endsWith('/ailleurs')) return new Response(null, { status: 303, headers: { location: '/' } });
      if (url.endsWith('.png')) return new Response(new Uint8Array([1]), { headers: { 'content-type': 'image/png' } });
      return new Response('<form><img src="/captcha.png" alt=""><input name="code"></form>', {
        headers: { 'content-type': 'text/html' },
      });
    },
  });
  for (const visitor of [await visitors.newVisitor(), await visitors.newVisitor()]) {
    await visitor.open('');
    await visitor.open('/ailleurs');
  }
  // Two at once, then one each half second.
  assert.deepEqual(at, [0, 0, 500, 1000, 1500, 2000, 2500, 3000, 3500, 4000]);
});

for (const [workers, perSecond] of [
  [1, 4],
  [2, 2],
] as const) {
  test(`requests: what the target file allows is what arrives, ${workers === 1 ? 'in one process' : 'where two share it'}`, async (t) => {
    let now = 0;
    t.mock.method(performance, 'now', () => now);
    t.mock.method(timers, 'setTimeout', async (milliseconds: number) => void (now += milliseconds));
    if (workers > 1) {
      Object.assign(process.env, { CUCUMBER_WORKER_ID: '0', CUCUMBER_TOTAL_WORKERS: String(workers) });
      t.after(() => {
        delete process.env.CUCUMBER_WORKER_ID;
        delete process.env.CUCUMBER_TOTAL_WORKERS;
      });
    }
    const at: number[] = [];
    const server = await serve(() => {
      at.push(now);
      return new Response('<p>Bonjour</p>', { headers: { 'content-type': 'text/html' } });
    });
    t.after(server.close);
    const place = await openPlace(t);
    place.describe({ baseUrl: server.url, limits: { requestsPerSecond: 4 } });
    const visitors = await createVisitors('http', readTargetFile(place.target));
    const visitor = await visitors.newVisitor();
    for (let request = 0; request < 20; request += 1) await visitor.open('');
    const expected = Array.from({ length: 20 }, (_, rank) => (Math.max(0, rank + 1 - perSecond) * 1000) / perSecond);
    assert.deepEqual(at, expected);
  });
}
