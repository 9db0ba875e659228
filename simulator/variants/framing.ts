/** Variants of what surrounds the fields: other forms, decoys, old or scripted markup, checks of the browser. */
import { both, escaped } from '../faults/support';
import { fields } from '../web/paths';
import { draw } from './drawing';
import type { Variant } from './variant';

export const framingVariants: readonly Variant[] = [
  {
    id: 'VAR-plusieurs-formulaires',
    title: both('Recherche, lettre d’information et menus sur chaque page', 'Search, newsletter and menus on every page'),
    readings: {},
    difference: both(
      'En tête et au pied de chaque page : formulaires qui demandent un mot, une adresse, une langue ; liens vers l’accueil et le contact',
      'At the head and foot of each page: forms that ask for a word, an address, a language; links to home and contact',
    ),
    override: () => ({
      views: draw({
        words: { label: { onToServices: 'Suite' } },
        pieces: (plain) => ({ page: (...given) => furnished(plain.page(...given)) }),
      }),
    }),
  },
  {
    id: 'VAR-champs-pieges',
    title: both('Champs pièges pour robots', 'Decoy fields for robots'),
    readings: {},
    difference: both(
      'Chaque formulaire a des champs qu’une personne ne voit pas, et un compteur d’étapes que le serveur ignore',
      'Each form has fields that a person does not see, and a step counter that the server ignores',
    ),
    override: ({ views }) => ({
      views: {
        ...draw({
          pieces: (plain) => ({
            form: ({ body, ...form }) =>
              plain.form({
                ...form,
                body:
                  '<input type="hidden" name="etape" value="1">' +
                  '<div class="miel" aria-hidden="true"><label for="site">Votre adresse (ne pas remplir)</label>' +
                  '<input id="site" name="site" tabindex="-1" autocomplete="off"></div>' +
                  `<p hidden><label for="mdp2">Mot de passe</label><input id="mdp2" name="mdp2" type="password"></p>${body}`,
              }),
            page: (screen, title, body) =>
              plain.page(screen, title, body).replace('</head>', '<style>.miel { display: none }</style></head>'),
          }),
        }),
        stylesheet: () => `${views.stylesheet()}.miel { display: none }`,
      },
    }),
  },
  {
    id: 'VAR-html-ancien',
    title: both('HTML d’un autre âge', 'HTML of another age'),
    readings: {},
    difference: both(
      'Balises et attributs en capitales, valeurs sans guillemets, fins de balises omises, entités',
      'Tags and attributes in capitals, unquoted values, end tags left out, entities',
    ),
    override: () => ({
      views: draw({ pieces: (plain) => ({ page: (...given) => aged(plain.page(...given)) }) }),
    }),
  },
  {
    id: 'VAR-commandes-scriptees',
    title: both('Commandes faites de « div » et de script', 'Controls made of « div » and script'),
    readings: {},
    browserOnly: true,
    difference: both(
      'Aucun bouton ni lien du navigateur : un script fait agir des éléments au rôle de bouton et de lien',
      'No native button or link: a script makes elements with the role of a button or a link act',
    ),
    override: ({ gate }) => ({
      gate: {
        async enter(request, answer) {
          if (new URL(request.url).pathname === SCRIPT_PATH) {
            return new Response(SCRIPT, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
          }
          const response = await gate.enter(request, answer);
          const policy = response.headers.get('content-security-policy');
          if (policy) response.headers.set('content-security-policy', `${policy}; script-src 'self'`);
          return response;
        },
      },
      views: draw({
        pieces: (plain) => ({
          page: (screen, title, body) =>
            plain.page(screen, title, body).replace('</body>', `<script src="${SCRIPT_PATH}"></script></body>`),
          submit: (label) => `<div role="button" tabindex="0" data-submit>${escaped(label)}</div>`,
          way: (label, href, kind) => `<div role="${kind}" tabindex="0" data-href="${href}">${escaped(label)}</div>`,
        }),
      }),
    }),
  },
  {
    id: 'VAR-controles-du-navigateur',
    title: both('Saisies contrôlées aussi par le navigateur', 'Entries checked by the browser too'),
    readings: {},
    difference: both(
      'Champs obligatoires, adresse et mot de passe vérifiés avant l’envoi ; le serveur vérifie tout de même',
      'Required fields, address and password checked before sending; the server checks all the same',
    ),
    override: () => ({
      views: draw({
        pieces: (plain) => ({
          form: (form) => plain.form(form).replace(' novalidate', ''),
          field: (field) => {
            const kind = field.name === fields.address ? ' inputmode="email" pattern="[^@]+@[^@]+[.][^@]+"' : '';
            const rule = field.autocomplete === 'new-password' ? ' minlength="20" pattern="[A-Za-z0-9]*"' : '';
            return plain.field(field).replace('<input', `<input required${kind}${rule}`);
          },
        }),
      }),
    }),
  },
];

const SCRIPT_PATH = '/script.js';
const SCRIPT = `
function act(element) {
  if (element.dataset.href) location.assign(element.dataset.href);
  else element.closest('form').requestSubmit();
}
for (const element of document.querySelectorAll('[data-href], [data-submit]')) {
  element.addEventListener('click', () => act(element));
  element.addEventListener('keydown', ({ key }) => { if (key === 'Enter') act(element); });
}
for (const field of document.querySelectorAll('form input')) {
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.target.form.requestSubmit();
  });
}
`;

function furnished(html: string): string {
  return html
    .replace(
      '<main>',
      '<nav><a href="/">Accueil</a> <a href="/aide">Nous contacter</a>' +
        ['Plan du site', 'Accessibilité', 'Actualités', 'Presse', 'Carrières', 'Données personnelles', 'English']
          .map((name) => ` <a href="/aide">${name}</a>`)
          .join('') +
        '</nav><p>Ce site emploie des témoins. <button type="button">Continuer sans accepter</button></p>' +
        '<form role="search" method="get" action="/aide"><label for="q">Rechercher un service, une fiche</label>' +
        '<input id="q" name="q" type="search"><button>Rechercher</button></form>' +
        '<form method="get" action="/"><label for="langue">Langue</label>' +
        '<select id="langue" name="langue"><option>Français</option><option>English</option></select><button>Changer</button></form><main>',
    )
    .replace(
      '</main>',
      '</main><footer><form method="get" action="/aide"><label for="lettre">Recevez notre lettre d’information : votre adresse électronique</label>' +
        '<input id="lettre" name="lettre" type="email" autocomplete="email"><button>S’inscrire</button></form>' +
        '<p>Service assuré de 8h00 à 19h30 du lundi au vendredi. <a href="/aide">Mentions légales</a></p></footer>',
    );
}

/** What a browser repairs without a word. */
function aged(html: string): string {
  return html
    .replace('<!doctype html>', '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">')
    .replace(/<\/(p|li|dd|dt|body|html)>/g, '')
    .replace(/<(\/?)([a-z0-9]+)([^>]*)>/g, (_, slash: string, name: string, attributes: string) => {
      const shouted = attributes
        .replace(/([a-z-]+)="([\w./-]+)"(?=\s|$)/g, (__, key: string, value: string) => `${key.toUpperCase()}=${value}`)
        .replace(/([a-z-]+)="/g, (__, key: string) => `${key.toUpperCase()}="`)
        .replace(/\b(method|type)=(\w+)/gi, (__, key: string, value: string) => `${key.toUpperCase()}=${value.toUpperCase()}`);
      return `<${slash}${name.toUpperCase()}${shouted}>`;
    })
    .replace(/[àâçéèêëîïôùû’]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
