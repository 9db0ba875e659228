/** What people do on the way to a new password: clicking, identifying, answering. */
import { Given, When } from '@cucumber/cucumber';
import { answerFromWords, addressFromWords } from '../src/checks/wordings';
import { identifyWith, identifyCopying } from '../src/checks/identification';
import { leaveSummary } from '../src/checks/summary';
import { sendAnswer, sendNotedForm } from '../src/checks/own-requests';
import {
  answer,
  clickLabel,
  fillIdentification,
  identify,
  openHome,
  pressEnterIn,
  reach,
  reload,
  screenOf,
} from '../src/checks/walk';
import type { ScreenName } from '../src/driver/controls';
import { accountOf } from '../src/checks/person';
import type { MdpoWorld } from './support/world';

When('{personne} clique sur {commande}', async function (this: MdpoWorld, name: string, label: string) {
  await clickLabel(this.scene, await this.person(name), label);
});

When('{personne} saisit son adresse et les caractères de l’image', async function (this: MdpoWorld, name: string) {
  const person = await this.person(name);
  await fillIdentification(this.scene, person, accountOf(person).email);
});

When('{personne} appuie sur la touche Entrée', async function (this: MdpoWorld, name: string) {
  await pressEnterIn(this.scene, await this.person(name), 'captcha');
});

When('{personne} s’identifie', async function (this: MdpoWorld, name: string) {
  const person = await this.person(name);
  await reach(this.scene, person, 'identification');
  await identify(this.scene, person);
});

When('{personne} s’identifie avec {adresse}', async function (this: MdpoWorld, name: string, words: string) {
  const person = await this.person(name);
  const screen = await identifyWith(this.scene, person, addressFromWords(words, this.scene, person));
  if (words === 'une adresse inconnue')
    this.reading('AMB-14', screen === 'question' ? 'question-leurre' : 'sans-fuite-ni-progression');
});

When('{personne} s’identifie en recopiant {caractères}', async function (this: MdpoWorld, name: string, words: string) {
  await identifyCopying(this.scene, await this.person(name), words);
});

When('{personne} s’identifie dans le navigateur d’Alice', async function (this: MdpoWorld, name: string) {
  const person = await this.person(name);
  const alice = await this.scene.someone('Alice');
  await person.visitor.close();
  person.visitor = alice.visitor;
  await openHome(this.scene, person);
  await reach(this.scene, person, 'identification');
  await identify(this.scene, person);
});

When('{personne} répond à la question de confiance', async function (this: MdpoWorld, name: string) {
  await answer(this.scene, await this.person(name));
});

When('{personne} répond {réponse}', answerWith);
When('{personne} donne {réponse}', answerWith);
Given('{personne} a répondu {réponse}', answerWith);

When('{personne} répond rien, le paramètre étant omis', async function (this: MdpoWorld, name: string) {
  await sendAnswer(this.scene, await this.person(name), null);
});

When('{personne} répond, si elle le peut, {réponse}', async function (this: MdpoWorld, name: string, words: string) {
  const person = await this.person(name);
  if (screenOf(this.scene, person) === 'question') await answer(this.scene, person, answerFromWords(words, this.scene, person));
});

When('{personne} affiche de nouveau la page', async function (this: MdpoWorld, name: string) {
  const person = await this.person(name);
  const before = screenOf(this.scene, person);
  await reload(this.scene, person);
  // AMB-27: a question that is asked for once more may send back to the start.
  if (before === 'question' && screenOf(this.scene, person) !== before) await reach(this.scene, person, before);
});

When('{personne} abandonne la procédure', async function (this: MdpoWorld, name: string) {
  await this.scene.freshBrowser(await this.person(name));
});

When(
  '{personne} envoie d’elle-même le formulaire de l’écran {écran}',
  async function (this: MdpoWorld, name: string, screen: ScreenName) {
    await sendNotedForm(this.scene, await this.person(name), screen);
  },
);

When('{personne} rejoint l’écran de connexion par le récapitulatif', async function (this: MdpoWorld, name: string) {
  await leaveSummary(this.scene, await this.person(name));
});

async function answerWith(this: MdpoWorld, name: string, words: string): Promise<void> {
  const person = await this.person(name);
  await answer(this.scene, person, answerFromWords(words, this.scene, person));
}
