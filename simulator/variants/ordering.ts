/** Variants of the order, of sessions and of the sign-in: what is refused is refused otherwise (AMB-27, AMB-35, AMB-12). */
import { assign } from 'xstate';
import type { Account } from '../directory';
import { both } from '../faults/support';
import { fresh } from '../machine';
import type { Screen } from '../machine';
import { texts } from '../web/texts';
import { createViews } from '../web/views';
import type { Variant } from './variant';

export const orderingVariants: readonly Variant[] = [
  {
    id: 'VAR-acces-debut',
    title: both('Renvoi au début de la procédure', 'Sent back to the beginning of the procedure'),
    readings: { 'AMB-27': 'redirection-au-début' },
    difference: both(
      'Un écran demandé hors de son tour fait tout recommencer, retour en arrière compris',
      'A screen asked for out of turn makes everything begin again, going back included',
    ),
    override: ({ gate }) => ({
      gate: {
        admit(session, screen, method) {
          const before = session.actor.getSnapshot().value;
          const turnedBack = method === 'GET' && screen === 'question' && before === 'newPassword';
          return !turnedBack && gate.admit(session, screen, method);
        },
        missing: (session, screen): Screen =>
          screen === 'services' || screen === 'signIn' ? gate.missing(session, screen) : 'identification',
      },
    }),
  },
  {
    id: 'VAR-recap-redit',
    title: both('Le récapitulatif se montre encore', 'The summary shows again'),
    readings: {},
    difference: both(
      'Après le succès, renvoyer le formulaire ou revenir en arrière montre de nouveau le récapitulatif, sans autre effet',
      'After the success, sending the form again or going back shows the summary again, without any other effect',
    ),
    override: ({ gate }) => ({
      gate: {
        missing(session, screen) {
          const changed = session?.actor.getSnapshot().context.changed;
          return changed && (screen === 'newPassword' || screen === 'question') ? 'summary' : gate.missing(session, screen);
        },
      },
    }),
  },
  {
    id: 'VAR-recap-une-fois',
    title: both('Le récapitulatif ne se montre qu’une fois', 'The summary shows only once'),
    readings: {},
    difference: both('Actualisé, il mène à l’écran de connexion', 'Reloaded, it leads to the sign-in screen'),
    override: ({ gate }) => {
      const shown = new WeakSet<object>();
      return {
        gate: {
          admit(session, screen, method) {
            const { changed } = session.actor.getSnapshot().context;
            const again = screen === 'summary' && changed !== undefined && shown.has(changed);
            if (screen === 'summary' && changed) shown.add(changed);
            return !again && gate.admit(session, screen, method);
          },
          missing: (session, screen) => (screen === 'summary' ? 'signIn' : gate.missing(session, screen)),
        },
      };
    },
  },
  {
    id: 'VAR-entree-unique',
    title: both('On n’entre que par le lien', 'The link is the only way in'),
    readings: { 'AMB-30': 'entrée-unique' },
    difference: both(
      'Hors du lien « Mot de passe oublié », l’identification renvoie à l’accueil, même actualisée',
      'But for the link « Mot de passe oublié », the identification leads to the home page, even when reloaded',
    ),
    override: ({ gate }) => ({
      gate: {
        admit(session, screen, method) {
          const from = session.actor.getSnapshot().value;
          const stray = screen === 'identification' && method === 'GET' && from !== 'signIn';
          return !stray && gate.admit(session, screen, method);
        },
        missing: (session, screen) => (screen === 'identification' ? 'home' : gate.missing(session, screen)),
      },
    }),
  },
  {
    id: 'VAR-sans-retour',
    title: both('Chaque écran ne se demande qu’une fois', 'Each screen may be asked for only once'),
    readings: { 'AMB-27': 'redirection-au-début' },
    difference: both(
      'Actualiser la question ou le choix du mot de passe fait tout recommencer',
      'Reloading the question or the choice of the password makes everything begin again',
    ),
    override: ({ gate }) => {
      const seen = new WeakMap<object, Screen>();
      return {
        gate: {
          admit(session, screen, method) {
            const once = method === 'GET' && (screen === 'question' || screen === 'newPassword');
            const again = once && seen.get(session.actor) === screen;
            if (method === 'GET') seen.set(session.actor, screen);
            return !again && gate.admit(session, screen, method);
          },
          missing: (session, screen): Screen =>
            screen === 'services' || screen === 'signIn' ? gate.missing(session, screen) : 'identification',
        },
      };
    },
  },
  {
    id: 'VAR-premier-consomme',
    title: both('Le premier « Valider » met fin aux autres procédures', 'The first « Valider » ends the other procedures'),
    readings: { 'AMB-35': 'premier-consomme' },
    difference: both(
      'Une autre procédure du même compte, ouverte ailleurs, est à reprendre',
      'Another procedure of the same account, open elsewhere, has to begin again',
    ),
    override: ({ gate }, { sessions }) => ({
      gate: {
        settle(session, from, to) {
          const changed = session.actor.getSnapshot().context.changed;
          if (to === 'summary' && changed) {
            for (const { actor } of sessions.all()) {
              if (actor.getSnapshot().context.account?.email === changed.email) actor.send({ type: 'identification.opened' });
            }
          }
          return gate.settle(session, from, to);
        },
      },
    }),
  },
  {
    id: 'VAR-numero-abonne',
    title: both('Connexion par le numéro d’abonné', 'Sign-in by the subscriber number'),
    readings: { 'AMB-12': 'numéro-abonné' },
    difference: both('L’adresse électronique n’ouvre pas l’espace', 'The e-mail address does not open the space'),
    override: ({ rules }, { accounts }) => {
      const named = (typed: string | undefined): Account | undefined =>
        accounts.find(({ subscriberNumber }) => subscriberNumber === typed?.trim());
      return {
        machine: {
          guards: {
            areCredentialsRight: ({ event }) =>
              event.type === 'credentials.submitted' && rules.opensSpace(named(event.identifier), event.password ?? ''),
          },
          actions: {
            enterSpace: assign(({ event }) =>
              event.type === 'credentials.submitted' ? { ...fresh, signedIn: named(event.identifier) } : {},
            ),
          },
        },
        views: createViews({ ...texts, identifier: 'Numéro d’abonné' }),
      };
    },
  },
];
