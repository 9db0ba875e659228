/** What people propose as a new password, and how. */
import { Given, When } from '@cucumber/cucumber';
import {
  changeTogether,
  chooseTwice,
  chooseTogether,
  openTwoBrowsers,
  openTwoTabs,
  proposeIfPossible,
} from '../src/checks/concurrency';
import { openNoted, resendPair, sendInAnothersName, sendPair } from '../src/checks/own-requests';
import { inForce } from '../src/checks/person';
import { isLeftOpen, judgeRefusal } from '../src/checks/open-values';
import { partialPairs, passwordsFromWords } from '../src/checks/proposals';
import { choose, fillPasswords, openHome, reach, recordAttempt, screenOf } from '../src/checks/walk';
import { variantFromWords } from '../src/exploration/password-variants';
import type { MdpoWorld } from './support/world';

When('{personne} propose {forme}', proposeAll);
When('{personne} propose tour à tour {forme}', proposeAll);
Given('{personne} a proposé {forme}', proposeAll);
When('{personne} choisit {forme}', proposeAll);

Given('{personne} a changé son mot de passe pour {forme}', async function (this: MdpoWorld, name: string, words: string) {
  const person = await this.person(name);
  await this.scene.change(person, passwordsFromWords(this.scene, person, words)[0]);
});

Given('{personne} a changé son mot de passe par la procédure', changeByProcedure);
When('{personne} change son mot de passe par la procédure', changeByProcedure);
Given('{personne} a changé son mot de passe dans le premier', async function (this: MdpoWorld, name: string) {
  const person = await this.person(name);
  // AMB-27: where the second tab was sent back to the start, the first has to begin again.
  if (screenOf(this.scene, this.scene.second(person)) !== 'new-password') await openHome(this.scene, person);
  await this.scene.change(person);
});

When('{personne} suit la procédure de bout en bout( depuis la page d’accueil)', async function (this: MdpoWorld, name: string) {
  const person = await this.person(name);
  // Whoever has already been through it begins again.
  if (screenOf(this.scene, person) === 'summary') await openHome(this.scene, person);
  await this.deciding(() => reach(this.scene, person, 'summary'));
});

When('{personne} tente la procédure de bout en bout', async function (this: MdpoWorld, name: string) {
  await proposeIfPossible(this.scene, await this.person(name));
});

When(
  '{personne} confirme {forme} par le même {différence}',
  async function (this: MdpoWorld, name: string, words: string, difference: string) {
    const person = await this.person(name);
    const [{ shape, value }] = passwordsFromWords(this.scene, person, words);
    const { value: confirmation } = this.scene.protect({
      shape: difference,
      value: variantFromWords(difference)(value, this.scene.source(person)),
    });
    await choose(this.scene, person, `${shape}, confirmé par le même ${difference}`, value, confirmation);
  },
);

When('{personne} confirme {forme} par un autre de même forme', async function (this: MdpoWorld, name: string, words: string) {
  const person = await this.person(name);
  const [one] = passwordsFromWords(this.scene, person, words);
  const [other] = passwordsFromWords(this.scene, person, words);
  await choose(this.scene, person, `${one.shape}, confirmé par un autre`, one.value, other.value);
});

When('{personne} confirme {forme} par {forme}', async function (this: MdpoWorld, name: string, words: string, others: string) {
  const person = await this.person(name);
  const [one] = passwordsFromWords(this.scene, person, words);
  const [other] = passwordsFromWords(this.scene, person, others);
  await choose(this.scene, person, `${one.shape}, confirmé par ${other.shape}`, one.value, other.value);
});

When('{personne} saisit {paire}', async function (this: MdpoWorld, name: string, words: string) {
  const person = await this.person(name);
  const { shape, value } = this.scene.newPassword(person);
  const pair = partialPairs[words]!(shape, value);
  if (pair.value === null || pair.confirmation === null) await sendPair(this.scene, person, pair);
  else await choose(this.scene, person, pair.shape, pair.value, pair.confirmation);
});

When('{personne} saisit et confirme un mot de passe conforme, sans valider', async function (this: MdpoWorld, name: string) {
  const person = await this.person(name);
  const { shape, value } = this.scene.newPassword(person);
  await fillPasswords(this.scene, person, value, value);
  await person.visitor.look();
  recordAttempt(this.scene, person, { shape: `${shape}, saisi sans valider`, value, confirmation: value });
});

