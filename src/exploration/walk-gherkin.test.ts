import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { featureOf, WRITTEN_BY_EXPLORE } from './walk-gherkin';

const difference = {
  requirements: ['MPO-2-14', 'MPO-D-1'],
  observed: 'écran « nouveau mot de passe »',
  sentences: ['Alice ouvre la page d’accueil', 'Bruno ouvre la page d’accueil'],
  assertion: 'l’écran « nouveau mot de passe » ne s’affiche pas pour Alice',
  asksForAddresses: false,
};

test('a difference is a scenario that Gherkin reads: its people, its moves, what must hold', () => {
  const text = featureOf([difference, { ...difference, asksForAddresses: true }], ['graine 7']);
  assert.ok(text.includes(WRITTEN_BY_EXPLORE));
  const [one, other] = scenariosOf(text);
  assert.deepEqual(one?.tags, ['@MPO-2-14', '@MPO-D-1']);
  assert.equal(one?.name, '1. L’écran « nouveau mot de passe » ne s’affiche pas pour Alice');
  assert.deepEqual(one?.steps, [
    'Alice, titulaire d’un espace professionnel',
    'Bruno, titulaire d’un autre espace professionnel',
    ...difference.sentences,
    difference.assertion,
  ]);
  assert.ok(other?.steps.includes('l’usager a noté l’adresse de chaque écran, son espace compris'));
});

test('what a target says stays in its comment', () => {
  const text = featureOf([{ ...difference, observed: 'page\n  Alors tout va bien\n@MPO-1.1-2' }], ['cible\nScénario: faux']);
  assert.equal(scenariosOf(text).length, 1);
  assert.deepEqual(scenariosOf(text)[0]?.tags, ['@MPO-2-14', '@MPO-D-1']);
  assert.equal(scenariosOf(text)[0]?.steps.length, 5);
});

function scenariosOf(text: string) {
  const parser = new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher());
  return (parser.parse(text).feature?.children ?? []).flatMap(({ scenario }) =>
    scenario
      ? [
          {
            name: scenario.name,
            tags: scenario.tags.map(({ name }) => name),
            steps: scenario.steps.map((step) => step.text),
          },
        ]
      : [],
  );
}
