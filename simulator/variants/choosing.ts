/** Variants of the new password: the readings of the rule, and what follows a refusal. */
import type { Account } from '../directory';
import { both, withPolicy } from '../faults/support';
import { passwordDefects } from '../rules/password';
import { paths } from '../web/paths';
import { texts } from '../web/texts';
import { createViews } from '../web/views';
import { entering, follow, repainted, restated } from './entering';
import type { Variant } from './variant';

const announcing = (rule: string) => createViews({ ...texts, passwordRule: rule });

const REMEMBERED = 4;

export const choosingVariants: readonly Variant[] = [
  {
    id: 'VAR-alphabet-seul',
    title: both('Chiffres seuls ou lettres seules admis', 'Digits alone or letters alone admitted'),
    readings: { 'AMB-01': 'alphabet-seul' },
    difference: both('La règle ne dit que les caractères permis', 'The rule only says which characters are allowed'),
    override: () => withPolicy({ digit: /(?:)/, letter: /(?:)/ }),
  },
  {
    id: 'VAR-signes-admis',
    title: both('Signes admis en plus', 'Signs admitted besides'),
    readings: { 'AMB-02': 'spéciaux-admis' },
    difference: both('Tout signe du clavier, hors espaces et accents', 'Any sign of the keyboard, but blanks and accents'),
    override: () => ({
      ...withPolicy({ admits: (password) => /^[\x21-\x7e]*$/.test(password) }),
      views: announcing(
        'Le mot de passe doit comporter des chiffres et des lettres, sans espaces ni caractères accentués, 20 caractères au minimum. Les caractères spéciaux sont permis.',
      ),
    }),
  },
  {
    id: 'VAR-lettres-du-monde',
    title: both('Lettres et chiffres de toute écriture', 'Letters and digits of any script'),
    readings: { 'AMB-03': 'lettres-unicode', 'AMB-04': 'accents-français', 'AMB-09': 'graphèmes' },
    difference: both(
      'Seules les lettres accentuées du français sont refusées',
      'Only the accented letters of French are refused',
    ),
    override: () =>
      withPolicy({
        count: (password) => [...new Intl.Segmenter('fr').segment(password)].length,
        admits: (password) => /^[\p{L}\p{N}]*$/u.test(password) && !/[àâäéèêëîïôöùûüÿç]/iu.test(password),
      }),
  },
  {
    id: 'VAR-64-au-plus',
    title: both('64 caractères au plus, annoncés', '64 characters at most, and announced'),
    readings: { 'AMB-06': 'maximum-déclaré' },
    difference: both('Au-delà, un refus motivé', 'Beyond, a refusal with a message'),
    override: () => ({
      ...withPolicy({ maximum: 64 }),
      views: announcing(
        'Le mot de passe doit être une série de chiffres et de lettres ne comportant ni espaces, ni caractères accentués, de 20 caractères au minimum et 64 caractères au maximum.',
      ),
    }),
  },
  {
    id: 'VAR-reprise-sans-casse',
    title: both('Une autre casse n’est pas un autre mot de passe', 'Another letter case is no other password'),
    readings: { 'AMB-07': 'différence-insensible-casse' },
    difference: both(
      'Le mot de passe en vigueur est refusé, casse inversée comprise',
      'The password in force is refused, case swapped too',
    ),
    override: (_, { notebook }) => ({
      rules: { isInForce: (password, account) => password.toLowerCase() === notebook.password(account).toLowerCase() },
    }),
  },
  {
    id: 'VAR-trop-ressemblant',
    title: both('Mot de passe trop ressemblant refusé', 'A password that is too close refused'),
    readings: { 'AMB-07': 'différence-significative' },
    difference: both(
      'Quelques caractères changés ou ajoutés ne suffisent pas',
      'A few characters changed or added are not enough',
    ),
    override: (_, { notebook }) => ({
      rules: { isInForce: (password, account) => tooClose(password.toLowerCase(), notebook.password(account).toLowerCase()) },
    }),
  },
  {
    id: 'VAR-dernier-servi',
    title: both('Seul le mot de passe de la dernière connexion est refusé', 'Only the password of the last sign-in is refused'),
    readings: { 'AMB-08': 'dernier-servi-à-connexion' },
    difference: both(
      'Celui que l’on vient de fixer, et qui n’a pas servi, peut être repris',
      'The one just set, and never used, may be taken again',
    ),
    override: ({ rules }, { notebook }) => {
      const served = new WeakMap<Account, string>();
      return {
        rules: {
          isInForce: (password, account) =>
            password === (served.get(account) ?? notebook.former(account)[0] ?? notebook.password(account)),
          opensSpace(account, password) {
            const opens = rules.opensSpace(account, password);
            if (opens && account) served.set(account, password);
            return opens;
          },
        },
      };
    },
  },
  {
    id: 'VAR-historique',
    title: both(`Les ${REMEMBERED} derniers mots de passe refusés`, `The last ${REMEMBERED} passwords refused`),
    readings: { 'AMB-08': 'historique-n' },
    difference: both('Un ancien mot de passe ne peut pas resservir', 'A former password may not serve again'),
    override: ({ rules }, { notebook }) => ({
      rules: {
        isInForce: (password, account) =>
          rules.isInForce(password, account) ||
          notebook
            .former(account)
            .slice(1 - REMEMBERED)
            .includes(password),
      },
    }),
  },
  {
    id: 'VAR-bords-rognes',
    title: both('Espaces des bords ôtées', 'Blanks at the ends removed'),
    readings: { 'AMB-10': 'rognage-bords' },
    difference: both('Avant le contrôle comme à la connexion', 'Before the check and at the sign-in alike'),
    override: ({ rules }) => ({
      rules: {
        passwordDefects: (password) => passwordDefects(password.trim()),
        isInForce: (password, account) => rules.isInForce(password.trim(), account),
        isConfirmed: (password, confirmation) => password.trim() === confirmation?.trim(),
        kept: (password) => password.trim(),
        opensSpace: (account, password) => rules.opensSpace(account, password.trim()),
      },
    }),
  },
  {
    id: 'VAR-bords-rognes-au-choix',
    title: both('Espaces des bords ôtées au choix seulement', 'Blanks at the ends removed at the choice only'),
    readings: { 'AMB-10': 'rognage-bords' },
    difference: both('La connexion veut la valeur rognée', 'Signing in wants the trimmed value'),
    override: ({ rules }) => ({
      rules: {
        passwordDefects: (password) => passwordDefects(password.trim()),
        isInForce: (password, account) => rules.isInForce(password.trim(), account),
        isConfirmed: (password, confirmation) => password.trim() === confirmation?.trim(),
        kept: (password) => password.trim(),
      },
    }),
  },
  {
    id: 'VAR-refus-recommencer',
    title: both('Tout est à reprendre après un mot de passe refusé', 'Everything begins again after a refused password'),
    readings: { 'AMB-26': 'recommencer' },
    difference: both('L’identification revient, avec un message', 'The identification comes back, with a message'),
    override: (reference) =>
      entering(reference, async (request, routes) => {
        const answer = await routes(request);
        if (request.method !== 'POST' || new URL(request.url).pathname !== paths.newPassword || answer.status !== 422)
          return answer;
        const begun = await follow(request, paths.identification, answer.headers, routes);
        const message = '<p class="problem" role="alert">Ce mot de passe est refusé. Reprenez la procédure.</p><form';
        return restated(await repainted(begun, (html) => html.replace('<form', message)), 422);
      }),
  },
];

/** Same beginning and same end, but for three characters at most. */
function tooClose(one: string, other: string): boolean {
  const shortest = Math.min(one.length, other.length);
  let head = 0;
  while (head < shortest && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  return Math.max(one.length, other.length) - head - tail <= 3;
}
