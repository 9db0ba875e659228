/** `mdpo explore` on a deployment: real sockets, a target file, accounts that outlive each walk. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fixtures } from '../../simulator';
import type { ExplorationRecord } from '../reporting/exploration-record';
import { main } from './main';
import { standInDeployment } from './stand-in-deployment';
import { standInEnvironment } from './stand-in-environment';

/** The least that a pool may hold. */
const three = fixtures.filter(({ kind }) => kind === 'professionnel').slice(0, 3);

async function explored(...options: string[]) {
  const deployment = await standInDeployment(undefined, three);
  try {
    const environment = standInEnvironment(['explore', '--target', 'target.yaml', '--seed', '3', '--out', 'out', ...options], {
      cwd: deployment.folder,
    });
    const code = await main(environment);
    const record = await readFile(join(deployment.folder, 'out', 'exploration.json'), 'utf8');
    return { code, ...environment.written, record: JSON.parse(record) as ExplorationRecord };
  } finally {
    await deployment.close();
  }
}

test('a deployment that does as the machine says → 0, with three accounts', async () => {
  const { code, out, err, record } = await explored('--walks', '3', '--steps', '15');
  assert.equal(code, 0, out + err);
  assert.deepEqual(record.differences, []);
  assert.equal(record.target.kind, 'deployment');
  assert.equal(record.random, 3);
  // Five wrong answers in a row are more than a deployment may be given.
  assert.ok(record.shortest.whole > record.shortest.of / 2 && record.shortest.whole < record.shortest.of, out);
});

test('no more procedures than it may begin → 3, and why', async () => {
  const { code, out, record } = await explored('--walks', '3', '--max-procedures', '4');
  assert.equal(code, 3, out);
  assert.equal(record.verdict, 'inconclusive');
  assert.match(record.limit ?? '', /une procédure de plus .*--max-procedures/);
});
