import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ConfigurationError } from '../verdict/errors';
import { openLedger } from './ledger';
import { readPool, readTargetFile } from './target-file';

const folder = mkdtempSync(join(tmpdir(), 'mdpo-target-'));
after(() => rmSync(folder, { recursive: true }));

function written(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const good = {
  name: 'preprod',
  baseUrl: 'http://127.0.0.1:8080/',
  accounts: 'accounts.json',
  captcha: { strategy: 'fixed', value: 'TEST' },
  mail: { kind: 'mailhog', url: 'http://127.0.0.1:8025' },
};
// JSON is YAML.
const target = (change: object) => written('target.yaml', JSON.stringify({ ...good, ...change }));
const account = { email: 'a@example.test', password: 'Secret1234567890abcdef', question: 'Question ?', answer: 'Réponse' };

test('a target file is read with its defaults, and its paths from where it stands', () => {
  const file = readTargetFile(target({}));
  assert.equal(file.driver, 'http');
  assert.equal(file.accounts, join(folder, 'accounts.json'));
  assert.deepEqual(file.readings, {});
});

test('every problem is said at once, with file, key, given and accepted', () => {
  const path = target({
    driver: 'telnet',
    baseUrl: 'ftp://x',
    readings: { 'AMB-99': 'x', 'AMB-07': 'majuscule-exigée' },
    colour: 'blue',
  });
  assert.throws(
    () => readTargetFile(path),
    (error: Error) => {
      assert.ok(error instanceof ConfigurationError);
      for (const words of [
        path,
        'driver, given "telnet"',
        'baseUrl, given "ftp://x"',
        'readings.AMB-99',
        'accepted: égalité-exacte',
        'colour',
      ]) {
        assert.ok(error.message.includes(words), `${words} in ${error.message}`);
      }
      return true;
    },
  );
});

const publicHosts = [
  'https://www.impots.gouv.fr/',
  'https://IMPOTS.GOUV.FR./',
  'https://user:pw@cfspro.impots.gouv.fr:443/x',
  'https://www.service-public.fr/',
  'https://dsf.gouv.nc/',
];
for (const baseUrl of publicHosts) {
  test(`a public government host is refused: ${baseUrl}`, () => {
    assert.throws(() => readTargetFile(target({ baseUrl })), /public government host is refused/);
    assert.throws(() => readTargetFile(target({ baseUrl, authorized: true })), /operator/);
    assert.ok(readTargetFile(target({ baseUrl, authorized: true, operator: 'équipe', order: 'note 12' })));
  });
}

test('neither the mail server nor the CAPTCHA oracle is a public host', () => {
  assert.throws(() => readTargetFile(target({ mail: { kind: 'mailhog', url: 'https://mail.gouv.fr' } })), /refused/);
  assert.throws(() => readTargetFile(target({ captcha: { strategy: 'http', url: 'https://captcha.gouv.fr' } })), /refused/);
});

test('no error quotes a password', () => {
  assert.throws(
    () => readTargetFile(target({ baseUrl: 'https://user:s3cret@impots.gouv.fr/' })),
    (error: Error) => !error.message.includes('s3cret') && error.message.includes('//…@impots.gouv.fr'),
  );
  const pool = written('pool.json', JSON.stringify([{ ...account, password: 42, answer: ['Médor'] }]));
  assert.throws(
    () => readPool(pool),
    (error: Error) => /0\.password/.test(error.message) && !/42|Médor/.test(error.message),
  );
  assert.throws(
    () => readPool(written('broken.json', '[{"password": "Secret1234567890abcdef"')),
    (error: Error) => !/Secret/.test(error.message),
  );
});

test('an account that stands twice, an empty pool and a missing file are refused', () => {
  assert.throws(
    () => readPool(written('twice.json', JSON.stringify([account, { ...account, email: 'A@example.test' }]))),
    /stands twice/,
  );
  assert.throws(() => readPool(written('empty.json', '[]')), ConfigurationError);
  assert.throws(() => readPool(join(folder, 'absent.json')), /absent\.json: cannot be read: ENOENT/);
});

test('a ledger knows the passwords in force, and what was never settled', () => {
  const path = join(folder, 'accounts.json.ledger.jsonl');
  const ledger = openLedger(path);
  ledger.proposed('a@example.test', 'P2');
  assert.deepEqual(openLedger(path).unsettled, ['a@example.test']);
  ledger.settled('a@example.test', 'P2');
  assert.equal(openLedger(path).inForce('a@example.test'), 'P2');
  assert.deepEqual(openLedger(path).unsettled, []);
  assert.throws(() => openLedger(written('bad.jsonl', '{"email": 1}\n')), /bad\.jsonl:1: not a line of the ledger/);
});
