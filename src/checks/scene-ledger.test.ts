import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openLedger, type FileLedger } from '../target/ledger';
import { createSimulatorTarget } from '../target/simulator-target';
import type { OpenTarget } from '../target/target';
import { shapeFromWords } from '../exploration/shape-words';
import { inForce } from './person';
import { Scene } from './scene';
import { choose, reach } from './walk';

const folder = mkdtempSync(join(tmpdir(), 'mdpo-scene-ledger-'));
after(() => rmSync(folder, { recursive: true }));

let count = 0;
/** A simulator whose accounts are kept as those of a deployment are: several scenes may be opened on it. */
async function deployment(): Promise<{ ledger: FileLedger; target: OpenTarget; scene(): Promise<Scene> }> {
  const ledger = openLedger(join(folder, `${(count += 1)}.jsonl`));
  const opened = await createSimulatorTarget({ driver: 'http', seed: 1 }).open();
  const target = { ...opened, accounts: opened.accounts.slice(0, 2), ledger };
  return { ledger, target, scene: () => Scene.open(target) };
}

const states = ({ path }: FileLedger) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { state: string }).state);

test('a change is in doubt from its proposal until a sign-in shows its password, whatever the summary says', async () => {
  const { ledger, scene: open } = await deployment();
  const scene = await open();
  const person = await scene.bringIn('l’usager');
  const { email, password } = person.account!;
  await scene.change(person);
  assert.deepEqual([...ledger.pending], [[email, [inForce(person)]]]);
  assert.notEqual(inForce(person), password);
  assert.equal(ledger.inForce(email), undefined);
  assert.deepEqual(await scene.sideEffects(), []);
  assert.equal(ledger.pending.size, 0);
  assert.equal(ledger.inForce(email), inForce(person));
  assert.deepEqual(states(ledger), ['proposed', 'settled']);
});

test('what was refused is no longer in doubt once the old password was seen to open', async () => {
  const { ledger, scene: open } = await deployment();
  const scene = await open();
  const person = await scene.bringIn('l’usager');
  await reach(scene, person, 'new-password');
  for (let proposal = 0; proposal < 2; proposal += 1) {
    const { shape, value } = scene.make(person, shapeFromWords('8 lettres et chiffres'));
    await choose(scene, person, shape, value);
  }
  const { email, password } = person.account!;
  assert.equal(ledger.pending.get(email)?.length, 2);
  await scene.observe(person);
  await scene.observe(person);
  assert.equal(ledger.pending.size, 0);
  assert.equal(ledger.inForce(email), password);
  assert.deepEqual(states(ledger), ['proposed', 'proposed', 'settled']);
});

test('whoever takes an account that a broken-off scenario left in doubt learns its password first; a witness is never in doubt', async () => {
  const { ledger, target, scene: open } = await deployment();
  const broken = await open();
  const person = await broken.bringIn('l’usager', { words: '', suits: ({ email }) => email === target.accounts[1]?.email });
  await broken.change(person);
  await broken.close();
  const next = await open();
  assert.equal(next.witness, target.accounts[0]);
  const heir = await next.bringIn('Alice', { words: '', suits: ({ email }) => email === person.account?.email });
  assert.equal(inForce(heir), inForce(person));
  assert.equal(ledger.pending.size, 0);
  assert.equal(next.journal.mask(inForce(heir)).includes(inForce(heir)), false);
  assert.deepEqual(await next.sideEffects(), []);
});
