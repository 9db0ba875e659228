import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { open } from '../attestation/envelope';
import { makeKeys } from '../attestation/keys';
import { buildStatement, renderStatement } from '../attestation/statement';
import type { Verification } from '../evidence/verify-folder';
import { renderJson } from '../reporting/json';
import type { RunRecord } from '../reporting/record';
import { conformingRun, failingRun } from '../reporting/testing/fixtures';
import { attest } from './attest';
import { main } from './main';
import { standInEnvironment } from './stand-in-environment';

const keys = makeKeys();
const grounds = {
  suite: { commit: 'a'.repeat(40), state: 'clean' },
  evidence: { manifest: 'evidence/manifest.json', sha256: 'b'.repeat(64) },
} as const;
const conforming: RunRecord = { ...conformingRun().record, ...grounds };
const FILES = ['conformance.json', 'evidence/manifest.json', 'junit.xml'];

let cwd = '';
before(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'mdpo-attest-'));
  await writeFile(join(cwd, 'release.key'), keys.privateKey, { mode: 0o600 });
});
after(() => rm(cwd, { recursive: true, force: true }));

/** A folder as a run leaves it. @param names of the files that its statement is on. */
async function folder(name: string, record: RunRecord = conforming, names: readonly string[] = FILES): Promise<string> {
  const directory = join(cwd, name);
  await mkdir(join(directory, 'evidence'), { recursive: true });
  const contents: Record<string, string> = {
    'conformance.json': renderJson(record),
    'evidence/manifest.json': '{}\n',
    'junit.xml': '<testsuites/>\n',
  };
  for (const [file, content] of Object.entries(contents)) await writeFile(join(directory, file), content);
  const digest = (file: string) =>
    createHash('sha256')
      .update(contents[file] ?? '')
      .digest('hex');
  const files = names.map((file) => ({ name: file, sha256: digest(file) }));
  await writeFile(join(directory, 'statement.intoto.json'), renderStatement(buildStatement(record, files)));
  return name;
}

/** @param seen what the check of the folder says. */
async function run(directory: string, seen: Partial<Verification> = {}, key = 'release.key') {
  const environment = standInEnvironment([], { cwd });
  const verify = () => Promise.resolve<Verification>({ problems: [], signature: 'absent', record: conforming, ...seen });
  const code = await attest(environment, { directory, key }, verify);
  return { code, ...environment.written };
}

const names = (directory: string) => readdir(join(cwd, directory));

async function assertRefused(directory: string, reason: RegExp, seen?: Partial<Verification>): Promise<void> {
  const { code, out, err } = await run(directory, seen);
  assert.equal(code, 1, `${out}${err}`);
  assert.match(err, /^mdpo: .*: not attested:\n {2}/);
  assert.match(err, reason);
  assert.ok(!(await names(directory)).some((name) => name.startsWith('attestation')), 'nothing is written');
}

test('attest: the statement of the run, whole, in an envelope that opens with the public key', async () => {
  const directory = await folder('conforming');
  const { code, out, err } = await run(directory);
  assert.equal(code, 0, err);
  assert.match(
    out,
    new RegExp(`^Attestation : conforming/attestation\\.dsse\\.json\\nIdentifiant de la clé : ${keys.keyId}\\n$`),
  );
  const envelope = await readFile(join(cwd, directory, 'attestation.dsse.json'), 'utf8');
  const payload = open(envelope, keys.publicKey);
  assert.equal(payload, await readFile(join(cwd, directory, 'statement.intoto.json'), 'utf8'));
  assert.match(payload, /"result": "PASSED"/);
  assert.ok(!(await names(directory)).some((name) => name.endsWith('.tmp')));
  await assert.rejects(run(directory), /attestation\.dsse\.json: it is signed already; accepted: a report without a signature/);
  assert.equal(await readFile(join(cwd, directory, 'attestation.dsse.json'), 'utf8'), envelope, 'a second time changes nothing');
});

test('attest: a complete report of a target that does not conform is attested, as FAILED', async () => {
  const record: RunRecord = { ...failingRun().record, ...grounds };
  const directory = await folder('failing', record);
  assert.equal((await run(directory, { record })).code, 0);
  const envelope = await readFile(join(cwd, directory, 'attestation.dsse.json'), 'utf8');
  assert.match(open(envelope, keys.publicKey), /"result": "FAILED"/);
});

