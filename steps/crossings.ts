/** Procedures that cross: two browsers for one account, two accounts in one browser, moves at the same moment. */
import { Given, Then, When } from '@cucumber/cucumber';
import { answerTogether, chooseTwiceAtOnce, identifyTogether, judgeOneChange, validateTogether } from '../src/checks/concurrency';
import {
  arriveInSecond,
  chooseBeside,
  identifyInTabOf,
  openInSecond,
  sendAnswerOf,
  sendFormOpenedFor,
} from '../src/checks/crossing';
import { inForce, type Person } from '../src/checks/person';
import { screenNames } from '../src/checks/screen-names';
import { answer, choose, screenOf } from '../src/checks/walk';
import { answerFromWords } from '../src/checks/wordings';
import type { ScreenName } from '../src/driver/controls';
import type { MdpoWorld } from './support/world';

Given(
  '{personne} est parvenu à l’écran {écran} dans un second navigateur',
  async function (this: MdpoWorld, name: string, screen: ScreenName) {
    await arriveInSecond(this.scene, await this.person(name), screen);
  },
);

When(
  '{personne} ouvre dans le second l’adresse notée de l’écran {écran}',
  async function (this: MdpoWorld, name: string, screen: ScreenName) {
    await openInSecond(this.scene, await this.person(name), screen);
  },
);

When('{personne} répond dans le second {réponse}', async function (this: MdpoWorld, name: string, words: string) {
  const person = await this.person(name);
  await answer(this.scene, this.scene.second(person), answerFromWords(words, this.scene, person));
});

When('{personne} propose dans le second son mot de passe actuel', async function (this: MdpoWorld, name: string) {
  const person = await this.person(name);
  const second = this.scene.second(person);
  const attempt = await choose(this.scene, second, 'son mot de passe actuel', inForce(person));
  person.attempts.push(attempt);
});

Then('l’écran {écran} ne s’affiche pas dans le second', async function (this: MdpoWorld, screen: ScreenName) {
  const second = this.scene.second(await this.current());
  const seen = screenOf(this.scene, second);
  this.expect(seen !== screen, `l’écran « ${screenNames[screen]} » ne s’affiche pas`, 'il s’affiche');
});

Given(
  '{personne} s’est identifié dans un autre onglet du navigateur {dePersonne}',
  async function (this: MdpoWorld, name: string, host: string) {
    await identifyInTabOf(this.scene, await this.person(name), await this.person(host));
  },
);

When('{personne} choisit, si elle le peut, un mot de passe dans son onglet', async function (this: MdpoWorld, name: string) {
  await chooseBeside(this.scene, await this.person(name), await this.person('Bruno'));
});

When('Bruno envoie la réponse d’Alice, en mettant Alice à sa place dans le formulaire', async function (this: MdpoWorld) {
  await sendAnswerOf(this.scene, await this.person('Bruno'), await this.person('Alice'));
});

When('Bruno envoie de son navigateur le formulaire ouvert devant Alice', async function (this: MdpoWorld) {
  await sendFormOpenedFor(this.scene, await this.person('Bruno'), await this.person('Alice'));
});

When('Alice et Bruno s’identifient en même temps', async function (this: MdpoWorld) {
  await identifyTogether(this.scene, await both(this));
});

When('Alice et Bruno répondent en même temps', async function (this: MdpoWorld) {
  await answerTogether(this.scene, await both(this));
});

When('Alice et Bruno valident en même temps un mot de passe conforme', async function (this: MdpoWorld) {
  await validateTogether(this.scene, await both(this));
});

Then('chacun a changé le sien, et a reçu son courriel', async function (this: MdpoWorld) {
  const people = await both(this);
  // What goes wrong for one was brought about by the other: MPO-D-3.
  await this.deciding(async () => {
    const findings = [];
    for (const person of people) findings.push(...this.scene.observations.judge('accepted', await this.scene.observe(person)));
    this.assert(findings);
  });
});

Then(
  'le changement {dePersonne} est accepté, et rien n’a changé pour {personne}',
  async function (this: MdpoWorld, name: string, other: string) {
    const [person, spared] = [await this.person(name), await this.person(other)];
    await this.deciding(async () => {
      const accepted = this.scene.observations.judge('accepted', await this.scene.observe(person));
      this.assert([...accepted, ...this.scene.observations.judge('refused', await this.scene.observe(spared))]);
    });
  },
);

When(
  '{personne} envoie au même instant, de ce seul écran, deux mots de passe conformes différents',
  async function (this: MdpoWorld, name: string) {
    await chooseTwiceAtOnce(this.scene, await this.person(name));
  },
);

Then('un seul changement a été fait', async function (this: MdpoWorld) {
  this.assert(await judgeOneChange(this.scene, await this.current()));
});

async function both(world: MdpoWorld): Promise<Person[]> {
  return [await world.person('Alice'), await world.person('Bruno')];
}
