/** Faults of the order of the screens, of sessions, of replays. Those that trust a form also forget where it comes from. */
import { assign } from 'xstate';
import type { Account } from '../directory';
import { fresh } from '../machine';
import type { Fault } from './fault';
import { both } from './support';

/** Without it, the token alone would stop a form sent out of order, and the fault would not show. */
const anyToken = { isGenuine: () => true };

/** What counts as simultaneous: long, so that what the fault does to a scenario does not depend on how busy the machine is. */
const TOGETHER_MS = 10_000;

export const orderFaults: readonly Fault[] = [
  {
    id: 'FLT-118',
    title: both('Question accessible sans CAPTCHA', 'Question reachable without CAPTCHA'),
    requirements: ['MPO-D-1', 'MPO-2-8'],
    observation: both('Son adresse l’affiche dans un navigateur neuf', 'Its address displays it in a fresh browser'),
    override: () => ({
      gate: anyToken,
      machine: {
        guards: { isIdentified: ({ context }) => !context.authorised },
        actions: {
          refuseIdentity: assign(({ context, event }) => {
            const address = event.type === 'identity.submitted' ? (event.address ?? '') : '';
            const account = context.desk.rules.findAccount(address);
            return {
              address,
              account,
              question: account?.question,
              problems: [{ field: 'characters', code: 'charactersWrong' }],
            };
          }),
        },
      },
    }),
  },
  {
    id: 'FLT-119',
    title: both(
      'Le formulaire du mot de passe ne veut qu’une session identifiée',
      'The password form only wants an identified session',
    ),
    requirements: ['MPO-D-1', 'MPO-2-10'],
    observation: both(
      'Envoyé après l’identification, il change le mot de passe',
      'Sent after identification, it changes the password',
    ),
    override: ({ gate }) => {
      let sending = false;
      return {
        gate: {
          ...anyToken,
          admit(session, screen, method) {
            sending = method === 'POST' && screen === 'newPassword';
            const admitted = gate.admit(session, screen, method);
            sending = false;
            return admitted;
          },
        },
        machine: {
          guards: { isAuthorised: ({ context }) => context.authorised || (sending && context.account !== undefined) },
        },
      };
    },
  },
  {
    id: 'FLT-120',
    title: both(
      'L’adresse de l’écran suffit à l’ouvrir après l’identification',
      'The address of the screen is enough after identification',
    ),
    requirements: ['MPO-D-1', 'MPO-2-10', 'MPO-2-14'],
    observation: both('La question peut être sautée', 'The question can be skipped'),
    override: () => ({
      gate: anyToken,
      machine: { guards: { isAuthorised: ({ context }) => context.authorised || context.question !== undefined } },
    }),
  },
  {
    id: 'FLT-121',
    title: both('Le droit acquis pour l’un sert pour l’autre', 'The right won for one serves for another'),
    requirements: ['MPO-D-1', 'MPO-D-3'],
    observation: both(
      'Répondre pour A, s’identifier comme B : l’écran de B s’ouvre',
      'Answer for A, identify as B: the screen of B opens',
    ),
    override: () => ({
      gate: anyToken,
      machine: {
        actions: {
          forget: assign(({ context }) => ({ ...fresh, authorised: context.authorised })),
          identify: assign(({ context, event }) => {
            const address = event.type === 'identity.submitted' ? (event.address ?? '') : '';
            const { rules } = context.desk;
            const account = rules.findAccount(address);
            const question = account?.question ?? rules.decoyQuestion(address);
            return { ...fresh, address, account, question, authorised: context.authorised };
          }),
        },
      },
    }),
  },
  {
    id: 'FLT-122',
    title: both('Réponse donnée : retenue pour toutes les sessions', 'Answer given: remembered for all sessions'),
    requirements: ['MPO-D-3', 'MPO-D-1'],
    observation: both(
      'Une session ouvre l’écran grâce à la réponse d’une autre',
      'A session opens the screen thanks to the answer of another',
    ),
    override: (_, { sessions }) => ({
      gate: anyToken,
      machine: {
        guards: {
          isAuthorised: () => Array.from(sessions.all()).some(({ actor }) => actor.getSnapshot().context.authorised),
        },
      },
    }),
  },
  {
    id: 'FLT-123',
    title: both('Procédure terminée, formulaire encore valable', 'Procedure over, form still valid'),
    requirements: ['MPO-D-4'],
    observation: both('Un deuxième envoi change encore le mot de passe', 'A second sending changes the password again'),
    override: ({ gate }) => ({
      gate: { ...anyToken, settle: (session, from, to) => (to === 'summary' ? session : gate.settle(session, from, to)) },
      machine: {
        actions: {
          settle: assign(({ context: { account, address } }) => ({
            ...fresh,
            address,
            account,
            authorised: true,
            changed: account,
          })),
        },
      },
    }),
  },
  {
    id: 'FLT-124',
    title: both('Le droit de changer survit à une connexion', 'The right to change survives a sign-in'),
    requirements: ['MPO-D-4'],
    observation: both(
      'Se connecter, se déconnecter, renvoyer : le mot de passe change',
      'Sign in, sign out, send again: the password changes',
    ),
    override: ({ gate }) => ({
      gate: { ...anyToken, settle: (session, from, to) => (to === 'newPassword' ? gate.settle(session, from, to) : session) },
      machine: {
        actions: {
          settle: assign(({ context: { account, address } }) => ({ ...fresh, address, account, changed: account })),
          enterSpace: assign(({ context, event }) => {
            const identifier = event.type === 'credentials.submitted' ? (event.identifier ?? '') : '';
            return { signedIn: context.desk.rules.signInAccount(identifier), problems: [] };
          }),
          // Whoever once answered has the right again.
          signOut: assign(({ context }) => ({ signedIn: undefined, authorised: context.account !== undefined, problems: [] })),
        },
      },
    }),
  },
  {
    id: 'FLT-125',
    title: both('Deux « Valider » simultanés laissent deux mots de passe', 'Two simultaneous « Valider » leave two passwords'),
    requirements: ['MPO-D-2'],
    observation: both('Deux valeurs ouvrent l’espace', 'Two values open the space'),
    override: ({ rules, effects }, { notebook, now }) => {
      const changedAt = new Map<Account, number>();
      const raced = new Map<Account, string>();
      return {
        effects: {
          changePassword(account, password) {
            const last = changedAt.get(account);
            // Two changes closer than this leave both passwords valid.
            if (last !== undefined && now() - last < TOGETHER_MS) raced.set(account, notebook.password(account));
            changedAt.set(account, now());
            effects.changePassword(account, password);
          },
        },
        rules: {
          opensSpace: (account, password) =>
            rules.opensSpace(account, password) || (account !== undefined && raced.get(account) === password),
        },
      };
    },
  },
];
