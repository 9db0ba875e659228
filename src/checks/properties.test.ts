import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSimulatorTarget } from '../target/simulator-target';
import { NonConformity } from '../verdict/errors';
import type { Person } from './person';
import { assertAllAccepted, assertAllRefused } from './properties';
import { Scene } from './scene';

const withSign = 'mot de passe conforme mais avec un signe';
const hasSign = (password: string) => /[^A-Za-z0-9]/.test(password);

/** The simulator, whose sign-in answers otherwise. @param rank of the sign-in among those of one browser. */
async function scene(bend: (password: string, rank: number, truth: boolean) => boolean): Promise<[Scene, Person]> {
  const opened = await createSimulatorTarget({ driver: 'http', seed: 1, propertyRuns: 20 }).open();
  const made = await Scene.open(opened);
  const { openEach } = made.desk;
  const bent: typeof openEach = async (account, passwords) => {
    const truths = await openEach(account, passwords);
    return passwords.map((password, rank) => bend(password, rank, truths[rank]!));
  };
  Object.assign(made.desk, {
    openEach: bent,
    opens: async (...[account, password]: Parameters<typeof made.desk.opens>) => (await bent(account, [password]))[0],
  });
  return [made, await made.bringIn('l’usager')];
}

const found = async (work: Promise<void>): Promise<readonly string[]> => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error === undefined) return [];
  assert.ok(error instanceof NonConformity, String(error));
  return error.findings.map(({ observed }) => observed);
};

test('what each screen refuses and no sign-in opens is refused, with two requests a value', async () => {
  const [made, person] = await scene((_password, _rank, truth) => truth);
  assert.deepEqual(await found(assertAllRefused(made, person, withSign, 1)), []);
  assert.deepEqual(await made.sideEffects(), []);
  assert.ok(person.visitor.exchanges().length < 2 * 20, `${person.visitor.exchanges().length}`);
});

test('a value that was refused and opens the espace is found by the block of sign-ins, then made small', async () => {
  const [made, person] = await scene((password, _rank, truth) => truth || (hasSign(password) && password.length > 30));
  const [counterExample] = await found(assertAllRefused(made, person, withSign, 1));
  assert.match(counterExample ?? '', /^contre-exemple : \d+ caractères.*réduit [1-9]\d* fois/);
});

test('a value that opened the espace once stays a finding', async () => {
  let once = true;
  const [made, person] = await scene((password, _rank, truth) => {
    if (!once || !hasSign(password)) return truth;
    once = false;
    return true;
  });
  // The second look at it, then each by itself: it opens no more.
  const observed = await found(assertAllRefused(made, person, withSign, 1));
  assert.equal(observed.length, 1, observed.join('\n'));
});

test('sign-ins that lose patience settle nothing: each value is then tried from a browser of its own', async () => {
  const patience = 5;
  const [patient, usager] = await scene((_password, rank, truth) => truth && rank < patience);
  assert.deepEqual(await found(assertAllRefused(patient, usager, withSign, 1)), []);
  const [bent, other] = await scene(
    (password, rank, truth) => rank < patience && (truth || (hasSign(password) && password.length > 70)),
  );
  assert.match((await found(assertAllRefused(bent, other, withSign, 1)))[0] ?? '', /^contre-exemple/);
});

test('harm to the second account is found at the end of the scene', async () => {
  let harmed = false;
  const [made, person] = await scene((password, _rank, truth) => truth && !(harmed && password === made.witness?.password));
  assert.deepEqual(await found(assertAllAccepted(made, person, 'mot de passe conforme', 1)), []);
  harmed = true;
  const findings = await made.sideEffects();
  assert.deepEqual(
    findings.map(({ requirements }) => requirements),
    [['MPO-D-3']],
  );
});
