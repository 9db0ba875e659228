/**
 * Run by `npm run variants` and by `npm test`: `variant-check-command.ts [--driver http|browser] [--json FILE] [VAR-…]`. Sees that every
 * variant of the simulator that conforms is found conforming, two at a time. Exit 1 when one is not, or when there was none.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { variants } from '../../simulator';
import { openLane } from './fault-lane';
import { checkVariants, describeVariant } from './variant-check';

const lanesAtATime = 2;

async function command(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { driver: { type: 'string', default: 'http' }, json: { type: 'string' } },
    allowPositionals: true,
  });
  const { driver } = values;
  if (driver !== 'http' && driver !== 'browser') throw new Error(`--driver ${driver}; accepted: http, browser.`);
  const unknown = positionals.filter((asked) => !variants.some(({ id }) => id === asked));
  if (unknown.length > 0) throw new Error(`No such variant: ${unknown.join(', ')}.`);
  const asked = variants.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
  const chosen = asked.filter(({ browserOnly }) => driver === 'browser' || browserOnly !== true);
  for (const { id } of asked.filter((one) => !chosen.includes(one)))
    console.log(`${id} left out: only a browser can go through it`);
  const lanes = Array.from({ length: lanesAtATime }, () => openLane());
  try {
    const results = await checkVariants(chosen, driver, lanes, process.stdout);
    const refused = results.filter(({ conforming }) => !conforming);
    const totals = { passed: results.length - refused.length, failed: refused.length };
    if (values.json) await writeFile(values.json, `${JSON.stringify({ totals, results }, undefined, 2)}\n`);
    console.log(`\n${totals.passed} of ${results.length} variants found conforming.`);
    for (const result of refused) console.log(`  ${describeVariant(result)}`);
    return refused.length > 0 || results.length === 0 ? 1 : 0;
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
}

command(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
