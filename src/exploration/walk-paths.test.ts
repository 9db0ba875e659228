import assert from 'node:assert/strict';
import { test } from 'node:test';
import { procedure } from '../../simulator';
import { sentenceOf } from './walk-moves';
import { shortestWalks } from './walk-paths';

const walks = shortestWalks().map((walk) => walk.map(sentenceOf));

test('the walks reach each screen by its own way, and ask for each by its address', () => {
  const said = walks.flat();
  for (const sentence of [
    'Alice clique sur « Votre espace professionnel »',
    'Alice clique sur « Mot de passe oublié »',
    'Alice saisit l’adresse d’Alice et recopie l’image',
    'Alice saisit la réponse d’Alice et continue',
    'Alice valide un mot de passe conforme, confirmé à l’identique',
    'Alice saisit à la connexion l’adresse d’Alice et son mot de passe en vigueur',
    'Alice se déconnecte',
    ...['connexion', 'identification', 'question de confiance', 'nouveau mot de passe', 'récapitulatif', 'espace'].map(
      (screen) => `Alice demande l’adresse de l’écran « ${screen} »`,
    ),
  ])
    assert.ok(said.includes(sentence), sentence);
});

test('every refusal that the machine knows is walked into', () => {
  const ends = walks.map((walk) => walk.at(-1));
  const said = walks.flat();
  for (const sentence of [
    'Alice saisit l’adresse d’Alice et recopie mal l’image',
    'Alice saisit une autre réponse et continue',
    'Alice valide 19 lettres et chiffres, confirmé à l’identique',
    'Alice valide un mot de passe conforme, confirmé par un autre',
    'Alice valide le mot de passe en vigueur, confirmé à l’identique',
    'Alice saisit à la connexion l’adresse d’Alice et son mot de passe inventé',
  ])
    assert.ok(said.includes(sentence), sentence);
  // Five wrong answers in one procedure: back to the identification.
  assert.ok(walks.some((walk) => walk.filter((sentence) => /une autre réponse/.test(sentence)).length === 5));
  assert.ok(ends.length > Object.keys(procedure.states).length);
});

test('each begins at the home page, none is the beginning of another, and they are always the same', () => {
  const texts = walks.map((walk) => walk.join('\n'));
  assert.ok(walks.every(([first]) => first === 'Alice ouvre la page d’accueil'));
  for (const [index, text] of texts.entries())
    assert.ok(!texts.some((other, rank) => rank !== index && other.startsWith(`${text}\n`)), text);
  assert.deepEqual(
    shortestWalks().map((walk) => walk.map(sentenceOf)),
    walks,
  );
});
