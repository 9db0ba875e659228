/**
 * Run by `npm run reference` and by `npm test`: `reference-command.ts (--write | --check) [--run DIR] [--faults DIR]`. Keeps
 * `reports/reference/` in step with a run of the reference simulator and with a campaign of faults, without their times and machine facts.
 * Exit 1 when it no longer matches, or when the scenarios leave out a transition of the machine that the fiche describes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { renderHtml } from '../reporting/html';
import { renderJson } from '../reporting/json';
import { killMatrixSchema, renderKillMatrixJson } from '../reporting/kill-matrix';
import { renderKillMatrixHtml } from '../reporting/kill-matrix-html';
import { gapsOf } from '../reporting/model-record';
import { runRecordSchema, type RunRecord } from '../reporting/record';
import { normaliseRecord } from '../reporting/reference';
import { packageRoot } from './environment';
import { normaliseKillMatrix, readSuiteProof } from './suite-proof';

const reference = join(packageRoot, 'reports', 'reference');

function command(argv: readonly string[]): number {
  const { values } = parseArgs({
    args: [...argv],
    options: { write: { type: 'boolean' }, check: { type: 'boolean' }, run: { type: 'string' }, faults: { type: 'string' } },
  });
  const { run, faults } = values;
  if ((run === undefined && faults === undefined) || values.write === values.check)
    throw new Error('One of --write and --check, and the directory of a run (--run), of a campaign (--faults), or both.');
  const settle = values.write ? write : check;
  let code = 0;
  // The campaign first: the report of the run tells of it.
  if (faults !== undefined) {
    const matrix = normaliseKillMatrix(killMatrixSchema.parse(readJson(join(faults, 'kill-matrix.json'))));
    code = Math.max(
      code,
      settle('kill-matrix', renderKillMatrixJson(matrix), () => renderKillMatrixHtml(matrix)),
    );
  }
  if (run !== undefined) {
    const record = normaliseRecord(runRecordSchema.parse(readJson(join(run, 'conformance.json'))));
    const page = () => renderHtml(record, { proof: readSuiteProof() });
    code = Math.max(code, settle('conformance', renderJson(record), page), measure(record));
  }
  return code;
}

/** The suite goes through all that the fiche describes of the procedure, and says why it leaves out what it does. */
function measure({ model }: RunRecord): number {
  const gaps = model === undefined ? ['it does not say what it went through'] : gapsOf(model);
  if (gaps.length === 0) return 0;
  console.error(`The scenarios do not go through the whole machine:\n  ${gaps.join('\n  ')}`);
  return 1;
}

/** The page of a run is the folder's own. */
const pages = { conformance: 'index.html', 'kill-matrix': 'kill-matrix.html' } as const;
type Kept = keyof typeof pages;

function write(name: Kept, json: string, page: () => string): number {
  mkdirSync(reference, { recursive: true });
  writeFileSync(join(reference, `${name}.json`), json);
  writeFileSync(join(reference, pages[name]), page());
  console.log(`Written: ${join(reference, name)}.json`);
  return 0;
}

function check(name: Kept, json: string): number {
  const expected = readFileSync(join(reference, `${name}.json`), 'utf8').split('\n');
  const seen = json.split('\n');
  const line = expected.findIndex((text, index) => text !== seen[index]);
  const same = line < 0 && expected.length === seen.length;
  if (same) return 0;
  const at = line < 0 ? expected.length : line;
  console.error(
    `reports/reference/${name}.json:${at + 1} no longer matches what the suite does; if that is meant: npm run reference`,
  );
  console.error(`  committed: ${expected[at]?.trim() ?? '(end)'}\n  now:       ${seen[at]?.trim() ?? '(end)'}`);
  return 1;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

process.exitCode = command(process.argv.slice(2));
