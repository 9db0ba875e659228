/** Faults of what others do meanwhile, or of what was done before: it must not count here. */
import type { Account } from '../directory';
import type { Session, Sessions } from '../sessions';
import type { Gate } from '../web/gate';
import type { Fault } from './fault';
import { both } from './support';
import { sending, snapshots, watching } from './watching';

/** What takes the account that was identified first in a browser for the one that is under way. */
const firstOfBrowser: readonly Fault[] = [
  {
    id: 'FLT-180',
    title: both('Réponse jugée pour le premier identifié du navigateur', 'Answer judged for the first identified in the browser'),
    requirements: ['MPO-D-7', 'MPO-D-3'],
    observation: both('Le second usager passe avec la réponse du premier', 'The second user passes with the answer of the first'),
    override: ({ gate, rules }) => {
      const first = firstIdentified(gate);
      return {
        gate: first.gate,
        rules: { isAnswerRight: (typed, account) => rules.isAnswerRight(typed, first.account() ?? account) },
      };
    },
  },
  {
    id: 'FLT-181',
    title: both(
      'Mot de passe changé pour le premier identifié du navigateur',
      'Password changed for the first identified in the browser',
    ),
    requirements: ['MPO-D-3'],
    observation: both('Le second usager change celui du premier', 'The second user changes that of the first'),
    override: ({ gate, effects }) => {
      const first = firstIdentified(gate);
      return {
        gate: first.gate,
        effects: { changePassword: (account, password) => effects.changePassword(first.account() ?? account, password) },
      };
    },
  },
  {
    id: 'FLT-182',
    title: both('Courriel adressé au premier identifié du navigateur', 'Mail sent to the first identified in the browser'),
    requirements: ['MPO-D-3', 'MPO-2-26'],
    observation: both('Le premier usager reçoit le courriel du second', 'The first user gets the mail of the second'),
    override: ({ gate, mail }) => {
      const first = firstIdentified(gate);
      return { gate: first.gate, mail: { letter: (account) => mail.letter(first.account() ?? account) } };
    },
  },
];

