/** The accounts that a process of a run has in hand, alone or among workers. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ConfigurationError } from '../verdict/errors';
import type { Account } from './account';
import { takeCommonAccounts } from './common-lock';
import { createHands } from './hands';
import { openLedger } from './ledger';

const root = mkdtempSync(join(tmpdir(), 'mdpo-hands-'));
after(() => rmSync(root, { recursive: true }));

const plain = (rank: number): Account => ({
  ...{ email: `User${rank}@Exemple.test`.toLowerCase(), password: `ancien ${rank}` },
  ...{ question: `Question ${rank} ?`, answer: `mot${rank}` },
});
/** What few accounts have, and scenarios ask for. */
const tagged: Account = { ...plain(7), email: 'user7+compta@exemple.test' };
const pool = [1, 2, 3, 4, 5, 6].map(plain);

const worker = (rank: number) => ({ CUCUMBER_WORKER_ID: String(rank), CUCUMBER_TOTAL_WORKERS: '2' });
let count = 0;
function files() {
  const path = join(root, `${(count += 1)}.json`);
  writeFileSync(path, '[]');
  return { path, ledger: openLedger(`${path}.ledger.jsonl`), lock: `${path}.common.lock` };
}
const emails = (accounts: readonly Account[]) => accounts.map(({ email }) => email);

test('a run without workers has the whole pool in hand, with the passwords that the ledger knows', () => {
  const { path, ledger } = files();
  ledger.settled(plain(2).email, 'nouveau');
  const hands = createHands([...pool, tagged], ledger, path, {});
  assert.deepEqual(emails(hands.open()), emails([...pool, tagged]));
  assert.equal(hands.open()[1]?.password, 'nouveau');
  assert.deepEqual([hands.hasCommon, hands.ofOthers.size], [false, 0]);
});

test('each worker has its own, and knows which are of others', () => {
  const { path, ledger } = files();
  const [one, two] = [0, 1].map((rank) => createHands(pool, ledger, path, worker(rank)));
  const [mine, theirs] = [emails(one!.open()), emails(two!.open())];
  assert.deepEqual([mine.length, theirs.length], [3, 3]);
  assert.deepEqual([...one!.ofOthers].sort(), [...theirs].sort());
  assert.equal(one!.hasCommon, false);
});

test('the common accounts come into the list that is open, with the passwords that other processes settled meanwhile', async () => {
  const { path, ledger, lock } = files();
  const hands = createHands([...pool, tagged], ledger, path, worker(0));
  const accounts = hands.open();
  assert.ok(hands.hasCommon && hands.ofOthers.has(tagged.email));
  openLedger(ledger.path).settled(tagged.email, 'changé par un autre');
  await hands.takeCommon();
  assert.equal(accounts.find(({ email }) => email === tagged.email)?.password, 'changé par un autre');
  assert.ok(existsSync(lock) && !hands.ofOthers.has(tagged.email));
  await hands.takeCommon();
  assert.equal(accounts.filter(({ email }) => email === tagged.email).length, 1, 'taken twice, it is there once');

  assert.ok(emails(hands.open()).includes(tagged.email), 'who opens again without having given them back still has them');
  hands.release();
  assert.ok(!existsSync(lock) && hands.ofOthers.has(tagged.email));
  assert.ok(!emails(hands.open()).includes(tagged.email));
  hands.release();
});

test('two workers never have the common accounts at once', async () => {
  const { path, ledger, lock } = files();
  const hands = createHands([...pool, tagged], ledger, path, worker(0));
  const held = await takeCommonAccounts(path);
  const accounts = hands.open();
  let taken = false;
  const taking = hands.takeCommon().then(() => (taken = true));
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(taken, false);
  held.release();
  await taking;
  assert.ok(emails(accounts).includes(tagged.email) && existsSync(lock));
  hands.release();
});

test('a pool that is too small for so many workers is refused, naming the file and what is possible', () => {
  const { path, ledger } = files();
  assert.throws(
    () => createHands(pool.slice(0, 4), ledger, path, worker(0)),
    (error: Error) => error instanceof ConfigurationError && /\d+\.json: 4 accounts.*needs 6.*--parallel 1/.test(error.message),
  );
});
