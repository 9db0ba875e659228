import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Account } from './account';
import { openLedger } from './ledger';
import { lockPool } from './pool-lock';
import { resetPool } from './pool-reset';
import { recoverAccounts } from './recovery';
import { readPool } from './target-file';
import { dyingAfter } from './testing/dying-disk';

const root = mkdtempSync(join(tmpdir(), 'mdpo-pool-reset-'));
after(() => rmSync(root, { recursive: true }));

const account = (name: string): Account => ({
  email: `${name}@x.test`,
  password: `${name} pool`,
  question: 'Où ?',
  answer: 'là',
});
/** `a` was never changed, `b` was, `c` is in doubt. */
const pool = ['a', 'b', 'c'].map(account);
const inForce = { 'a@x.test': 'a pool', 'b@x.test': 'b settled', 'c@x.test': 'c proposed' };

/** A pool whose ledger is ahead of it. */
function written(text = `${JSON.stringify(pool, null, 4)}\n`): string {
  const path = join(mkdtempSync(join(root, 'pool-')), 'accounts.json');
  writeFileSync(path, text, { mode: 0o640 });
  const ledger = openLedger(`${path}.ledger.jsonl`);
  for (const email of ['b@x.test', 'c@x.test'] as const) ledger.proposed(email, inForce[email]);
  ledger.settled('b@x.test', 'b settled');
  return path;
}

async function reset(path: string): Promise<string[]> {
  const lock = lockPool(path);
  try {
    const ledger = openLedger(`${path}.ledger.jsonl`);
    const opens = async ({ email }: Account, password: string) => inForce[email as keyof typeof inForce] === password;
    await recoverAccounts({ pool: readPool(path), ledger, opens });
    return resetPool(path, ledger);
  } finally {
    lock.release();
  }
}

test('the passwords in force are written into the pool, the ledger begins anew, and the rest of the pool stays as it is', async () => {
  const path = written();
  chmodSync(path, 0o640);
  const old = readFileSync(`${path}.ledger.jsonl`, 'utf8');
  assert.deepEqual(await reset(path), ['b@x.test', 'c@x.test']);
  const expected = pool.map((one) => ({ ...one, password: inForce[one.email as keyof typeof inForce] }));
  assert.equal(readFileSync(path, 'utf8'), `${JSON.stringify(expected, null, 2)}\n`);
  assert.equal(statSync(path).mode & 0o777, 0o640);
  assert.equal(existsSync(`${path}.ledger.jsonl`), false);
  assert.ok(readFileSync(`${path}.ledger.jsonl.1`, 'utf8').startsWith(old));
  // Once more: there is nothing to do, and the old ledger stays.
  assert.deepEqual(await reset(path), []);
  assert.ok(existsSync(`${path}.ledger.jsonl.1`));
});

test('a pool that is a link stays one, and a last line without its end stays so', async () => {
  const path = written(JSON.stringify(pool));
  const link = join(root, 'link.json');
  symlinkSync(path, link);
  const ledger = openLedger(`${link}.ledger.jsonl`);
  ledger.settled('a@x.test', 'a settled');
  resetPool(link, ledger);
  assert.ok(lstatSync(link).isSymbolicLink());
  assert.equal(readPool(path)[0]?.password, 'a settled');
  assert.ok(readFileSync(path, 'utf8').endsWith(']'));
});

test('a pool of which an account is in doubt is not written', () => {
  const path = written();
  assert.throws(() => resetPool(path, openLedger(`${path}.ledger.jsonl`)), /c@x\.test must be recovered first/);
  assert.deepEqual(readPool(path), pool);
});

test('whenever it dies, no password is lost, no text is cut, and it can be begun again', async () => {
  let steps = 0;
  for (let died = true; died; steps += 1) {
    const path = written();
    died = await dyingAfter(steps, () => reset(path));
    const ledger = openLedger(`${path}.ledger.jsonl`);
    for (const { email, password } of readPool(path)) {
      const known = [ledger.inForce(email) ?? password, ...(ledger.pending.get(email) ?? [])];
      assert.ok(known.includes(inForce[email as keyof typeof inForce]), `${email} is lost after ${steps} changes`);
    }
    // Its lock names this process, which is not dead.
    rmSync(`${path}.lock`, { force: true });
    await reset(path);
    const passwords = Object.fromEntries(readPool(path).map(({ email, password }) => [email, password]));
    assert.deepEqual(passwords, inForce, `begun again after ${steps} changes`);
    assert.equal(existsSync(`${path}.ledger.jsonl`), false);
    assert.ok(existsSync(`${path}.ledger.jsonl.1`));
  }
  assert.ok(steps > 12, `only ${steps} steps were seen`);
});
