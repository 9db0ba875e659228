/** What the doctor says of the files, of a deployment that is well, and of one where much is wrong. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSimulator, fixtures } from '../../simulator';
import { createCatcher } from '../mail';
import { exitCodeOf } from './diagnose';
import { poolOf, silentAddress, stageForTests, testMistakes, type Mistake } from './testing';

const catcher = createCatcher();
const simulator = createSimulator({ mail: catcher, passwordCost: 16 });
const stage = stageForTests(simulator, catcher, fixtures.slice(0, 3));

test('a deployment about which there is nothing to say is told so, and nothing is changed', async () => {
  const { lines, preparation } = await stage.examine({ pool: poolOf(fixtures) });
  assert.deepEqual(
    lines.filter(({ state }) => state !== 'ok'),
    [],
  );
  assert.deepEqual(
    lines.map(({ id }) => id),
    [
      'file',
      'home',
      'sign-in',
      'identification',
      'pool',
      'traits',
      'captcha',
      'signed-in',
      'question',
      'new-password',
      'accounts',
      'mail',
      'smtp',
    ],
  );
  assert.deepEqual(preparation, {});
  assert.equal(exitCodeOf(lines), 0);
  const mails = await catcher.mailbox.messages();
  assert.ok(
    mails.every(({ envelope }) => envelope.to[0]?.endsWith('.example.test')),
    'no confirmation was sent',
  );
});

const account = (change: object) => () => ({ pool: [stage.pool[0]!, { ...stage.pool[1]!, ...change }, stage.pool[2]!] });
const ofFiles: readonly Mistake[] = [
  [
    'a key that is misspelt',
    () => ({ file: { drivr: 'http' } }),
    { id: 'file', state: 'stop', what: /drivr: no such key.*is driver meant/ },
    2,
  ],
  [
    'a reading that there is not',
    () => ({ file: { readings: { 'AMB-99': 'x' } } }),
    { id: 'file', state: 'stop', what: /readings\.AMB-99/ },
    2,
  ],
  [
    'a variable that is not set',
    () => ({ file: { mail: { kind: 'mailhog', url: 'http://127.0.0.1:8025', password: '${MDPO_NO_SUCH_VARIABLE}' } } }),
    { id: 'file', state: 'stop', what: /MDPO_NO_SUCH_VARIABLE is not set/, remedy: /target file/ },
    2,
  ],
  [
    'a public host that nobody was authorised to test',
    () => ({ file: { baseUrl: 'https://exemple.fr/' } }),
    { id: 'file', state: 'stop', what: /authorized: true.*--i-am-authorized/ },
    2,
  ],
  ['no pool', () => ({ pool: null }), { id: 'pool', state: 'stop', what: /accounts\.json: cannot be read: ENOENT/ }, 2],
  ['a pool that is not JSON', () => ({ pool: '[{,' }), { id: 'pool', state: 'stop', what: /not JSON/, remedy: /JSON array/ }, 2],
  ['an account without its answer', account({ answer: undefined }), { id: 'pool', state: 'stop', what: /1\.answer: missing/ }, 2],
  [
    'an account that stands twice',
    () => ({ pool: [stage.pool[0]!, stage.pool[0]!] }),
    { id: 'pool', state: 'stop', what: /stands twice/ },
    2,
  ],
  [
    'a ledger that is none',
    () => ({ ledger: 'coffee\n' }),
    { id: 'ledger', state: 'stop', what: /jsonl:1: not a line/, remedy: /correct that line/ },
    2,
  ],
];

testMistakes(stage, ofFiles);

test('what is wrong in one place hides nothing of the others', async () => {
  const { lines } = await stage.examine({
    file: { baseUrl: await silentAddress(), mail: { kind: 'mailhog', url: await silentAddress() } },
    pool: [stage.pool[0]!],
  });
  assert.deepEqual(
    lines.filter(({ state }) => state !== 'ok').map(({ id }) => id),
    ['home', 'pool', 'traits', 'mail'],
  );
  const [home] = lines.filter(({ id }) => id === 'home');
  assert.match(home?.reason ?? '', /la cible 127\.0\.0\.1:\d+ ne répond pas/);
});
