/** Variants that draw the same screens with other markup. */
import { both, escaped } from '../faults/support';
import { fields, paths } from '../web/paths';
import { draw, hiddenToken, inputOf } from './drawing';
import type { DrawnField, DrawnForm } from './drawing';
import type { Variant } from './variant';

const problemsOf = (problems: readonly string[]) =>
  problems.map((problem) => `<p class="problem">${escaped(problem)}</p>`).join('');
const labelled = ({ label, ...field }: DrawnField, attributes = '') =>
  inputOf(field, `${attributes} aria-label="${escaped(label)}"`);

/** Every field of the drawing, on the way to another kind of form. */
const formOf = ({ action, token, body, submit }: DrawnForm) =>
  `<form method="post" action="${action}">${hiddenToken(token)}${body}${submit}</form>`;

export const markupVariants: readonly Variant[] = [
  {
    id: 'VAR-tableaux',
    title: both('Mise en page par tableaux', 'Layout by tables'),
    readings: {},
    difference: both(
      'Libellés et champs dans deux cellules que rien ne relie, boutons « input », polices en dur',
      'Labels and fields in two cells that nothing ties, « input » buttons, hard-coded fonts',
    ),
    override: () => ({
      views: draw({
        pieces: (plain) => ({
          form: ({ action, token, body, submit, problems }) =>
            `<center><form method=post action="${action}">${hiddenToken(token)}<table border=0 cellpadding=4>` +
            problems.map((problem) => `<tr><td colspan=2><font color=red><b>${escaped(problem)}</b></font></td></tr>`).join('') +
            `${body}<tr><td></td><td>${submit}</td></tr></table></form></center>`,
          field: (field) =>
            `<tr><td align=right><label for="c-${field.name}">${escaped(field.label)}</label>&nbsp;:</td>` +
            `<td>${inputOf(field, `id="c-${field.name}" size=30`)}</td></tr>`,
          image: (source) => `<tr><td></td><td><img src="${source}" width=200 height=64 alt="Code de sécurité"></td></tr>`,
          page: (screen, title, body) =>
            plain
              .page(screen, title, body)
              .replace('<head>', '<head><base href="/">')
              .replace(/(href|src|action)="\/(?!")/g, '$1="'),
          submit: (label) => `<input type=submit value="${escaped(label)}">`,
          way: (label, href, kind) =>
            kind === 'link'
              ? `<p><font size=2><a href="${href}">${escaped(label)}</a></font></p>`
              : `<table><tr><td><form action="${href}"><input type=submit value="${escaped(label)}"></form></td></tr></table>`,
          card: (data) =>
            `<table border=1>${data.map(([label, value]) => `<tr><th>${escaped(label)}<td>${escaped(value)}`).join('')}</table>`,
        }),
      }),
    }),
  },
  {
    id: 'VAR-etiquettes-enveloppantes',
    title: both('Étiquettes qui enveloppent leur champ', 'Labels that wrap their fields'),
    readings: {},
    difference: both(
      'Pas d’identifiants : le champ, son aide et son erreur sont dans l’étiquette',
      'No ids: the field, its help and its error stand in the label',
    ),
    override: () => ({
      views: draw({
        pieces: {
          field: (field) =>
            `<p><label><span>${escaped(field.label)} <abbr title="obligatoire">*</abbr></span>${inputOf(field)}` +
            `${field.problems.map((problem) => `<em>${escaped(problem)}</em>`).join('')}</label></p>`,
        },
      }),
    }),
  },
  {
    id: 'VAR-sans-etiquette',
    title: both('Champs nommés sans étiquette', 'Fields named without a label'),
    readings: {},
    difference: both(
      'aria-label, aria-labelledby, title ou placeholder tiennent lieu d’étiquette',
      'aria-label, aria-labelledby, title or placeholder stand for the label',
    ),
    override: () => {
      const ways: readonly ((field: DrawnField) => string)[] = [
        (field) => labelled(field),
        (field) =>
          `<span id="n-${field.name}">${escaped(field.label)}</span>${inputOf(field, `aria-labelledby="n-${field.name}"`)}`,
        (field) => inputOf(field, `title="${escaped(field.label)}"`),
        (field) => inputOf(field, `placeholder="${escaped(field.label)}"`),
      ];
      const names: readonly string[] = Object.values(fields);
      return {
        views: draw({
          pieces: {
            field: (field) =>
              `<div>${ways[names.indexOf(field.name) % ways.length]?.(field) ?? ''}${problemsOf(field.problems)}</div>`,
          },
        }),
      };
    },
  },
  {
    id: 'VAR-groupes',
    title: both('Groupes de champs et boutons de renoncement', 'Field sets, and buttons to give up'),
    readings: {},
    difference: both(
      'Chaque formulaire est un groupe titré, avec « Annuler » et « Effacer » à côté du bouton de la fiche',
      'Each form is a titled group, with « Annuler » and « Effacer » beside the button of the sheet',
    ),
    override: () => ({
      views: draw({
        pieces: (plain) => ({
          form: ({ body, ...form }) =>
            formOf({
              ...form,
              body: `<fieldset><legend>Veuillez remplir tous les champs</legend>${body}</fieldset>`,
              submit:
                `${form.submit}<button type="reset">Effacer</button>` +
                `<button type="submit" formaction="${paths.signIn}" formmethod="get" formnovalidate>Annuler</button>`,
            }),
          submit: (label) => `<input type="submit" value="${escaped(label)}">`,
          image: (source) =>
            `${plain.image(source)}<p><label><input type="checkbox" name="grand"> Agrandir</label> <a href="${paths.identification}">Autre image</a></p>`,
        }),
      }),
    }),
  },
  {
    id: 'VAR-roles-stricts',
    title: both('Chaque commande a le rôle que dit la fiche', 'Each control has the role that the sheet says'),
    readings: { 'AMB-31': 'rôle-strict' },
    difference: both(
      'Boutons à image, boutons « input », boutons hors de leur formulaire, lien qui contient une icône',
      'Image buttons, « input » buttons, buttons outside their form, a link that holds an icon',
    ),
    override: () => {
      const icon = '<svg width="12" height="12" aria-hidden="true"><circle cx="6" cy="6" r="5"/></svg>';
      return {
        views: draw({
          pieces: {
            form: ({ screen, action, token, body, submit }) =>
              `<form id="f-${screen}" method="post" action="${action}">${hiddenToken(token)}${body}</form>` +
              submit.replace(/^<(input|button)/, `<$1 form="f-${screen}"`),
            submit: (label) =>
              label === 'Connexion'
                ? `<input type="image" src="/favicon.ico" alt="${escaped(label)}">`
                : `<button>${icon}<span>${escaped(label)}</span></button>`,
            way: (label, href, kind) =>
              kind === 'link'
                ? `<p><a href="${href}">${icon} ${escaped(label)}</a></p>`
                : `<form action="${href}"><input type="submit" value="${escaped(label)}"></form>`,
          },
        }),
      };
    },
  },
  {
    id: 'VAR-bandeau',
    title: both('Erreurs dans un bandeau, liens en boutons', 'Errors in one banner, links as buttons'),
    readings: {},
    difference: both(
      'Un seul encadré en tête de page, sans rôle, et rien à côté des champs ; « Votre espace professionnel » est un lien, « Mot de passe oublié » un lien au rôle de bouton',
      'A single box at the head of the page, without a role, and nothing beside the fields; « Votre espace professionnel » is a link, « Mot de passe oublié » a link with the role of a button',
    ),
    override: () => ({
      views: draw({
        pieces: (plain) => ({
          page: (screen, title, body) =>
            plain.page(
              screen,
              title,
              `<p role="status">Information${'\u00a0'}: les services seront fermés pour maintenance dimanche de 6h à 8h.</p>${body}`,
            ),
          field: (field) => plain.field({ ...field, problems: [] }),
          way: (label, href, kind) =>
            `<p><a class="button"${kind === 'link' ? ' role="button"' : ''} href="${href}"><strong>${escaped(label)}</strong></a></p>`,
          form: (form) =>
            (form.problems.length === 0
              ? ''
              : `<div class="problem"><p>Votre saisie comporte des erreurs${'\u00a0'}:</p><ul>${form.problems.map((one) => `<li>${escaped(one)}</li>`).join('')}</ul></div>`) +
            plain.form(form),
        }),
      }),
    }),
  },
  {
    id: 'VAR-question-en-champ',
    title: both('Question montrée dans un champ', 'Question shown in a field'),
    readings: { 'AMB-33': 'liste-fermée' },
    difference: both(
      'La question est le choix, déjà fait et inchangeable, d’une liste de questions',
      'The question is the choice, already made and fixed, in a list of questions',
    ),
    override: () => ({
      views: draw({
        pieces: {
          question: (text) =>
            '<p><label for="liste">Votre question</label> <select id="liste" disabled>' +
            `<option>Quel est votre plat préféré${'\u00a0'}?</option><option selected>${escaped(text)}</option></select></p>`,
        },
      }),
    }),
  },
  {
    id: 'VAR-reponse-masquee',
    title: both('Réponse masquée à la saisie', 'Answer masked as it is typed'),
    readings: {},
    difference: both(
      'La question sert d’étiquette à un champ dont rien ne se lit',
      'The question is the label of a field of which nothing is read',
    ),
    override: ({ views }) => ({
      views: {
        question: (view) =>
          views
            .question(view)
            .replace(/<p class="question">.*?<\/p>/s, '')
            .replace(/(<label for="reponse">)[^<]*/, (_, label: string) => label + escaped(view.question))
            .replace('name="reponse" type="text"', 'name="reponse" type="password"'),
      },
    }),
  },
];
