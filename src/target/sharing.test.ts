import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fixtures } from '../../simulator';
import { ConfigurationError } from '../verdict/errors';
import type { Account } from './account';
import { openLedger } from './ledger';
import { shareAccounts, workerOf } from './sharing';
import { bundled } from './testing/bundled';
import { startChild } from './testing/child';
import type { WorkerOrder } from './testing/worker-process';

const file = 'accounts.json';
const shares = (pool: readonly Account[], workers: number) =>
  Array.from({ length: workers }, (_, worker) => shareAccounts(pool, { worker, workers, file }));
const plain = (rank: number): Account => ({
  email: `user${rank}@example.test`,
  password: '0',
  question: `Question ${rank} ?`,
  answer: `mot${rank}`,
});

test('a run without worker processes has the whole pool to itself, however small', () => {
  assert.deepEqual(workerOf({}), { worker: 0, workers: 1 });
  const pool = [plain(1)];
  assert.deepEqual(shareAccounts(pool, { ...workerOf({}), file }), { own: pool, common: [] });
});

test('Cucumber tells each worker which one it is', () => {
  assert.deepEqual(workerOf({ CUCUMBER_WORKER_ID: '2', CUCUMBER_TOTAL_WORKERS: '4' }), { worker: 2, workers: 4 });
});

test('each worker has three accounts of the professional space or more, and no account is in two shares or lost', () => {
  for (const workers of [2, 3, 6]) {
    const dealt = shares(fixtures, workers);
    for (const { own } of dealt) {
      assert.ok(own.length >= 3);
      assert.ok(own.every(({ kind }) => kind !== 'autre'));
    }
    for (const { common } of dealt) assert.deepEqual(common, dealt[0]?.common);
    const all = [...dealt.flatMap(({ own }) => own), ...(dealt[0]?.common ?? [])];
    assert.equal(all.length, fixtures.length);
    assert.equal(new Set(all).size, fixtures.length);
  }
});

test('what scenarios ask for stays in common while there are plain accounts', () => {
  const peculiar: Account[] = [
    { ...plain(10), email: 'a+b@example.test' },
    { ...plain(11), email: "o'neil@example.test" },
    { ...plain(12), email: 'user12@EXAMPLE.TEST' },
    { ...plain(13), email: 'éve@example.test' },
    { ...plain(14), email: 'eve@example.test' },
    { ...plain(15), email: 'user@sub.example.test' },
    { ...plain(16), email: `${'x'.repeat(64)}@example.test` },
    { ...plain(17), question: 'Q'.repeat(200) },
    { ...plain(18), question: '<b>&</b>' },
    { ...plain(19), answer: '1000' },
    { ...plain(20), answer: 'L’Étoile du Nord' },
    { ...plain(21), question: 'La même ?' },
    { ...plain(22), question: 'La même ?' },
    { ...plain(23), kind: 'autre' },
    { ...plain(24), services: ['TVA'], dossiers: ['SARL'] },
  ];
  const ordinary = Array.from({ length: 9 }, (_, rank) => plain(rank));
  const dealt = shares([...peculiar, ...ordinary], 2);
  assert.deepEqual(new Set(dealt[0]?.common), new Set(peculiar));
  // Plain accounts are all dealt out: wrong answers are counted by account.
  assert.deepEqual(
    dealt.map(({ own }) => own.length),
    [5, 4],
  );
});

test('too few accounts are said with their number, what is needed, and how many workers are possible', () => {
  const pool = [...Array.from({ length: 7 }, (_, rank) => plain(rank)), { ...plain(8), kind: 'autre' as const }];
  assert.throws(
    () => shareAccounts(pool, { worker: 0, workers: 3, file }),
    (error: Error) =>
      error instanceof ConfigurationError &&
      error.message ===
        'accounts.json: 7 accounts of the professional space, and --parallel 3 needs 9 (3 for each worker); possible: --parallel 2',
  );
  assert.throws(() => shareAccounts([plain(1)], { worker: 0, workers: 2, file }), /possible: --parallel 1$/);
});

test('no account is ever in the hands of two workers, and none loses a change, even when a worker dies with the common ones', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'mdpo-sharing-'));
  after(() => rmSync(folder, { recursive: true }));
  const pool = [...Array.from({ length: 9 }, (_, rank) => plain(rank)), { ...plain(9), email: 'a+b@example.test' }];
  writeFileSync(join(folder, file), JSON.stringify(pool));
  const script = bundled('worker-process', folder);
  const workers = await Promise.all(
    ['0', '1', '2'].map((id) =>
      startChild(t, script, { args: [folder], env: { CUCUMBER_WORKER_ID: id, CUCUMBER_TOTAL_WORKERS: '3' } }),
    ),
  );
  const orders: WorkerOrder[] = ['own', 'common', 'common', 'own', 'common'];
  const tell = async (child: (typeof workers)[number], work: readonly WorkerOrder[]) => {
    for (const order of work) assert.equal(await child.ask(order), 'well');
  };
  await Promise.all(workers.map((child) => tell(child, orders)));
  await tell(workers[0]!, ['hold']);
  const waiting = Promise.all(workers.slice(1).map((child) => tell(child, orders)));
  await workers[0]!.kill();
  await waiting;
  // Three workers, three times; once by the one that died; two workers, three times.
  assert.equal(openLedger(join(folder, `${file}.ledger.jsonl`)).inForce('a+b@example.test'), '16');
});
