/** No password is lost, whenever a process that changes them is killed: real processes, real requests, SIGKILL. */
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import type { Account } from './account';
import { openLedger } from './ledger';
import { lockPool } from './pool-lock';
import { recoverAccounts } from './recovery';
import { readPool } from './target-file';
import { bundled } from './testing/bundled';
import type { ChangingOrder } from './testing/changing-process';
import { startChild } from './testing/child';

const root = mkdtempSync(join(tmpdir(), 'mdpo-kill-'));
after(() => rmSync(root, { recursive: true }));
const script = bundled('changing-process', root);

const pool: readonly Account[] = ['a', 'b', 'c'].map((name) => ({
  ...{ email: `${name}@example.test`, password: `${name} 0`, question: 'Où ?', answer: 'là' },
}));

test('killed in the middle of changes, no account is lost', (t) => killAgainAndAgain(t, 'change', 30));
test('killed in the middle of recoveries, no account is lost', (t) => killAgainAndAgain(t, 'recover', 15));
test('killed in the middle of resets, no account is lost', (t) => killAgainAndAgain(t, 'reset', 15));

async function killAgainAndAgain(t: TestContext, order: ChangingOrder, kills: number): Promise<void> {
  const seed = Number(process.env.MDPO_KILL_SEED ?? randomInt(2 ** 31));
  t.diagnostic(`MDPO_KILL_SEED=${seed}`);
  const chance = chanceFrom(seed);
  const procedure = await startProcedure(chance);
  t.after(procedure.close);
  const folder = mkdtempSync(join(root, `${order}-`));
  const path = join(folder, 'accounts.json');
  writeFileSync(path, JSON.stringify(pool));
  const start = () => startChild(t, script, { args: [folder, procedure.url] });
  let inDoubt = 0;
  let next = start();
  for (let kill = 1; kill <= kills; kill += 1) {
    const child = await next;
    // Starting takes longer than anything else: the next one does while this one works.
    if (kill < kills) next = start();
    // Heard when its turn comes.
    next.catch(() => undefined);
    assert.equal(await child.ask(order), 'begun');
    await setTimeout(chance() * 60);
    await child.kill();
    await procedure.quiet();

    // The next run: it takes the lock over, and finds every password in force.
    const lock = lockPool(path);
    const ledger = openLedger(`${path}.ledger.jsonl`);
    const found = await recoverAccounts({ pool: readPool(path), ledger, opens: procedure.opens });
    for (const { email, password } of readPool(path)) {
      const known = ledger.inForce(email) ?? password;
      assert.ok(procedure.opensNow(email, known), `${email} is lost at kill ${kill} of seed ${seed}`);
    }
    lock.release();
    inDoubt += found.length;
  }
  t.diagnostic(`${kills} kills, ${procedure.changes()} changes, ${inDoubt} accounts in doubt`);
  assert.ok(inDoubt > 0, 'no kill came between a proposal and its settlement');
}

/** The procedure, at its barest: it changes passwords, some after a while, and refuses some. */
async function startProcedure(chance: () => number) {
  const inForce = new Map(pool.map(({ email, password }) => [email, password]));
  const opensNow = (email: string, password: string) => inForce.get(email) === password;
  const open = new Set<Socket | Promise<void>>();
  let changes = 0;
  /** What is going on: connections, and requests whose sender may be dead. */
  const track = <T extends Socket | Promise<void>>(going: T, ended: Promise<unknown>): void => {
    open.add(going);
    void ended.then(() => open.delete(going));
  };

  async function answer(screen: string | undefined, body: string): Promise<boolean> {
    const { email, password } = JSON.parse(body) as { email: string; password: string };
    if (screen === '/sign-in') return opensNow(email, password);
    await setTimeout(chance() * 3);
    if (chance() < 0.25) return false;
    inForce.set(email, password);
    changes += 1;
    await setTimeout(chance() * 3);
    return true;
  }

  const server = createServer((request, response) => {
    const answered = text(request).then(
      async (body) => void response.writeHead((await answer(request.url, body)) ? 200 : 403, { connection: 'close' }).end(),
      // Its sender died in the middle of it.
      () => undefined,
    );
    track(answered, answered);
  });
  server.on('connection', (socket) => track(socket, new Promise((resolve) => socket.once('close', resolve))));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    opens: async ({ email }: Account, password: string) => opensNow(email, password),
    opensNow,
    changes: () => changes,
    /** Resolves when the dead have no request left: a change on its way would come after the recovery. */
    async quiet() {
      const limit = performance.now() + 10_000;
      while (open.size > 0) {
        assert.ok(performance.now() < limit, `${open.size} connections and requests of a dead process did not end in 10 s`);
        await setTimeout(1);
      }
    },
    close: () => new Promise<unknown>((resolve) => server.close(resolve)),
  };
}

/** Mulberry32: numbers from 0 to 1 that a seed repeats. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
