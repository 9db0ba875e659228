/** Faults of « différent du dernier mot de passe utilisé » and of the confirmation. */
import { createHash, randomBytes } from 'node:crypto';
import type { Account } from '../directory';
import { passwordProblems } from '../problems';
import type { Fault } from './fault';
import type { Notebook } from './notebook';
import { both, looselyEqual } from './support';

type Described = Pick<Fault, 'id' | 'title' | 'requirements' | 'observation'>;

/** What « the same as the one in force » wrongly means. */
const comparisons: readonly (Described & { same: (typed: string, account: Account, notebook: Notebook) => boolean })[] = [
  {
    id: 'FLT-072',
    title: both('Réutilisation jamais refusée', 'Reuse never refused'),
    requirements: ['MPO-1.3-4'],
    observation: both('Le mot de passe en vigueur est accepté', 'The password in force is accepted'),
    same: () => false,
  },
  {
    id: 'FLT-073',
    title: both('Comparé à l’avant-dernier seulement', 'Compared with the last but one only'),
    requirements: ['MPO-1.3-4'],
    observation: both(
      'Le mot de passe en vigueur est accepté, le précédent refusé',
      'The password in force is accepted, the one before refused',
    ),
    same: (typed, account, { former }) => former(account).at(-1) === typed,
  },
  {
    id: 'FLT-074',
    title: both('Comparé à tout l’historique', 'Compared with the whole history'),
    requirements: ['MPO-1.3-4'],
    observation: both('Un mot de passe plus ancien est refusé', 'An older password is refused'),
    same: (typed, account, { former, password }) => [...former(account), password(account)].includes(typed),
  },
  {
    id: 'FLT-075',
    title: both('Comparé sans tenir compte de la casse', 'Compared regardless of letter case'),
    requirements: ['MPO-1.3-4'],
    observation: both('Le même en changeant la casse est refusé', 'The same with its case swapped is refused'),
    same: (typed, account, { password }) => password(account).toLowerCase() === typed.toLowerCase(),
  },
  ...[8, 20, 64].map((length) => ({
    id: length === 20 ? 'FLT-076' : `FLT-076-${length}`,
    title: both(`Comparé sur ${length} caractères`, `Compared on ${length} characters`),
    requirements: ['MPO-1.3-4'],
    observation: both('Un mot de passe qui ne diffère qu’au-delà est refusé', 'A password that only differs beyond is refused'),
    same: (typed: string, account: Account, { password }: Notebook) =>
      password(account).slice(0, length) === typed.slice(0, length),
  })),
  {
    id: 'FLT-077',
    title: both('Empreinte comparée sous un sel neuf', 'Hash compared under a fresh salt'),
    requirements: ['MPO-1.3-4'],
    observation: both('Le mot de passe en vigueur est accepté', 'The password in force is accepted'),
    same: (typed, account, { password }) => salted(typed) === salted(password(account)),
  },
  {
    id: 'FLT-080',
    title: both('Comparé comme un nombre', 'Compared as a number'),
    requirements: ['MPO-1.3-4'],
    observation: both(
      '0e123456789012345678 fait refuser 0e876543210987654321',
      '0e123456789012345678 makes 0e876543210987654321 refused',
    ),
    same: (typed, account, { password }) => looselyEqual(password(account), typed),
  },
  {
    id: 'FLT-172',
    title: both('Réutilisation cherchée à la première procédure seulement', 'Reuse looked for in the first procedure only'),
    requirements: ['MPO-1.3-4'],
    observation: both('Ce qui vient d’être fixé est accepté de nouveau', 'What was just set is accepted again'),
    same: (typed, account, { former, password }) => former(account).length === 0 && typed === password(account),
  },
];

