/** What people do on variants of the simulator that conform: each of these was once taken for a deviation. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSimulatorTarget } from '../target/simulator-target';
import { accountOf } from './person';
import { Scene } from './scene';
import { judgeNotedSpace, judgeServices, noteSpace, signInAs } from './space';
import { leaveSummary } from './summary';
import { reach, screenOf } from './walk';

async function on(variant: string, work: (scene: Scene) => Promise<void>): Promise<void> {
  const target = createSimulatorTarget({ driver: 'http', seed: 1, variant });
  const scene = await Scene.open(await target.open());
  try {
    await work(scene);
  } finally {
    await scene.close();
    await scene.target.close();
  }
}

for (const [variant, why] of [
  ['VAR-captcha-a-la-connexion', 'the sign-in asks for the characters of an image'],
  ['VAR-numero-abonne', 'the identifier is the subscriber number (AMB-12)'],
] as const) {
  test(`a password opens the espace where ${why}, and another does not`, () =>
    on(variant, async (scene) => {
      const [account] = scene.target.accounts;
      assert.deepEqual(await scene.desk.openEach(account!, ['Autre1MotDePasse2Faux3', account!.password]), [false, true]);
    }));
}

test('a confirmation that goes to the contact address is the confirmation, where that is declared (AMB-25)', () =>
  on('VAR-courriel-contact', async (scene) => {
    const person = await scene.bringIn('l’usager');
    await reach(scene, person, 'summary');
    const [mail] = await scene.confirmations(person);
    assert.deepEqual(mail?.envelope.to, [accountOf(person).contactEmail]);
  }));

test('whoever is signed in, and sent to their espace, leaves it to begin again (AMB-22, AMB-29)', () =>
  on('VAR-deja-connecte', async (scene) => {
    const person = await scene.bringIn('l’usager');
    await scene.change(person);
    await leaveSummary(scene, person);
    assert.equal(screenOf(scene, person), 'services', 'no form to go through');
    await reach(scene, person, 'question');
    await scene.change(person);
    await signInAs(scene, person);
    assert.equal(screenOf(scene, person), 'services');
  }));

test('the way on from the summary is found among the links of every page (MPO-2-24)', () =>
  on('VAR-plusieurs-formulaires', async (scene) => {
    const person = await scene.bringIn('l’usager');
    await reach(scene, person, 'summary');
    await leaveSummary(scene, person);
    assert.equal(screenOf(scene, person), 'sign-in');
  }));

test('services open one after the other, where the espace is the answer to the sign-in form (MPO-1.1-1)', () =>
  on('VAR-rendu-direct', async (scene) => {
    const person = await scene.bringIn('l’usager');
    await signInAs(scene, person);
    assert.deepEqual(await judgeServices(scene, person), []);
  }));

test('a message more and another date do not make another espace (MPO-1.3-5)', () =>
  on('VAR-espace-vivant', async (scene) => {
    const person = await scene.bringIn('l’usager');
    await noteSpace(scene, person);
    await signInAs(scene, person);
    assert.deepEqual(judgeNotedSpace(person), []);
  }));
