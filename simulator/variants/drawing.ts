/** The pages drawn anew, from words and from pieces of markup that can each be replaced by themselves. */
import type { Screen } from '../machine';
import type { FieldName, Problem } from '../problems';
import { escaped } from '../faults/support';
import { fields, HELP_PATH, paths, SERVICE_PATH, SIGN_OUT_PATH } from '../web/paths';
import type { Views } from '../web/views';
import { plainWords } from './words';
import type { Words } from './words';

/** A field as it is drawn. */
export interface DrawnField {
  readonly name: string;
  readonly label: string;
  readonly secret: boolean;
  readonly value: string;
  readonly autocomplete: string;
  /** What is wrong with what was typed in it, in words. */
  readonly problems: readonly string[];
}

/** A form as it is drawn. */
export interface DrawnForm {
  readonly screen: Screen;
  readonly action: string;
  readonly token: string;
  /** Its fields, drawn. */
  readonly body: string;
  /** Label of the button that sends it. */
  readonly submit: string;
  /** Everything that is wrong with what was sent, in words. */
  readonly problems: readonly string[];
}

/** The pieces of the pages. */
export interface Pieces {
  page(screen: Screen, title: string, body: string): string;
  lead(text: string): string;
  form(form: DrawnForm): string;
  field(field: DrawnField): string;
  submit(label: string): string;
  /** A way to another screen: what the fiche calls a button, or a link. */
  way(label: string, href: string, kind: 'button' | 'link'): string;
  image(source: string): string;
  question(text: string): string;
  card(data: readonly (readonly [label: string, value: string])[]): string;
  list(items: readonly string[]): string;
}

const plainPieces: Pieces = {
  page: (_, title, body) =>
    '<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    `<title>${escaped(title)}</title><link rel="stylesheet" href="/style.css"></head>` +
    `<body><header><p class="banner">Simulateur</p></header><main><h1>${escaped(title)}</h1>${body}</main></body></html>`,
  lead: (text) => `<p>${escaped(text)}</p>`,
  form: ({ action, token, body, submit }) =>
    `<form method="post" action="${action}" novalidate>${hiddenToken(token)}${body}${submit}</form>`,
  field: ({ name, label, problems, ...field }) =>
    `<div class="field"><label for="${name}">${escaped(label)}</label>${inputOf({ name, ...field }, `id="${name}"`)}` +
    `${problems.map((problem) => `<p class="problem" role="alert">${escaped(problem)}</p>`).join('')}</div>`,
  submit: (label) => `<button type="submit">${escaped(label)}</button>`,
  way: (label, href, kind) =>
    kind === 'link'
      ? `<p><a href="${href}">${escaped(label)}</a></p>`
      : `<form method="get" action="${href}"><button>${escaped(label)}</button></form>`,
  image: (source) => `<img class="captcha" src="${source}" alt="Caractères à recopier">`,
  question: (text) => `<p class="question">${escaped(text)}</p>`,
  card: (data) => `<dl>${data.map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`,
  list: (items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`,
};

export function hiddenToken(token: string): string {
  return `<input type="hidden" name="${fields.token}" value="${token}">`;
}

/** The element that is typed in. @param attributes those that tie it to its label. */
export function inputOf(field: Omit<DrawnField, 'label' | 'problems'>, attributes = ''): string {
  const { name, secret, value, autocomplete } = field;
  const filled = value === '' ? '' : ` value="${escaped(value)}"`;
  return `<input type="${secret ? 'password' : 'text'}" name="${name}" autocomplete="${autocomplete}"${filled} ${attributes}>`;
}

/** What differs from the plain drawing. */
export interface Strokes {
  readonly words?: { readonly [Kind in keyof Words]?: Partial<Words[Kind]> };
  readonly pieces?: Partial<Pieces> | ((plain: Pieces) => Partial<Pieces>);
}

/** The screens of the fiche and the space, drawn. */
export function draw({ words = {}, pieces = {} }: Strokes): Partial<Views> {
  const p: Pieces = { ...plainPieces, ...(typeof pieces === 'function' ? pieces(plainPieces) : pieces) };
  const title = { ...plainWords.title, ...words.title };
  const lead = { ...plainWords.lead, ...words.lead };
  const label = { ...plainWords.label, ...words.label };
  const problem = { ...plainWords.problem, ...words.problem };

  const page = (screen: Screen, ...body: string[]) =>
    p.page(screen, title[screen], `${lead[screen] === '' ? '' : p.lead(lead[screen])}${body.join('')}`);
  const said = (problems: readonly Problem[], field?: FieldName) =>
    problems.filter((one) => field === undefined || one.field === field).map(({ code }) => problem[code]);
  const field = (name: keyof typeof fields, text: string, more: Partial<DrawnField> & { problems?: readonly string[] } = {}) =>
    p.field({ name: fields[name], label: text, secret: false, value: '', autocomplete: 'off', problems: [], ...more });
  const form = (screen: Screen, view: { token: string; problems: readonly Problem[] }, submit: string, ...body: string[]) =>
    p.form({
      ...{ screen, action: paths[screen], token: view.token, body: body.join(''), submit: p.submit(submit) },
      problems: said(view.problems),
    });

  return {
    home: () => page('home', p.way(label.professionalSpace, paths.signIn, 'button')),
    signIn: (view) =>
      page(
        'signIn',
        form(
          'signIn',
          view,
          label.signIn,
          field('identifier', label.identifier, {
            value: view.identifier,
            autocomplete: 'username',
            problems: said(view.problems, 'identifier'),
          }),
          field('currentPassword', label.password, { secret: true, autocomplete: 'current-password' }),
        ),
        p.way(label.forgottenPassword, paths.identification, 'link'),
        label.help === '' ? '' : p.way(label.help, HELP_PATH, 'link'),
      ),
    identification: (view) =>
      page(
        'identification',
        form(
          'identification',
          view,
          label.continue,
          field('address', label.address, { value: view.address, problems: said(view.problems, 'address') }),
          p.image(view.image),
          field('characters', label.characters, { problems: said(view.problems, 'characters') }),
        ),
      ),
    question: (view) =>
      page(
        'question',
        p.question(view.question),
        form('question', view, label.continue, field('answer', label.answer, { problems: said(view.problems, 'answer') })),
      ),
    newPassword: (view) =>
      page(
        'newPassword',
        form(
          'newPassword',
          view,
          label.confirm,
          field('password', label.newPassword, {
            ...{ secret: true, autocomplete: 'new-password', problems: said(view.problems, 'password') },
          }),
          field('confirmation', label.confirmation, {
            ...{ secret: true, autocomplete: 'new-password', problems: said(view.problems, 'confirmation') },
          }),
        ),
      ),
    summary: ({ card }) =>
      page(
        'summary',
        p.card([
          ['Numéro d’abonné', card.subscriberNumber],
          ['Adresse électronique', card.email],
          ['Question de confiance', card.question],
        ]),
        p.way(label.onToServices, paths.signIn, 'link'),
      ),
    services: ({ token, owner }) =>
      page(
        'services',
        p.card([
          ['Adresse électronique', owner.email],
          ['Numéro d’abonné', owner.subscriberNumber],
        ]),
        p.list(owner.services.map((service, rank) => p.way(service, `${SERVICE_PATH}/${rank + 1}`, 'link'))),
        p.list(owner.dossiers.map(escaped)),
        p.form({
          ...{ screen: 'services', action: SIGN_OUT_PATH, token, body: '', submit: p.submit(label.signOut), problems: [] },
        }),
      ),
  };
}
