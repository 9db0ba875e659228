/** Variants of one piece: strict in everything, wary, easy-going; and those that say what they refuse by the status, or never do. */
import type { Account } from '../directory';
import { both, withPolicy } from '../faults/support';
import { paths } from '../web/paths';
import { texts } from '../web/texts';
import { createViews } from '../web/views';
import { entering, locationOf, restated } from './entering';
import type { Variant } from './variant';

const NBSP = '\u00a0';
/** Passwords that top every list of leaked ones, lengthened until they conform. */
const COMMON = ['motdepasse1234567890', 'azertyuiop1234567890', 'qwertyuiop1234567890', 'password12345678901234'];
/** What each screen answers to a submission that it refuses. */
const REFUSED: Readonly<Record<string, number>> = {
  [paths.identification]: 400,
  [paths.question]: 429,
  [paths.newPassword]: 409,
  [paths.signIn]: 401,
};

/** A page of its own, for whoever asks for a screen out of turn. */
const closed = (status: number) =>
  new Response('<!doctype html><html lang="fr"><title>Accès impossible</title><p>Cette page n’est pas disponible.</p></html>', {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });

export const characterVariants: readonly Variant[] = [
  {
    id: 'VAR-au-caractere-pres',
    title: both('Adresse, image et réponse au caractère près', 'Address, image and answer to the character'),
    readings: { 'AMB-13': 'adresse-exacte', 'AMB-15': 'sensible-à-la-casse', 'AMB-17': 'réponse-stricte' },
    difference: both(
      'Une autre casse, une espace de trop, et c’est un refus',
      'Another letter case, one blank too many, and it is refused',
    ),
    override: (_, { accounts, notebook }) => {
      const find = (typed: string): Account | undefined => accounts.find(({ email }) => typed === email);
      return {
        rules: {
          findAccount: find,
          signInAccount: find,
          isCaptchaRight: (typed, challenge) => typed === challenge.text,
          isAnswerRight: (typed, account) => Boolean(typed) && account !== undefined && typed === notebook.answer(account),
        },
      };
    },
  },
  {
    id: 'VAR-mefiant',
    title: both(
      'Trois essais, une question pour tout inconnu, mots de passe communs refusés',
      'Three tries, one question for all strangers, common passwords refused',
    ),
    readings: { 'AMB-14': 'question-leurre', 'AMB-16': 'nouvel-essai-borné', 'AMB-38': 'liste-noire' },
    difference: both(
      'La troisième réponse fausse met fin à la procédure ; les mots de passe divulgués sont refusés',
      'The third wrong answer ends the procedure; leaked passwords are refused',
    ),
    override: () => ({
      machine: { guards: { hasTriesLeft: ({ context }) => context.wrongAnswers < 2 } },
      rules: {
        decoyQuestion: () => `Quel était le prénom de votre grand-mère${NBSP}?`,
        ...withPolicy({ further: (password) => !COMMON.includes(password.toLowerCase()) }).rules,
      },
    }),
  },
  {
    id: 'VAR-accommodant',
    title: both('Dix essais, sessions durables, deux identifiants', 'Ten tries, lasting sessions, two identifiers'),
    readings: { 'AMB-12': 'les-deux' },
    difference: both(
      'On se connecte par l’adresse ou le numéro ; la session garde son nom, et les espaces ouverts ailleurs le restent',
      'One signs in by address or number; the session keeps its name, and spaces that are open elsewhere stay open',
    ),
    override: ({ rules }, { accounts }) => ({
      machine: { guards: { hasTriesLeft: ({ context }) => context.wrongAnswers < 9 } },
      gate: { settle: (session) => session },
      effects: { closeSpaces: () => {} },
      rules: {
        signInAccount: (typed) =>
          rules.signInAccount(typed) ?? accounts.find(({ subscriberNumber }) => subscriberNumber === typed.trim()),
      },
      views: createViews({ ...texts, identifier: 'Votre numéro d’abonné ou votre adresse' }),
    }),
  },
  {
    id: 'VAR-statuts-parlants',
    title: both('Un statut pour chaque refus', 'A status for each refusal'),
    readings: { 'AMB-27': 'erreur-403' },
    difference: both(
      'Identification 400, réponse 429, mot de passe 409, connexion 401, écran demandé trop tôt 403',
      'Identification 400, answer 429, password 409, sign-in 401, screen asked for too early 403',
    ),
    override: (reference) => ({
      gate: {
        // No submission leads home: there, it says that the screen was refused.
        missing: () => 'home',
        ...entering(reference, async (request, routes) => {
          const answer = await routes(request);
          if (locationOf(answer) === paths.home) return closed(403);
          return answer.status === 422 ? restated(answer, REFUSED[new URL(request.url).pathname] ?? 422) : answer;
        }).gate,
      },
    }),
  },
  {
    id: 'VAR-statuts-muets',
    title: both('Refus qui répondent 200, renvois à l’accueil', 'Refusals that answer 200, sent back home'),
    readings: { 'AMB-21': 'redirection-http' },
    difference: both(
      'Aucun refus ne se voit au statut ; un écran demandé trop tôt mène à l’accueil ; les redirections sont des 302',
      'No refusal shows in the status; a screen asked for too early leads home; redirects are 302',
    ),
    override: (reference) => ({
      gate: {
        missing: () => 'home',
        ...entering(reference, async (request, routes) => {
          const answer = await routes(request);
          if (answer.status === 422) return restated(answer, 200);
          return answer.status === 303 ? restated(answer, 302) : answer;
        }).gate,
      },
    }),
  },
  {
    id: 'VAR-introuvable',
    title: both('Écran demandé trop tôt introuvable', 'A screen asked for too early is not found'),
    readings: {},
    difference: both('Statut 404 au lieu d’un renvoi', 'Status 404 instead of a redirect'),
    override: (reference) => ({
      gate: {
        missing: () => 'home',
        ...entering(reference, async (request, routes) => {
          const answer = await routes(request);
          return locationOf(answer) === paths.home ? closed(404) : answer;
        }).gate,
      },
    }),
  },
];
