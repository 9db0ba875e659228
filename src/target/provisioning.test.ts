/** Accounts that a hook makes: kept in the pool at once, whole, whatever else the hook did. */
import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ConfigurationError } from '../verdict/errors';
import type { Account } from './account';
import { provisionAccounts } from './provisioning';
import { readPool } from './target-file';

const root = mkdtempSync(join(tmpdir(), 'mdpo-provisioning-'));
after(() => rmSync(root, { recursive: true }));

const SECRET = 'Chanvre12Marine34Epissure';
const account = (name: string, more: Partial<Account> = {}): Account => ({
  ...{ email: `${name}@exemple.test`, password: SECRET, question: 'Où ?', answer: SECRET },
  ...more,
});

let count = 0;
/** A pool in a folder of its own. */
function poolOf(...accounts: readonly Account[]): string {
  const folder = join(root, `${(count += 1)}`);
  mkdirSync(folder);
  const path = join(folder, 'accounts.json');
  if (accounts.length > 0) writeFileSync(path, JSON.stringify(accounts));
  return path;
}

/** A hook that prints this. */
const gives = (said: unknown) => ({
  command: process.execPath,
  args: ['-e', `process.stdout.write(${JSON.stringify(typeof said === 'string' ? said : JSON.stringify(said))})`],
});
const emailsOf = (path: string) => readPool(path).map(({ email }) => email.split('@')[0]);

async function refused(call: Promise<void>, words: RegExp): Promise<void> {
  await assert.rejects(call, (error: Error) => {
    assert.ok(error instanceof ConfigurationError, String(error));
    assert.match(error.message, words);
    assert.ok(!`${error.message}${error.stack}`.includes(SECRET), 'passwords and answers are not quoted');
    return true;
  });
}

test('the hook is told how many accounts are missing', async () => {
  const path = poolOf();
  const made = `[{ email: count + "@exemple.test", password: "p", question: "q", answer: "r" }]`;
  const text = `process.stdin.on("data", (text) => { const { count } = JSON.parse(text); console.log(JSON.stringify(${made})) })`;
  await refused(provisionAccounts(path, [], 7, { command: process.execPath, args: ['-e', text] }), /gave 1 accounts/);
  assert.deepEqual(emailsOf(path), ['7']);
});

test('a pool that is absent is made, for its owner alone', async () => {
  const path = poolOf();
  await provisionAccounts(path, [], 2, gives([account('a'), account('b')]));
  assert.deepEqual(emailsOf(path), ['a', 'b']);
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(join(path, '..')), ['accounts.json'], 'no draft is left');
});

test('a pool that is too small keeps its accounts, its rights, and its place behind a link', async () => {
  const old = account('old', { subscriberNumber: '7', services: ['TVA'], kind: 'professionnel' });
  const path = poolOf(old);
  chmodSync(path, 0o640);
  const link = join(path, '..', 'link.json');
  symlinkSync(path, link);
  await provisionAccounts(link, [old], 1, gives([account('new')]));
  assert.deepEqual(readPool(path), [old, account('new')]);
  assert.equal(statSync(path).mode & 0o777, 0o640);
  assert.deepEqual(readdirSync(join(path, '..')).sort(), ['accounts.json', 'link.json']);
});

test('what is no list of accounts is refused, and the pool stays as it was', async () => {
  const path = poolOf(account('old'));
  const before = readFileSync(path, 'utf8');
  for (const [said, words] of [
    ['', /provisioning: not JSON/],
    [`Voici : ${SECRET}`, /provisioning: not JSON/],
    [{ accounts: [account('a')] }, /provisioning:\n.*a list/],
    [[], /provisioning:\n.*at least one account/],
    [[{ ...account('a'), password: 12345678 }], /0\.password: given a value that is not quoted here; accepted: a text/],
    [[{ ...account('a'), secret: SECRET }], /0\.secret: no such key/],
    [[account('a'), account('A')], /a@exemple\.test stands twice/],
  ] as const) {
    await refused(provisionAccounts(path, [account('old')], 1, gives(said)), words);
  }
  await refused(provisionAccounts(path, [account('old')], 1, { command: 'mdpo-absent', args: [] }), /mdpo-absent.*ENOENT/);
  assert.equal(readFileSync(path, 'utf8'), before);
});

test('fewer accounts than were asked for are refused, and kept', async () => {
  const path = poolOf(account('old'));
  const made = [account('a'), account('other', { kind: 'autre' })];
  await refused(
    provisionAccounts(path, [account('old')], 2, gives(made)),
    /gave 1 accounts of the professional space \(new ones were added: a@exemple\.test, other@exemple\.test\); accepted: the 2/,
  );
  assert.deepEqual(emailsOf(path), ['old', 'a', 'other']);
});

test('an account that the pool has is refused with its address, the others are kept, and its password stays', async () => {
  const old = account('old', { password: 'celui de la réserve' });
  const path = poolOf(old);
  await refused(
    provisionAccounts(path, [old], 2, gives([account('OLD'), account('a')])),
    /gave OLD@exemple\.test, which .* holds already/,
  );
  assert.deepEqual(readPool(path), [old, account('a')]);
});

test('a pool that cannot be written is said, without what was to be written', async () => {
  const path = join(root, 'no-such-folder', 'accounts.json');
  await refused(
    provisionAccounts(path, [], 1, gives([account('a')])),
    /accounts\.json: the 1 accounts cannot be written there: ENOENT/,
  );
});
