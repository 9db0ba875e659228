import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readTargetFile } from '../target/target-file';
import { packageRoot } from './environment';
import { questions } from './init-questions';
import { describeProgram, main } from './main';
import { standInEnvironment } from './stand-in-environment';

const root = mkdtempSync(join(tmpdir(), 'mdpo-init-'));
after(() => rmSync(root, { recursive: true }));
const newFolder = () => mkdtempSync(join(root, 'folder-'));

interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What stands in the folder then. */
  readonly files: readonly string[];
}

/** `mdpo init`, with no terminal. */
async function call(cwd: string, options: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Called> {
  const environment = standInEnvironment(['init', ...options], { cwd, env });
  const code = await main(environment);
  return { code, ...environment.written, files: readdirSync(cwd).sort() };
}

const enough = [
  '--name',
  'essai',
  '--base-url',
  'http://127.0.0.1:1/',
  '--captcha',
  'fixed:TEST',
  '--mail',
  'mailpit:http://[::1]:2',
];

test('options are enough where there is no terminal: a target file, a pool to fill in, and what to type next', async () => {
  const cwd = newFolder();
  const { code, out, files } = await call(cwd, enough);
  assert.equal(code, 0);
  assert.deepEqual(files, ['accounts.json', 'essai.yaml']);
  const { name, baseUrl, driver, accounts, captcha, mail } = readTargetFile(join(cwd, 'essai.yaml'));
  assert.deepEqual(
    { name, baseUrl, driver, accounts, captcha, mail },
    {
      ...{ name: 'essai', baseUrl: 'http://127.0.0.1:1/', driver: 'http', accounts: join(cwd, 'accounts.json') },
      captcha: { strategy: 'fixed', value: 'TEST' },
      mail: { kind: 'mailpit', url: 'http://[::1]:2', shared: false },
    },
  );
  if (process.platform !== 'win32') assert.equal(statSync(join(cwd, 'accounts.json')).mode & 0o777, 0o600);
  assert.match(out, /hold secrets: do not commit them\. For \.gitignore:\n {2}accounts\.json\*\n/);
  assert.ok(out.endsWith('\nThen type:\n  mdpo doctor --target essai.yaml\n  mdpo run --target essai.yaml\n'), out);
  assert.doesNotMatch(out, /Before anything is sent/);
});

test('odd characters in every answer come back from the file', async () => {
  const cwd = newFolder();
  const text = String.raw`L’« espace »: d'"essai" # {1}, \n $HOME`;
  const login = [
    '--mail-login',
    `qualité:s3cret:${text}`,
    '--smtp',
    '[::1]:1025',
    '--accounts',
    `${text}.json`.replace(/[/"]/g, ''),
  ];
  const { code, files, out } = await call(cwd, [...enough, '--name', text, '--captcha', `fixed:${text}`, ...login]);
  assert.equal(code, 0);
  const path = join(cwd, 'L-espace-d-essai-1-n-HOME.yaml');
  assert.ok(files.includes('L-espace-d-essai-1-n-HOME.yaml'), files.join());
  const { name, captcha, mail } = readTargetFile(path);
  assert.equal(name, text);
  assert.deepEqual(captcha, { strategy: 'fixed', value: text });
  assert.deepEqual([mail.user, mail.password, mail.smtp], ['qualité', `s3cret:${text}`, '[::1]:1025']);
  assert.match(out, /mail\.password stands there in clear/);
  assert.doesNotMatch(out, /s3cret/);
});

test('what is missing or wrong is said all at once, and nothing is written', async () => {
  const cwd = newFolder();
  const { code, err, files } = await call(cwd, ['--driver', 'telnet', '--smtp', 'mail', '--mail-login', 'qa']);
  assert.equal(code, 2);
  assert.deepEqual(err.split('\n'), [
    'mdpo: options of init that are missing or wrong:',
    '  --name: missing, and no terminal to ask in; accepted: a text',
    '  --base-url: missing, and no terminal to ask in; accepted: an address that begins with http:// or https://',
    '  --driver: given "telnet"; accepted: http, browser',
    '  --captcha: missing, and no terminal to ask in; accepted: fixed:CHARACTERS, command:PROGRAM ARG…, http:URL, manual or none',
    '  --mail: missing, and no terminal to ask in; accepted: mailhog:URL or mailpit:URL, the URL of its API',
    '  --mail-login: mail.password: missing; accepted: a text',
    '  --smtp: given "mail"; accepted: host:port, for instance 127.0.0.1:1025',
    '',
  ]);
  assert.deepEqual(files, []);
});

test('the pool cannot be the target file', async () => {
  const cwd = newFolder();
  for (const options of [
    ['--accounts', 'essai.yaml'],
    ['--accounts', '../x/a.yaml', '--out', '../x/a.yaml'],
  ]) {
    const { code, err, files } = await call(cwd, [...enough, ...options]);
    assert.equal(code, 2);
    assert.match(err, /--accounts: .*\.yaml would be the target file and the pool; accepted: two files/);
    assert.deepEqual(files, []);
  }
});

test('a file that is there stays, unless --force; a pool that is there always does', async () => {
  const cwd = newFolder();
  writeFileSync(join(cwd, 'essai.yaml'), 'mine');
  writeFileSync(join(cwd, 'accounts.json'), 'ours');
  for (const options of [enough, [...enough, '--out', 'essai.yaml']]) {
    const { code, err } = await call(cwd, options);
    assert.equal(code, 2);
    assert.match(err, /(--name|--out): essai\.yaml is there already; accepted: another name or --out, or --force/);
    assert.equal(readFileSync(join(cwd, 'essai.yaml'), 'utf8'), 'mine');
  }
  const { code, out } = await call(cwd, [...enough, '--force']);
  assert.equal(code, 0);
  assert.equal(readTargetFile(join(cwd, 'essai.yaml')).name, 'essai');
  assert.equal(readFileSync(join(cwd, 'accounts.json'), 'utf8'), 'ours');
  assert.doesNotMatch(out, /to fill in/);
});

test('the pool stands where the target file says, and the schema is found from there', async () => {
  const cwd = newFolder();
  for (const folder of ['cibles', 'deux mots']) {
    mkdirSync(join(cwd, folder, 'comptes'), { recursive: true });
    const out = `${folder}/a.yaml`;
    const { code, out: said } = await call(cwd, [...enough, '--out', out, '--accounts', 'comptes/a.json']);
    assert.equal(code, 0);
    assert.ok(existsSync(join(cwd, folder, 'comptes', 'a.json')));
    assert.ok(said.endsWith(`mdpo run --target ${folder === 'cibles' ? out : `'${out}'`}\n`), said);
    const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(join(cwd, out), 'utf8')) ?? [];
    const found = schema.startsWith('file:') ? fileURLToPath(schema) : resolve(cwd, dirname(out), schema);
    assert.equal(found, join(packageRoot, 'schemas', 'target.schema.json'));
    assert.ok(existsSync(found));
  }
  const { code, err } = await call(cwd, [...enough, '--out', 'nowhere/a.yaml']);
  assert.equal(code, 2);
  assert.match(err, /nowhere.accounts\.json: cannot be written: ENOENT/);
});

test('what comes from the environment stays so, whether it is set or not, and what is not set is said', async () => {
  const cwd = newFolder();
  const options = ['--name', 'n', '--base-url', '${SITE}', '--captcha', 'fixed:${CHARS}', '--mail', 'mailhog:${MAIL}/api'];
  const secrets = ['--mail-login', 'qa:${PASSWORD}', '--smtp', '${SMTP}', '--accounts', '${POOL}'];
  const unset = await call(cwd, [...options, ...secrets]);
  assert.equal(unset.code, 0, unset.err);
  assert.deepEqual(unset.files, ['n.yaml']);
  const sites = { SITE: 'http://127.0.0.1:1/', CHARS: 'x', MAIL: 'http://127.0.0.1:2', SMTP: '127.0.0.1:3' };
  const env = { ...sites, PASSWORD: 's3cret', POOL: 'p.json' };
  const path = join(cwd, 'n.yaml');
  for (const name of Object.keys(env)) assert.ok(unset.out.includes(`the environment variable ${name} is not set`), unset.out);
  const set = await call(cwd, [...options, ...secrets, '--force'], env);
  assert.deepEqual(set.files, ['n.yaml', 'p.json']);
  assert.doesNotMatch(set.out, /s3cret|Before anything is sent|in clear/);
  assert.doesNotMatch(readFileSync(path, 'utf8'), /s3cret|p\.json/);
  assert.equal(readTargetFile(path, { env }).mail.password, 's3cret');
});

test('what it takes to be let at a public host is said', async () => {
  const { code, out } = await call(newFolder(), [...enough, '--base-url', 'https://www.impots.gouv.fr/']);
  assert.equal(code, 0);
  assert.match(out, /Before anything is sent:\n.*baseUrl: .*write authorized: true, operator: .*, order: .*--i-am-authorized/);
});

test('a pool that nobody filled in is refused by doctor and by run before anything is sent', async () => {
  const cwd = newFolder();
  await call(cwd, enough);
  const doctor = standInEnvironment(['doctor', '--target', 'essai.yaml'], { cwd });
  assert.equal(await main(doctor), 2);
  assert.match(doctor.written.out, /^STOP +pool: .*accounts\.json: 0: email, password, question, answer still « À REMPLIR »/);
  assert.doesNotMatch(doctor.written.out, /home|does not answer/);
  const run = standInEnvironment(['run', '--target', 'essai.yaml'], { cwd });
  assert.equal(await main(run), 2);
  assert.match(run.written.err, /^mdpo: .*accounts\.json:\n {2}0: .* still « À REMPLIR »; accepted: /);
  assert.deepEqual(readdirSync(cwd).sort(), ['accounts.json', 'essai.yaml']);
});

test('every question has its option', () => {
  const command = describeProgram(standInEnvironment([]), () => {}).commands.find((one) => one.name() === 'init');
  for (const { option, answer } of questions)
    assert.equal(command?.options.find(({ long }) => long === option)?.attributeName(), answer);
});
