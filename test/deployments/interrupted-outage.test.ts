/** A run that is interrupted while it has cut the mail of a deployment: the real executable, alone and with worker processes. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fixtures } from '../../simulator';
import { packageRoot } from '../../src/cli/environment';
import { serve } from '../../src/driver/testing';
import type { RunRecord } from '../../src/reporting/record';
import { openPlace } from './trouble';

/** Begins the row that cuts the mail, and interrupts it there: from then on the deployment does not answer. */
async function interrupt(t: TestContext, signal: NodeJS.Signals, parallel: number, restore = () => new Response()) {
  let cut = false;
  const pool = fixtures.map(({ email, password, question, answer, kind }) => ({ email, password, question, answer, kind }));
  const place = await openPlace(t, {
    accounts: fixtures,
    pool,
    instead: () => (cut ? new Promise<undefined>(() => {}) : undefined),
  });
  const calls: string[] = [];
  let restored = (): void => {};
  const isRestored = new Promise<void>((resolve) => (restored = resolve));
  const team = await serve(async (request) => {
    const call = new URL(request.url).pathname.slice(1);
    calls.push(call);
    if (call === 'restore') {
      restored();
      return restore();
    }
    cut = true;
    child.kill(signal);
    return new Response();
  });
  t.after(team.close);
  place.describe({ outage: { cut: { url: `${team.url}cut` }, restore: { url: `${team.url}restore` } } });
  const argv = ['run', '--target', place.target, '--tags', '@MPO-D-2 and @opportuniste', '--parallel', String(parallel)];
  const child = spawn(process.execPath, [join(packageRoot, 'bin', 'mdpo.js'), ...argv, '--out', 'out'], {
    cwd: place.folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  await isRestored;
  const record = JSON.parse(readFileSync(join(place.folder, 'out', 'conformance.json'), 'utf8')) as RunRecord;
  return { code, calls, record };
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} while the mail is cut → 3, and the mail is back`, { timeout: 60_000 }, async (t) => {
    const { code, calls, record } = await interrupt(t, signal, 1);
    assert.deepEqual([code, calls], [3, ['cut', 'restore']]);
    assert.equal(record.stopped?.reason, 'interruption demandée par l’utilisateur');
  });
}

test('a worker process brings the mail back too', { timeout: 60_000 }, async (t) => {
  const { code, calls } = await interrupt(t, 'SIGTERM', 2);
  assert.deepEqual([code, calls], [3, ['cut', 'restore']]);
});

test('mail that cannot be brought back is said', { timeout: 60_000 }, async (t) => {
  const { code, record } = await interrupt(t, 'SIGINT', 1, () => new Response('', { status: 503 }));
  assert.equal(code, 3);
  assert.match(record.stopped?.reason ?? '', /interruption .*« outage\.cut », n’a pas pu être rétabli$/);
});
