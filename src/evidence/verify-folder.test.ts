import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import type { RunRecord } from '../reporting/record';
import { ConfigurationError } from '../verdict/errors';
import { digestOf, MANIFEST, type Manifest } from './evidence-files';
import { verifyFolder } from './verify-folder';

const root = resolve(__dirname, '..', '..');
/** A change, its screens, its mail, refusals and a reading, in a second. */
const TAGS = '@ecrans or @MPO-2-25 or @AMB-07 or @MPO-2-16';

let cwd = '';
before(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'mdpo-verify-'));
  const codes = await Promise.all([run('sound'), run('failing', '--fault', 'FLT-053'), run('english', '--lang', 'en')]);
  assert.deepEqual(codes, [3, 1, 3]);
});
after(() => rm(cwd, { recursive: true, force: true }));

async function run(out: string, ...options: readonly string[]): Promise<number | null> {
  const argv = [join(root, 'bin', 'mdpo.js'), 'run', '--tags', TAGS, '--out', out, ...options];
  const child = spawn(process.execPath, argv, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

// What the reports show of the suite's own proof is that of the package.
const proof = async () =>
  (await import('../reporting/kill-matrix')).killMatrixSchema.parse(
    JSON.parse(await readFile(join(root, 'reports', 'reference', 'kill-matrix.json'), 'utf8')),
  );
const verify = async (folder: string) => verifyFolder(join(cwd, folder), { proof: await proof() });

let copies = 0;
async function copyOf(folder: string): Promise<{ name: string; path: (file: string) => string }> {
  const name = `copy-${(copies += 1)}`;
  await cp(join(cwd, folder), join(cwd, name), { recursive: true });
  return { name, path: (file) => join(cwd, name, file) };
}

async function manifestOf(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(cwd, folder, MANIFEST), 'utf8')) as Manifest;
}

/** Puts a changed file of the evidence in the place of another, and lists it as if it had always been there. */
async function forge(folder: string, role: string, change: (text: string) => string | undefined): Promise<string> {
  const { name, path } = await copyOf(folder);
  const manifest = await manifestOf(name);
  const renamed = new Map<string, string>();
  for (const entry of manifest.files) {
    if (entry.role !== role) continue;
    const changed = change(await readFile(path(entry.path), 'utf8'));
    if (changed === undefined) continue;
    await rm(path(entry.path));
    const sha256 = digestOf(changed);
    renamed.set(entry.sha256, sha256);
    Object.assign(entry, { sha256, path: `evidence/${sha256}.json`, size: Buffer.byteLength(changed) });
    await writeFile(path(entry.path), changed);
  }
  assert.ok(renamed.size > 0, 'nothing to forge');
  const facts = manifest.files.find((entry) => entry.role === 'run')!;
  let text = await readFile(path(facts.path), 'utf8');
  for (const [before, now] of renamed) text = text.replaceAll(before, now);
  await rm(path(facts.path));
  const sha256 = digestOf(text);
  Object.assign(facts, { sha256, path: `evidence/${sha256}.json`, size: Buffer.byteLength(text) });
  await writeFile(path(facts.path), text);
  const list = JSON.stringify(manifest);
  await writeFile(path(MANIFEST), list);
  const record = await readFile(path('conformance.json'), 'utf8');
  const { evidence } = JSON.parse(record) as RunRecord;
  await writeFile(path('conformance.json'), record.replace(evidence!.sha256, digestOf(list)));
  return name;
}

test('what a run wrote is found as it was written, failing or not, in both languages', async () => {
  for (const folder of ['sound', 'failing', 'english']) {
    const { problems, signature, record } = await verify(folder);
    assert.deepEqual(problems, [], folder);
    assert.equal(signature, 'absent');
    assert.equal(record.evidence?.sha256, digestOf(await readFile(join(cwd, folder, MANIFEST))));
  }
});

test('whatever breaks a scenario off, and wherever it is found, the outcome is recomputed as it was reported', async () => {
  // No home page; no way to the sign-in, with and without a form; a screen that fails; a mail that never comes.
  const faults = ['FLT-002', 'FLT-004-connexion', 'FLT-005', 'FLT-099', 'FLT-100'];
  for (const fault of faults) {
    assert.equal(await run(fault, '--fault', fault), 1, fault);
    assert.deepEqual((await verify(fault)).problems, [], fault);
  }
});

