/** Requests that take another way than the page, and values that insist: MPO-D-1, MPO-D-5. */
import { defineParameterType, Then, When } from '@cucumber/cucumber';
import { detourWords } from '../src/checks/detours';
import { judgeBoth, orders, sendBoth } from '../src/checks/doubled-fields';
import { respellingsThatShow, sendNotedFormBy, sendPairBy } from '../src/checks/own-requests';
import type { Person } from '../src/checks/person';
import { passwordsFromWords, type Proposal } from '../src/checks/proposals';
import { screenNames } from '../src/checks/screen-names';
import { choose, reach } from '../src/checks/walk';
import type { ScreenName } from '../src/driver/controls';
import { variantFromWords } from '../src/exploration/password-variants';
import type { MdpoWorld } from './support/world';

/** Another way to send a form: see src/checks/detours.ts. */
defineParameterType({ name: 'façon', regexp: new RegExp(detourWords().join('|')), transformer: (words: string) => words });
/** Which of two values comes first. */
defineParameterType({ name: 'ordre', regexp: new RegExp(orders.join('|')), transformer: (words: string) => words });

When(
  '{personne} envoie d’elle-même le formulaire du nouveau mot de passe, {façon}',
  async function (this: MdpoWorld, name: string, manner: string) {
    await sendNotedFormBy(this.scene, await this.person(name), manner);
  },
);

When(
  '{personne} envoie de lui-même {forme}, {façon}',
  async function (this: MdpoWorld, name: string, words: string, manner: string) {
    const person = await this.person(name);
    const [{ shape, value }] = passwordsFromWords(this.scene, person, words);
    await sendPairBy(this.scene, person, { shape, value, confirmation: value }, manner);
  },
);

When(
  '{personne} envoie de lui-même deux valeurs dans chaque champ, {ordre}',
  async function (this: MdpoWorld, name: string, order: string) {
    await sendBoth(this.scene, await this.person(name), order);
  },
);

Then('seule la valeur conforme a pu être acceptée', async function (this: MdpoWorld) {
  this.assert(await judgeBoth(this.scene, await this.current()));
});

Then(
  'aucune autre écriture de l’adresse notée ne lui ouvre l’écran {écran}',
  async function (this: MdpoWorld, screen: ScreenName) {
    const shown = await respellingsThatShow(this.scene, await this.current(), screen);
    this.expect(shown.length === 0, `l’écran « ${screenNames[screen]} » ne s’affiche pas`, `il s’affiche : ${shown.join(' ; ')}`);
  },
);

When('{personne} propose deux fois de suite {forme}', async function (this: MdpoWorld, name: string, words: string) {
  const person = await this.person(name);
  const [password] = passwordsFromWords(this.scene, person, words);
  await insist(this, person, password, password.value);
});

When(
  '{personne} confirme deux fois de suite {forme} par le même {différence}',
  async function (this: MdpoWorld, name: string, words: string, difference: string) {
    const person = await this.person(name);
    const [{ shape, value }] = passwordsFromWords(this.scene, person, words);
    const other = { shape: difference, value: variantFromWords(difference)(value, this.scene.source(person)) };
    await insist(this, person, { shape: `${shape}, confirmé par le même ${difference}`, value }, this.scene.protect(other).value);
  },
);

async function insist({ scene }: MdpoWorld, person: Person, { shape, value }: Proposal, confirmation: string): Promise<void> {
  for (const rank of ['1re fois', '2e fois']) {
    // AMB-26: a target may send back to the start after a refusal.
    await reach(scene, person, 'new-password');
    const { screen } = await choose(scene, person, `${shape}, ${rank}`, value, confirmation);
    // What is accepted ends the series.
    if (screen === 'summary') return;
  }
}
