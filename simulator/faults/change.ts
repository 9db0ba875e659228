/** Faults of the change itself and of what it shows: effect, atomicity, summary. */
import type { Account } from '../directory';
import { composeLetter } from '../mail/confirmation';
import type { Letter } from '../mail/confirmation';
import { passwordProblems } from '../problems';
import { paths } from '../web/paths';
import type { Fault } from './fault';
import { both, escaped, rewritten, sessionOf } from './support';

const FIVE_MINUTES_MS = 5 * 60_000;

export const changeFaults: readonly Fault[] = [
  {
    id: 'FLT-087',
    title: both('Récapitulatif affiché, rien n’est changé', 'Summary displayed, nothing changed'),
    requirements: ['MPO-1.3-6', 'MPO-2-23'],
    observation: both('La connexion avec le nouveau est refusée', 'Sign-in with the new one is refused'),
    override: () => ({ effects: { changePassword: () => undefined } }),
  },
  {
    id: 'FLT-088',
    title: both('Mot de passe changé, mais page d’erreur', 'Password changed, but an error page'),
    requirements: ['MPO-2-23'],
    observation: both('Le nouveau sert, sans récapitulatif', 'The new one works, without a summary'),
    override: ({ views }) => ({
      views: {
        summary: () => views.error({ title: 'Erreur', message: 'Une erreur technique est survenue. Veuillez réessayer.' }),
      },
    }),
  },
  {
    id: 'FLT-089',
    title: both('L’ancien sert encore cinq minutes', 'The old one works for five more minutes'),
    requirements: ['MPO-1.3-7'],
    observation: both('La connexion avec l’ancien réussit juste après', 'Sign-in with the old one succeeds right after'),
    override: ({ rules, effects }, { notebook, now }) => {
      const changedAt = new Map<Account, number>();
      return {
        effects: {
          changePassword(account, password) {
            changedAt.set(account, now());
            effects.changePassword(account, password);
          },
        },
        rules: {
          opensSpace(account, password) {
            if (rules.opensSpace(account, password)) return true;
            const since = account && changedAt.get(account);
            return (
              since !== undefined && now() - since < FIVE_MINUTES_MS && notebook.former(account as Account).at(-1) === password
            );
          },
        },
      };
    },
  },
  {
    id: 'FLT-090',
    title: both(
      'L’ancien sert jusqu’à la première connexion avec le nouveau',
      'The old one works until the first sign-in with the new',
    ),
    requirements: ['MPO-1.3-7'],
    observation: both(
      'La connexion avec l’ancien réussit si elle est tentée d’abord',
      'Sign-in with the old one succeeds if tried first',
    ),
    override: ({ rules }, { notebook }) => {
      const used = new Set<string>();
      return {
        rules: {
          opensSpace(account, password) {
            if (rules.opensSpace(account, password)) {
              used.add(password);
              return true;
            }
            return account !== undefined && !used.has(notebook.password(account)) && notebook.former(account).at(-1) === password;
          },
        },
      };
    },
  },
  {
    id: 'FLT-091',
    title: both('Le mot de passe de tous les comptes est changé', 'The password of every account is changed'),
    requirements: ['MPO-D-3'],
    observation: both('Un autre usager ne peut plus se connecter', 'Another user cannot sign in any more'),
    override: ({ effects }, { accounts }) => ({
      effects: {
        changePassword: (_, password) => {
          for (const account of accounts) effects.changePassword(account, password);
        },
      },
    }),
  },
  {
    id: 'FLT-091-champ',
    title: both(
      'Le compte à changer est celui que nomme un champ caché',
      'The account to change is the one that a hidden field names',
    ),
    requirements: ['MPO-D-3'],
    observation: both(
      'Le formulaire renvoyé avec l’adresse d’un autre change le mot de passe de cet autre',
      'The form sent with the address of another changes the password of that other',
    ),
    override: ({ views, gate, effects }, { accounts, sessions }) => {
      let named: Account | undefined;
      return {
        views: {
          newPassword(view) {
            const owner = sessionOf(sessions, view.token)?.actor.getSnapshot().context.account;
            return views.newPassword({ ...view, token: owner?.email ?? view.token });
          },
        },
        gate: {
          isGenuine(session, token) {
            named = accounts.find(({ email }) => email === token);
            return named !== undefined || gate.isGenuine(session, token);
          },
        },
        effects: { changePassword: (account, password) => effects.changePassword(named ?? account, password) },
      };
    },
  },
  {
    id: 'FLT-092',
    title: both('Messagerie en panne : changé, mais page d’erreur', 'Mail server down: changed, but an error page'),
    requirements: ['MPO-D-2'],
    observation: both('L’écran et la connexion se contredisent', 'The screen and the sign-in disagree'),
    override: ({ gate, mail }, { mail: transport }) => {
      let letter: Letter | undefined;
      return {
        effects: {
          confirm: (account) => {
            letter = mail.letter(account);
          },
        },
        gate: {
          async settle(session, from, to) {
            if (letter) {
              const { envelope } = letter;
              const raw = await composeLetter(letter, session.id);
              letter = undefined;
              await transport.deliver({ from: envelope.from, to: [...envelope.to] }, raw);
            }
            return gate.settle(session, from, to);
          },
        },
      };
    },
  },
  {
    id: 'FLT-093',
    title: both('Il faut cliquer pour atteindre le récapitulatif', 'A click is needed to reach the summary'),
    requirements: ['MPO-2-23'],
    observation: both('Une page intermédiaire s’affiche', 'An intermediate page is displayed'),
    override: ({ views }) => {
      const seen = new Set<string>();
      return {
        views: {
          summary(view) {
            const first = !seen.has(view.card.email);
            seen.add(view.card.email);
            if (!first) return views.summary(view);
            return views
              .error({ title: 'Veuillez patienter', message: 'Une page suit celle-ci.' })
              .replace(/<a href="\/connexion">.*?<\/a>/, `<a href="${paths.summary}">Page suivante</a>`);
          },
        },
      };
    },
  },
  {
    id: 'FLT-094',
    title: both('Récapitulatif affiché aussi après un refus', 'Summary displayed after a refusal too'),
    requirements: ['MPO-2-23'],
    observation: both('Rien n’est changé, et le récapitulatif s’affiche', 'Nothing is changed, and the summary is displayed'),
    override: ({ views }, { sessions }) => ({
      views: {
        newPassword(view) {
          const card = sessionOf(sessions, view.token)?.actor.getSnapshot().context.account;
          return view.problems.length > 0 && card ? views.summary({ card }) : views.newPassword(view);
        },
      },
    }),
  },
  {
    id: 'FLT-095',
    title: both('Récapitulatif avec le nouveau mot de passe', 'Summary with the new password'),
    requirements: ['MPO-1.5-8'],
    observation: both('Le mot de passe figure dans la page', 'The password is in the page'),
    override: ({ views }, { accounts, notebook }) => ({
      views: {
        summary: rewritten(views.summary, '</dl>', ({ card }) => {
          const account = accounts.find(({ email }) => email === card.email);
          return `<dt>Mot de passe</dt><dd>${escaped(account ? notebook.password(account) : '')}</dd></dl>`;
        }),
      },
    }),
  },
  {
    id: 'FLT-096',
    title: both('Récapitulatif d’un autre usager (cache)', 'Summary of another user (cache)'),
    requirements: ['MPO-D-3'],
    observation: both('Le deuxième usager voit l’adresse du premier', 'The second user sees the address of the first'),
    override: ({ views }) => {
      let cached: string | undefined;
      return { views: { summary: (view) => (cached ??= views.summary(view)) } };
    },
  },
  {
    id: 'FLT-098',
    title: both('Récapitulatif accessible sans procédure', 'Summary reachable without a procedure'),
    requirements: ['MPO-D-1'],
    observation: both('Son adresse montre les données d’un usager', 'Its address shows the data of a user'),
    override: ({ views }, { accounts }) => ({
      machine: { guards: { hasChanged: () => true } },
      views: { summary: ({ card }) => views.summary({ card: card.email ? card : (accounts[0] ?? card) }) },
    }),
  },
  {
    id: 'FLT-143',
    title: both('Récapitulatif sans issue', 'Summary without a way on'),
    requirements: ['MPO-2-24'],
    observation: both('Aucun lien ne mène à la connexion', 'No link leads to the sign-in'),
    override: ({ views }) => ({
      views: {
        summary: (view) =>
          views
            .summary(view)
            .replace(/<a class="button".*?<\/a>/, '')
            .replace(/<nav.*?<\/nav>/s, ''),
      },
    }),
  },
  {
    id: 'FLT-144',
    title: both('Un mot de passe engendré est imposé', 'A generated password is imposed'),
    requirements: ['MPO-1.3-1', 'MPO-1.3-6'],
    observation: both('Celui qui a été choisi ne sert pas', 'The chosen one does not work'),
    override: () => ({ rules: { kept: (password) => `${[...password].reverse().join('')}0` } }),
  },
  {
    id: 'FLT-145',
    title: both('Erreur de confirmation affichée, mais mot de passe changé', 'Mismatch shown, but the password is changed'),
    requirements: ['MPO-D-2', 'MPO-2-16', 'MPO-2-17'],
    observation: both('Après l’erreur, le nouveau sert', 'After the error, the new one works'),
    override: ({ rules, effects }) => ({
      machine: {
        guards: {
          isPasswordAccepted: ({ context, event }) => {
            if (event.type !== 'password.submitted' || !context.account) return false;
            const problems = passwordProblems(rules, event, context.account);
            if (problems.length > 0 && problems.every(({ field }) => field === 'confirmation')) {
              effects.changePassword(context.account, event.password ?? '');
            }
            return problems.length === 0;
          },
        },
      },
    }),
  },
];
