import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replayCommand } from './replay-command';

const options = { target: 'simulator', level: 'document', parallel: 1, out: 'reports/latest' } as const;

test('the defaults are left out, the seed never', () => {
  assert.equal(replayCommand(options, 1), 'mdpo run --target simulator --seed 1');
});

test('what a shell would read otherwise is quoted', () => {
  const asked = {
    ...options,
    target: "préprod d'Anne.yaml",
    driver: 'browser',
    tags: '@MPO-1.3-3 or @MPO-D-1',
    shard: '1/2',
    parallel: 2,
  } as const;
  assert.equal(
    replayCommand(asked, 42),
    String.raw`mdpo run --target 'préprod d'\''Anne.yaml' --driver browser --tags '@MPO-1.3-3 or @MPO-D-1' --shard 1/2 --parallel 2 --seed 42`,
  );
});