When('{personne} envoie de lui-même {forme}', async function (this: MdpoWorld, name: string, words: string) {
  const person = await this.person(name);
  const [{ shape, value }] = passwordsFromWords(this.scene, person, words);
  await sendPair(this.scene, person, { shape, value, confirmation: value });
});

When(
  '{personne} envoie de lui-même {forme}, confirmé par le même {différence}',
  async function (this: MdpoWorld, name: string, words: string, difference: string) {
    const person = await this.person(name);
    const [{ shape, value }] = passwordsFromWords(this.scene, person, words);
    const confirmation = variantFromWords(difference)(value, this.scene.source(person));
    await sendPair(this.scene, person, { shape: `${shape}, confirmé par le même ${difference}`, value, confirmation });
  },
);

When('{personne} renvoie le formulaire avec un autre mot de passe conforme', async function (this: MdpoWorld, name: string) {
  const person = await this.person(name);
  const { shape, value } = this.scene.newPassword(person);
  await resendPair(this.scene, person, person.forms.get('new-password')!, { shape, value, confirmation: value });
});

When(
  '{personne} envoie le formulaire en y mettant {personne} à sa place',
  async function (this: MdpoWorld, name: string, other: string) {
    await sendInAnothersName(this.scene, await this.person(name), await this.person(other));
  },
);

When('{personne} envoie deux fois de suite le même choix', async function (this: MdpoWorld, name: string) {
  await chooseTwice(this.scene, await this.person(name));
});

When(
  '{personne} revient en arrière et choisit, s’il le peut, un autre mot de passe',
  async function (this: MdpoWorld, name: string) {
    const person = await this.person(name);
    await person.visitor.back();
    await proposeIfPossible(this.scene, person, 'here');
  },
);

When(
  '{personne} ouvre l’adresse notée de l’écran « nouveau mot de passe » et y choisit un mot de passe, s’il s’affiche',
  async function (this: MdpoWorld, name: string) {
    const person = await this.person(name);
    await openNoted(this.scene, person, 'new-password');
    await proposeIfPossible(this.scene, person, 'here');
  },
);

Given('{personne} a ouvert l’écran « nouveau mot de passe » dans deux onglets', async function (this: MdpoWorld, name: string) {
  await openTwoTabs(this.scene, await this.person(name));
});

When('{personne} choisit, s’il le peut, un autre mot de passe dans le second', async function (this: MdpoWorld, name: string) {
  const person = await this.person(name);
  const second = this.scene.second(person);
  await proposeIfPossible(this.scene, second, 'here');
  person.attempts.push(...second.attempts.splice(0));
});

Given(
  '{personne} est parvenu à l’écran « nouveau mot de passe » dans deux navigateurs',
  async function (this: MdpoWorld, name: string) {
    await openTwoBrowsers(this.scene, await this.person(name));
  },
);

When(
  '{personne} y choisit en même temps deux mots de passe conformes différents',
  async function (this: MdpoWorld, name: string) {
    await chooseTogether(this.scene, await this.person(name));
  },
);

When('Alice et Bruno changent leur mot de passe en même temps', async function (this: MdpoWorld) {
  await changeTogether(this.scene, [await this.person('Alice'), await this.person('Bruno')]);
});

async function proposeAll(this: MdpoWorld, name: string, words: string): Promise<void> {
  const person = await this.person(name);
  for (const [rank, { shape, value }] of passwordsFromWords(this.scene, person, words).entries()) {
    // What a declared reading lets pass is judged before the rest of the series is proposed.
    const last = person.attempts.at(-1);
    if (rank > 0 && last?.screen === 'summary') this.assert(await judgeRefusal(this.scene, person));
    // AMB-26: a target may send back to the start after a refusal.
    if (rank > 0 || last !== undefined) await reach(this.scene, person, 'new-password');
    const attempt = await choose(this.scene, person, shape, value);
    if (isLeftOpen(this.scene, person, attempt)) continue;
    // An accepted value ends the series: what remains could only be refused by it.
    if (person.attempts.at(-1)?.screen === 'summary' && value !== inForce(person)) return;
  }
}

async function changeByProcedure(this: MdpoWorld, name: string): Promise<void> {
  await this.scene.change(await this.person(name));
}
