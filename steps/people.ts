/** Who takes part, and how far they have come. */
import { Given, When } from '@cucumber/cucumber';
import { openNoted } from '../src/checks/own-requests';
import { noteSpace } from '../src/checks/space';
import { openHome, press, reach } from '../src/checks/walk';
import { otherKindOfAccount, wantedFromWords } from '../src/checks/wanted-accounts';
import { CapabilityMissing } from '../src/verdict/errors';
import type { ScreenName } from '../src/driver/controls';
import type { MdpoWorld } from './support/world';

Given('{personne}(,) titulaire d’un( autre) espace professionnel', async function (this: MdpoWorld, name: string) {
  await this.person(name);
});

Given(
  '{personne}(,) titulaire d’un( autre) espace professionnel {particularité}',
  async function (this: MdpoWorld, name: string, words: string) {
    const beside = [...this.scene.people.values()][0]?.account;
    await this.scene.bringIn(name, wantedFromWords(words, beside));
    await this.person(name);
  },
);

Given('{personne} titulaire d’un compte qui n’est pas un espace professionnel', async function (this: MdpoWorld, name: string) {
  await this.scene.bringIn(name, otherKindOfAccount);
  await this.person(name);
});

Given('{personne} est parvenu(e) à l’écran {écran}', async function (this: MdpoWorld, name: string, screen: ScreenName) {
  const person = await this.person(name);
  // Whoever has come to the summary has changed their password.
  if (screen === 'summary') await this.scene.change(person);
  else await reach(this.scene, person, screen);
});

Given('{visiteur} est parvenu à l’écran {écran}', async function (this: MdpoWorld, name: string, screen: ScreenName) {
  await reach(this.scene, await this.passerBy(name), screen);
});

When('{visiteur} ouvre la page d’accueil', openHomeAs);
Given('{visiteur} a ouvert la page d’accueil', openHomeAs);

Given('{personne} est revenu à l’écran « connexion » depuis la page d’accueil', async function (this: MdpoWorld, name: string) {
  const person = await this.person(name);
  await openHome(this.scene, person);
  await press(this.scene, person, 'professionalSpace');
});

Given('{personne} a relevé ce que présente son espace', noteSpaceOf);
Given('{personne} a noté l’adresse de son espace', noteSpaceOf);

Given('{personne} a noté l’adresse de chaque écran de la procédure', async function (this: MdpoWorld, name: string) {
  const person = await this.person(name);
  // Somebody who is under way notes what they have seen; a newcomer walks the whole procedure first.
  if (person.seen.length === 0) await this.scene.change(person);
  this.scene.notes = person;
});

When('{personne} ouvre l’adresse notée de l’écran {écran}', async function (this: MdpoWorld, name: string, screen: ScreenName) {
  await openNoted(this.scene, await this.person(name), screen);
});

Given('la cible présente une aide', function (this: MdpoWorld) {
  if (this.open.capabilities.help !== true)
    throw new CapabilityMissing('une aide sur l’écran de connexion', 'écrire « help: true » dans le fichier de la cible');
});

Given('la cible présente une vue d’assistance', function (this: MdpoWorld) {
  if (this.open.capabilities.assistance === undefined) {
    throw new CapabilityMissing(
      'une vue d’assistance',
      'écrire « assistance: { address: …, code: … } » dans le fichier de la cible',
    );
  }
});

Given('la cible varie ses images', function (this: MdpoWorld) {
  if (this.open.capabilities.variableCaptcha !== true) {
    throw new CapabilityMissing('des images de CAPTCHA qui varient', 'donner à « captcha » un oracle qui lit les images');
  }
});

Given('le courrier de la cible peut être coupé', function (this: MdpoWorld) {
  if (this.open.capabilities.mailOutage === undefined)
    throw new CapabilityMissing(
      'un courrier que l’on peut couper',
      'écrire « outage: { cut: …, restore: … } » dans le fichier de la cible',
    );
});

async function openHomeAs(this: MdpoWorld, name: string): Promise<void> {
  await openHome(this.scene, await this.passerBy(name));
}

async function noteSpaceOf(this: MdpoWorld, name: string): Promise<void> {
  await noteSpace(this.scene, await this.person(name));
}
