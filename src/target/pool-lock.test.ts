import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ConfigurationError } from '../verdict/errors';
import { lockPool, runHolding } from './pool-lock';
import { ownIdentity } from './process-identity';
import { bundled } from './testing/bundled';
import { startChild } from './testing/child';
import type { LockingOrder } from './testing/locking-process';

const folder = mkdtempSync(join(tmpdir(), 'mdpo-pool-lock-'));
after(() => rmSync(folder, { recursive: true }));
const script = bundled('locking-process', folder);

const take = (pool: string): LockingOrder => ({ take: 'pool', pool });

let count = 0;
function fresh(): string {
  const own = join(folder, `${(count += 1)}`);
  mkdirSync(own);
  return join(own, 'accounts.json');
}

/** The lock file of a process that the test describes. */
function left(pool: string, change: object): void {
  const own = { ...ownIdentity(), since: '2026-01-01T00:00:00.000Z', token: 'left' };
  writeFileSync(`${pool}.lock`, JSON.stringify({ ...own, ...change }));
}

test('a second run is refused, and told which run has the accounts, since when, and where that is written', async (t) => {
  const pool = fresh();
  const first = await startChild(t, script);
  assert.equal(await first.ask(take(pool)), 'held');
  assert.throws(
    () => lockPool(pool),
    (error: Error) =>
      error instanceof ConfigurationError &&
      error.message.startsWith(
        `${pool}.lock: these accounts are in use by another run (process ${first.pid} of ${hostname()}, since 2`,
      ),
  );
  assert.equal(runHolding(pool)?.pid, first.pid);
  assert.equal(await first.ask('release'), 'released');
  assert.equal(runHolding(pool), undefined);
  lockPool(pool).release();
  assert.deepEqual(readdirSync(join(pool, '..')), []);
});

test('the lock of a run that was killed is taken over, and not given up by its former holder', async (t) => {
  const pool = fresh();
  const first = await startChild(t, script);
  assert.equal(await first.ask(take(pool)), 'held');
  await first.kill();
  assert.equal(runHolding(pool), undefined);
  const lock = lockPool(pool);
  assert.equal(runHolding(pool)?.pid, process.pid);
  assert.throws(() => lockPool(pool), ConfigurationError);
  lock.release();
  left(pool, {});
  lock.release();
  assert.ok(existsSync(`${pool}.lock`), 'a lock that is another’s must stay');
});

test(
  'a process is known by its start and its machine’s boot, not by its number alone',
  { skip: !existsSync('/proc/self/stat') },
  () => {
    const pool = fresh();
    // The number of a process that lives, but not the process that took the lock.
    left(pool, { start: '1' });
    lockPool(pool).release();
    left(pool, { boot: 'an earlier one' });
    lockPool(pool).release();
    // What cannot be seen from here may be alive.
    left(pool, { host: 'elsewhere', pid: 99_999_999 });
    assert.throws(() => lockPool(pool), /process 99999999 of elsewhere.*cannot be seen from here, remove the file/);
    left(pool, { space: 'another container', pid: 99_999_999 });
    assert.throws(() => lockPool(pool), ConfigurationError);
  },
);

test('of many that take over the lock of a dead run at once, one wins', async (t) => {
  const takers = await Promise.all(Array.from({ length: 4 }, () => startChild(t, script)));
  const { pid: dead } = spawnSync(process.execPath, ['--version']);
  for (let round = 0; round < 20; round += 1) {
    const pool = fresh();
    left(pool, { pid: dead });
    // A run may also have been killed while it took a lock over.
    if (round % 2 === 1) writeFileSync(`${pool}.lock.next`, readFileSync(`${pool}.lock`));
    const answers = await Promise.all(takers.map((taker) => taker.ask(take(pool))));
    assert.equal(answers.filter((answer) => answer === 'held').length, 1, answers.join('\n'));
    assert.equal(answers.filter((answer) => /ConfigurationError.*in use by another run/.test(answer)).length, 3);
    const winner = takers[answers.indexOf('held')]!;
    assert.equal(runHolding(pool)?.pid, winner.pid);
    assert.deepEqual(readdirSync(join(pool, '..')), ['accounts.json.lock']);
    await winner.ask('release');
  }
});

test('a lock file that is none, and a folder that takes none, are said', () => {
  const pool = fresh();
  writeFileSync(`${pool}.lock`, '');
  assert.throws(() => lockPool(pool), /accounts\.json\.lock: not a lock; remove it if no run is going on/);
  assert.throws(() => lockPool(join(folder, 'absent', 'accounts.json')), /accounts\.json\.lock: cannot be made: ENOENT/);
});
