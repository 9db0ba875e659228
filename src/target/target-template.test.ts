import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { readTargetFile } from './target-file';
import { targetSchema } from './target-schema';
import { composeTarget, type TargetAnswers } from './target-template';

const folder = mkdtempSync(join(tmpdir(), 'mdpo-template-'));
after(() => rmSync(folder, { recursive: true }));

const schema = '../schemas/target.schema.json';
const answers: TargetAnswers = {
  name: 'preprod',
  baseUrl: 'http://127.0.0.1:8080/',
  driver: 'http',
  accounts: 'accounts.json',
  captcha: { strategy: 'none' },
  mail: { kind: 'mailhog', url: 'http://127.0.0.1:8025' },
};

/** What the reader of target files makes of a text. */
function readBack(text: string, options?: Parameters<typeof readTargetFile>[1]) {
  const path = join(folder, 'target.yaml');
  writeFileSync(path, text);
  return readTargetFile(path, options);
}

/** The template, every example in force. */
const inForce = (text: string): string => text.replace(/^#(?! \S)/gm, '');

const odd = [
  `L'« espace » d"essai" # n° 1: 100 % {sûr}, [ou] presque`,
  String.raw`C:\outils\lire.exe --n \n $HOME $$ $(id) \u00e9`,
  '- x',
  'true',
  '0x1F',
  '~',
  '😀 日本語',
];
const strategies = (text: string): TargetAnswers['captcha'][] => [
  { strategy: 'fixed', value: text },
  { strategy: 'command', command: text, args: [text, '{image}', '', '--n'] },
  { strategy: 'http', url: `http://127.0.0.1:9000/${encodeURIComponent(text)}#a` },
  { strategy: 'manual' },
  { strategy: 'none' },
];

for (const text of odd) {
  test(`what is written reads back as it was answered, whatever is in it: ${text}`, () => {
    for (const captcha of strategies(text)) {
      for (const kind of ['mailhog', 'mailpit'] as const) {
        const mail = { kind, url: 'https://127.0.0.1:8025/mail?a=b#c', user: text, password: text, smtp: '[::1]:1025' };
        const given = {
          name: text,
          baseUrl: 'http://[::1]:8080/é/?a=%23',
          driver: 'browser',
          accounts: text,
          captcha,
          mail,
        } as const;
        const file = readBack(composeTarget(given, { schema }));
        for (const key of ['name', 'baseUrl', 'driver', 'captcha'] as const) assert.deepEqual(file[key], given[key]);
        assert.deepEqual(file.mail, { ...mail, shared: false });
        assert.equal(file.accounts, resolve(folder, text));
      }
    }
  });
}

test('no text breaks out of its place', () => {
  const character = fc.constantFrom(...`'"#:,-?*&!|>%@\`{}[]\\$ \t\r\n=.0aé’ \u0085\u2028\ufeff\u0007`, '😀', '---', ': ', ' #');
  fc.assert(
    fc.property(fc.string({ unit: character, minLength: 1, maxLength: 60 }), fc.string({ unit: character }), (text, argument) => {
      const captcha = { strategy: 'command' as const, command: text, args: [argument] };
      const mail = { ...answers.mail, user: text, password: text };
      const written: unknown = parse(composeTarget({ ...answers, name: text, accounts: text, captcha, mail }, { schema }));
      assert.deepEqual(written, { ...answers, name: text, accounts: text, captcha, mail });
    }),
    { numRuns: 300 },
  );
});

test('what comes from the environment stays so in the file', () => {
  const captcha = { strategy: 'fixed', value: '${MDPO_TEST_CAPTCHA}' } as const;
  const mail = { ...answers.mail, user: 'qa', password: '${MDPO_TEST_MAIL}' };
  const text = composeTarget({ ...answers, captcha, mail }, { schema });
  assert.match(text, /^ {2}value: \$\{MDPO_TEST_CAPTCHA\}$/m);
  assert.match(text, /^ {2}password: \$\{MDPO_TEST_MAIL\}$/m);
  const file = readBack(text, { env: { MDPO_TEST_CAPTCHA: 'ABC', MDPO_TEST_MAIL: 's3cret' } });
  assert.deepEqual(file.captcha, { strategy: 'fixed', value: 'ABC' });
  assert.equal(file.mail.password, 's3cret');
});

test('editors find the schema by the first line', () => {
  assert.equal(composeTarget(answers, { schema }).split('\n')[0], `# yaml-language-server: $schema=${schema}`);
});

test('every key of the schema stands there, set or as an example that is accepted as it is', () => {
  const text = inForce(composeTarget(answers, { schema }));
  const env = { MDPO_MAIL_PASSWORD: 'x', MDPO_ASSISTANCE_CODE: 'y' };
  const file = readBack(text, { env });
  const written = parse(text) as { mail: object; limits: object };
  assert.deepEqual(Object.keys(written), Object.keys(targetSchema.shape));
  assert.deepEqual(Object.keys(written.mail), Object.keys(targetSchema.shape.mail.shape));
  assert.deepEqual(Object.keys(written.limits), Object.keys(file.limits));
  assert.deepEqual(file.controls, { continue: { name: 'Suivant' }, captchaImage: { css: 'img.code' } });
  assert.deepEqual(file.readings, { 'AMB-14': 'message-explicite' });
});

test('what was answered of the mail server is no example', () => {
  const mail = { ...answers.mail, user: 'qa', password: 'x', smtp: 'mail:25' };
  const text = composeTarget({ ...answers, mail }, { schema });
  assert.equal(text.match(/smtp:/g)?.length, 1);
  assert.doesNotMatch(text, /MDPO_MAIL_PASSWORD/);
  assert.deepEqual(readBack(inForce(text), { env: { MDPO_ASSISTANCE_CODE: 'y' } }).mail, { ...mail, shared: true });
});

test('every way past the CAPTCHA is explained where one is set', () => {
  const text = composeTarget(answers, { schema });
  for (const { strategy } of strategies('x')) assert.match(text, new RegExp(`^#.*\\b${strategy} \\(`, 'm'));
});
