/** What is gone for good in mid-run is waited for once: the run ends early, and says why. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judge, openPlace, rowsOf, told } from './trouble';

/** Dozens of rows: each would wait in vain, twice. */
const many = '@MPO-2-2 or @MPO-1.3-3 or @MPO-2-25 or @MPO-2-16 or @MPO-2-14';

// Each of them waits half a minute.
describe('gone for good', { concurrency: true }, () => {
  test('a deployment that dies: the rows left are not run, and undecided for the environment’s sake', async (t) => {
    const { target, stop, baseUrl } = await openPlace(t);
    const began = performance.now();
    let stopped = 0;
    const judged = await judge(target, {
      tags: many,
      onAttempt(ended) {
        if (ended !== 1) return;
        stopped = performance.now();
        void stop();
      },
    });
    const seconds = (performance.now() - stopped) / 1000;
    assert.ok(stopped > began && seconds < 45, `the run ended ${seconds} s after its target`);
    const { host } = new URL(baseUrl);
    const { record, code } = judged;
    assert.deepEqual([code, record.verdict, record.attribution], [3, 'inconclusive', 'environment'], told(judged));
    assert.ok(
      record.stopped?.reason.startsWith(`la cible ne répond plus ; 30 s d’attente sans retour (la cible ${host} ne répond pas`),
    );
    assert.match(record.reason, /^La campagne a été interrompue : la cible ne répond plus/);
    const [first, cut, ...others] = record.scenarios;
    assert.deepEqual([first?.outcome, cut?.outcome], ['passed', 'cantTell'], told(judged));
    assert.ok(others.length > 20);
    for (const row of others) {
      assert.deepEqual([row.outcome, row.attribution], ['cantTell', 'environment'], told(judged));
      assert.match(row.reason ?? '', /^scénario non exécuté : la cible ne répond plus/);
      assert.ok(row.durationMs < 1_000);
    }
    for (const { outcome, reason } of record.requirements.filter(({ id }) => ['MPO-2-25', 'MPO-2-14'].includes(id))) {
      assert.equal(outcome, 'cantTell');
      assert.match(reason ?? '', /la cible ne répond plus/);
    }
  });

  test('a mail server that dies after a row that failed: the failure stands, and the verdict says what was cut short', async (t) => {
    // Nineteen characters are enough.
    const { target, stopMail, mailUrl } = await openPlace(t, { fault: 'FLT-046' });
    let failing = false;
    const judged = await judge(target, {
      tags: '@MPO-1.3-3 or @MPO-2-16 or @MPO-2-14',
      onAttempt(ended) {
        // Two attempts at each row: the fifth row is that of nineteen characters.
        if (ended < 6 || failing) return;
        failing = true;
        void stopMail();
      },
    });
    const { record, code } = judged;
    assert.deepEqual([code, record.verdict, record.attribution], [1, 'non-conforming', 'implementation'], told(judged));
    assert.equal(rowsOf(judged, 'failed').length, 1, told(judged));
    assert.match(record.reason, /n’est pas respectée .*: MPO-1\.3-3\. La campagne a été interrompue : le serveur de courriel/);
    assert.ok(record.stopped?.reason.includes(`MailHog à ${mailUrl} ne répond pas : ECONNREFUSED`), record.stopped?.reason);
    assert.ok(rowsOf(judged, 'cantTell').length > 5, told(judged));
  });
});
