/** The moves of generated walks, as the features that `mdpo explore` writes say them. */
import { defineParameterType, Given, Then, When } from '@cucumber/cucumber';
import { accountOf } from '../src/checks/person';
import { noteAddresses } from '../src/checks/exploring';
import type { Scene } from '../src/checks/scene';
import { Walkabout } from '../src/checks/walkabout';
import { moveFromSentence, predicatePattern, walkers, type Move } from '../src/exploration/walk-moves';
import type { MdpoWorld } from './support/world';

defineParameterType({
  name: 'geste',
  regexp: new RegExp(`(?:${walkers.join('|')}) (?:${predicatePattern()})`),
  transformer: moveFromSentence,
});

const walkabouts = new WeakMap<Scene, Walkabout>();

Given('{personne} a noté l’adresse de chaque écran, son espace compris', async function (this: MdpoWorld, name: string) {
  const person = await this.person(name);
  await noteAddresses(this.scene, person);
  this.scene.notes = person;
});

When('{geste}', async function (this: MdpoWorld, move: Move) {
  await this.person(move.who);
  await walkaboutOf(this).make(move);
});

Then('chaque changement annoncé, et lui seul, a pris effet', async function (this: MdpoWorld) {
  this.assert(await walkaboutOf(this).judge());
});

Then('{personne} voit la question de confiance {dePersonne}', async function (this: MdpoWorld, name: string, other: string) {
  const { page } = (await this.person(name)).visitor;
  const { question } = accountOf(await this.scene.someone(other));
  const shown = (text: string) => text.replace(/\s+/gu, ' ').trim();
  this.expect(shown(page.text).includes(shown(question)), `la question « ${question} »`, 'elle n’est pas affichée');
});

function walkaboutOf({ scene }: MdpoWorld): Walkabout {
  const known = walkabouts.get(scene) ?? new Walkabout(scene, scene.notes?.addresses ?? new Map());
  walkabouts.set(scene, known);
  return known;
}
