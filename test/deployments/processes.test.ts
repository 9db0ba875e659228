/** Several processes and one pool: workers of a run, two runs at once, a run that is killed. Real ones. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fixtures } from '../../simulator';
import { packageRoot } from '../../src/cli/environment';
import { main } from '../../src/cli/main';
import { standInEnvironment } from '../../src/cli/stand-in-environment';
import type { SeededAccount } from './contract';
import { people } from './people';
import { judge, openPlace, outcomesOf, rowsOf, told, type Place } from './trouble';

test('two workers come to what one comes to, and leave nothing behind', async (t) => {
  // Addresses of which one is a part of another.
  const others = people.map((one) => ({ ...one, email: `b.${one.email}`, question: `${one.question} (bis)` }));
  const peculiar = fixtures.filter(({ email, answer }) => /\+|conseil/.test(email) || answer === '1000');
  const accounts: SeededAccount[] = [...people, ...others, ...peculiar];
  assert.equal(accounts.length, 9);
  const tags = '@MPO-2-13 or @MPO-2-14 or @MPO-1.3-7';
  const [alone, together] = [await openPlace(t, { accounts }), await openPlace(t, { accounts })];
  const expected = await judge(alone.target, { tags });
  const judged = await judge(together.target, { tags, parallel: 2 });
  assert.deepEqual(outcomesOf(judged), outcomesOf(expected), `${told(expected)}\n\n${told(judged)}`);
  assert.ok(
    rowsOf(judged, 'passed').some(({ name }) => /est un nombre/.test(name)),
    'a row that needs a trait was run',
  );
  assert.equal(rowsOf(judged, 'failed').length, 0, told(judged));
  for (const lock of ['lock', 'common.lock']) assert.ok(!existsSync(`${together.pool}.${lock}`));
  assert.equal(readFileSync(`${together.pool}.key`).length, 32);
});

test('a second run on the same accounts is refused while the first one lasts: exit 2, naming it', async (t) => {
  let begun: () => void = () => {};
  const reached = new Promise<void>((resolve) => (begun = resolve));
  let proceed: () => void = () => {};
  const held = new Promise<void>((resolve) => (proceed = resolve));
  const place = await openPlace(t, {
    async instead({ url }) {
      // The first run is held where it is until the second has been refused.
      if (url.endsWith('/mot-de-passe-oublie')) {
        begun();
        await held;
      }
      return undefined;
    },
  });
  const first = startRun(t, place, '@MPO-2-2');
  await reached;
  const environment = standInEnvironment(['run', '--target', place.target], { cwd: place.folder });
  assert.equal(await main(environment), 2);
  assert.match(
    environment.written.err,
    new RegExp(`accounts\\.json\\.lock: these accounts are in use by another run \\(process ${first.pid} of .*since 2`),
  );
  proceed();
  assert.deepEqual(await once(first, 'exit'), [3, null]);
  const judged = await judge(place.target, { tags: '@MPO-2-2' });
  assert.equal(rowsOf(judged, 'passed').length, 1, told(judged));
});

for (const effect of ['takes', 'does not take'] as const) {
  test(`a run that is killed at « Valider », and whose change ${effect} effect: the next run finds the password, and gets through`, async (t) => {
    let child: ChildProcess | undefined;
    const place = await openPlace(t, {
      async instead({ method, url }) {
        if (child === undefined || method !== 'POST' || !url.endsWith('/nouveau-mot-de-passe')) return undefined;
        const killed = once(child, 'exit');
        child.kill('SIGKILL');
        child = undefined;
        await killed;
        return effect === 'takes' ? undefined : new Response('', { status: 503 });
      },
    });
    child = startRun(t, place, '@MPO-1.3-7 and not @entrecroisement');
    assert.deepEqual(await once(child, 'exit'), [null, 'SIGKILL']);
    assert.ok(existsSync(`${place.pool}.lock`), 'the lock of the dead run is still there');
    const [last] = readFileSync(`${place.pool}.ledger.jsonl`, 'utf8').trim().split('\n').slice(-1);
    assert.match(last ?? '', /"state":"proposed"/);

    const judged = await judge(place.target, { tags: '@MPO-1.3-7 and not @entrecroisement' });
    assert.equal(rowsOf(judged, 'passed').length, 2, told(judged));
    assert.ok(judged.record.scenarios.every(({ otherAttempts }) => otherAttempts === undefined));
    assert.ok(!existsSync(`${place.pool}.lock`));
  });
}

/** The command as a team types it. It does not outlive the test. */
function startRun(test: TestContext, place: Place, tags: string): ChildProcess {
  const argv = [join(packageRoot, 'bin', 'mdpo.js'), 'run', '--target', place.target, '--tags', tags, '--out', 'report'];
  const child = spawn(process.execPath, argv, { cwd: place.folder, stdio: ['ignore', 'ignore', 'inherit'] });
  test.after(() => child.kill('SIGKILL'));
  return child;
}
