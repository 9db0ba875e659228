import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FINGERPRINT, fingerprintOf } from './finding-fingerprint';

const of = (observed: string, expected = 'un courriel', requirement = 'MPO-2-25') =>
  fingerprintOf(requirement, { expected, observed });

test('a fingerprint has its form, and no other circumstance changes it', () => {
  assert.match(of('aucun courriel'), FINGERPRINT);
  for (const [one, other] of [
    ['aucun courriel en 30 s', 'aucun courriel en 12,4 s'],
    ['aucun courriel en 850 ms', 'aucun  courriel en 3 min 05 s'],
    ['page de http://127.0.0.1:8080/resume', 'page de https://preprod.example:8443/resume'],
    ['127.0.0.1:8025 ne reçoit rien', '10.0.0.7:1025 ne reçoit rien'],
    ['courriel à a.b+c@example.test', 'courriel à camille@autre.example'],
    ['envoyé le 2026-11-24T00:38:52.123Z', 'envoyé le 2027-01-02T10:00:00Z'],
    ['(statut 200, /suite/3fa91c02bd)', '(statut 200, /suite/77aa91c0f3)'],
    ['(statut 200, /suite/42-9F2kLm0pQrStUv)', '(statut 200, /suite/ab-8X1kLm0pQrStUw)'],
    ['dossier 123456', 'dossier 987654321'],
    [
      'contre-exemple : 19 caractères : 19 lettres (graine 4, chemin 0:1, réduit 3 fois) ; « 19 caractères » est accepté',
      'contre-exemple : 7 caractères : 7 chiffres (graine 99, chemin 12, réduit 0 fois) ; « 7 caractères » est accepté',
    ],
  ] as const) {
    assert.equal(of(one), of(other), `${one} / ${other}`);
  }
});

test('another finding has another fingerprint', () => {
  for (const [one, other] of [
    ['« 19 caractères » est accepté', '« 18 caractères » est accepté'],
    ['écran en erreur (statut 500)', 'écran en erreur (statut 404)'],
    ['2 courriels', '3 courriels'],
    ['(statut 200, /recapitulatif)', '(statut 200, /accueil)'],
    ['aucun courriel', 'aucune réponse'],
  ] as const) {
    assert.notEqual(of(one), of(other), `${one} / ${other}`);
  }
  assert.notEqual(of('rien'), of('rien', 'un courriel', 'MPO-2-26'));
  assert.notEqual(of('rien'), of('rien', 'deux courriels'));
  assert.notEqual(of('c', 'a b'), of('b c', 'a'), 'expected and observed are told apart');
});
