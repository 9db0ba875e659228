/**
 * A process that makes one run of the suite and keeps what it did: `node -r ./bin/register.js bench/record-run.ts http|browser FILE.json
 * [tags]`. Over http the requests; in the browser the moves too.
 */
import { writeFileSync } from 'node:fs';
import { tapBrowsers } from './browser-tap';
import type { Move } from './moves';
import { tapSimulators } from './simulator-tap';

const sessions = tapSimulators();
const moves: Move[][] = [];
// A simulator is opened for each scenario, before anybody arrives.
tapBrowsers((move) => (moves[sessions.length - 1] ??= []).push(move));

async function main(driver: 'http' | 'browser', file: string, tags: string | undefined): Promise<void> {
  // Loaded now, not before: what it loads must be listened to first.
  const { loadSuite } = await import('../src/cli/suite');
  const { simulatorSeed } = await import('../src/cli/run');
  const { selectionExpression } = await import('../src/cli/selection');
  const { readings, recommendationIds, requirements } = await import('../src/specification');
  const known = {
    requirements: requirements.map(({ id }) => id),
    recommendations: recommendationIds,
    readings: readings.map(({ id }) => id),
  };
  const suite = await loadSuite(process.env);
  await suite.run({
    parameters: { target: 'simulator', driver, seed: simulatorSeed, cwd: process.cwd() },
    tags: selectionExpression('document', tags, known),
    onMessage: () => {},
  });
  const played = sessions.map((session, index) => ({ session, moves: moves[index] ?? [] }));
  writeFileSync(file, JSON.stringify(driver === 'http' ? sessions : played));
}

const [driver, file, tags] = process.argv.slice(2);
main(driver as 'http' | 'browser', file!, tags).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
