/** Generated walks on the simulator: the reference differs in nothing, and many faults are found by no feature at all. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSimulatorTarget } from '../target/simulator-target';
import { explore, type Exploration } from './explorer';

/** Faults of every kind that the walks find, and the sentence by which they do. */
const found: Readonly<Record<string, string>> = {
  'FLT-001': 'MPO-2-4',
  'FLT-002': 'MPO-2-1',
  'FLT-004': 'MPO-2-9',
  'FLT-004-oubli': 'MPO-2-4',
  'FLT-004-valider': 'MPO-2-17',
  'FLT-013': 'MPO-2-8',
  'FLT-016': 'MPO-2-7',
  'FLT-026': 'MPO-2-14',
  'FLT-031': 'MPO-2-14',
  'FLT-032': 'MPO-2-14',
  'FLT-037': 'MPO-2-13',
  'FLT-038': 'MPO-2-13',
  'FLT-045': 'MPO-2-13',
  'FLT-046': 'MPO-1.3-3',
  'FLT-052': 'MPO-1.3-1',
  'FLT-058': 'MPO-1.3-1',
  'FLT-072': 'MPO-1.3-4',
  'FLT-079': 'MPO-2-25',
  'FLT-085': 'MPO-2-16',
  'FLT-088': 'MPO-2-23',
  'FLT-090': 'MPO-1.3-7',
  'FLT-091': 'MPO-D-3',
  'FLT-093': 'MPO-2-23',
  'FLT-098': 'MPO-D-1',
  'FLT-099': 'MPO-2-25',
  'FLT-100': 'MPO-2-25',
  'FLT-111': 'MPO-1.3-6',
  'FLT-113': 'MPO-1.3-6',
  'FLT-118': 'MPO-D-1',
  'FLT-120': 'MPO-D-1',
  'FLT-132': 'MPO-2-5',
  'FLT-141': 'MPO-1.3-3',
  'FLT-144': 'MPO-1.3-6',
  'FLT-178': 'MPO-1.3-7',
};

test('the reference simulator does in every walk what its machine says', async () => {
  const { differences, shortest, random, limit } = await walked({ walks: 60 });
  assert.deepEqual(differences, []);
  assert.equal(shortest.whole, shortest.of);
  assert.equal(random, 60);
  assert.equal(limit, undefined);
});

test('the same seed makes the same walks', async () => {
  const [one, other] = [await walked({ walks: 10, seed: 7 }), await walked({ walks: 10, seed: 7 })];
  assert.deepEqual(one.journeys, other.journeys);
  assert.equal(one.moves, other.moves);
  assert.notDeepEqual((await walked({ walks: 10, seed: 8 })).journeys, one.journeys);
});

for (const [fault, requirement] of Object.entries(found)) {
  test(`${fault} is found without any feature`, async () => {
    const { differences } = await walked({ fault, walks: 1 });
    const named = new Set(differences.flatMap(({ requirements }) => requirements));
    assert.ok(named.has(requirement), `found: ${[...named].join(', ') || 'nothing'}`);
  });
}

async function walked({ fault, walks, seed = 1 }: { fault?: string; walks: number; seed?: number }): Promise<Exploration> {
  const target = createSimulatorTarget({ driver: 'http', seed, ...(fault !== undefined && { fault }) });
  try {
    return await explore(target, { walks, steps: 30, seed });
  } finally {
    await target.close();
  }
}
