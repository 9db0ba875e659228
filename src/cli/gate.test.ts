import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { version } from '../../package.json';
import type { Verification } from '../evidence/verify-folder';
import { deploymentRun, withFinding } from '../gate/testing/records';
import type { RunRecord } from '../reporting/record';
import { ConfigurationError } from '../verdict/errors';
import { gate, type GateOptions } from './gate';
import { main } from './main';
import { readRunRecord } from '../evidence/run-record-file';
import { standInEnvironment } from './stand-in-environment';

const conforming = ofThisVersion(deploymentRun());
const failing = withFinding(conforming, 'MPO-2-25');
const keys = generateKeyPairSync('ed25519', {
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

let cwd = '';
before(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'mdpo-gate-'));
  await folder('good', conforming);
  await folder('bad', failing);
  await folder('old', {
    ...conforming,
    startedAt: '2026-02-12T08:30:00.000Z',
    versions: { ...conforming.versions, suite: '0.0.1' },
  });
  await writeFile(join(cwd, 'gate.yaml'), 'target: préproduction\n');
});
after(() => rm(cwd, { recursive: true, force: true }));

function ofThisVersion(record: RunRecord): RunRecord {
  return { ...record, versions: { ...record.versions, suite: version } };
}

async function folder(name: string, content: unknown): Promise<string> {
  await mkdir(join(cwd, name), { recursive: true });
  await writeFile(join(cwd, name, 'conformance.json'), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

async function policy(text: string): Promise<string> {
  await writeFile(join(cwd, 'own.yaml'), text);
  return 'own.yaml';
}

interface Asked extends Partial<GateOptions> {
  readonly now?: string;
  readonly verification?: Partial<Verification>;
}

/** The folder is taken for verified unless told otherwise. */
async function ask(directory: string, { now = '2026-03-14T10:00:00Z', verification, ...options }: Asked = {}) {
  const environment = standInEnvironment([], { cwd, now: () => new Date(now) });
  const given: { publicKey?: string | undefined; path?: string } = {};
  const verify = async (path: string, { publicKey }: { readonly publicKey?: string } = {}): Promise<Verification> => {
    Object.assign(given, { path, publicKey });
    const { record } = await readRunRecord(path, { cwd });
    return { problems: [], signature: 'absent', record, ...verification };
  };
  const code = await gate(environment, { directory, policy: 'gate.yaml', ...options }, verify);
  return { code, ...environment.written, given };
}

test('one new finding blocks; a waiver lets it pass, through its last day; it blocks the day after', async () => {
  assert.equal((await ask('good')).code, 0);
  const blocked = await ask('bad');
  assert.equal(blocked.code, 1);
  const [, fingerprint = ''] = /empreinte : (cst-[0-9a-f]{10})/.exec(blocked.out) ?? [];
  assert.match(blocked.out, new RegExp(`✗ MPO-2-25 n’est pas respectée \\(constat ${fingerprint}\\)[^]*REFUSÉ`));
  const waived = await policy(`waivers:
  - requirement: MPO-2-25
    fingerprint: ${fingerprint}
    reason: correctif en recette
    owner: Équipe courriel
    expires: 2026-03-20
`);
  const at = async (now: string) => (await ask('bad', { policy: waived, now })).code;
  assert.equal(await at('2026-03-14T10:00:00Z'), 0);
  assert.equal(await at('2026-03-20T23:59:59Z'), 0);
  assert.equal(await at('2026-03-21T00:00:00Z'), 1);
});

test('what the verification of the folder finds is the gate’s: problems, signature, and the record that was verified', async () => {
  assert.equal((await ask('good', { verification: { problems: ['evidence/a.json: altered'] } })).code, 1);
  await writeFile(join(cwd, 'team.pub'), keys.publicKey);
  const signed = await policy('signature: { key: team.pub }\n');
  const seen = await ask('good', { policy: signed, verification: { signature: 'valid' } });
  assert.deepEqual([seen.code, seen.given.publicKey, seen.given.path], [0, keys.publicKey, join(cwd, 'good')]);
  assert.equal((await ask('good', { policy: signed })).code, 1);
  assert.equal((await ask('good', { verification: { record: failing } })).code, 1);
});

test('a baseline may be of another version, and what it checked must still be', async () => {
  assert.equal((await ask('good', { baseline: 'old' })).code, 0);
  const lost = await ask('bad', { baseline: 'old' });
  assert.equal(lost.code, 1);
  assert.match(lost.out, /Régression de MPO-2-25/);
});

test('--format json: the decision, its grounds and its findings', async () => {
  const { code, out } = await ask('bad', { format: 'json' });
  const decision = JSON.parse(out) as { decision: string; grounds: { weight: string }[]; findings: { fingerprint: string }[] };
  assert.deepEqual([code, decision.decision, decision.grounds[0]?.weight, decision.findings.length], [1, 'refused', 'refuse', 1]);
});

const unreadable: readonly (readonly [name: string, directory: () => Promise<string>, named: RegExp])[] = [
  ['a folder that is not there', async () => 'nowhere', /nowhere\/conformance\.json: cannot be read \(ENOENT\)/],
  [
    'truncated JSON',
    async () => {
      await folder('cut', conforming);
      await truncate(join(cwd, 'cut', 'conformance.json'), 5000);
      return 'cut';
    },
    /cut\/conformance\.json: not JSON/,
  ],
  [
    'another schema',
    () => folder('next', { ...conforming, schemaVersion: 2 }),
    /next\/conformance\.json: not the record of a run:\n {2}schemaVersion: given 2; accepted: 1/,
  ],
  ['an unknown key', () => folder('more', { ...conforming, blessed: true }), /blessed: no such key/],
  [
    'another version of the suite',
    async () => 'old',
    new RegExp(`old/conformance\\.json: versions\\.suite: given 0\\.0\\.1; accepted: ${version.replaceAll('.', '\\.')}`),
  ],
  [
    'a link',
    async () => {
      await mkdir(join(cwd, 'link'), { recursive: true });
      await rm(join(cwd, 'link', 'conformance.json'), { force: true });
      await symlink(join(cwd, 'good', 'conformance.json'), join(cwd, 'link', 'conformance.json'));
      return 'link';
    },
    /link\/conformance\.json: cannot be read \(a symbolic link\)/,
  ],
  [
    'a folder in place of the record',
    async () => {
      await mkdir(join(cwd, 'odd', 'conformance.json'), { recursive: true });
      return 'odd';
    },
    /odd\/conformance\.json: given what is no file/,
  ],
  [
    'more than can be a report',
    async () => {
      await folder('huge', '{}');
      await truncate(join(cwd, 'huge', 'conformance.json'), 257 * 1024 * 1024);
      return 'huge';
    },
    /huge\/conformance\.json: given \d+ bytes; accepted: \d+ at most/,
  ],
];
for (const [name, directory, named] of unreadable) {
  test(`${name} → wrong usage, of the report as of the baseline`, async () => {
    const given = await directory();
    await assert.rejects(ask(given), (error) => error instanceof ConfigurationError && named.test(error.message));
    if (given !== 'old') await assert.rejects(ask('good', { baseline: given }), named);
  });
}

const badPolicies: readonly (readonly [name: string, text: string, ...named: RegExp[]])[] = [
  ['empty', '', /own\.yaml:\n {2}\(root\): given nothing; accepted: a mapping of keys/],
  ['not YAML', 'waivers: [', /own\.yaml: not YAML/],
  ['a key twice', 'suite: any\nsuite: clean\n', /own\.yaml: not YAML: Map keys must be unique/],
  ['an unknown key', 'minimumCovrage: 1\n', /minimumCovrage: no such key; accepted: target, .*\(is minimumCoverage meant\?\)/],
  [
    'wrong values',
    'document: warn\nminimumCoverage: 95\nmaximalAge: P7D\nundecided: maybe\n',
    /document: given "warn"; accepted: block/,
    /minimumCoverage: given 95; accepted: a share from 0 to 1/,
    /maximalAge: given "P7D"; accepted: a number of hours, days or weeks/,
    /undecided: given "maybe"; accepted: block, warn/,
  ],
  [
    'a waiver without its owner, of no day',
    'waivers:\n  - { requirement: MPO-2-25, reason: r, expires: 2026-02-30, fingerprint: 123, until: x }\n',
    /waivers\.0\.owner: missing/,
    /waivers\.0\.expires: given "2026-02-30"; accepted: a date/,
    /waivers\.0\.fingerprint: given 123; accepted: a text/,
    /waivers\.0\.until: no such key/,
  ],
  [
    'a blank reason',
    'waivers:\n  - { requirement: MPO-2-25, reason: " ", owner: o, expires: 2026-02-20 }\n',
    /waivers\.0\.reason: given " "; accepted: a text that is not empty/,
  ],
  ['a key file that is not there', 'signature: { key: nowhere.pub }\n', /own\.yaml: signature\.key: cannot be read: ENOENT/],
  ['a file that is no key', 'signature: { key: gate.yaml }\n', /own\.yaml: signature\.key: .*Ed25519/],
  ['a private key', 'signature: { key: team.pem }\n', /own\.yaml: signature\.key: not the public key.*Ed25519/],
];
for (const [name, text, ...named] of badPolicies) {
  test(`a policy with ${name} → wrong usage, naming the file and the key`, async () => {
    await writeFile(join(cwd, 'team.pem'), keys.privateKey);
    const asked = ask('good', { policy: await policy(text) });
    await assert.rejects(asked, (error) => {
      assert.ok(error instanceof ConfigurationError);
      for (const one of named) assert.match(error.message, one);
      assert.doesNotMatch(error.message, /PRIVATE KEY/);
      return true;
    });
  });
}

test('on the command line: wrong usage is 2, and nothing is decided', async () => {
  for (const [argv, named] of [
    [['gate', 'good'], /--policy/],
    [['gate', '--policy', 'gate.yaml'], /missing required argument 'DIR'/],
    [['gate', 'good', '--policy', 'nowhere.yaml'], /nowhere\.yaml: cannot be read: ENOENT/],
    [['gate', 'nowhere', '--policy', 'gate.yaml'], /nowhere\/conformance\.json/],
    [['gate', 'good', '--policy', 'gate.yaml', '--format', 'xml'], /text, json/],
  ] as const) {
    const environment = standInEnvironment(argv, { cwd });
    assert.equal(await main(environment), 2, argv.join(' '));
    assert.match(environment.written.err, named);
    assert.equal(environment.written.out, '');
  }
});
