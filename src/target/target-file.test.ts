import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readings } from '../specification';
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

function refused(path: string, options?: Parameters<typeof readTargetFile>[1]): string {
  try {
    readTargetFile(path, options);
  } catch (error) {
    assert.ok(error instanceof ConfigurationError, String(error));
    return error.message;
  }
  return assert.fail('the file was accepted');
}

test('every problem is said at once, with file, line, key, given and accepted', () => {
  const path = written(
    'wrong.yaml',
    `name: preprod
baseUrl: ftp://x
driver: telnet
accounts: accounts.json
captcha: { strategy: fixe, value: TEST }
mail:
  kind: mailhog
  url: http://127.0.0.1:8025
  pasword: x
readings: { AMB-99: x, AMB-07: majuscule-exigée }
limits: { requestsPerSecond: 0, wrongAnswers: 1.5 }
controls: { continue: {} }
colour: blue
`,
  );
  assert.deepEqual(refused(path).split('\n').sort(), [
    '  line 10: readings.AMB-07: given "majuscule-exigée"; accepted: égalité-exacte, différence-insensible-casse, différence-significative',
    '  line 10: readings.AMB-99: no such key; accepted: ' + readings.map(({ id }) => id).join(', '),
    '  line 11: limits.requestsPerSecond: given 0; accepted: a number above 0',
    '  line 11: limits.wrongAnswers: given 1.5; accepted: a whole number, at least 1',
    '  line 12: controls.continue: given {  }; accepted: at least one of role, name, text, css',
    '  line 13: colour: no such key; accepted: name, baseUrl, driver, accounts, captcha, mail, readings, controls, origins, limits, help, assistance, outage, provisioning, authorized, operator, order',
    '  line 2: baseUrl: given "ftp://x"; accepted: an address that begins with http:// or https://',
    '  line 3: driver: given "telnet"; accepted: http, browser',
    '  line 5: captcha.strategy: given "fixe"; accepted: fixed, command, http, manual or none',
    '  line 9: mail.pasword: no such key; accepted: kind, url, user, password, smtp, shared (is password meant?)',
    `${path}:`,
  ]);
});

test('the line is that of the key, where its value begins later', () => {
  assert.match(refused(written('late.yaml', 'name: preprod\ncaptchas:\n  strategy: fixed\n')), /line 2: captchas: no such key/);
});

test('what is missing is said with what is accepted', () => {
  const path = written('short.yaml', 'name: preprod\ncaptcha: { strategy: command }\n');
  const said = refused(path);
  for (const line of [
    'baseUrl: missing; accepted: an address that begins with http:// or https://',
    'accounts: missing; accepted: a text',
    'line 2: captcha.command: missing; accepted: a text',
    'mail: missing; accepted: a mapping of keys',
  ]) {
    assert.ok(said.includes(line), `${line} in ${said}`);
  }
  assert.match(refused(written('empty.yaml', '')), /\(root\): given nothing; accepted: a mapping of keys/);
  assert.match(refused(written('broken.yaml', 'a: [')), /broken\.yaml: not YAML/);
});

test('a value may come from the environment, and is then never quoted', () => {
  const path = target({ mail: { ...good.mail, user: 'qa', password: '${MDPO_TEST_MAIL}' }, driver: '${MDPO_TEST_DRIVER}' });
  const env = { MDPO_TEST_MAIL: 's3cret', MDPO_TEST_DRIVER: 'browser' };
  assert.equal(readTargetFile(path, { env }).mail.password, 's3cret');
  assert.equal(readTargetFile(path, { env }).driver, 'browser');
  assert.match(
    refused(path, { env: {} }),
    /mail\.password: given \$\{MDPO_TEST_MAIL\}: the environment variable MDPO_TEST_MAIL is not set/,
  );
  const said = refused(path, { env: { ...env, MDPO_TEST_DRIVER: 's3cret' } });
  assert.match(said, /driver: given a value that is not quoted here; accepted: http, browser/);
  assert.doesNotMatch(said, /s3cret/);
});

const stateHosts = [
  'https://www.impots.gouv.fr/',
  'https://IMPOTS.GOUV.FR./',
  'https://user:pw@cfspro.impots.gouv.fr:443/x',
  'https://www.service-public.fr/',
  'https://dsf.gouv.nc/',
];
for (const baseUrl of stateHosts) {
  test(`a public government host is refused: ${baseUrl}`, () => {
    assert.match(refused(target({ baseUrl })), /public government host is refused/);
    const ordered = { baseUrl, authorized: true, operator: 'équipe', order: 'note 12' };
    assert.match(refused(target(ordered)), /--i-am-authorized/);
    assert.ok(readTargetFile(target(ordered), { confirmed: true }));
    assert.match(refused(target({ baseUrl, authorized: true }), { confirmed: true }), /operator: .*order: /);
    assert.match(refused(target({ baseUrl, operator: 'x', order: 'y' }), { confirmed: true }), /authorized: true/);
  });
}

for (const baseUrl of ['https://espace.entreprise.fr/', 'http://8.8.8.8/', 'http://[2001:4860::1]/']) {
  test(`a public host wants two words of authorisation: ${baseUrl}`, () => {
    assert.match(
      refused(target({ baseUrl })),
      /baseUrl: given .* a public host is refused unless .*authorized: true in the file and run with --i-am/,
    );
    assert.match(refused(target({ baseUrl, authorized: true })), /run with --i-am-authorized/);
    assert.ok(readTargetFile(target({ baseUrl, authorized: true }), { confirmed: true }));
  });
}

for (const baseUrl of [
  'http://localhost:3/',
  'http://10.1.2.3/',
  'http://preprod/',
  'https://recette.example/',
  'http://[fd00::1]/',
]) {
  test(`a host that no one else reaches needs no authorisation: ${baseUrl}`, () => {
    assert.ok(readTargetFile(target({ baseUrl })));
  });
}

test('nothing that a run writes to is a public host', () => {
  const mail = 'https://mail.gouv.fr/';
  for (const change of [
    { mail: { kind: 'mailhog', url: mail } },
    { mail: { ...good.mail, smtp: 'mail.gouv.fr:25' } },
    { captcha: { strategy: 'http', url: mail } },
    { origins: [mail] },
    { provisioning: { url: mail } },
    { outage: { cut: { command: 'true' }, restore: { url: mail } } },
  ]) {
    assert.match(refused(target(change)), /refused unless/, JSON.stringify(change));
  }
});

test('no error quotes a password', () => {
  const said = refused(target({ baseUrl: 'https://user:s3cret@impots.gouv.fr/' }));
  assert.ok(!said.includes('s3cret') && said.includes('//…@impots.gouv.fr'), said);
  assert.doesNotMatch(refused(target({ mail: { ...good.mail, password: 1234567 } })), /1234567/);
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

test('where accounts can be made, a pool may be empty or missing, but not wrong', () => {
  for (const empty of ['[]', ' [\n]\n']) assert.deepEqual(readPool(written('empty.json', empty), true), []);
  assert.deepEqual(readPool(join(folder, 'absent.json'), true), []);
  for (const wrong of ['', '{}', '[{}]']) assert.throws(() => readPool(written('wrong.json', wrong), true), ConfigurationError);
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
