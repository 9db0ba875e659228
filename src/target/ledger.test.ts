import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ConfigurationError, Unavailable } from '../verdict/errors';
import { openLedger } from './ledger';
import { bundled } from './testing/bundled';

const folder = mkdtempSync(join(tmpdir(), 'mdpo-ledger-'));
after(() => rmSync(folder, { recursive: true }));

let count = 0;
function fresh(text?: string): string {
  const path = join(folder, `${(count += 1)}.jsonl`);
  if (text !== undefined) writeFileSync(path, text);
  return path;
}

const A = 'a@example.test';
const B = 'b@example.test';
const line = (email: string, state: string, password: string) => JSON.stringify({ email, state, password });

test('what was proposed since the last settled password is kept in order, each once, until one is settled', () => {
  const path = fresh();
  const ledger = openLedger(path);
  for (const password of ['P1', 'P2', 'P3', 'P2']) ledger.proposed(A, password);
  ledger.proposed(B, 'Q1');
  for (const seen of [ledger, openLedger(path)]) {
    assert.deepEqual(
      [...seen.pending],
      [
        [A, ['P1', 'P3', 'P2']],
        [B, ['Q1']],
      ],
    );
    assert.equal(seen.inForce(A), undefined);
  }
  ledger.settled(A, 'P3');
  for (const seen of [ledger, openLedger(path)]) {
    assert.deepEqual([...seen.pending.keys()], [B]);
    assert.equal(seen.inForce(A), 'P3');
    assert.deepEqual(seen.former(A), ['P2', 'P1']);
    assert.match(seen.since(A) ?? '', /^\d{4}-\d\d-\d\dT.*Z$/);
  }
});

test('a refused proposal is cleared by the old password seen again, and what is known already takes no line', () => {
  const path = fresh();
  const ledger = openLedger(path);
  ledger.settled(A, 'P1');
  ledger.settled(A, 'P1');
  assert.equal(linesOf(path), 1);
  for (let round = 0; round < 3; round += 1) {
    ledger.proposed(A, `refused ${round}`);
    ledger.settled(A, 'P1');
    ledger.settled(A, 'P1');
  }
  assert.equal(linesOf(path), 7);
  assert.equal(openLedger(path).pending.size, 0);
  assert.equal(openLedger(path).inForce(A), 'P1');
});

test('cut anywhere, the ledger opens, loses no whole line, and takes the next one', () => {
  const path = fresh();
  const ledger = openLedger(path);
  ledger.proposed(A, 'a "quoted" } \\ {é🙂"}');
  ledger.settled(A, 'a "quoted" } \\ {é🙂"}');
  ledger.proposed(A, 'P2');
  const bytes = readFileSync(path);
  const ends = [...bytes.keys()].filter((index) => bytes[index + 1] === 0x0a || index === bytes.length - 1);
  for (let length = 0; length <= bytes.length; length += 1) {
    const cut = fresh();
    writeFileSync(cut, bytes.subarray(0, length));
    const whole = ends.filter((end) => end < length).length;
    const seen = openLedger(cut);
    assert.equal(seen.inForce(A), whole >= 2 ? 'a "quoted" } \\ {é🙂"}' : undefined, `cut at ${length}`);
    assert.equal(seen.pending.get(A)?.length ?? 0, whole === 1 || whole === 3 ? 1 : 0, `cut at ${length}`);
    seen.settled(A, 'P9');
    assert.equal(openLedger(cut).inForce(A), 'P9', `cut at ${length}`);
  }
});

test('the ledger of an earlier version is read: lines without a time, each ended by a line feed', () => {
  const path = fresh(`${line(A, 'proposed', 'P1')}\n${line(A, 'settled', 'P1')}\n${line(A, 'proposed', 'P2')}\n`);
  const ledger = openLedger(path);
  assert.equal(ledger.inForce(A), 'P1');
  assert.equal(ledger.since(A), undefined);
  assert.deepEqual(ledger.pending.get(A), ['P2']);
  ledger.settled(A, 'P2');
  assert.equal(openLedger(path).inForce(A), 'P2');
});

test('a line that is none is refused with its place, and quotes nothing', () => {
  const good = line(A, 'settled', 'Secret1');
  for (const bad of ['{"email": 1}', 'Secret2', '["Secret2"]', good.replace('settled', 'stolen'), good.replace(',', '')]) {
    assert.throws(
      () => openLedger(fresh(`\n${good}\n${bad}\n${good}`)),
      (error: Error) =>
        error instanceof ConfigurationError &&
        /\.jsonl:3: not a line of the ledger; accepted/.test(error.message) &&
        !error.message.includes('Secret'),
      bad,
    );
  }
});

test('what another process appends is seen once the ledger is reloaded', () => {
  const path = fresh();
  const [one, other] = [openLedger(path), openLedger(path)];
  one.proposed(A, 'P1');
  one.settled(A, 'P1');
  one.proposed(B, 'Q1');
  assert.equal(other.inForce(A), undefined);
  other.reload();
  assert.equal(other.inForce(A), 'P1');
  assert.deepEqual(other.pending.get(B), ['Q1']);
  // A file that was spoilt meanwhile is refused, and nothing that was known is forgotten.
  appendFileSync(path, '\nnonsense');
  assert.throws(() => other.reload(), ConfigurationError);
  assert.equal(other.inForce(A), 'P1');
});

test('a ledger that cannot be written stops the change before it is tried, and quotes nothing', () => {
  const ledger = openLedger(join(folder, 'no such folder', 'x.jsonl'));
  assert.throws(
    () => ledger.proposed(A, 'Secret1'),
    (error: Error) => error instanceof Unavailable && /ENOENT/.test(error.message) && !error.message.includes('Secret'),
  );
  assert.equal(ledger.pending.size, 0);
});

test('lines of several processes that write at once never mix', async () => {
  const path = fresh();
  const script = bundled('writing-process', folder);
  const writers = ['w0', 'w1', 'w2'].map((name) => fork(script, [path, name, '40']));
  const codes = await Promise.all(writers.map(async (writer) => (await once(writer, 'exit'))[0] as number));
  assert.deepEqual(codes, [0, 0, 0]);
  const ledger = openLedger(path);
  assert.equal(linesOf(path), 3 * 80);
  for (const name of ['w0', 'w1', 'w2']) assert.equal(ledger.inForce(`${name}@example.test`), `${name} 39`);
  assert.equal(ledger.pending.size, 0);
});

function linesOf(path: string): number {
  return readFileSync(path, 'utf8').split('\n').filter(Boolean).length;
}
