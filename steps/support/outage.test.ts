import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ScenarioOutage } from './outage';

/** A mail server that can be cut, and that may refuse. */
function openMail() {
  const calls: string[] = [];
  const mail = { refuses: '', calls };
  const call = (name: string) => async () => {
    calls.push(name);
    if (mail.refuses === name) throw new Error(`cannot ${name}`);
  };
  return { mail, outage: new ScenarioOutage({ cut: call('cut'), restore: call('restore') }) };
}

test('a scenario that cuts nothing, or brings the mail back itself, ends without more ado', async () => {
  const { mail, outage } = openMail();
  await outage.end();
  await outage.cut();
  assert.ok(outage.lasts);
  await outage.restore();
  await outage.end();
  assert.deepEqual([mail.calls, outage.lasts], [['cut', 'restore'], false]);
});

test('an outage that the scenario did not end ends with it, even where cutting failed half-way', async () => {
  const { mail, outage } = openMail();
  mail.refuses = 'cut';
  await assert.rejects(outage.cut(), /cannot cut/);
  await outage.end();
  assert.deepEqual([mail.calls, outage.lasts], [['cut', 'restore'], false]);
});

test('an outage that cannot be ended is said, and known to last', async () => {
  const { mail, outage } = openMail();
  await outage.cut();
  mail.refuses = 'restore';
  await assert.rejects(outage.restore(), /cannot restore/);
  await assert.rejects(outage.end(), /cannot restore/);
  assert.ok(outage.lasts);
});
