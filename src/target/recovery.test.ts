import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ConfigurationError, TargetUnavailable } from '../verdict/errors';
import type { Account } from './account';
import { openLedger } from './ledger';
import { recoverAccounts } from './recovery';

const folder = mkdtempSync(join(tmpdir(), 'mdpo-recovery-'));
after(() => rmSync(folder, { recursive: true }));

const account = (name: string): Account => ({ email: `${name}@x.test`, password: `${name} pool`, question: '?', answer: '!' });
const pool = ['a', 'b', 'c'].map(account);
const [A, B, C] = pool.map(({ email }) => email) as [string, string, string];

let count = 0;
/** A ledger, and a deployment of which the passwords in force are given; what is tried there is noted. */
function scene(inForce: Record<string, string>) {
  const ledger = openLedger(join(folder, `${(count += 1)}.jsonl`));
  const tried: string[] = [];
  const opens = async ({ email }: Account, password: string) => {
    tried.push(password);
    return inForce[email] === password;
  };
  return { ledger, tried, recover: () => recoverAccounts({ pool, ledger, opens }) };
}

test('an account that is not in doubt is left alone', async () => {
  const { ledger, tried, recover } = scene({});
  ledger.settled(A, 'P1');
  assert.deepEqual(await recover(), []);
  assert.deepEqual(tried, []);
});

test('the settled password is tried first, then the candidates, newest first; the one that opens is settled', async () => {
  const { ledger, tried, recover } = scene({ [A]: 'P2', [B]: 'b pool' });
  ledger.settled(A, 'P1');
  for (const password of ['P2', 'P3', 'P4']) ledger.proposed(A, password);
  ledger.proposed(B, 'Q1');
  assert.deepEqual(await recover(), [
    { email: A, found: 'changed' },
    { email: B, found: 'unchanged' },
  ]);
  assert.deepEqual(tried, ['P1', 'P4', 'P3', 'P2', 'b pool']);
  const seen = openLedger(ledger.path);
  assert.equal(seen.pending.size, 0);
  assert.deepEqual([seen.inForce(A), seen.inForce(B)], ['P2', 'b pool']);
});

test('a change that was still on its way at an earlier recovery is found at the next', async () => {
  const inForce = { [A]: 'a pool' };
  const { ledger, recover } = scene(inForce);
  ledger.proposed(A, 'P1');
  assert.deepEqual(await recover(), [{ email: A, found: 'unchanged' }]);
  inForce[A] = 'P1';
  ledger.proposed(A, 'refused');
  assert.deepEqual(await recover(), [{ email: A, found: 'former' }]);
  assert.equal(openLedger(ledger.path).inForce(A), 'P1');
});

test('a password that the operator has written in the pool is found, whatever the ledger says', async () => {
  const { ledger, recover } = scene({ [A]: 'a pool' });
  ledger.settled(A, 'P1');
  ledger.proposed(A, 'P2');
  assert.deepEqual(await recover(), [{ email: A, found: 'former' }]);
  assert.equal(ledger.inForce(A), 'a pool');
});

test('when nothing opens, every other account is recovered first, then the error names file and account, and no password', async () => {
  const { ledger, tried, recover } = scene({ [A]: 'lost', [B]: 'Q1', [C]: 'lost' });
  for (let change = 0; change < 30; change += 1) ledger.settled(A, `Secret${change}`);
  for (const email of [A, B, C]) ledger.proposed(email, 'Q1');
  await assert.rejects(recover, (error: Error) => {
    assert.ok(error instanceof ConfigurationError);
    assert.ok(error.message.startsWith(`${ledger.path}: `));
    assert.match(error.message, /opens a@x\.test, c@x\.test; give each a new password by hand, write it in the pool/);
    assert.doesNotMatch(error.message, /Secret|Q1|pool"|a pool|b@x/);
    return true;
  });
  assert.equal(ledger.inForce(B), 'Q1');
  assert.deepEqual([...ledger.pending.keys()], [A, C]);
  // Settled, candidate, pool and ten former ones: an account must not be blocked by being looked for.
  assert.equal(tried.filter((password) => /Secret|a pool/.test(password)).length, 12);
});

test('a target that goes away leaves what was found settled, and the rest in doubt', async () => {
  const { ledger } = scene({});
  for (const email of [A, B]) ledger.proposed(email, 'P1');
  const opens = async ({ email }: Account, password: string) => {
    if (email === B) throw new TargetUnavailable('gone');
    return password === 'P1';
  };
  await assert.rejects(() => recoverAccounts({ pool, ledger, opens }), TargetUnavailable);
  assert.equal(ledger.inForce(A), 'P1');
  assert.deepEqual([...ledger.pending], [[B, ['P1']]]);
});
