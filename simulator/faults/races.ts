/** Faults of what happens at the same time: something is read, another request comes in, something is written. */
import { assign } from 'xstate';
import type { Account, Card } from '../directory';
import { fresh } from '../machine';
import type { Session } from '../sessions';
import type { Gate } from '../web/gate';
import { paths } from '../web/paths';
import type { Fault, Override } from './fault';
import { both, overlap, senderOf, sessionOf } from './support';

/** Longer than it takes to sign in. */
const A_MOMENT_MS = 250;

export const raceFaults: readonly Fault[] = [
  {
    id: 'FLT-152',
    title: both(
      'Deux « Valider » simultanés : celui de l’un change le compte de l’autre',
      'Two simultaneous « Valider »: one changes the account of the other',
    ),
    requirements: ['MPO-D-3'],
    observation: both('Le mot de passe du premier échoit au second', 'The password of the first goes to the second'),
    override: ({ effects, gate }) => {
      let current: Account | undefined;
      return later(gate, (account, password) => {
        current = account;
        return overlap().then(() => effects.changePassword(current ?? account, password));
      });
    },
  },
  {
    id: 'FLT-153',
    title: both('Deux « Valider » simultanés : un courriel se perd', 'Two simultaneous « Valider »: a mail is lost'),
    requirements: ['MPO-2-25', 'MPO-D-3'],
    observation: both('Le premier ne reçoit rien', 'The first gets nothing'),
    override: ({ effects, gate }) => {
      let waiting: Account | undefined;
      return mailedLater(gate, async (account) => {
        waiting = account;
        await overlap();
        if (waiting) effects.confirm(waiting);
        waiting = undefined;
      });
    },
  },
  {
    id: 'FLT-153-double',
    title: both('Deux « Valider » simultanés : un courriel part deux fois', 'Two simultaneous « Valider »: a mail leaves twice'),
    requirements: ['MPO-2-25', 'MPO-D-3'],
    observation: both('Le second en reçoit deux, le premier aucun', 'The second gets two, the first none'),
    override: ({ effects, gate }) => {
      let last: Account | undefined;
      return mailedLater(gate, async (account) => {
        last = account;
        await overlap();
        effects.confirm(last);
      });
    },
  },
  {
    id: 'FLT-155',
    title: both('Récapitulatif du dernier qui a validé', 'Summary of the last who validated'),
    requirements: ['MPO-D-3'],
    observation: both(
      'Deux « Valider » simultanés : le premier voit le récapitulatif du second',
      'Two simultaneous « Valider »: the first sees the summary of the second',
    ),
    override: ({ effects, views }) => {
      let last: Card | undefined;
      return {
        effects: {
          changePassword(account, password) {
            last = account;
            effects.changePassword(account, password);
          },
        },
        views: { summary: ({ card }) => views.summary({ card: last ?? card }) },
      };
    },
  },
  {
    id: 'FLT-156',
    title: both(
      'Deux identifications simultanées échangent leurs questions',
      'Two simultaneous identifications swap their questions',
    ),
    requirements: ['MPO-2-11', 'MPO-D-3'],
    observation: both('Le premier voit la question du second', 'The first sees the question of the second'),
    override: ({ gate, views }, { sessions }) => {
      let asked = '';
      const shown = new WeakMap<Session['actor'], string>();
      return {
        gate: {
          async settle(session, from, to) {
            if (to === 'question' && from === 'identification') {
              asked = session.actor.getSnapshot().context.question ?? '';
              await overlap();
              shown.set(session.actor, asked);
            }
            return gate.settle(session, from, to);
          },
        },
        views: {
          question(view) {
            const session = sessionOf(sessions, view.token);
            return views.question({ ...view, question: (session && shown.get(session.actor)) ?? view.question });
          },
        },
      };
    },
  },
  {
    id: 'FLT-157',
    title: both('Deux réponses simultanées jugées pour le même compte', 'Two simultaneous answers judged for the same account'),
    requirements: ['MPO-D-7', 'MPO-D-3'],
    observation: both('La bonne réponse du premier est refusée', 'The right answer of the first is refused'),
    override: ({ gate, rules }, { sessions }) => {
      let account: Account | undefined;
      return {
        gate: {
          async enter(request, answer) {
            if (isAnswer(request)) {
              account = senderOf(sessions, request)?.actor.getSnapshot().context.account;
              await overlap();
            }
            return gate.enter(request, answer);
          },
        },
        rules: { isAnswerRight: (typed) => rules.isAnswerRight(typed, account) },
      };
    },
  },
  {
    id: 'FLT-158',
    title: both('Deux « Valider » simultanés s’annulent', 'Two simultaneous « Valider » cancel each other'),
    requirements: ['MPO-D-2'],
    observation: both(
      'Deux récapitulatifs, et l’ancien mot de passe sert encore',
      'Two summaries, and the old password still works',
    ),
    override: ({ effects, gate }) => {
      const latest = new Map<Account, symbol>();
      const rivals = new Set<Account>();
      return later(gate, async (account, password) => {
        const own = Symbol();
        if (latest.has(account)) rivals.add(account);
        latest.set(account, own);
        await overlap();
        if (!rivals.has(account)) effects.changePassword(account, password);
        if (latest.get(account) !== own) return;
        latest.delete(account);
        rivals.delete(account);
      });
    },
  },
  {
    id: 'FLT-159',
    title: both('Droit de changer retiré trop tard', 'Right to change withdrawn too late'),
    requirements: ['MPO-D-4'],
    observation: both(
      'Deux envois simultanés du même écran changent deux fois le mot de passe',
      'Two simultaneous forms of one screen change the password twice',
    ),
    override: ({ gate }) => {
      const underWay = new Set<Account>();
      return {
        gate: {
          async settle(session, from, to) {
            const { account } = session.actor.getSnapshot().context;
            if (from === 'newPassword' && to === 'summary' && account) {
              underWay.add(account);
              await overlap();
              underWay.delete(account);
            }
            return gate.settle(session, from, to);
          },
        },
        machine: {
          guards: {
            isAuthorised: ({ context }) => context.authorised || (context.account !== undefined && underWay.has(context.account)),
          },
          actions: {
            settle: assign(({ context: { account, address } }) => ({ ...fresh, address, account, changed: account })),
          },
        },
      };
    },
  },
  {
    id: 'FLT-178',
    title: both('Mot de passe changé un instant après le récapitulatif', 'Password changed a moment after the summary'),
    requirements: ['MPO-D-2', 'MPO-1.3-7'],
    observation: both('Le récapitulatif affiché, l’ancien sert encore', 'Once the summary is shown, the old one still works'),
    override: ({ effects }) => ({
      effects: {
        changePassword: (account, password) =>
          void setTimeout(() => effects.changePassword(account, password), A_MOMENT_MS).unref(),
      },
    }),
  },
];

/** The change is written when the machine has already gone on. */
function later({ settle }: Gate, write: (account: Account, password: string) => Promise<void>): Override {
  let asked: [Account, string] | undefined;
  return {
    effects: {
      changePassword: (account, password) => {
        asked = [account, password];
      },
    },
    gate: {
      async settle(session, from, to) {
        // Taken at once: what follows lets other requests in.
        const change = asked;
        asked = undefined;
        if (change) await write(...change);
        return settle(session, from, to);
      },
    },
  };
}

/** The mail is written when the machine has already gone on. */
function mailedLater({ settle }: Gate, send: (account: Account) => Promise<void>): Override {
  let asked: Account | undefined;
  return {
    effects: {
      confirm: (account) => {
        asked = account;
      },
    },
    gate: {
      async settle(session, from, to) {
        const account = asked;
        asked = undefined;
        if (account) await send(account);
        return settle(session, from, to);
      },
    },
  };
}

function isAnswer({ method, url }: Request): boolean {
  return method === 'POST' && new URL(url).pathname === paths.question;
}
