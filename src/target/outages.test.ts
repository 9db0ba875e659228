import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Unavailable } from '../verdict/errors';
import { endedByInterruption, endOutages } from './outages';

/** A mail server that is cut in its own time, and may refuse. */
function openMail() {
  const calls: string[] = [];
  const gates: (() => void)[] = [];
  const mail = { calls, refuses: '', slow: false, goOn: () => gates.forEach((open) => open()) };
  const call = (name: string) => async () => {
    if (mail.slow) await new Promise<void>((resolve) => gates.push(resolve));
    calls.push(name);
    if (mail.refuses === name) throw new Error(`cannot ${name}`);
  };
  return { mail, outage: endedByInterruption({ cut: call('cut'), restore: call('restore') }) };
}

/** Interrupted runs are over when their test is. */
let ends = (): void => {};
const run = () => new Promise<void>((resolve) => (ends = resolve));
afterEach(async () => {
  ends();
  await new Promise(setImmediate);
});

test('an outage that lasts is ended, one that was ended is left alone', async () => {
  const [lasting, over] = [openMail(), openMail()];
  await over.outage.cut();
  await over.outage.restore();
  await lasting.outage.cut();
  assert.equal(await endOutages(run()), true);
  assert.deepEqual(
    [lasting.mail.calls, over.mail.calls],
    [
      ['cut', 'restore'],
      ['cut', 'restore'],
    ],
  );
});

test('what is still cutting is waited for, lest it have the last word', async () => {
  const slow = openMail();
  slow.mail.slow = true;
  const cutting = slow.outage.cut();
  const ended = endOutages(run());
  slow.mail.slow = false;
  slow.mail.goOn();
  assert.equal(await ended, true);
  await cutting;
  assert.deepEqual(slow.mail.calls, ['cut', 'restore']);
});

test('what may have been cut half-way is brought back', async () => {
  const torn = openMail();
  torn.mail.refuses = 'cut';
  await assert.rejects(torn.outage.cut(), /cannot cut/);
  assert.equal(await endOutages(run()), true);
  assert.deepEqual(torn.mail.calls, ['cut', 'restore']);
});

test('until the interrupted run has ended none begins; after that, as ever', async () => {
  const { mail, outage } = openMail();
  const interrupted = run();
  await endOutages(interrupted);
  await assert.rejects(outage.cut(), Unavailable);
  assert.deepEqual(mail.calls, []);
  ends();
  await interrupted;
  await new Promise(setImmediate);
  await outage.cut();
  await outage.restore();
  assert.deepEqual(mail.calls, ['cut', 'restore']);
});

test('an outage that cannot be ended is said', async () => {
  const { mail, outage } = openMail();
  await outage.cut();
  mail.refuses = 'restore';
  assert.equal(await endOutages(run()), false);
  mail.refuses = '';
  await outage.restore();
});
