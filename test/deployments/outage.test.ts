/** A deployment that goes away in mid-run and comes back, and one whose proxy answers in its place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge, openPlace, rowsOf, told } from './trouble';

/** In this order: two rows that change a password, one that only opens the home page. */
const tags = '(@MPO-2-2 or @MPO-1.3-7) and not @entrecroisement';

/** What is asked just before the deployment goes away: the next request is the first that it refuses. */
const moments: readonly (readonly [name: string, last: RegExp])[] = [
  ['its image is loaded', /^GET \/mot-de-passe-oublie$/],
  ['the answer is sent', /^GET \/mot-de-passe-oublie\/question$/],
  ['« Valider » is pressed', /^GET \/mot-de-passe-oublie\/nouveau-mot-de-passe$/],
  ['the summary is shown', /^POST \/mot-de-passe-oublie\/nouveau-mot-de-passe$/],
  ['the espace opens', /^POST \/connexion$/],
];

for (const [name, last] of moments) {
  test(`a deployment that restarts just before ${name}: the row is tried again once it is back, and nothing fails`, async (t) => {
    let state: 'up' | 'armed' | 'gone' = 'up';
    const place = await openPlace(t, {
      instead(request) {
        if (state === 'armed' && last.test(`${request.method} ${new URL(request.url).pathname}`)) {
          state = 'gone';
          // Once this request is answered.
          setImmediate(() => void place.stop().then(() => setTimeout(() => void place.start(), 500)));
        }
        return undefined;
      },
    });
    const judged = await judge(place.target, { tags, onReady: () => (state = 'armed') });
    assert.equal(state, 'gone');
    assert.equal(rowsOf(judged, 'passed').length, 3, told(judged));
    const [cut, ...others] = judged.record.scenarios.flatMap(({ otherAttempts = [] }) => otherAttempts);
    assert.deepEqual([cut?.outcome, others.length], ['cantTell', 0], told(judged));
    assert.match(cut?.reason ?? '', /^la cible 127\.0\.0\.1:\d+ ne répond pas : connexion (coupée|refusée)/);
  });
}

test('a deployment that is away for some seconds between two rows: the run waits for it, and nothing is lost', async (t) => {
  const place = await openPlace(t);
  const judged = await judge(place.target, {
    tags,
    onAttempt(ended) {
      if (ended === 1) void place.stop().then(() => setTimeout(() => void place.start(), 3_000));
    },
  });
  assert.equal(rowsOf(judged, 'passed').length, 3, told(judged));
  assert.equal(judged.record.stopped, undefined);
});

test('a proxy that answers 502 in the place of a page of the procedure: the implementation fails, exit 1', async (t) => {
  let down = false;
  const { target } = await openPlace(t, {
    instead: ({ url }) => (down && url.includes('/mot-de-passe-oublie') ? badGateway() : undefined),
  });
  const judged = await judge(target, { tags: '@MPO-2-2 or @MPO-2-9', onReady: () => (down = true) });
  const failed = rowsOf(judged, 'failed');
  assert.deepEqual([judged.code, judged.record.attribution, failed.length], [1, 'implementation', 2], told(judged));
  for (const row of failed) {
    assert.equal(row.attribution, 'implementation');
    assert.match(row.reason ?? '', /^MPO-2-4, MPO-2-5 — attendu : l’écran « identification » ; observé : .*statut 502/);
    assert.equal(row.twin, 'passed', 'the reference simulator has no such trouble');
  }
  assert.equal(rowsOf(judged, 'passed').length, 1, told(judged));
});

test('a proxy that answers 502 once: the failure stands, and is said to be intermittent', async (t) => {
  let left = 0;
  const { target } = await openPlace(t, {
    instead: ({ url }) => (url.endsWith('/mot-de-passe-oublie') && left-- > 0 ? badGateway() : undefined),
  });
  const judged = await judge(target, { tags: '@MPO-2-9', onReady: () => (left = 1) });
  assert.equal(judged.code, 1, told(judged));
  const findings = judged.record.requirements.flatMap((requirement) => requirement.findings);
  assert.deepEqual([...new Set(findings.map(({ intermittent }) => intermittent))], [true], told(judged));
  const [row] = rowsOf(judged, 'failed');
  assert.deepEqual(
    row?.otherAttempts?.map(({ outcome }) => outcome),
    ['passed'],
  );
});

function badGateway(): Response {
  return new Response('<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>', {
    status: 502,
    headers: { 'content-type': 'text/html' },
  });
}
