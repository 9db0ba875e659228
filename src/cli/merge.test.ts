import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { version } from '../../package.json';
import type { RunRecord } from '../reporting/record';
import { normaliseRecord } from '../reporting/reference';
import { packageRoot } from './environment';
import { main } from './main';
import { standInEnvironment } from './stand-in-environment';
import { verifyRun } from './verify';

/** Findings, outlines and a reading, in a few seconds. */
const selected = ['--fault', 'FLT-046', '--tags', '@MPO-1.3-3 or @AMB-14'];

let cwd = '';
before(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'mdpo-merge-'));
  const codes = await Promise.all([
    run('whole', ...selected),
    run('one', ...selected, '--shard', '1/2'),
    run('two', ...selected, '--shard', '2/2'),
  ]);
  assert.ok(!codes.includes(2), `exit codes ${codes.join(', ')}`);
});
after(() => rm(cwd, { recursive: true, force: true }));

/** In a process of its own: Cucumber loads the steps once in each. @returns the exit code. */
async function run(out: string, ...options: readonly string[]): Promise<number | null> {
  const argv = [join(packageRoot, 'bin', 'mdpo.js'), 'run', '--out', out, ...options];
  const child = spawn(process.execPath, argv, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

async function merge(...argv: readonly string[]) {
  const environment = standInEnvironment(['merge', ...argv], { cwd });
  return { code: await main(environment), ...environment.written };
}

const textOf = (...path: string[]): Promise<string> => readFile(join(cwd, ...path), 'utf8');
const recordIn = async (folder: string): Promise<RunRecord> => JSON.parse(await textOf(folder, 'conformance.json')) as RunRecord;
const messagesIn = async (folder: string): Promise<Envelope[]> =>
  (await textOf(folder, 'messages.ndjson'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Envelope);

/** A copy of the second shard with something else in its record. */
async function copyOfTwo(name: string, change: (record: RunRecord) => unknown): Promise<string> {
  await cp(join(cwd, 'two'), join(cwd, name), { recursive: true });
  await writeFile(join(cwd, name, 'conformance.json'), JSON.stringify(change(await recordIn('two'))));
  return name;
}

test('the shards of a run make the report of the whole, and the exit code of its verdict', async () => {
  const { code, out, err } = await merge('two', 'one', '--out', 'merged');
  assert.equal(code, 1, err);
  assert.match(out, /parts réunies : two, one/);
  assert.match(out, /MPO-1\.3-3[^]*NON CONFORME/);
  const [files, those] = await Promise.all(['merged', 'whole'].map((folder) => readdir(join(cwd, folder))));
  assert.deepEqual(files, those);
  const [merged, whole] = await Promise.all(['merged', 'whole'].map(recordIn));
  assert.ok(merged && whole);
  assert.ok(whole.scenarios.length > 10, `${whole.scenarios.length} scenarios`);
  assert.deepEqual(normaliseRecord(merged), normaliseRecord(whole));
  assert.deepEqual(merged.versions, whole.versions);
});

test('the evidence is that of all shards: the whole can be recomputed from it', async () => {
  await merge('one', 'two', '--out', 'merged-evidence');
  assert.deepEqual((await verifyRun(join(cwd, 'merged-evidence'))).problems, []);
});

test('a shard whose evidence was altered is not merged', async () => {
  const name = await copyOfTwo('altered', (record) => record);
  const { files } = JSON.parse(await textOf(name, 'evidence', 'manifest.json')) as { files: { path: string; role: string }[] };
  const path = files.find(({ role }) => role === 'scenario')!.path;
  await writeFile(join(cwd, name, path), '{}');
  const { code, err } = await merge('one', name, '--out', 'merged-altered');
  assert.equal(code, 2);
  assert.ok(err.includes(`${path}: altered`), err);
});

test('the messages are those of all shards, and no two of them share an id', async () => {
  await merge('one', 'two', '--out', 'merged-messages');
  const [merged, whole] = await Promise.all(['merged-messages', 'whole'].map(messagesIn));
  const started = (messages: readonly Envelope[] = []) => messages.flatMap(({ testCaseStarted }) => testCaseStarted?.id ?? []);
  assert.equal(new Set(started(merged)).size, started(whole).length);
  const pickles = merged?.flatMap(({ pickle }) => pickle?.id ?? []) ?? [];
  assert.equal(new Set(pickles).size, pickles.length);
});

const refused: readonly (readonly [name: string, argv: () => Promise<readonly string[]>, ...named: RegExp[]])[] = [
  ['no folder', async () => [], /missing required argument 'DIR'/],
  ['a folder without a report', async () => ['one', 'nowhere'], /nowhere\/conformance\.json: cannot be read \(ENOENT\)/],
  ['a shard that is missing', async () => ['one'], /Missing: shard 2\/2/],
  [
    'a file that is not JSON',
    async () => {
      const name = await copyOfTwo('garbled', (record) => record);
      await writeFile(join(cwd, name, 'conformance.json'), '{"schemaVersion": 1,');
      return ['one', name];
    },
    /garbled\/conformance\.json: not JSON/,
  ],
  [
    'a record that is not one',
    async () => [
      'one',
      await copyOfTwo('odd', (record) => ({ ...record, schemaVersion: 9, seed: 'x', colour: 1, startedAt: 'noon' })),
    ],
    /odd\/conformance\.json: not the record of a run/,
    /schemaVersion: given 9; accepted: 1/,
    /seed: given "x"; accepted: a number/,
    /colour: no such key/,
    /startedAt: given "noon"/,
  ],
  [
    'a record by another version',
    async () => ['one', await copyOfTwo('old', (record) => ({ ...record, versions: { ...record.versions, suite: '0.0.1' } }))],
    new RegExp(`old/conformance\\.json: versions\\.suite: given 0\\.0\\.1; accepted: ${version.replaceAll('.', '\\.')}`),
  ],
  [
    'a shard of another run',
    async () => ['one', await copyOfTwo('other', (record) => ({ ...record, seed: 7 }))],
    /other\/conformance\.json: not a shard of the same run as one\/conformance\.json:\n {2}seed: given '7'; accepted: '1'/,
  ],
  [
    'messages that are not there',
    async () => {
      const name = await copyOfTwo('mute', (record) => record);
      await rm(join(cwd, name, 'messages.ndjson'));
      return ['one', name];
    },
    /mute\/messages\.ndjson: cannot be read \(ENOENT\)/,
  ],
  [
    'messages that cannot be read',
    async () => {
      const name = await copyOfTwo('noisy', (record) => record);
      await writeFile(join(cwd, name, 'messages.ndjson'), '{"meta":{}}\nnoise\n');
      return ['one', name];
    },
    /noisy\/messages\.ndjson:2: not JSON/,
  ],
  [
    'messages that are none',
    async () => {
      const name = await copyOfTwo('alien', (record) => record);
      await writeFile(join(cwd, name, 'messages.ndjson'), '{"attachment":{"mediaType":1}}\n');
      return ['one', name];
    },
    /alien\/messages\.ndjson:1: not a message of Cucumber/,
  ],
];

for (const [name, argv, ...named] of refused) {
  test(`${name} → 2, and nothing is written`, async () => {
    const { code, err, out } = await merge(...(await argv()), '--out', 'refused');
    assert.equal(code, 2, out);
    for (const expression of named) assert.match(err, expression);
    await assert.rejects(readdir(join(cwd, 'refused')), { code: 'ENOENT' });
  });
}

test('no shard is overwritten, by whatever name', async () => {
  await symlink(join(cwd, 'one'), join(cwd, 'alias'));
  for (const out of ['one', './two/', 'alias']) {
    const { code, err } = await merge('one', 'two', '--out', out);
    assert.equal(code, 2, out);
    assert.match(err, /--out.* is one of the shards to merge/);
  }
  assert.equal((await recordIn('one')).selection.shard, '1/2');
});
