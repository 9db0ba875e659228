/** A scenario that fails is run on the reference simulator, which conforms: the suite’s own mistakes are held against no deployment. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { packageRoot } from '../../src/cli/environment';
import { loadSuite, type Suite } from '../../src/cli/suite';
import { judge, openPlace, rowsOf, told } from './trouble';

const root = mkdtempSync(join(tmpdir(), 'mdpo-second-look-'));
after(() => rmSync(root, { recursive: true }));

/** Two scenarios of one name are told apart by their order alone. */
const feature = `# language: fr
Fonctionnalité: doublure
  @MPO-2-3
  Scénario: L’écran de connexion
    Quand un visiteur est parvenu à l’écran « connexion »
    Alors l’écran « connexion » s’affiche

  @MPO-2-1
  Scénario: Ce que nulle page ne fait
    Quand un visiteur ouvre la page d’accueil
    Alors l’écran « espace » s’affiche

  @MPO-2-2
  Scénario: L’écran
    Quand un visiteur ouvre la page d’accueil
    Alors l’écran « connexion » s’affiche

  @MPO-2-2
  Scénario: L’écran
    Quand un visiteur ouvre la page d’accueil
    Alors l’écran « accueil » s’affiche

  @MPO-2-4
  Plan du scénario: Le chemin
    Quand un visiteur est parvenu à l’écran <écran>
    Alors l’écran <vu> s’affiche
    Exemples:
      | écran              | vu                 |
      | « connexion »      | « connexion »      |
      | « identification » | « identification » |
      | « identification » | « accueil »        |
`;

let suite: Suite;
before(async () => {
  mkdirSync(join(root, 'features'));
  writeFileSync(join(root, 'features', 'a.feature'), feature);
  suite = await loadSuite(process.env, {
    ...{ cwd: root, features: ['features/*.feature'] },
    steps: [join(relative(root, packageRoot), 'steps/**/!(*.test).ts')],
  });
});

test('a scenario that fails there too casts doubt on the suite, one that passes there blames the implementation', async (t) => {
  let broken = false;
  const { target } = await openPlace(t, {
    instead: ({ url }) =>
      broken && !/connexion$/.test(url) && !url.endsWith('/') ? new Response('en panne', { status: 500 }) : undefined,
  });
  const judged = await judge(target, { tags: 'not @rien', suite, onReady: () => (broken = true) });
  const seen = judged.record.scenarios.map(({ name, outcome, attribution, twin }) => [name, outcome, attribution, twin]);
  assert.deepEqual(seen, [
    ['L’écran de connexion', 'passed', undefined, undefined],
    ['Ce que nulle page ne fait', 'cantTell', 'suite', 'failed'],
    ['L’écran', 'cantTell', 'suite', 'failed'],
    ['L’écran', 'passed', undefined, undefined],
    ['Le chemin (écran : « connexion », vu : « connexion »)', 'passed', undefined, undefined],
    ['Le chemin (écran : « identification », vu : « identification »)', 'failed', 'implementation', 'passed'],
    ['Le chemin (écran : « identification », vu : « accueil »)', 'cantTell', 'suite', 'failed'],
  ]);
  for (const row of rowsOf(judged, 'cantTell')) {
    assert.match(row.reason ?? '', /^le même scénario n’aboutit pas sur le simulateur de référence ; sur la cible : /);
    assert.equal(row.otherAttempts?.length, 1);
  }
  const outcomes = judged.record.requirements.filter(({ scenarios }) => scenarios.length > 0);
  assert.deepEqual(
    outcomes.map(({ id, outcome, attribution }) => [id, outcome, attribution]),
    [
      ['MPO-2-1', 'cantTell', 'suite'],
      ['MPO-2-2', 'cantTell', 'suite'],
      ['MPO-2-3', 'passed', undefined],
      ['MPO-2-4', 'failed', 'implementation'],
      ['MPO-2-5', 'failed', 'implementation'],
    ],
    told(judged),
  );
  assert.equal(judged.code, 1);
});

test('where nothing else failed, a doubt on the suite leaves the verdict open', async (t) => {
  const { target } = await openPlace(t);
  const judged = await judge(target, { tags: '@MPO-2-1 or @MPO-2-3', suite });
  assert.deepEqual(
    judged.record.scenarios.map(({ twin }) => twin),
    [undefined, 'failed'],
  );
  assert.deepEqual([judged.code, judged.record.attribution], [3, 'suite'], told(judged));
});