export const meanwhileFaults: readonly Fault[] = [
  {
    id: 'FLT-166',
    title: both(
      'Réutilisation cherchée dans ce qui valait au début de la procédure',
      'Reuse looked for in what was in force at the start',
    ),
    requirements: ['MPO-1.3-4'],
    observation: both(
      'Le mot de passe que vient de fixer un autre navigateur est accepté',
      'The password that another browser has just set is accepted',
    ),
    override: ({ gate }, { notebook }) => {
      const start = snapshots(gate, (account) => notebook.password(account));
      return { gate: start.gate, rules: { isInForce: (password) => start.taken() === password } };
    },
  },
  {
    id: 'FLT-167',
    title: both('Réutilisation cherchée chez le dernier identifié', 'Reuse looked for at the last who identified'),
    requirements: ['MPO-1.3-4', 'MPO-D-3'],
    observation: both(
      'Le mot de passe en vigueur est accepté si un autre s’est identifié entre-temps',
      'The password in force is accepted if another identified meanwhile',
    ),
    override: ({ rules }) => {
      let last: Account | undefined;
      return {
        rules: {
          findAccount: (typed) => (last = rules.findAccount(typed)),
          isInForce: (password, account) => rules.isInForce(password, last ?? account),
        },
      };
    },
  },
  {
    id: 'FLT-168',
    title: both(
      'Seul le mot de passe du début de la procédure est éteint',
      'Only the password of the start of the procedure is put out',
    ),
    requirements: ['MPO-D-2', 'MPO-1.3-7'],
    observation: both(
      'Deux procédures pour un compte, l’une après l’autre : deux mots de passe ouvrent l’espace',
      'Two procedures for one account, one after the other: two passwords open the space',
    ),
    override: ({ gate, effects }, { notebook }) => {
      const start = snapshots(gate, (account) => notebook.password(account));
      const open = new Map<Account, Set<string>>();
      const opening = (account: Account) => open.get(account) ?? new Set([notebook.password(account)]);
      return {
        gate: start.gate,
        effects: {
          changePassword(account, password) {
            const others = [...opening(account)].filter((other) => other !== start.taken());
            open.set(account, new Set([...others, password]));
            effects.changePassword(account, password);
          },
        },
        rules: { opensSpace: (account, password) => account !== undefined && opening(account).has(password) },
      };
    },
  },
  {
    id: 'FLT-169',
    title: both('Un changement clôt toutes les procédures en cours', 'A change ends every procedure under way'),
    requirements: ['MPO-D-3'],
    observation: both('« Valider » renvoie les autres au début', '« Valider » sends the others back to the start'),
    override: ({ effects }, { sessions }) => ({
      effects: {
        changePassword(account, password) {
          effects.changePassword(account, password);
          sendBack(sessions, (other) => other !== account);
        },
      },
    }),
  },
  {
    id: 'FLT-170',
    title: both('Une mauvaise réponse clôt toutes les procédures en cours', 'A wrong answer ends every procedure under way'),
    requirements: ['MPO-D-7', 'MPO-D-3'],
    observation: both('Elle renvoie les autres au début', 'It sends the others back to the start'),
    override: ({ effects, rules }, { sessions }) => ({
      effects: {
        countWrongAnswer(address) {
          effects.countWrongAnswer(address);
          const wrong = rules.findAccount(address);
          sendBack(sessions, (other) => other !== wrong);
        },
      },
    }),
  },
  {
    id: 'FLT-171',
    title: both('CAPTCHA résolu une fois pour une adresse', 'CAPTCHA solved once for an address'),
    requirements: ['MPO-2-8'],
    observation: both(
      'Déjà identifiée ailleurs, elle passe avec d’autres caractères',
      'Identified elsewhere, it passes with other characters',
    ),
    override: ({ rules }) => {
      const solved = new Set<string>();
      let asked = '';
      return {
        rules: {
          isWellFormedAddress: (typed) => rules.isWellFormedAddress((asked = typed)),
          isCaptchaRight: (typed, challenge) => rules.isCaptchaRight(typed, challenge) || (Boolean(typed) && solved.has(asked)),
          findAccount(typed) {
            solved.add(typed);
            return rules.findAccount(typed);
          },
        },
      };
    },
  },
  {
    id: 'FLT-171-navigateur',
    title: both('CAPTCHA résolu une fois pour un navigateur', 'CAPTCHA solved once for a browser'),
    requirements: ['MPO-2-8'],
    observation: both('La deuxième fois, d’autres caractères passent', 'The second time, other characters pass'),
    override: ({ rules, gate }) => {
      const solved = new WeakSet<Session['actor']>();
      const now = sending(gate);
      return {
        gate: now.gate,
        rules: {
          isCaptchaRight: (typed, challenge) =>
            rules.isCaptchaRight(typed, challenge) || (Boolean(typed) && solved.has(now.session().actor)),
          findAccount(typed) {
            solved.add(now.session().actor);
            return rules.findAccount(typed);
          },
        },
      };
    },
  },
  ...firstOfBrowser,
  {
    id: 'FLT-184',
    title: both('Espace du dernier connecté', 'Space of the last who signed in'),
    requirements: ['MPO-D-3'],
    observation: both(
      'Qui affiche de nouveau son espace voit celui d’un autre',
      'Displaying one’s space anew shows that of another',
    ),
    override: ({ rules, views }) => {
      let last: Account | undefined;
      return {
        rules: {
          opensSpace(account, password) {
            const opens = rules.opensSpace(account, password);
            if (opens) last = account;
            return opens;
          },
        },
        views: { services: (view) => views.services({ ...view, owner: last ?? view.owner }) },
      };
    },
  },
];

/** Makes those who are under way for some accounts begin again. */
function sendBack(sessions: Sessions, concerns: (account: Account) => boolean): void {
  for (const { actor } of sessions.all()) {
    const { account } = actor.getSnapshot().context;
    if (account && concerns(account)) actor.send({ type: 'identification.opened' });
  }
}

/** A gate that keeps, for each browser, the account that was identified first in it. */
function firstIdentified(gate: Gate): { gate: Pick<Gate, 'admit' | 'settle'>; account: () => Account | undefined } {
  const firsts = new WeakMap<Session['actor'], Account>();
  const now = sending(gate);
  return {
    gate: {
      ...now.gate,
      ...watching(gate, ({ account }, to, { actor }) => {
        if (account && to === 'question' && !firsts.has(actor)) firsts.set(actor, account);
      }),
    },
    account: () => firsts.get(now.session().actor),
  };
}