test('attest: refused when the folder does not verify, or the report is not whole', async () => {
  const directory = await folder('altered');
  await assertRefused(directory, /junit\.xml: altered/, { problems: ['junit.xml: altered'] });
  const problems = Array.from({ length: 30 }, (_, rank) => `file ${rank}: altered`);
  await assertRefused(directory, /file 19: altered\n {2}and 10 more\n$/, { problems });
  const partial = { ...conforming, selection: { filtered: true, tags: '@MPO-2-1', words: 'une part' } };
  await assertRefused(directory, /--tags/, { record: partial });
});

const statementOf = (directory: string) => join(cwd, directory, 'statement.intoto.json');

/** What is done to a folder, and what it is refused for. */
const spoilt: readonly (readonly [name: string, spoil: (directory: string) => Promise<unknown>, reason: RegExp])[] = [
  ['a file that changed', (one) => writeFile(join(cwd, one, 'junit.xml'), 'other'), /not what the files of the report give/],
  ['a file that is gone', (one) => rm(join(cwd, one, 'junit.xml')), /ENOENT/],
  [
    'a file that is a link',
    async (one) => {
      await rename(join(cwd, one, 'junit.xml'), join(cwd, 'elsewhere.xml'));
      await symlink(join(cwd, 'elsewhere.xml'), join(cwd, one, 'junit.xml'));
    },
    /junit\.xml is not a file of the folder/,
  ],
  [
    'a folder that is a link',
    async (one) => {
      await rename(join(cwd, one, 'evidence'), join(cwd, 'elsewhere'));
      await symlink(join(cwd, 'elsewhere'), join(cwd, one, 'evidence'));
    },
    /evidence\/manifest\.json is not a file of the folder/,
  ],
  [
    'another result',
    async (one) => writeFile(statementOf(one), (await readFile(statementOf(one), 'utf8')).replace('"PASSED"', '"FAILED"')),
    /not what the files of the report give/,
  ],
  [
    'a file of another folder',
    async (one) =>
      writeFile(statementOf(one), (await readFile(statementOf(one), 'utf8')).replace('"junit.xml"', '"../release.key"')),
    /\.\.\/release\.key is not a file of the folder/,
  ],
  ['no file', (one) => writeFile(statementOf(one), '{"subject":[]}'), /not a statement on files/],
  ['what is no JSON', (one) => writeFile(statementOf(one), '{'), /not a statement on files/],
];
for (const [rank, [name, spoil, reason]] of spoilt.entries()) {
  test(`attest: refused with ${name}`, async () => {
    const directory = await folder(`spoilt-${rank}`);
    await spoil(directory);
    await assertRefused(directory, reason);
  });
}

test('attest: refused when the statement leaves out the record or its evidence', async () => {
  for (const [rank, missing] of ['conformance.json', 'evidence/manifest.json'].entries()) {
    const rest = FILES.filter((file) => file !== missing);
    await assertRefused(await folder(`partial-${rank}`, conforming, rest), new RegExp(`says nothing of ${missing}`));
  }
});

test('attest: a key that is none, and a folder that no run wrote, are wrong usage', async () => {
  const directory = await folder('sound');
  await writeFile(join(cwd, 'release.pub'), keys.publicKey);
  await writeFile(join(cwd, 'large.key'), 'x'.repeat(20_000));
  await symlink(join(cwd, 'release.key'), join(cwd, 'link.key'));
  for (const [key, reason] of [
    ['release.pub', /option '--key': release\.pub: not the private key/],
    ['large.key', /large\.key: given 20000 bytes; accepted: 16384 at most/],
    ['link.key', /link\.key: cannot be read \(a symbolic link\)/],
    ['none.key', /none\.key: cannot be read \(ENOENT\)/],
    ['.', /'--key': \.: given what is no file/],
  ] as const)
    await assert.rejects(run(directory, {}, key), reason);
  await rm(statementOf(directory));
  await assert.rejects(run(directory), /sound\/statement\.intoto\.json: cannot be read \(ENOENT\)/);
});

test('attest: the command asks for a folder and a key', async () => {
  for (const argv of [['attest'], ['attest', 'sound'], ['attest', '--key', 'release.key']]) {
    const environment = standInEnvironment(argv, { cwd });
    assert.equal(await main(environment), 2);
  }
});
