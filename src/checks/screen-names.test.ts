import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHttpVisitors } from '../driver/http-visitor';
import { recogniseScreen } from '../driver/screens';
import { html, pageOf, redirect, type Handler } from '../driver/testing';
import type { Page } from '../driver/visitor';
import { describePage, screenFromName } from './screen-names';

const describe = (page: Page): string => describePage(page, recogniseScreen(page));

/** What is said of the page that a site answers at `/x`. */
async function said(handler: Handler, address = '/x?jeton=secret'): Promise<string> {
  const transport = async (request: Request): Promise<Response> => handler(request);
  const visitor = await createHttpVisitors({ baseUrl: 'http://cible.test/', transport }).newVisitor();
  return describe(await visitor.open(address));
}

const answers: readonly (readonly [string, Response | (() => Response), string])[] = [
  ['a failure', html('<h1>Erreur</h1>', { status: 500 }), 'erreur du serveur (statut 500, /x)'],
  ['a gateway that fails', html('', { status: 502 }), 'erreur du serveur (statut 502, /x)'],
  ['a service that is away', html('<h1>Revenez</h1>', { status: 503 }), 'service indisponible (statut 503, /x)'],
  ['maintenance', html('<h1>Opération de maintenance</h1>', { status: 503 }), 'page de maintenance (statut 503, /x)'],
  [
    'maintenance that says it is well',
    html('<title>Maintenance</title><p>Revenez demain</p>'),
    'page de maintenance (statut 200, /x)',
  ],
  ['maintenance in other words', html('<p>Le site est momentanément indisponible.</p>'), 'page de maintenance (statut 200, /x)'],
  [
    'a page that speaks of maintenance further down',
    html(`<p>Aide</p><p>${'mot '.repeat(100)}</p><p>Maintenance le dimanche.</p>`),
    'écran « autre page » (statut 200, /x)',
  ],
  ['a wall', html('Authorization Required', { status: 401 }), 'authentification HTTP demandée (statut 401, /x)'],
  ['a refusal', html('<p>Non</p>', { status: 403 }), 'accès refusé (statut 403, /x)'],
  ['a missing page', html('<p>?</p>', { status: 404 }), 'page introuvable (statut 404, /x)'],
  ['too much asked', Response.json({}, { status: 429 }), 'trop de demandes (statut 429, /x)'],
  [
    'an error without a name',
    html('<p role="alert">Non</p>', { status: 400 }),
    'écran « page en erreur » (statut 400, /x) ; message : « Non »',
  ],
  ['JSON', Response.json({ erreur: 1 }), 'réponse JSON au lieu d’une page (statut 200, /x)'],
  [
    'JSON of a problem',
    new Response('{}', { headers: { 'content-type': 'application/problem+json' } }),
    'réponse JSON au lieu d’une page (statut 200, /x)',
  ],
  ['text', new Response('bonjour'), 'réponse text/plain au lieu d’une page (statut 200, /x)'],
  ['nothing', html(''), 'page vide (statut 200, /x)'],
  [
    'a page that a script draws',
    html('<div id="app"></div><script src="/app.js"></script>'),
    'page vide sans JavaScript (statut 200, /x)',
  ],
  ['a redirect to nowhere', new Response(null, { status: 302 }), 'redirection sans adresse (statut 302, /x)'],
  ['another site', redirect('https://sso.example/entrer?jeton=secret'), 'renvoi vers un autre site (https://sso.example)'],
  ['another port', redirect('http://cible.test:8080/entrer'), 'renvoi vers un autre site (http://cible.test:8080)'],
  ['a redirect to a script', redirect('javascript:alert(1)'), 'renvoi vers un autre site (pas une adresse du web)'],
  ['a redirect to itself', () => redirect('/x?encore'), 'redirection sans fin (/x)'],
  [
    '10 MB',
    html('x'.repeat(10 * 1024 * 1024), { headers: { 'content-length': String(10 * 1024 * 1024) } }),
    'page de 10 Mo, coupée à 5 Mo (statut 200, /x)',
  ],
  ['a page that does not tell its length', html('x'.repeat(6_000_000)), 'page de plus de 5 Mo, coupée à 5 Mo (statut 200, /x)'],
  ['another page', html('<p>Actualités</p>'), 'écran « autre page » (statut 200, /x)'],
];
for (const [what, answer, expected] of answers) {
  test(`what is seen is said in French: ${what}`, async () => {
    assert.equal(await said(() => (typeof answer === 'function' ? answer() : answer)), expected);
  });
}

test('a screen of the procedure keeps its name, whatever its words', () => {
  const page = pageOf(
    '<title>Maintenance des comptes</title><form><label>Nouveau mot de passe <input type="password"></label><label>Confirmez le mot de passe <input type="password"></label><button>Valider</button></form><p role="alert">Trop court</p>',
    { url: 'http://cible.test/changer?jeton=secret' },
  );
  assert.equal(describe(page), 'écran « nouveau mot de passe » (statut 200, /changer) ; message : « Trop court »');
});

test('an address that is none, and a tab that shows nothing, are said too', async () => {
  assert.equal(await said(() => html(''), 'http://['), 'adresse illisible (http://[)');
  const visitor = await createHttpVisitors({ baseUrl: 'http://cible.test/' }).newVisitor();
  assert.equal(describe(visitor.page), 'aucune page');
});

test('long messages are shortened', () => {
  const page = pageOf(`<p role="alert">${'a'.repeat(300)}</p><p>Actualités</p>`);
  assert.match(describe(page), /message : « a{200}… »$/);
});

test('screens are found by their names, and unknown ones refused', () => {
  assert.equal(screenFromName('récapitulatif'), 'summary');
  assert.throws(() => screenFromName('inconnu'), /écran inconnu : « inconnu » ; écrans admis : accueil, connexion/);
});
