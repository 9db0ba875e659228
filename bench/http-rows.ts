/** What the suite costs over http: over its floor, over stock Cucumber, and in memory over bare Cucumber. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRecord } from '../src/reporting/record';
import { bareCucumber } from './bare-cucumber';
import { inTurn, peakOfCommand, recordCommand, replayRequests, timeCommand } from './measure';
import type { Row } from './table';

/** What Cucumber itself adds to a scenario. */
const scenarioMs = 1;

export async function measureHttp(root: string, work: string, rounds: number): Promise<Row[]> {
  const cucumber = join(root, 'node_modules', '@cucumber', 'cucumber', 'bin', 'cucumber.js');
  const out = join(work, 'http');
  const run = ['run', '--driver', 'http', '--out', out];
  const suite = [join(root, 'bin', 'mdpo.js'), ...run];
  const bare = bareCucumber(work, 1);
  const stockEnv = { TS_NODE_PROJECT: join(root, 'bench', 'stock.tsconfig.json') };

  const record = join(work, 'http.json');
  await recordCommand(root, record, run);
  const { sent } = replayRequests(root, record);
  const scenarios = (JSON.parse(readFileSync(join(out, 'conformance.json'), 'utf8')) as RunRecord).scenarios.length;
  const [suiteMs, startUpMs, requestsMs] = await inTurn(
    rounds,
    () => timeCommand(suite, { cwd: root }),
    () => timeCommand([cucumber], { cwd: bare }),
    () => replayRequests(root, record).took,
  );

  // One round each. The type check takes as long as everything else, and its figure is stable; so is memory.
  const stockMs = await timeCommand([cucumber, '--format', 'rerun'], { cwd: root, env: stockEnv });
  const peak = await peakOfCommand(suite, work, { cwd: root });
  const barePeak = await peakOfCommand([cucumber, '--format', 'rerun'], work, { cwd: bareCucumber(work, scenarios) });
  return [
    {
      name: `the whole document level over http, in process (${scenarios} scenarios)`,
      measured: suiteMs!,
      over: `Cucumber’s start-up (${Math.round(startUpMs!)} ms), 1 ms a scenario, its ${sent} requests bare (${Math.round(requestsMs!)} ms)`,
      overMeasured: startUpMs! + scenarios * scenarioMs + requestsMs!,
      target: 1.5,
    },
    {
      name: 'the same, command and report included',
      measured: suiteMs!,
      over: 'stock cucumber-js, ts-node checking types, no cache',
      overMeasured: stockMs,
      target: 0.35,
    },
    {
      name: 'the same: the most memory that it held',
      measured: peak,
      over: `Cucumber with ${scenarios} scenarios of one empty step`,
      overMeasured: barePeak,
      unit: 'megabytes',
      target: 2,
    },
  ];
}