/** What « confirmed » wrongly means. */
const confirmations: readonly (Described & { confirmed: (password: string, confirmation: string | undefined) => boolean })[] = [
  {
    id: 'FLT-081',
    title: both('Confirmation comparée sans la casse', 'Confirmation compared regardless of letter case'),
    requirements: ['MPO-2-16'],
    observation: both('Une confirmation à la casse changée passe', 'A case-swapped confirmation passes'),
    confirmed: (password, confirmation) => password.toLowerCase() === confirmation?.toLowerCase(),
  },
  ...[20, 64, 72].map((length) => ({
    id: length === 20 ? 'FLT-082' : `FLT-082-${length}`,
    title: both(`Confirmation comparée sur ${length} caractères`, `Confirmation compared on ${length} characters`),
    requirements: ['MPO-2-16'],
    observation: both('Une différence au-delà passe', 'A difference beyond passes'),
    confirmed: (password: string, confirmation = '') => password.slice(0, length) === confirmation.slice(0, length),
  })),
  {
    id: 'FLT-083',
    title: both('Confirmation comparée comme un nombre', 'Confirmation compared as a number'),
    requirements: ['MPO-2-16'],
    observation: both('Deux valeurs « 0e… » différentes passent', 'Two different « 0e… » values pass'),
    confirmed: (password, confirmation = '') => looselyEqual(password, confirmation),
  },
  {
    id: 'FLT-084',
    title: both('Confirmation non envoyée : tenue pour égale', 'Confirmation not sent: taken as equal'),
    requirements: ['MPO-2-16', 'MPO-2-15'],
    observation: both('Sans le paramètre, le changement se fait', 'Without the parameter, the change is made'),
    confirmed: (password, confirmation) => confirmation === undefined || password === confirmation,
  },
  {
    id: 'FLT-084-vide',
    title: both('Confirmation vide acceptée', 'Empty confirmation accepted'),
    requirements: ['MPO-2-15', 'MPO-2-16'],
    observation: both('Sans confirmer, le changement se fait', 'Without confirming, the change is made'),
    confirmed: (password, confirmation) => !confirmation || password === confirmation,
  },
  {
    id: 'FLT-084-rognee',
    title: both('Confirmation comparée sans les blancs du bout', 'Confirmation compared without blanks at its ends'),
    requirements: ['MPO-2-16'],
    observation: both('Une confirmation suivie d’un espace passe', 'A confirmation followed by a space passes'),
    confirmed: (password, confirmation) => password === confirmation?.trim(),
  },
];

export const reuseFaults: readonly Fault[] = [
  ...comparisons.map(({ same, ...described }): Fault => ({
    ...described,
    override: (_, { notebook }) => ({ rules: { isInForce: (password, account) => same(password, account, notebook) } }),
  })),
  ...confirmations.map(({ confirmed, ...described }): Fault => ({
    ...described,
    override: () => ({ rules: { isConfirmed: confirmed } }),
  })),
  {
    id: 'FLT-078',
    title: both('Réutilisation cherchée sur la confirmation', 'Reuse looked for on the confirmation'),
    requirements: ['MPO-1.3-4', 'MPO-2-16'],
    observation: both('L’ancien passe si la confirmation diffère', 'The old one passes if the confirmation differs'),
    override: ({ rules }) => ({
      machine: {
        guards: {
          isPasswordAccepted: ({ context, event }) => {
            if (event.type !== 'password.submitted' || !context.account) return false;
            const { password, confirmation } = event;
            const lenient = {
              ...rules,
              isConfirmed: () => Boolean(confirmation),
              isInForce: (_: string, account: Account) => rules.isInForce(confirmation ?? '', account),
            };
            return passwordProblems(lenient, { password, confirmation }, context.account).length === 0;
          },
        },
      },
    }),
  },
  {
    id: 'FLT-079',
    title: both('Réutilisation refusée, mais un courriel part', 'Reuse refused, but a mail leaves'),
    requirements: ['MPO-2-25'],
    observation: both('Un courriel de confirmation après un refus', 'A confirmation mail after a refusal'),
    override: ({ effects, gate }) => ({
      gate: {
        settle(session, from, to) {
          const { account, problems } = session.actor.getSnapshot().context;
          if (account && problems.some(({ code }) => code === 'passwordInForce')) effects.confirm(account);
          return gate.settle(session, from, to);
        },
      },
    }),
  },
  {
    id: 'FLT-085',
    title: both('Deux saisies différentes : la confirmation est gardée', 'Two different values: the confirmation is stored'),
    requirements: ['MPO-2-16', 'MPO-D-2'],
    observation: both('Le mot de passe devient celui de la confirmation', 'The password becomes that of the confirmation'),
    override: () => ({
      rules: {
        isConfirmed: (_, confirmation) => Boolean(confirmation),
        kept: (password, confirmation) => confirmation ?? password,
      },
    }),
  },
  {
    id: 'FLT-142',
    title: both('Champs du mot de passe préremplis', 'Password fields prefilled'),
    requirements: ['MPO-2-15'],
    observation: both('Les champs ne sont pas vides à l’affichage', 'The fields are not empty when displayed'),
    override: ({ views }) => ({
      views: {
        newPassword: (view) =>
          views.newPassword(view).replaceAll('type="password"', 'type="password" value="Propose1MotDePasse2Tout3Fait"'),
      },
    }),
  },
];

function salted(password: string): string {
  return createHash('sha256').update(randomBytes(16)).update(password).digest('hex');
}
