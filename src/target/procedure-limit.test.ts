import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CapabilityMissing } from '../verdict/errors';
import { createProcedureLimit } from './procedure-limit';

/** How many procedures begin, and why no more. */
async function exhaust(begin: () => Promise<void>): Promise<{ begun: number; hint: string }> {
  for (let begun = 0; begun < 100; begun += 1) {
    try {
      await begin();
    } catch (error) {
      assert.ok(error instanceof CapabilityMissing, String(error));
      return { begun, hint: error.hint };
    }
  }
  return { begun: Infinity, hint: '' };
}

const remedy = 'relever --max-procedures ou limits.maxProcedures';

test('a run begins as many procedures as the target file says, or whoever calls', async () => {
  const limits = { maxProcedures: 7, wrongAnswers: 2 };
  assert.deepEqual(await exhaust(createProcedureLimit(limits, undefined, { workers: 1 })), {
    begun: 7,
    hint: `la campagne en a déjà commencé 7 ; ${remedy}`,
  });
  assert.equal((await exhaust(createProcedureLimit(limits, 4, { workers: 1 }))).begun, 4);
  assert.equal((await exhaust(createProcedureLimit({ wrongAnswers: 2 }, undefined, { workers: 1 }))).begun, Infinity);
});

test('of several processes each begins its part, and says what the whole run may', async () => {
  assert.deepEqual(await exhaust(createProcedureLimit({ wrongAnswers: 2 }, 9, { workers: 2 })), {
    begun: 4,
    hint: `la campagne peut en commencer 9, soit 4 pour chacun de ses 2 processus ; ${remedy}`,
  });
});
