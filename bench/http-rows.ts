/** What the suite costs over http: over its floor, and over stock Cucumber. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRecord } from '../src/reporting/record';
import { inTurn, median, recordRun, timeCommand } from './measure';
import type { Row } from './table';

/** What Cucumber itself adds to a scenario. */
const scenarioMs = 1;

export async function measureHttp(root: string, work: string, rounds: number): Promise<Row[]> {
  const register = ['-r', join(root, 'bin', 'register.js')];
  const cucumber = join(root, 'node_modules', '@cucumber', 'cucumber', 'bin', 'cucumber.js');
  const out = join(work, 'http');
  const bare = bareCucumber(work);
  const stockEnv = { TS_NODE_PROJECT: join(root, 'bench', 'stock.tsconfig.json') };

  const [suiteMs, startUpMs] = await inTurn(
    rounds,
    () => timeCommand([join(root, 'bin', 'mdpo.js'), 'run', '--driver', 'http', '--out', out], { cwd: root }),
    () => timeCommand([cucumber], { cwd: bare }),
  );
  const scenarios = (JSON.parse(readFileSync(join(out, 'conformance.json'), 'utf8')) as RunRecord).scenarios.length;

  const record = join(work, 'http.json');
  await recordRun(root, record, ['--driver', 'http', '--out', out]);
  const replay = () =>
    execFileSync(process.execPath, [...register, join(root, 'bench', 'replay-requests.ts'), record], { cwd: root });
  const replays = Array.from({ length: rounds }, () => JSON.parse(replay().toString()) as { took: number; sent: number });
  const requestsMs = median(replays.map(({ took }) => took));

  // One round: the type check takes many times longer than everything else, and its figure is stable.
  const stockMs = await timeCommand([cucumber, '--format', 'rerun'], { cwd: root, env: stockEnv });
  return [
    {
      name: `the whole document level over http, in process (${scenarios} scenarios)`,
      measuredMs: suiteMs!,
      over: `Cucumber’s start-up (${Math.round(startUpMs!)} ms), 1 ms a scenario, its ${replays[0]!.sent} requests bare (${Math.round(requestsMs)} ms)`,
      overMs: startUpMs! + scenarios * scenarioMs + requestsMs,
      target: 1.5,
    },
    {
      name: 'the same, command and report included',
      measuredMs: suiteMs!,
      over: 'stock cucumber-js, ts-node checking types, no cache',
      overMs: stockMs,
      target: 0.35,
    },
  ];
}

/** Cucumber with one scenario of one step, in JavaScript: what it takes to start. */
function bareCucumber(work: string): string {
  const folder = join(work, 'bare');
  mkdirSync(join(folder, 'features'), { recursive: true });
  writeFileSync(join(folder, 'features', 'a.feature'), 'Feature: a\n  Scenario: b\n    Given c\n');
  const library = JSON.stringify(require.resolve('@cucumber/cucumber'));
  writeFileSync(join(folder, 'features', 'steps.cjs'), `const { Given } = require(${library});\nGiven('c', () => {});\n`);
  return folder;
}
