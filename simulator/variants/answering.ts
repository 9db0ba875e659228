/** Variants of the answer: how it is compared, and what follows a wrong one (AMB-16, AMB-17). */
import type { Account } from '../directory';
import { both } from '../faults/support';
import { addressKey } from '../rules/address';
import { paths } from '../web/paths';
import { entering, follow, redirect } from './entering';
import type { Variant } from './variant';

export const answeringVariants: readonly Variant[] = [
  {
    id: 'VAR-retour-au-debut',
    title: both('Retour à l’identification après une réponse fausse', 'Back to the identification after a wrong answer'),
    readings: { 'AMB-16': 'retour-au-début' },
    difference: both(
      'Une nouvelle image est à recopier avant un nouvel essai',
      'A new image has to be copied before another try',
    ),
    override: () => ({ machine: { guards: { hasTriesLeft: () => false } } }),
  },
  {
    id: 'VAR-un-seul-essai',
    title: both('Une réponse fausse met fin à la procédure', 'One wrong answer ends the procedure'),
    readings: { 'AMB-16': 'un-seul-essai' },
    difference: both(
      'L’usager se retrouve à l’écran de connexion, sans un mot',
      'The user is back at the sign-in screen, without a word',
    ),
    override: (reference) => ({
      machine: { guards: { hasTriesLeft: () => false } },
      ...entering(reference, async (request, routes) => {
        const answer = await routes(request);
        const ended = request.method === 'POST' && new URL(request.url).pathname === paths.question && answer.status === 422;
        return ended ? redirect(paths.signIn, await follow(request, paths.signIn, answer.headers, routes)) : answer;
      }),
    }),
  },
  {
    id: 'VAR-blocage-temporaire',
    title: both(
      'Procédure fermée un temps après trois réponses fausses',
      'Procedure closed for a while after three wrong answers',
    ),
    readings: { 'AMB-16': 'blocage-temporaire' },
    difference: both(
      'La quatrième réponse est refusée même juste, dans toute visite ; se connecter reste possible',
      'The fourth answer is refused even if right, in any visit; signing in remains possible',
    ),
    override: ({ effects }) => {
      const wrong = new Map<string, number>();
      return {
        effects: {
          countWrongAnswer: (address) => void wrong.set(addressKey(address), (wrong.get(addressKey(address)) ?? 0) + 1),
          isThrottled: (address) => (wrong.get(addressKey(address)) ?? 0) >= 3,
          forgetWrongAnswers: (address) => {
            wrong.delete(addressKey(address));
            effects.forgetWrongAnswers(address);
          },
        },
      };
    },
  },
  {
    id: 'VAR-reponse-tolerante',
    title: both('Réponse sans casse, accents ni espaces', 'Answer without letter case, accents or blanks'),
    readings: { 'AMB-17': 'réponse-tolérante' },
    difference: both('« eleonore » vaut « Éléonore »', '« eleonore » stands for « Éléonore »'),
    override: (_, { notebook }) => ({
      rules: {
        isAnswerRight(typed: string | undefined, account: Account | undefined) {
          const given = folded(typed ?? '');
          return given !== '' && account !== undefined && given === folded(notebook.answer(account));
        },
      },
    }),
  },
];

function folded(answer: string): string {
  return answer
    .normalize('NFD')
    .replace(/\p{M}|[\s'’-]/gu, '')
    .toLowerCase();
}
