import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Unavailable } from '../verdict/errors';
import { takeCommonAccounts } from './common-lock';
import { bundled } from './testing/bundled';
import { startChild, type Child } from './testing/child';
import type { LockingOrder } from './testing/locking-process';

const folder = mkdtempSync(join(tmpdir(), 'mdpo-common-lock-'));
after(() => rmSync(folder, { recursive: true }));
const script = bundled('locking-process', folder);
const take = (pool: string, limitMs = 60_000): LockingOrder => ({ take: 'common', pool, limitMs });

test('one worker at a time holds the common accounts, each has its turn, and a dead holder holds nothing', async (t) => {
  const pool = join(folder, 'one.json');
  const children = await Promise.all([1, 2, 3].map(() => startChild(t, script)));
  const holders = new Set<Child>();
  const turns = async (child: Child, count: number) => {
    for (let turn = 0; turn < count; turn += 1) {
      assert.equal(await child.ask(take(pool)), 'held');
      holders.add(child);
      assert.equal(await child.ask('wait'), 'here');
      assert.equal(holders.size, 1);
      holders.delete(child);
      if (turn < count - 1) await child.ask('release');
    }
    // The last turn is never given back.
    await child.kill();
  };
  await Promise.all(children.map((child) => turns(child, 8)));
  (await takeCommonAccounts(pool)).release();
});

test('whoever waits in vain is told for whom, and may ask again', async (t) => {
  const pool = join(folder, 'two.json');
  const child = await startChild(t, script);
  const lock = await takeCommonAccounts(pool);
  const said = await child.ask(take(pool, 30));
  assert.match(said, /two\.json\.common\.lock : .* pas été libérés en 0.03 s : le processus \d+ les tient depuis 2/);
  assert.ok(said.includes(`processus ${process.pid} `));
  await assert.rejects(() => takeCommonAccounts(pool, { limitMs: 0 }), Unavailable);
  const asked = child.ask(take(pool));
  lock.release();
  assert.equal(await asked, 'held');
});
