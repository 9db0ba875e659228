/** Faults of the question and of the judgement of the answer. */
import { assign } from 'xstate';
import type { Account } from '../directory';
import { fresh } from '../machine';
import { normaliseAnswer } from '../rules/answer';
import type { Fault } from './fault';
import { both, escaped, looselyEqual, rewritten, sessionOf } from './support';

type Described = Pick<Fault, 'id' | 'title' | 'requirements' | 'observation'>;

/** Comparisons that are too lax: they accept in addition to the right answer. Both answers are as typed. */
const lax: readonly (Described & { accepts: (typed: string | undefined, answer: string) => boolean })[] = [
  {
    id: 'FLT-031',
    title: both('Toute réponse non vide est acceptée', 'Any answer that is not empty is accepted'),
    requirements: ['MPO-2-14', 'MPO-1.5-2', 'MPO-1.5-3'],
    observation: both('Une réponse fausse ouvre l’écran du mot de passe', 'A wrong answer opens the password screen'),
    accepts: (typed = '') => typed.trim() !== '',
  },
  {
    id: 'FLT-032',
    title: both('Seule la longueur de la réponse compte', 'Only the length of the answer counts'),
    requirements: ['MPO-2-14', 'MPO-1.5-2'],
    observation: both('Une réponse fausse de même longueur passe', 'A wrong answer of the same length passes'),
    accepts: (typed = '', answer) => typed.length === answer.length,
  },
  {
    id: 'FLT-033',
    title: both('Il suffit que la réponse contienne la bonne', 'It is enough that the answer contains the right one'),
    requirements: ['MPO-2-14', 'MPO-1.5-2'],
    observation: both('La bonne réponse suivie d’autre chose passe', 'The right answer followed by junk passes'),
    accepts: (typed = '', answer) => normaliseAnswer(typed).includes(normaliseAnswer(answer)),
  },
  {
    id: 'FLT-033-debut',
    title: both('Le début de la réponse suffit', 'The beginning of the answer is enough'),
    requirements: ['MPO-2-14', 'MPO-1.5-2'],
    observation: both('La bonne réponse amputée de sa fin passe', 'The right answer without its end passes'),
    accepts: (typed = '', answer) => typed !== '' && normaliseAnswer(answer).startsWith(normaliseAnswer(typed)),
  },
  {
    id: 'FLT-034',
    title: both('Réponse non envoyée : acceptée', 'Answer not sent: accepted'),
    requirements: ['MPO-2-14', 'MPO-2-12', 'MPO-1.5-3'],
    observation: both('Sans le paramètre, l’écran du mot de passe s’ouvre', 'Without the parameter, the password screen opens'),
    accepts: (typed) => typed === undefined,
  },
  {
    id: 'FLT-034-vide',
    title: both('Réponse vide acceptée', 'Empty answer accepted'),
    requirements: ['MPO-2-12', 'MPO-2-14', 'MPO-1.5-3'],
    observation: both('Sans rien saisir, l’écran du mot de passe s’ouvre', 'With nothing typed, the password screen opens'),
    accepts: (typed) => typed === '',
  },
  {
    id: 'FLT-035',
    title: both('Réponse comparée sur ses seules lettres', 'Answer compared by its letters only'),
    requirements: ['MPO-2-14', 'MPO-1.5-2'],
    observation: both('Réponse « 1984 » : tout nombre passe', 'Answer « 1984 »: any number passes'),
    accepts: (typed = '', answer) => {
      const letters = (text: string) => normaliseAnswer(text).replace(/\P{L}/gu, '');
      return typed !== '' && letters(typed) === letters(answer);
    },
  },
  {
    id: 'FLT-036',
    title: both('Réponse comparée comme un nombre', 'Answer compared as a number'),
    requirements: ['MPO-2-14', 'MPO-1.5-2'],
    observation: both('Réponse « 1000 » : « 1e3 » passe', 'Answer « 1000 »: « 1e3 » passes'),
    accepts: (typed = '', answer) => looselyEqual(typed, answer),
  },
  {
    id: 'FLT-039',
    title: both('Injection SQL dans la réponse', 'SQL injection in the answer'),
    requirements: ['MPO-2-14', 'MPO-1.5-2'],
    observation: both("« ' OR '1'='1 » passe", "« ' OR '1'='1 » passes"),
    accepts: (typed = '') => /'\s*or\s/i.test(typed),
  },
  {
    id: 'FLT-039-joker',
    title: both('Caractères jokers dans la réponse', 'Wildcards in the answer'),
    requirements: ['MPO-2-14', 'MPO-1.5-2'],
    observation: both('« % » ou « * » passe', '« % » or « * » passes'),
    accepts: (typed = '') => ['%', '*', '.*'].includes(typed.trim()),
  },
];

