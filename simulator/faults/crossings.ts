/** Faults of procedures that cross: two browsers for one account, two accounts in one browser. Who has the right to change what. */
import type { Account } from '../directory';
import type { Session } from '../sessions';
import type { Fault } from './fault';
import { both } from './support';
import { contextsOf, ownerOf, sending, watching } from './watching';

export const crossingFaults: readonly Fault[] = [
  {
    id: 'FLT-161',
    title: both(
      'Droit de changer attaché à l’adresse, non au navigateur',
      'Right to change tied to the address, not the browser',
    ),
    requirements: ['MPO-D-7', 'MPO-D-1'],
    observation: both(
      'La réponse donnée dans un navigateur ouvre l’écran dans un autre',
      'The answer given in one browser opens the screen in another',
    ),
    override: (_, { sessions }) => ({
      machine: {
        guards: {
          isAuthorised: ({ context: { authorised, account } }) =>
            authorised ||
            (account !== undefined && contextsOf(sessions).some((other) => other.authorised && other.account === account)),
        },
      },
    }),
  },
  {
    id: 'FLT-162',
    title: both(
      'Réponse retenue pour le compte, quel que soit le navigateur',
      'Answer remembered for the account in any browser',
    ),
    requirements: ['MPO-D-7', 'MPO-2-14'],
    observation: both(
      'Une mauvaise réponse passe quand la bonne est donnée ailleurs',
      'A wrong answer passes once the right one was given elsewhere',
    ),
    override: ({ rules, gate, effects }) => {
      const answered = new Set<Account>();
      return {
        gate: watching(gate, ({ account }, to) => {
          if (account && to === 'newPassword') answered.add(account);
        }),
        effects: {
          changePassword(account, password) {
            answered.delete(account);
            effects.changePassword(account, password);
          },
        },
        rules: {
          isAnswerRight: (typed, account) =>
            rules.isAnswerRight(typed, account) || (Boolean(typed) && account !== undefined && answered.has(account)),
        },
      };
    },
  },
  {
    id: 'FLT-162-navigateur',
    title: both(
      'Réponse retenue par le navigateur d’une procédure à l’autre',
      'Answer remembered by the browser for the next procedure',
    ),
    requirements: ['MPO-2-14', 'MPO-D-4'],
    observation: both('La deuxième fois, une mauvaise réponse passe', 'The second time, a wrong answer passes'),
    override: ({ rules, gate }) => {
      const answered = new WeakMap<Session['actor'], Account>();
      const now = sending(gate);
      return {
        gate: {
          ...now.gate,
          ...watching(gate, ({ account }, to, { actor }) => {
            if (account && to === 'newPassword') answered.set(actor, account);
          }),
        },
        rules: {
          isAnswerRight: (typed, account) =>
            rules.isAnswerRight(typed, account) ||
            (Boolean(typed) && account !== undefined && answered.get(now.session().actor) === account),
        },
      };
    },
  },
  {
    id: 'FLT-163',
    title: both(
      'L’écran ouvert pour l’un change le compte de qui s’identifie ensuite',
      'The screen opened for one changes the account of whoever identifies next',
    ),
    requirements: ['MPO-D-3', 'MPO-D-1'],
    observation: both(
      'Deux onglets : « Valider » dans le premier change le compte du second',
      'Two tabs: « Valider » in the first changes the account of the second',
    ),
    override: ({ gate }) => {
      const answered = new WeakSet<Session['actor']>();
      let validating: Session | undefined;
      return {
        gate: {
          admit(session, screen, method) {
            validating = method === 'POST' && screen === 'newPassword' ? session : undefined;
            const admitted = gate.admit(session, screen, method);
            validating = undefined;
            return admitted;
          },
          ...watching(gate, (_, to, { actor }) => {
            if (to === 'newPassword') answered.add(actor);
            if (to === 'summary') answered.delete(actor);
          }),
        },
        machine: {
          guards: {
            isAuthorised: ({ context }) =>
              context.authorised || (validating !== undefined && answered.has(validating.actor) && context.account !== undefined),
          },
        },
      };
    },
  },
  {
    id: 'FLT-164',
    title: both(
      'La réponse est jugée pour le compte que nomme un champ caché',
      'The answer is judged for the account that a hidden field names',
    ),
    requirements: ['MPO-D-7', 'MPO-D-3'],
    observation: both(
      'La réponse d’un autre ouvre l’écran si le formulaire nomme cet autre',
      'Naming another in the form, the answer of that other opens the screen',
    ),
    override: ({ views, gate, rules }, { accounts, sessions }) => {
      const named = new WeakMap<Session['actor'], Account>();
      const now = sending(gate);
      return {
        views: {
          question: (view) => views.question({ ...view, token: ownerOf(sessions, view.token)?.email ?? view.token }),
        },
        gate: {
          ...now.gate,
          isGenuine(session, token) {
            const account = accounts.find(({ email }) => email === token);
            if (account) named.set(session.actor, account);
            return account !== undefined || gate.isGenuine(session, token);
          },
        },
        rules: { isAnswerRight: (typed, account) => rules.isAnswerRight(typed, named.get(now.session().actor) ?? account) },
      };
    },
  },
  {
    id: 'FLT-165',
    title: both(
      'La réponse est jugée pour l’onglet, le droit donné au dernier identifié',
      'The answer is judged for the tab, the right given to the last identified',
    ),
    requirements: ['MPO-D-7', 'MPO-D-3'],
    observation: both(
      'Deux onglets : répondre dans le premier ouvre l’écran du second',
      'Two tabs: answering in the first opens the screen of the second',
    ),
    override: ({ views, gate, rules }, { sessions }) => {
      const tabs = new Map<string, Account>();
      const answering = new WeakMap<Session['actor'], Account>();
      const now = sending(gate);
      return {
        views: {
          question(view) {
            const owner = ownerOf(sessions, view.token);
            if (!owner) return views.question(view);
            const id = `${view.token}-${tabs.size}`;
            tabs.set(id, owner);
            return views.question({ ...view, token: id });
          },
        },
        gate: {
          ...now.gate,
          isGenuine(session, token = '') {
            const account = tabs.get(token);
            if (account) answering.set(session.actor, account);
            return account !== undefined || gate.isGenuine(session, token);
          },
        },
        rules: {
          isAnswerRight: (typed, account) => rules.isAnswerRight(typed, answering.get(now.session().actor) ?? account),
        },
      };
    },
  },
  {
    id: 'FLT-173',
    title: both(
      'Le jeton du formulaire vaut réponse, d’où qu’il vienne',
      'The token of the form is as good as an answer, wherever it comes from',
    ),
    requirements: ['MPO-D-1', 'MPO-D-7'],
    observation: both(
      'Le formulaire ouvert par un autre, envoyé de l’écran de la question, change le mot de passe',
      'The form opened by another, sent from the question screen, changes the password',
    ),
    override: ({ views, gate }) => {
      const tickets = new Set<string>();
      const holders = new WeakSet<Session['actor']>();
      let holder = false;
      return {
        views: {
          newPassword(view) {
            const ticket = `${view.token}-${tickets.size}`;
            tickets.add(ticket);
            return views.newPassword({ ...view, token: ticket });
          },
        },
        gate: {
          isGenuine(session, token = '') {
            if (!tickets.has(token)) return gate.isGenuine(session, token);
            holders.add(session.actor);
            return true;
          },
          admit(session, screen, method) {
            holder = method === 'POST' && screen === 'newPassword' && holders.delete(session.actor);
            const admitted = gate.admit(session, screen, method);
            holder = false;
            return admitted;
          },
        },
        machine: {
          guards: { isAuthorised: ({ context }) => context.authorised || (holder && context.account !== undefined) },
        },
      };
    },
  },
];
