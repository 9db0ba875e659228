import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { ConfigurationError } from '../verdict/errors';
import { runRecordSchema } from './record';
import { failingRun } from './testing/fixtures';
import { writeReports } from './write-reports';

const { record, messages } = failingRun();

test('writes the four files, whole, and replaces those of an earlier run', async (t) => {
  const root = await mkdtemp(path.join(tmpdir(), 'mdpo-reports-'));
  t.after(() => rm(root, { recursive: true }));
  const directory = path.join(root, 'reports', 'latest');
  await writeReports(directory, record, []);
  const written = await writeReports(directory, record, messages);
  const names = ['conformance.json', 'index.html', 'junit.xml', 'messages.ndjson'];
  assert.deepEqual((await readdir(directory)).sort(), names, 'no draft is left');
  assert.deepEqual(written.map((file) => path.basename(file)).sort(), names);
  assert.deepEqual(runRecordSchema.parse(JSON.parse(await readFile(path.join(directory, 'conformance.json'), 'utf8'))), record);
  const lines = (await readFile(path.join(directory, 'messages.ndjson'), 'utf8')).trimEnd().split('\n');
  assert.deepEqual(
    lines.map((line) => JSON.parse(line) as unknown),
    JSON.parse(JSON.stringify(messages)),
  );
  const html = await readFile(path.join(directory, 'index.html'), 'utf8');
  assert.equal(html.match(/<img /g)?.length, 2, 'two distinct screenshots, each embedded once');
});

test('a directory that cannot be written is the operator’s matter, and the message names it', async (t) => {
  const root = await mkdtemp(path.join(tmpdir(), 'mdpo-reports-'));
  t.after(() => rm(root, { recursive: true }));
  const file = path.join(root, 'occupied');
  await writeFile(file, '');
  await assert.rejects(writeReports(file, record, messages), (error) => {
    assert.ok(error instanceof ConfigurationError);
    assert.match(error.message, /ne peut pas être écrit dans « .*occupied » \(--out\)/);
    return true;
  });
});
