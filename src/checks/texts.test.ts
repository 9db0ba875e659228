import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readings } from '../specification';
import { decodesAsImage } from './image';
import { isBlank, leftoverField, speaksOfPassword } from './mail-content';
import { compatibleValues, judgeReading } from './readings';
import { announcedMinimums, asksForSpecial } from './rule-text';
import { screenFromName } from './screen-names';
import { wantedFromWords } from './wanted-accounts';

const mail = (subject: string, text: string, html = '') => ({
  id: '1',
  envelope: { from: '', to: [] },
  receivedAt: new Date(0),
  subject,
  text,
  html,
  headers: {},
  raw: '',
});
const good = mail('Votre mot de passe a été modifié', 'Bonjour,\nLe mot de passe de votre espace professionnel a été modifié.');

test('a mail speaks French and of the password, whatever its words', () => {
  assert.ok(speaksOfPassword(good));
  assert.ok(
    speaksOfPassword(
      mail('Confirmation', '', '<p>Le <b>mot de&nbsp;passe</b> de votre espace est changé</p>'.replace('&nbsp;', ' ')),
    ),
  );
  assert.ok(!speaksOfPassword(mail('Password changed', 'The password of your account was changed.')));
  assert.ok(!speaksOfPassword(mail('Bienvenue', 'Bonjour, voici la lettre de votre espace.')));
});

test('a blank mail and a template that nobody filled in are seen', () => {
  assert.ok(isBlank(mail('', 'texte')));
  assert.ok(isBlank(mail('Objet', ' \n', '<style>p { color: red }</style><p></p>')));
  assert.ok(!isBlank(good));
  for (const field of ['{{nom}}', '${name}', '<%= nom %>', '{login}', '%nom%', 'undefined']) {
    assert.ok(leftoverField({ ...good, text: `Bonjour ${field},` }), field);
  }
  assert.equal(leftoverField(good), undefined);
});

const rules: readonly [string, number[]][] = [
  ['Le mot de passe doit comporter 20 caractères au minimum.', [20]],
  ['8 caractères minimum', [8]],
  ['Au moins 12 caractères', [12]],
  ['au moins huit caractères', [8]],
  ['entre 8 et 64 caractères', [8]],
  ['longueur minimale : 20 caractères', [20]],
  ['128 caractères au maximum', []],
  ['Des chiffres et des lettres.', []],
];
for (const [text, expected] of rules) test(`rule read: ${text}`, () => assert.deepEqual(announcedMinimums(text), expected));

test('a special character that is asked for is told from one that is forbidden', () => {
  assert.ok(asksForSpecial('Il doit contenir au moins une lettre et un caractère spécial.'));
  assert.ok(asksForSpecial('Les caractères spéciaux sont obligatoires'));
  assert.ok(!asksForSpecial('Il doit contenir des chiffres et des lettres, sans caractères spéciaux.'));
  assert.ok(!asksForSpecial('Il ne doit comporter ni espaces, ni caractères accentués, ni caractères spéciaux.'));
});

test('every cell of a reading leads to values that the specification offers', () => {
  const offered = new Map(readings.map(({ id, values }) => [id, values.map(({ value }) => value)]));
  for (const cell of ['AMB-03', 'AMB-07', 'AMB-08 nouveau', 'AMB-08 avant-dernier', 'AMB-22']) {
    for (const observed of cell === 'AMB-22' ? ['ouvert', 'fermé'] : ['accepté', 'refusé']) {
      for (const value of compatibleValues(cell, observed))
        assert.ok(offered.get(cell.split(' ')[0]!)?.includes(value), `${cell} ${value}`);
    }
  }
});

test('a target fails only what it declares, or the default', () => {
  assert.equal(judgeReading('AMB-07', 'accepté', {}).length, 0);
  assert.equal(judgeReading('AMB-07', 'refusé', {}).length, 1);
  assert.equal(judgeReading('AMB-07', 'refusé', { 'AMB-07': 'différence-significative' }).length, 0);
  // AMB-03 is a grey zone: reported, never failed.
  assert.equal(judgeReading('AMB-03', 'accepté', {}).length, 0);
});

test('an image is one by its bytes, not by its type', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>');
  assert.ok(decodesAsImage({ status: 200, contentType: 'image/svg+xml', bytes: svg }));
  assert.ok(!decodesAsImage({ status: 200, contentType: 'image/png', bytes: Buffer.from('<html>erreur</html>') }));
  assert.ok(!decodesAsImage({ status: 200, contentType: 'text/html', bytes: svg }));
});

test('unknown names of screens and traits are named with those that are known', () => {
  assert.throws(() => screenFromName('paiement'), /« paiement » ; écrans admis : accueil, connexion/);
  assert.throws(() => wantedFromWords('dont le nom est long'), /« dont le nom est long » ; admises : dont l’adresse/);
});
