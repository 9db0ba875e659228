/** Faults of the rule of the password: length, alphabet, spaces, accents, demands of its own. */
import { passwordProblems } from '../problems';
import { fichePolicy, passwordDefects } from '../rules/password';
import type { PasswordPolicy } from '../rules/password';
import type { Fault } from './fault';
import { both, rewritten, withPolicy } from './support';

type Described = Pick<Fault, 'id' | 'title' | 'requirements' | 'observation'>;

/** Faults that are one part of the rule replaced. */
const policies: readonly (Described & { policy: Partial<PasswordPolicy> })[] = [
  {
    id: 'FLT-046',
    title: both('Longueur minimale de 19 (erreur d’une unité)', 'Minimum length 19 (off by one)'),
    requirements: ['MPO-1.3-3', 'MPO-2-21'],
    observation: both('19 caractères sont acceptés', '19 characters are accepted'),
    policy: { minimum: 19 },
  },
  {
    id: 'FLT-046-21',
    title: both('Longueur minimale de 21 (erreur d’une unité)', 'Minimum length 21 (off by one)'),
    requirements: ['MPO-1.3-3', 'MPO-2-21'],
    observation: both('20 caractères sont refusés', '20 characters are refused'),
    policy: { minimum: 21 },
  },
  {
    id: 'FLT-048',
    title: both('Longueur minimale de 12 (ancienne règle)', 'Minimum length 12 (old policy)'),
    requirements: ['MPO-1.3-3', 'MPO-2-21'],
    observation: both('12 à 19 caractères sont acceptés', '12 to 19 characters are accepted'),
    policy: { minimum: 12 },
  },
  {
    id: 'FLT-052',
    title: both('Longueur maximale de 20', 'Maximum length 20'),
    requirements: ['MPO-1.3-1', 'MPO-1.3-3'],
    observation: both('21 caractères sont refusés', '21 characters are refused'),
    policy: { maximum: 20 },
  },
  {
    id: 'FLT-052-64',
    title: both('Longueur maximale de 64', 'Maximum length 64'),
    requirements: ['MPO-1.3-1'],
    observation: both('72 et 128 caractères sont refusés', '72 and 128 characters are refused'),
    policy: { maximum: 64 },
  },
  {
    id: 'FLT-056',
    title: both('Lettres seules acceptées', 'Letters only accepted'),
    requirements: ['MPO-1.3-2'],
    observation: both('25 lettres sont acceptées', '25 letters are accepted'),
    policy: { digit: /^/ },
  },
  {
    id: 'FLT-056-chiffres',
    title: both('Chiffres seuls acceptés', 'Digits only accepted'),
    requirements: ['MPO-1.3-2'],
    observation: both('25 chiffres sont acceptés', '25 digits are accepted'),
    policy: { letter: /^/ },
  },
  {
    id: 'FLT-057',
    title: both('Majuscule exigée', 'Upper-case letter required'),
    requirements: ['MPO-1.3-1'],
    observation: both('Minuscules et chiffres sont refusés', 'Lower-case letters and digits are refused'),
    policy: { further: (password) => /[A-Z]/.test(password) },
  },
  {
    id: 'FLT-058',
    title: both('Caractère spécial exigé', 'Special character required'),
    requirements: ['MPO-1.3-1', 'MPO-2-18'],
    observation: both('Tout mot de passe conforme est refusé', 'Every conforming password is refused'),
    policy: { admits: (password) => /^[!-~]*$/.test(password), further: (password) => /[^A-Za-z0-9]/.test(password) },
  },
  {
    id: 'FLT-059',
    title: both('« _ » accepté (\\w)', '« _ » accepted (\\w)'),
    requirements: ['MPO-2-18'],
    observation: both('« _ » est accepté, « - » refusé', '« _ » is accepted, « - » refused'),
    policy: { admits: (password) => /^\w*$/.test(password) },
  },
  {
    id: 'FLT-059-tous',
    title: both('Caractères spéciaux acceptés', 'Special characters accepted'),
    requirements: ['MPO-1.3-2', 'MPO-2-18'],
    observation: both('« ! », « - », « @ » sont acceptés', '« ! », « - », « @ » are accepted'),
    policy: { admits: (password) => /^[!-~]*$/.test(password) },
  },
  {
    id: 'FLT-060',
    title: both('Intervalle [A-z] : [ \\ ] ^ _ ` acceptés', 'Range [A-z]: [ \\ ] ^ _ ` accepted'),
    requirements: ['MPO-2-18'],
    observation: both('« ^ » est accepté', '« ^ » is accepted'),
    policy: { admits: (password) => /^[A-z0-9]*$/.test(password) },
  },
  {
    id: 'FLT-061',
    title: both('^ et $ compris comme début et fin de ligne', '^ and $ taken as ends of a line'),
    requirements: ['MPO-2-18', 'MPO-2-19'],
    observation: both('Une valeur de deux lignes est acceptée', 'A value of two lines is accepted'),
    policy: { admits: (password) => /^[A-Za-z0-9]{20,}$/m.test(password) },
  },
  {
    id: 'FLT-062',
    title: both('Il suffit de contenir 20 caractères permis', 'It is enough to contain 20 allowed characters'),
    requirements: ['MPO-2-18'],
    observation: both('« !!…!! » autour de 20 caractères est accepté', '« !!…!! » around 20 characters is accepted'),
    policy: { admits: (password) => /[A-Za-z0-9]{20,}/.test(password) },
  },
  ...(
    [
      ['', 'U+0020', ' ', 'MPO-2-19'],
      ['-tab', 'U+0009', '\t', 'MPO-2-19'],
      ['-nbsp', 'U+00A0', '\u00a0', 'MPO-2-19'],
      ['-nnbsp', 'U+202F', '\u202f', 'MPO-2-19'],
      ['-zwsp', 'U+200B', '\u200b', 'MPO-2-19'],
    ] as const
  ).map(([suffix, name, blank, requirement]) => ({
    id: `FLT-064${suffix}`,
    title: both(`L’espace ${name} est accepté`, `The blank ${name} is accepted`),
    requirements: [requirement],
    observation: both('20 caractères permis et cet espace sont acceptés', '20 allowed characters and this blank are accepted'),
    policy: { admits: (password: string) => fichePolicy.admits(password.replaceAll(blank, '')) },
  })),
  ...(
    [
      ['', 'É, À, Ç', /[ÉÀÇ]/g],
      ['-tilde', 'ñ, å, ÿ', /[ñåÿ]/g],
    ] as const
  ).map(([suffix, names, forgotten]) => ({
    id: `FLT-065${suffix}`,
    title: both(`Liste d’accents incomplète : ${names} oubliés`, `Incomplete list of accents: ${names} forgotten`),
    requirements: ['MPO-2-20'],
    observation: both('Une lettre oubliée est acceptée', 'A forgotten letter is accepted'),
    policy: { admits: (password: string) => fichePolicy.admits(password.replace(forgotten, '')) },
  })),
  {
    id: 'FLT-066',
    title: both('Accents décomposés acceptés', 'Decomposed accents accepted'),
    requirements: ['MPO-2-20'],
    observation: both('e suivi de U+0301 est accepté, é refusé', 'e followed by U+0301 is accepted, é refused'),
    policy: { admits: (password) => /^[A-Za-z0-9\u0300-\u036f]*$/.test(password) },
  },
  {
    id: 'FLT-067',
    title: both('Toute lettre Unicode acceptée', 'Any Unicode letter accepted'),
    requirements: ['MPO-2-20'],
    observation: both('« é » est accepté', '« é » is accepted'),
    policy: { admits: (password) => /^[\p{L}\p{N}]*$/u.test(password) },
  },
  {
    id: 'FLT-069',
    title: both('Le premier caractère doit être un chiffre', 'The first character must be a digit'),
    requirements: ['MPO-1.3-1'],
    observation: both(
      'Un mot de passe qui commence par une lettre est refusé',
      'A password that begins with a letter is refused',
    ),
    policy: { further: (password) => /^[0-9]/.test(password) },
  },
  {
    id: 'FLT-070',
    title: both('Répétitions refusées', 'Repetitions refused'),
    requirements: ['MPO-1.3-1'],
    observation: both('« aaa » fait refuser le mot de passe', '« aaa » makes the password refused'),
    policy: { further: (password) => !/(.)\1\1/.test(password) },
  },
  {
    id: 'FLT-071',
    title: both('Le dernier nombre du mot de passe déborde', 'The last number of the password overflows'),
    requirements: ['MPO-1.3-1'],
    observation: both('19 chiffres et une lettre répondent 500', '19 digits and a letter answer 500'),
    policy: {
      further: (password) => {
        if (Number(password.match(/\d+/g)?.at(-1) ?? 0) >= 2 ** 31) throw new RangeError('integer overflow');
        return true;
      },
    },
  },
];

