import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { openLane } from './fault-lane';

const folder = mkdtempSync(join(tmpdir(), 'mdpo-lane-'));
after(() => rmSync(folder, { recursive: true }));

/** A worker that says which process it is, breaks or dies, as it is asked by the name of a fault. */
const script = join(folder, 'worker.js');
writeFileSync(
  script,
  `const { existsSync, writeFileSync } = require('node:fs');
  process.on('message', ({ fault }) => {
    if (fault === 'DIES') process.exit(7);
    if (fault === 'KILLED') process.kill(process.pid, 'SIGKILL');
    if (fault === 'SILENT') return;
    if (fault?.startsWith(${JSON.stringify(folder)}) && !existsSync(fault)) {
      writeFileSync(fault, '');
      process.exit(7);
    }
    process.send(fault === 'BREAKS' ? { error: 'voulu' } : { facts: { failures: [], passed: [String(process.pid)] } });
  });
  process.once('disconnect', () => process.exit());`,
);

function lane(t: TestContext) {
  const opened = openLane(script);
  t.after(() => opened.close());
  const ask = async (fault: string) => (await opened({ driver: 'http', fault })).passed[0];
  return { ask, close: () => opened.close() };
}

test('one process answers one request after the other, and what breaks in it is told', async (t) => {
  const { ask } = lane(t);
  const process = await ask('FLT-001');
  await assert.rejects(ask('BREAKS'), /^Error: voulu$/);
  assert.equal(await ask('FLT-002'), process);
});

test('a worker that dies is replaced and asked again', async (t) => {
  const { ask } = lane(t);
  const process = await ask('FLT-001');
  assert.notEqual(await ask(join(folder, 'once')), process);
});

test('a request that kills two workers is given up, and the lane goes on with the next one', async (t) => {
  const { ask } = lane(t);
  await assert.rejects(ask('DIES'), /a worker process died 2 times in a row \(7\)/);
  await assert.rejects(ask('KILLED'), /a worker process died 2 times in a row \(SIGKILL\)/);
  assert.match((await ask('FLT-001')) ?? '', /^\d+$/);
});

test('a lane that is closed ends its process and the request in hand, and starts no other', async (t) => {
  const { ask, close } = lane(t);
  await ask('FLT-001');
  const given = assert.rejects(ask('SILENT'), /the lane was closed/);
  await close();
  await given;
});
