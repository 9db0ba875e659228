import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { ConfigurationError } from '../verdict/errors';
import { runRecordSchema } from './record';
import { renderReportFiles } from './report-files';
import { failingRun } from './testing/fixtures';
import { writeReports } from './write-reports';

const { record, evidence, messages } = failingRun();
const reports = () => renderReportFiles(record, messages, evidence.pieces, {});

test('writes the files, whole, in their folders, and replaces those of an earlier run', async (t) => {
  const root = await mkdtemp(path.join(tmpdir(), 'mdpo-reports-'));
  t.after(() => rm(root, { recursive: true }));
  const directory = path.join(root, 'reports', 'latest');
  await writeReports(directory, new Map([['junit.xml', 'of an earlier run']]));
  const files = new Map<string, string | Uint8Array>([['evidence/manifest.json', Buffer.from('{}')], ...(await reports())]);
  const written = await writeReports(directory, files);
  assert.deepEqual((await readdir(directory)).sort(), [...(await reports()).keys(), 'evidence'].sort(), 'no draft is left');
  assert.deepEqual(
    written.map((file) => path.relative(directory, file)),
    [...files.keys()],
  );
  for (const [name, content] of files) assert.equal(await readFile(path.join(directory, name), 'utf8'), content.toString());
});

test('the record comes last, as it was judged, and each of its two pictures stands once in the page', async () => {
  const files = await reports();
  assert.equal([...files.keys()].at(-1), 'conformance.json');
  assert.deepEqual(runRecordSchema.parse(JSON.parse(files.get('conformance.json')!)), record);
  assert.equal(files.get('index.html')!.match(/<img /g)?.length, 2);
});

test('a directory that cannot be written is the operator’s matter, and the message names it', async (t) => {
  const root = await mkdtemp(path.join(tmpdir(), 'mdpo-reports-'));
  t.after(() => rm(root, { recursive: true }));
  const file = path.join(root, 'occupied');
  await writeFile(file, '');
  await assert.rejects(writeReports(file, await reports()), (error) => {
    assert.ok(error instanceof ConfigurationError);
    assert.match(error.message, /ne peut pas être écrit dans « .*occupied » \(--out\)/);
    return true;
  });
});