/** The blanks of both ends do not reach the rule, or only its alphabet; what is kept is without them. */
const trimmed: readonly (Described & { count: (password: string) => number })[] = [
  {
    id: 'FLT-050',
    title: both(
      'Longueur comptée avec les blancs du bout, gardé sans eux',
      'Length counted with blanks at the ends, stored without',
    ),
    requirements: ['MPO-1.3-3', 'MPO-2-19'],
    observation: both('19 caractères et un espace sont acceptés', '19 characters and a space are accepted'),
    count: fichePolicy.count,
  },
  {
    id: 'FLT-063',
    title: both('Blancs du bout retirés avant de juger', 'Blanks at the ends removed before judging'),
    requirements: ['MPO-2-19'],
    observation: both('20 caractères et un espace à la fin sont acceptés', '20 characters and a final space are accepted'),
    count: (password) => fichePolicy.count(password.trim()),
  },
];

export const passwordFaults: readonly Fault[] = [
  ...policies.map(({ policy, ...described }): Fault => ({ ...described, override: () => withPolicy(policy) })),
  ...trimmed.map(({ count, ...described }): Fault => ({
    ...described,
    override: () => ({
      rules: {
        passwordDefects: (password) =>
          passwordDefects(password, { ...fichePolicy, count, admits: (typed) => fichePolicy.admits(typed.trim()) }),
        kept: (password) => password.trim(),
      },
    }),
  })),
  {
    id: 'FLT-055',
    title: both('Règle appliquée à la confirmation, premier champ gardé', 'Rule applied to the confirmation, first field stored'),
    requirements: ['MPO-D-5', 'MPO-2-16'],
    observation: both('Une valeur refusée passe si la confirmation est bonne', 'A bad value passes if the confirmation is good'),
    override: ({ rules }) => ({
      machine: {
        guards: {
          isPasswordAccepted: ({ context, event }) =>
            event.type === 'password.submitted' &&
            context.account !== undefined &&
            Boolean(event.password) &&
            passwordProblems(rules, { password: event.confirmation, confirmation: event.confirmation }, context.account)
              .length === 0,
        },
      },
    }),
  },
  {
    id: 'FLT-141',
    title: both('Règle vérifiée par la page seule', 'Rule checked by the page only'),
    requirements: ['MPO-D-5', 'MPO-1.3-3', 'MPO-2-21'],
    observation: both('Hors de la page, le serveur accepte tout', 'Outside the page, the server accepts anything'),
    override: ({ views }) => ({
      rules: { passwordDefects: () => [] },
      views: {
        newPassword: rewritten(
          rewritten(views.newPassword, ' novalidate=""', () => ''),
          /type="password"/g,
          () => 'type="password" minlength="20" pattern="(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9]*"',
        ),
      },
    }),
  },
];