/** Comparisons that are too strict: the right answer is refused to some. */
const strict: readonly (Described & { refuses: (answer: string) => boolean })[] = [
  {
    id: 'FLT-037',
    title: both('Réponse accentuée jamais reconnue', 'Accented answer never recognised'),
    requirements: ['MPO-2-13'],
    observation: both('La bonne réponse accentuée est refusée', 'The right accented answer is refused'),
    refuses: (answer) => /[^\0-\x7f]/.test(answer),
  },
  {
    id: 'FLT-038',
    title: both('Saisie mise en minuscules, réponse gardée telle quelle', 'Input lower-cased, answer stored as typed'),
    requirements: ['MPO-2-13'],
    observation: both('La bonne réponse à majuscule est refusée', 'The right answer with a capital is refused'),
    refuses: (answer) => answer !== answer.toLowerCase(),
  },
];

export const answerFaults: readonly Fault[] = [
  {
    id: 'FLT-027',
    title: both('Question gardée en mémoire pour tous', 'Question cached for everybody'),
    requirements: ['MPO-2-11', 'MPO-D-3'],
    observation: both('Le deuxième usager voit la question du premier', 'The second user sees the question of the first'),
    override: ({ views }) => {
      let cached: string | undefined;
      return { views: { question: (view) => views.question({ ...view, question: (cached ??= view.question) }) } };
    },
  },
  {
    id: 'FLT-028',
    title: both('Question gardée en mémoire par navigateur', 'Question cached by browser'),
    requirements: ['MPO-2-11'],
    observation: both(
      'Le même navigateur s’identifie autrement et voit la première question',
      'The same browser identifies otherwise and sees the first question',
    ),
    override: ({ views }, { sessions }) => {
      const cached = new WeakMap<object, string>();
      return {
        views: {
          question(view) {
            const actor = sessionOf(sessions, view.token)?.actor ?? {};
            const question = cached.get(actor) ?? view.question;
            cached.set(actor, question);
            return views.question({ ...view, question });
          },
        },
      };
    },
  },
  {
    id: 'FLT-029',
    title: both('Question tronquée à 50 caractères', 'Question cut at 50 characters'),
    requirements: ['MPO-2-11'],
    observation: both('Une question longue n’est pas entière', 'A long question is not whole'),
    override: ({ views }) => ({
      views: { question: (view) => views.question({ ...view, question: view.question.slice(0, 50) }) },
    }),
  },
  {
    id: 'FLT-030',
    title: both('Question affichée sans échappement', 'Question displayed unescaped'),
    requirements: ['MPO-2-11'],
    observation: both('Les balises de la question disparaissent', 'The tags of the question disappear'),
    override: ({ views }) => ({
      views: {
        question: (view) =>
          views.question(view).replace(/<p class="question">.*?<\/p>/s, () => `<p class="question">${view.question}</p>`),
      },
    }),
  },
  ...lax.map(({ accepts, ...described }): Fault => ({
    ...described,
    override: ({ rules }, { notebook }) => ({
      rules: {
        isAnswerRight: (typed, account) =>
          rules.isAnswerRight(typed, account) || (account !== undefined && accepts(typed, notebook.answer(account))),
      },
    }),
  })),
  ...strict.map(({ refuses, ...described }): Fault => ({
    ...described,
    override: ({ rules }, { notebook }) => ({
      rules: {
        isAnswerRight: (typed, account) =>
          rules.isAnswerRight(typed, account) && account !== undefined && !refuses(notebook.answer(account)),
      },
    }),
  })),
  {
    id: 'FLT-040',
    title: both(
      'Une réponse fausse affiche l’erreur mais ouvre la suite',
      'A wrong answer shows the error but opens what follows',
    ),
    requirements: ['MPO-2-14', 'MPO-D-1'],
    observation: both(
      'Après l’erreur, l’écran du mot de passe s’ouvre par son adresse',
      'After the error, the password screen opens by its address',
    ),
    override: () => ({
      gate: { isGenuine: () => true },
      machine: { guards: { isAuthorised: ({ context }) => context.authorised || context.wrongAnswers > 0 } },
    }),
  },
  {
    id: 'FLT-044',
    title: both('La réponse est dans la page de la question', 'The answer is in the page of the question'),
    requirements: ['MPO-1.5-8'],
    observation: both('Un attribut de la page contient la réponse', 'An attribute of the page holds the answer'),
    override: ({ views }, { notebook, sessions }) => ({
      views: {
        question: rewritten(views.question, '<main>', ({ token }) => {
          const account = sessionOf(sessions, token)?.actor.getSnapshot().context.account;
          return `<main data-attendu="${escaped(account ? notebook.answer(account) : '')}">`;
        }),
      },
    }),
  },
  {
    id: 'FLT-045',
    title: both('La bonne réponse est refusée la première fois', 'The right answer is refused the first time'),
    requirements: ['MPO-2-13'],
    observation: both('Le premier envoi échoue, le deuxième passe', 'The first submission fails, the second passes'),
    override: ({ rules }) => {
      const seen = new Set<Account | undefined>();
      return {
        rules: {
          isAnswerRight(typed, account) {
            if (!rules.isAnswerRight(typed, account)) return false;
            const known = seen.has(account);
            seen.add(account);
            return known;
          },
        },
      };
    },
  },
  {
    id: 'FLT-138',
    title: both('Réponse jugée contre le dernier compte cherché', 'Answer judged against the last account looked up'),
    requirements: ['MPO-D-7', 'MPO-D-3'],
    observation: both(
      'Deux sessions mêlées : la réponse de l’une ouvre l’autre',
      'Two interleaved sessions: the answer of one opens the other',
    ),
    override: ({ rules }) => {
      let last: Account | undefined;
      return {
        rules: {
          findAccount: (typed) => (last = rules.findAccount(typed)),
          isAnswerRight: (typed) => rules.isAnswerRight(typed, last),
        },
      };
    },
  },
  {
    id: 'FLT-139',
    title: both('Champ de la réponse prérempli', 'Answer field prefilled'),
    requirements: ['MPO-2-12', 'MPO-1.5-8'],
    observation: both('Le champ contient déjà la réponse', 'The field already holds the answer'),
    override: ({ views }, { notebook, sessions }) => ({
      views: {
        question: rewritten(views.question, 'name="reponse"', ({ token }) => {
          const account = sessionOf(sessions, token)?.actor.getSnapshot().context.account;
          return `name="reponse" value="${escaped(account ? notebook.answer(account) : '')}"`;
        }),
      },
    }),
  },
  {
    id: 'FLT-140',
    title: both('La question n’est pas posée', 'The question is not asked'),
    requirements: ['MPO-2-10', 'MPO-1.5-3'],
    observation: both('L’identification mène droit au mot de passe', 'Identification leads straight to the password'),
    override: () => ({
      machine: {
        actions: {
          identify: assign(({ context, event }) => {
            const address = event.type === 'identity.submitted' ? (event.address ?? '') : '';
            const account = context.desk.rules.findAccount(address);
            const question = account ? account.question : context.desk.rules.decoyQuestion(address);
            return { ...fresh, address, account, question, authorised: account !== undefined };
          }),
        },
      },
      gate: {
        settle(session, _, to) {
          if (to === 'question') session.actor.send({ type: 'newPassword.opened' });
          return session;
        },
      },
    }),
  },
];
