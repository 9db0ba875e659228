/**
 * Run by `npm run reference` and by `npm test`: `reference-command.ts (--write | --check) DIR`. Keeps `reports/reference/` in step with
 * a run of the reference simulator, without its times and machine facts. Exit 1 when it no longer matches.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { renderHtml } from '../reporting/html';
import { renderJson } from '../reporting/json';
import { runRecordSchema, type RunRecord } from '../reporting/record';
import { normaliseRecord } from '../reporting/reference';
import { packageRoot } from './environment';

const reference = join(packageRoot, 'reports', 'reference');

function command(argv: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { write: { type: 'boolean' }, check: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [run] = positionals;
  if (run === undefined || values.write === values.check)
    throw new Error('One of --write and --check, and the directory of a run.');
  const record = normaliseRecord(read(join(run, 'conformance.json')));
  return values.write ? write(record) : check(record);
}

function write(record: RunRecord): number {
  mkdirSync(reference, { recursive: true });
  writeFileSync(join(reference, 'conformance.json'), renderJson(record));
  writeFileSync(join(reference, 'index.html'), renderHtml(record));
  console.log(`Written: ${reference}`);
  return 0;
}

function check(record: RunRecord): number {
  const expected = readFileSync(join(reference, 'conformance.json'), 'utf8').split('\n');
  const seen = renderJson(record).split('\n');
  const line = expected.findIndex((text, index) => text !== seen[index]);
  const same = line < 0 && expected.length === seen.length;
  if (same) return 0;
  const at = line < 0 ? expected.length : line;
  console.error(
    `reports/reference/conformance.json:${at + 1} no longer matches what the suite does; if that is meant: npm run reference`,
  );
  console.error(`  committed: ${expected[at]?.trim() ?? '(end)'}\n  now:       ${seen[at]?.trim() ?? '(end)'}`);
  return 1;
}

function read(path: string): RunRecord {
  return runRecordSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

process.exitCode = command(process.argv.slice(2));
