import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shareAccounts } from '../target/sharing';
import { createSimulatorTarget } from '../target/simulator-target';
import { traitsLackingIn } from './wanted-accounts';

test('in a pool with enough plain accounts, what a scenario asks for is within reach of every worker', async () => {
  const { accounts } = await createSimulatorTarget({ driver: 'http', seed: 1 }).open();
  for (const worker of [0, 1]) {
    const { own, common } = shareAccounts(accounts, { worker, workers: 2, file: 'accounts.json' });
    assert.deepEqual(traitsLackingIn([...own, ...common]), traitsLackingIn(accounts), `worker ${worker}`);
  }
});
