/**
 * `npm run bench`: the suite and its floors side by side, as a Markdown table. `--rounds N` (default 3) for what is over http;
 * `--http` leaves the browser out; `--browser-tags EXPR` measures a sample of the scenarios in it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureBrowser } from './browser-rows';
import { measureCampaign } from './campaign-row';
import { measureExplore } from './explore-row';
import { measureHttp } from './http-rows';
import { renderTable } from './table';

async function main(argv: string[]): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: { rounds: { type: 'string', default: '3' }, http: { type: 'boolean' }, 'browser-tags': { type: 'string' } },
  });
  const root = resolve(__dirname, '..');
  const work = mkdtempSync(join(tmpdir(), 'mdpo-bench-'));
  try {
    const rounds = Number(values.rounds);
    const rows = await measureHttp(root, work, rounds);
    if (!values.http) rows.splice(1, 0, ...(await measureBrowser(root, work, values['browser-tags'])));
    rows.push(await measureCampaign(root, work, rounds), await measureExplore(root, work, rounds));
    process.stdout.write(renderTable(rows));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
