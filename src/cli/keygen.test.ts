import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { open, sign } from '../attestation/envelope';
import { main } from './main';
import { standInEnvironment } from './stand-in-environment';

let cwd = '';
before(async () => (cwd = await mkdtemp(join(tmpdir(), 'mdpo-keygen-'))));
after(() => rm(cwd, { recursive: true, force: true }));

async function keygen(...argv: readonly string[]) {
  const environment = standInEnvironment(['keygen', ...argv], { cwd });
  return { code: await main(environment), ...environment.written };
}

const textOf = (name: string) => readFile(join(cwd, name), 'utf8');

test('keygen: two keys that go together, the private one for its owner alone and never printed', async () => {
  const { code, out, err } = await keygen('--out', 'release');
  assert.equal(code, 0, err);
  const [secret, published] = await Promise.all(['release.key', 'release.pub'].map(textOf));
  assert.equal(open(sign('{}', secret ?? ''), published ?? ''), '{}');
  assert.equal((await stat(join(cwd, 'release.key'))).mode & 0o777, 0o600);
  assert.match(out, /Identifiant de la clé : [0-9a-f]{64}\n/);
  const [, body = 'none'] = (secret ?? '').split('\n');
  assert.ok(!`${out}${err}`.includes(body));
});

test('keygen: no file is written over, and none is left of a pair that could not be made', async () => {
  for (const there of ['old.key', 'older.pub']) {
    await writeFile(join(cwd, there), 'mine');
    const { code, err } = await keygen('--out', there.replace(/\..*/, ''));
    assert.equal(code, 2);
    assert.match(err, new RegExp(`^mdpo: option '--out': ${there.replace('.', '\\.')} is there already`));
    assert.equal(await textOf(there), 'mine');
  }
  const names = await readdir(cwd);
  assert.ok(!names.includes('old.pub') && !names.includes('older.key'), names.join(' '));
});

test('keygen: a folder that is not there, and no prefix', async () => {
  const { code, err } = await keygen('--out', 'nowhere/release');
  assert.deepEqual([code, /cannot be written \(ENOENT\)/.test(err)], [2, true]);
  assert.equal((await keygen()).code, 2);
});