test('one byte changed in any file names that file', async () => {
  const { name, path } = await copyOf('sound');
  const files = ['evidence', ''].map(async (folder) =>
    (await readdir(path(folder), { withFileTypes: true })).filter((one) => one.isFile()).map((one) => join(folder, one.name)),
  );
  // Every role of the evidence once, and every report.
  const { files: listed } = await manifestOf(name);
  const evidence = ['run', 'scenario', 'mail'].map((role) => listed.find((one) => one.role === role)!.path);
  for (const file of [...evidence, MANIFEST, ...(await Promise.all(files))[1]!]) {
    const before = await readFile(path(file));
    const changed = Buffer.from(before);
    const at = Math.floor(changed.length / 2);
    changed[at] = changed[at] === 0x61 ? 0x62 : 0x61;
    await writeFile(path(file), changed);
    const told = await verify(name).then(
      ({ problems }) => problems,
      (error: Error) => [error.message],
    );
    assert.ok(
      told.some((line) => line.includes(file)),
      `${file}: ${told.join('\n')}`,
    );
    await writeFile(path(file), before);
  }
  assert.deepEqual((await verify(name)).problems, []);
});

test('an observation made better, and listed anew, gives another outcome than the one reported', async () => {
  const name = await forge('failing', 'scenario', (text) =>
    text.includes('"findings"')
      ? text
          .replaceAll('"oldOpens": true', '"oldOpens": false')
          .replaceAll('"holds": false', '"holds": true')
          .replaceAll(/"mails": \[\]/g, '"mails": [{"recipients":["x@y.z"],"addressees":["x@y.z"],"subject":"s"}]')
      : undefined,
  );
  const { problems } = await verify(name);
  assert.ok(problems.length > 0);
  assert.match(problems.join('\n'), /conformance\.json: altered: (verdict|requirement|scenario)/);
});

test('an observation made worse fails what was reported as passed', async () => {
  const name = await forge('sound', 'scenario', (text) =>
    text.includes('"accepted"') ? text.replaceAll('"oldOpens": false', '"oldOpens": true') : undefined,
  );
  assert.match(
    (await verify(name)).problems.join('\n'),
    /requirement MPO-1\.3-7: reported passed, recomputed failed|scenario .*: reported passed, recomputed failed/,
  );
});

test('a file that was added, taken away or replaced by a link is named', async () => {
  const { name, path } = await copyOf('sound');
  const [first] = (await manifestOf(name)).files;
  await writeFile(path('evidence/added.json'), '{}');
  assert.match((await verify(name)).problems.join('\n'), /evidence\/added\.json: added/);
  await rm(path('evidence/added.json'));
  await writeFile(path('page.html'), '');
  assert.deepEqual((await verify(name)).problems, ['page.html: added: no run writes it']);
  await rm(path('page.html'));
  await rename(path(MANIFEST), path('list.json'));
  assert.deepEqual((await verify(name)).problems, ['evidence/manifest.json: missing']);
  await rename(path('list.json'), path(MANIFEST));
  await rm(path(first!.path));
  assert.match((await verify(name)).problems.join('\n'), new RegExp(`${first!.path}: cannot be read`));
  await symlink(join(cwd, 'sound', first!.path), path(first!.path));
  assert.match((await verify(name)).problems.join('\n'), new RegExp(`${first!.path}: cannot be read \\(a symbolic link\\)`));
});

test('a list that leads outside the folder, or is none, is refused before anything else is read', async () => {
  const { name, path } = await copyOf('sound');
  const manifest = await manifestOf(name);
  const other = { ...manifest, files: [{ ...manifest.files[0]!, path: '../sound/conformance.json' }] };
  for (const [text, said] of [
    [
      JSON.stringify(other),
      /evidence\/manifest\.json: files\.0\.path: given "\.\.\/sound\/conformance\.json"; accepted: messages\.ndjson, or/,
    ],
    ['{"files"', /evidence\/manifest\.json: not JSON/],
    [JSON.stringify({ ...manifest, surplus: 1 }), /evidence\/manifest\.json: .*surplus/],
  ] as const) {
    await writeFile(path(MANIFEST), text);
    await assert.rejects(verify(name), (error) => error instanceof ConfigurationError && said.test(error.message));
  }
});

test('the record of another version, of another shape, truncated or without evidence is told', async () => {
  const { name, path } = await copyOf('sound');
  const text = await readFile(path('conformance.json'), 'utf8');
  const record = JSON.parse(text) as RunRecord;
  const change = (data: object) => writeFile(path('conformance.json'), JSON.stringify(data));
  await change({ ...record, versions: { ...record.versions, suite: '9.9.9' } });
  await assert.rejects(verify(name), /versions\.suite: given 9\.9\.9; accepted: /);
  await change({ ...record, schemaVersion: 7 });
  await assert.rejects(verify(name), /conformance\.json: not the record of a run:\n {2}schemaVersion/);
  await writeFile(path('conformance.json'), text.slice(0, 1000));
  await assert.rejects(verify(name), /conformance\.json: not JSON/);
  await change({ ...record, evidence: undefined });
  assert.match((await verify(name)).problems.join('\n'), /it names no evidence/);
});
