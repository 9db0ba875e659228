/** Outages of every length, by a clock that only the waiting moves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigurationError, MailUnavailable, TargetUnavailable, Unavailable } from '../../src/verdict/errors';
import { Breaker } from './breaker';

const down = new TargetUnavailable('la cible exemple.test ne répond pas : connexion refusée');

/** A world that answers from one moment on. */
function openWorld({ answersFrom = 0, trouble = down as Unavailable, lookMs = 5 } = {}) {
  let now = 0;
  let looks = 0;
  const pass = async (milliseconds: number) => void (now += milliseconds);
  const breaker = new Breaker({
    now: () => now,
    // A look that is waited for together with its limit ends first, unless it never ends.
    pause: (milliseconds, signal) => (signal && lookMs < Infinity ? new Promise(() => {}) : pass(milliseconds)),
  });
  const look = async () => {
    looks += 1;
    if (lookMs === Infinity) return new Promise<void>(() => {});
    await pass(lookMs);
    if (now < answersFrom) throw trouble;
  };
  return {
    ...{ breaker, pass },
    now: () => now,
    looks: () => looks,
    cutShort: async () => (await breaker.cutShort(trouble, look))?.reason,
  };
}

test('what answers again at once costs one look, and the run goes on', async () => {
  const { breaker, cutShort, looks } = openWorld();
  assert.equal(await cutShort(), undefined);
  assert.equal(looks(), 1);
  breaker.assertClosed();
});

test('what comes back within half a minute is waited for', async () => {
  const { breaker, cutShort, now } = openWorld({ answersFrom: 25_000 });
  assert.equal(await cutShort(), undefined);
  assert.ok(now() >= 25_000 && now() < 27_000, `${now()}`);
  breaker.assertClosed();
});

test('what does not come back is waited for once: the run is given up, says why once, and tries nothing more', async () => {
  const { breaker, cutShort, now, looks } = openWorld({ answersFrom: Infinity });
  const reason = await cutShort();
  assert.equal(
    reason,
    'la cible ne répond plus ; 30 s d’attente sans retour (la cible exemple.test ne répond pas : connexion refusée)',
  );
  assert.ok(now() <= 31_000, `${now()}`);
  const before = looks();
  assert.equal(await cutShort(), undefined);
  assert.equal(looks(), before);
  assert.throws(
    () => breaker.assertClosed(),
    (error: Error) => error instanceof Unavailable && error.message === `scénario non exécuté : ${reason}`,
  );
});

test('what takes the connection and never answers is given up as soon', async () => {
  const { cutShort, now } = openWorld({ lookMs: Infinity });
  assert.match((await cutShort()) ?? '', /^la cible ne répond plus/);
  assert.ok(now() <= 31_000, `${now()}`);
});

test('the mail server is named where it is the one that fails', async () => {
  const trouble = new MailUnavailable('MailHog à http://127.0.0.1:8025 a répondu 500.');
  const { cutShort } = openWorld({ answersFrom: Infinity, trouble });
  assert.match(
    (await cutShort()) ?? '',
    /^le serveur de courriel ne répond plus comme il faut ; .*127\.0\.0\.1:8025 a répondu 500/,
  );
});

test('where everything answers when it is looked at and yet nothing gets through for five minutes, the run is given up', async () => {
  const { breaker, cutShort, pass } = openWorld();
  for (let attempt = 0; attempt < 5; attempt += 1) {
    assert.equal(await cutShort(), undefined);
    await pass(60_000);
  }
  const reason = await cutShort();
  assert.match(reason ?? '', /^aucun scénario n’aboutit plus depuis 5 minutes \(la cible exemple\.test/);
  assert.throws(() => breaker.assertClosed(), Unavailable);
});

test('an attempt that comes to something begins the five minutes anew, and many quick failures are no reason', async () => {
  const { breaker, cutShort, pass } = openWorld();
  for (let attempt = 0; attempt < 1_000; attempt += 1) assert.equal(await cutShort(), undefined);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    breaker.gotThrough();
    assert.equal(await cutShort(), undefined);
    await pass(299_000);
  }
  breaker.assertClosed();
});

test('what is wrong with the suite itself is not taken for an outage', async () => {
  const { breaker } = openWorld();
  await assert.rejects(
    breaker.cutShort(down, () => Promise.reject(new TypeError('a mistake'))),
    TypeError,
  );
});

test('a run that is given up for a mistake of the configuration stays so, and says it as such', async () => {
  const { breaker, cutShort } = openWorld({ answersFrom: Infinity });
  const why = { attribution: 'configuration', reason: 'le courrier reste coupé' } as const;
  assert.deepEqual(breaker.giveUp(why), why);
  assert.equal(breaker.giveUp(why), undefined);
  assert.equal(await cutShort(), undefined);
  assert.throws(
    () => breaker.assertClosed(),
    (error: Error) => error instanceof ConfigurationError && error.message === 'scénario non exécuté : le courrier reste coupé',
  );
});
