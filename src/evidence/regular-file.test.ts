import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readRegularFile } from './regular-file';

test('reads a file, and names what is none: a link, a folder, a pipe, nothing, too much', async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'mdpo-regular-'));
  t.after(() => rm(root, { recursive: true }));
  const at = (name: string) => join(root, name);
  const read = (name: string) => readRegularFile(at(name), name, 100);
  await writeFile(at('file'), 'content');
  await symlink(at('file'), at('link'));
  await mkdir(at('folder'));
  execFileSync('mkfifo', [at('pipe')]);
  await writeFile(at('large'), '');
  // Sparse: it takes no room, and must not be read to know that it is too large.
  await truncate(at('large'), 100 * 1024 * 1024);
  assert.equal((await read('file')).toString(), 'content');
  await assert.rejects(read('link'), /^ConfigurationError: link: cannot be read \(a symbolic link\)/);
  await assert.rejects(read('folder'), /folder: given what is no file/);
  await assert.rejects(read('pipe'), /pipe: given what is no file/);
  await assert.rejects(read('absent'), /absent: cannot be read \(ENOENT\)/);
  await assert.rejects(read('large'), /large: given 104857600 bytes; accepted: 100 at most/);
});
