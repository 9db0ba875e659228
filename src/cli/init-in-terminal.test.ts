/** `mdpo init` where a person is asked. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { after, test } from 'node:test';
import { parse } from 'yaml';
import { readTargetFile } from '../target/target-file';
import { questions } from './init-questions';
import { main } from './main';
import { standInEnvironment } from './stand-in-environment';

const root = mkdtempSync(join(tmpdir(), 'mdpo-init-'));
after(() => rmSync(root, { recursive: true }));
const newFolder = () => mkdtempSync(join(root, 'folder-'));

/** `mdpo init` in a terminal where these lines are typed, and which then closes; or is interrupted when this is asked. */
async function converse(
  cwd: string,
  lines: readonly string[],
  { options = [], interruptedAt }: { options?: readonly string[]; interruptedAt?: string } = {},
) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const interruption = new AbortController();
  const written = { out: '', err: '' };
  const environment = standInEnvironment(['init', ...options], {
    ...{ cwd, stdin, interrupted: interruption.signal },
    stdout: {
      isTTY: true,
      write(text) {
        written.out += text;
        if (interruptedAt !== undefined && text.includes(interruptedAt)) interruption.abort('SIGINT');
      },
    },
    stderr: { write: (text) => (written.err += text) },
  });
  stdin.write(lines.map((line) => `${line}\n`).join(''));
  if (interruptedAt === undefined) stdin.end();
  const code = await main(environment);
  return { code, ...written, files: readdirSync(cwd).sort() };
}

test('in a terminal each question is asked, with what it takes and what Enter gives', async () => {
  const cwd = newFolder();
  const { code, out, err } = await converse(cwd, [
    '',
    '',
    'browser',
    ' command:./read "{image}" ',
    '',
    'qa:${P}',
    '',
    'pool.json',
  ]);
  assert.equal(code, 0, err);
  for (const { asks, forms, offered } of questions) assert.ok(out.includes(`\n${asks}\n  ${forms}\n  [${offered}] `), asks);
  const { name, driver, accounts, captcha, mail } = parse(readFileSync(join(cwd, 'preprod.yaml'), 'utf8')) as Record<
    string,
    unknown
  >;
  assert.deepEqual([name, driver, accounts], ['preprod', 'browser', 'pool.json']);
  assert.deepEqual(captcha, { strategy: 'command', command: './read', args: ['{image}'] });
  assert.deepEqual(mail, { kind: 'mailhog', url: 'http://127.0.0.1:8025', user: 'qa', password: '${P}' });
});

test('what Enter gives is accepted everywhere', async () => {
  const cwd = newFolder();
  const { code, files } = await converse(
    cwd,
    questions.map(() => ''),
  );
  assert.equal(code, 0);
  assert.deepEqual(files, ['accounts.json', 'preprod.yaml']);
  readTargetFile(join(cwd, 'preprod.yaml'));
});

test('a bad answer is asked again, with what is accepted; one that an option gave is not asked', async () => {
  const cwd = newFolder();
  writeFileSync(join(cwd, 'pris.yaml'), 'mine');
  const bad = [
    'pris',
    'libre',
    'x',
    'http://127.0.0.1:1',
    'telnet',
    '\u001b[D',
    'http',
    'fixe:S3CRET',
    'fixed:OK',
    'libre.yaml',
    'p.json',
  ];
  const options = ['--mail', 'mailpit:http://127.0.0.1:2', '--mail-login', 'none', '--smtp', 'none'];
  const { code, out, err } = await converse(cwd, bad, { options });
  assert.equal(code, 0, err);
  for (const said of [
    'pris.yaml is there already; accepted: another name or --out, or --force',
    'given "x"; accepted: an address that begins with http:// or https://',
    'given "telnet"; accepted: http, browser',
    'holds a control character; accepted: one line of text',
    'captcha.strategy: given "fixe"; accepted: fixed, command, http, manual or none',
    'libre.yaml would be the target file and the pool; accepted: two files',
  ]) {
    assert.ok(out.includes(`  ${said}`), `${said}: ${out}`);
  }
  assert.doesNotMatch(out, /Which server|S3CRET/);
  assert.equal(readTargetFile(join(cwd, 'libre.yaml')).mail.kind, 'mailpit');
});

test('a name that would write over the pool is asked again', async () => {
  const cwd = newFolder();
  const typed = ['essai', 'autre', ...questions.map(() => '')];
  const { code, out, files } = await converse(cwd, typed, { options: ['--accounts', 'essai.yaml'] });
  assert.equal(code, 0);
  assert.match(out, /essai\.yaml would be the target file and the pool/);
  assert.deepEqual(files, ['autre.yaml', 'essai.yaml']);
});

test('in a terminal too, a bad option ends it before any question', async () => {
  const { code, out, err } = await converse(newFolder(), [], { options: ['--driver', 'telnet'] });
  assert.equal(code, 2);
  assert.match(err, /--driver: given "telnet"/);
  assert.doesNotMatch(err, /--name|--mail/);
  assert.equal(out, '');
});

test('a terminal that closes in the middle: nothing is written → 2', async () => {
  const cwd = newFolder();
  for (const typed of [[], ['essai'], ['essai', '', '', '', '', '', '']]) {
    const { code, err, files } = await converse(cwd, typed);
    assert.equal(code, 2);
    assert.match(err, /init was left before the last question: nothing was written/);
    assert.deepEqual(files, []);
  }
});

test('interrupted in the middle: nothing is written → 2', { timeout: 10_000 }, async () => {
  const cwd = newFolder();
  const { code, err, files } = await converse(cwd, ['essai'], { interruptedAt: questions[1]!.asks });
  assert.equal(code, 2);
  assert.match(err, /nothing was written/);
  assert.deepEqual(files, []);
});
