/** Faults of the sign-in, of the space and of the assistance. */
import { assign } from 'xstate';
import { fresh } from '../machine';
import { SERVICE_PATH } from '../web/paths';
import type { Fault } from './fault';
import { both, escaped, rewritten } from './support';

export const accessFaults: readonly Fault[] = [
  ...[20, 64, 72].map((length): Fault => ({
    id: length === 72 ? 'FLT-053' : `FLT-053-${length}`,
    title: both(`Mot de passe tronqué à ${length} caractères`, `Password cut at ${length} characters`),
    requirements: ['MPO-D-6'],
    observation: both('La connexion réussit avec le début', 'Sign-in succeeds with the beginning'),
    override: ({ rules }, { notebook }) => ({
      rules: {
        opensSpace: (account, password) =>
          rules.opensSpace(account, password) ||
          (account !== undefined && notebook.password(account).slice(0, length) === password.slice(0, length)),
      },
    }),
  })),
  {
    id: 'FLT-097',
    title: both('« Valider » connecte l’usager', '« Valider » signs the user in'),
    requirements: ['MPO-2-24'],
    observation: both('Les services s’ouvrent sans le nouveau mot de passe', 'The services open without the new password'),
    override: () => ({
      machine: {
        actions: {
          settle: assign(({ context: { account, address } }) => ({ ...fresh, address, changed: account, signedIn: account })),
        },
      },
    }),
  },
  {
    id: 'FLT-111',
    title: both('La connexion veut le numéro d’abonné', 'Sign-in wants the subscriber number'),
    requirements: ['MPO-2-28', 'MPO-1.3-6'],
    observation: both('L’adresse électronique est refusée', 'The e-mail address is refused'),
    override: (_, { accounts }) => ({
      rules: { signInAccount: (typed) => accounts.find(({ subscriberNumber }) => subscriberNumber === typed) },
    }),
  },
  {
    id: 'FLT-112',
    title: both('La connexion ignore la casse du mot de passe', 'Sign-in ignores the case of the password'),
    requirements: ['MPO-1.3-6', 'MPO-D-6'],
    observation: both('La casse inversée ouvre l’espace', 'Swapped case opens the space'),
    override: (_, { notebook }) => ({
      rules: {
        opensSpace: (account, password) =>
          account !== undefined && notebook.password(account).toLowerCase() === password.toLowerCase(),
      },
    }),
  },
  {
    id: 'FLT-112-blancs',
    title: both('La connexion retire les blancs du mot de passe', 'Sign-in trims the password'),
    requirements: ['MPO-D-6'],
    observation: both('Un espace de trop n’empêche rien', 'One space too many prevents nothing'),
    override: ({ rules }) => ({ rules: { opensSpace: (account, password) => rules.opensSpace(account, password.trim()) } }),
  },
  {
    id: 'FLT-113',
    title: both(
      'La connexion ne marche que dans le navigateur de la procédure',
      'Sign-in only works in the browser of the procedure',
    ),
    requirements: ['MPO-1.3-6'],
    observation: both('Un navigateur neuf est refusé', 'A fresh browser is refused'),
    override: ({ rules }, { notebook }) => ({
      machine: {
        guards: {
          areCredentialsRight: ({ context, event }) => {
            if (event.type !== 'credentials.submitted') return false;
            const account = rules.signInAccount(event.identifier ?? '');
            const here = account && (notebook.former(account).length === 0 || context.changed?.email === account.email);
            return Boolean(here) && rules.opensSpace(account, event.password ?? '');
          },
        },
      },
    }),
  },
  {
    id: 'FLT-114',
    title: both('Après la procédure, l’adresse suffit', 'After the procedure, the address is enough'),
    requirements: ['MPO-1.1-2'],
    observation: both('Un mot de passe vide ouvre l’espace', 'An empty password opens the space'),
    override: ({ rules }, { notebook }) => ({
      rules: {
        opensSpace: (account, password) =>
          rules.opensSpace(account, password) ||
          (account !== undefined && password === '' && notebook.former(account).length > 0),
      },
    }),
  },
  {
    id: 'FLT-114-toujours',
    title: both('L’adresse suffit à se connecter', 'The address is enough to sign in'),
    requirements: ['MPO-1.1-2'],
    observation: both('Un mot de passe vide ouvre l’espace', 'An empty password opens the space'),
    override: ({ rules }) => ({
      rules: {
        opensSpace: (account, password) => rules.opensSpace(account, password) || (account !== undefined && password === ''),
      },
    }),
  },
  {
    id: 'FLT-115',
    title: both('Les services ne reviennent pas', 'The services do not come back'),
    requirements: ['MPO-1.3-5'],
    observation: both('Après la procédure, il n’y a que les dossiers', 'After the procedure, there are only the dossiers'),
    override: ({ effects }) => ({
      effects: {
        changePassword(account, password) {
          effects.changePassword(account, password);
          account.services = [];
        },
      },
    }),
  },
  {
    id: 'FLT-115-dossier',
    title: both('Un dossier ne revient pas', 'One dossier does not come back'),
    requirements: ['MPO-1.3-5'],
    observation: both('Après la procédure, il manque un dossier', 'After the procedure, one dossier is missing'),
    override: ({ effects }) => ({
      effects: {
        changePassword(account, password) {
          effects.changePassword(account, password);
          account.dossiers = account.dossiers.slice(0, -1);
        },
      },
    }),
  },
  {
    id: 'FLT-116',
    title: both('Un dossier d’un autre usager apparaît', 'A dossier of another user appears'),
    requirements: ['MPO-1.3-5', 'MPO-D-3'],
    observation: both('Après la procédure, un dossier de trop', 'After the procedure, one dossier too many'),
    override: ({ effects }, { accounts }) => ({
      effects: {
        changePassword(account, password) {
          effects.changePassword(account, password);
          const other = accounts.find((candidate) => candidate !== account);
          account.dossiers = [...account.dossiers, ...(other?.dossiers.slice(0, 1) ?? [])];
        },
      },
    }),
  },
  {
    id: 'FLT-117',
    title: both('Le changement efface la réponse', 'The change erases the answer'),
    requirements: ['MPO-1.5-2', 'MPO-D-2'],
    observation: both('Une deuxième procédure refuse la même réponse', 'A second procedure refuses the same answer'),
    override: ({ effects }) => ({
      effects: {
        changePassword(account, password) {
          effects.changePassword(account, password);
          account.answer = { matches: () => false };
        },
      },
    }),
  },
  {
    id: 'FLT-146',
    title: both('Services inaccessibles', 'Services out of reach'),
    requirements: ['MPO-1.1-1'],
    observation: both('Les liens des services répondent 404', 'The links of the services answer 404'),
    override: ({ views }) => ({
      views: { services: (view) => views.services(view).replaceAll(`href="${SERVICE_PATH}/`, `href="${SERVICE_PATH}-`) },
    }),
  },
  {
    id: 'FLT-147',
    title: both('Espace ouvert sans connexion', 'Space open without signing in'),
    requirements: ['MPO-1.1-2', 'MPO-D-1'],
    observation: both('L’adresse de l’espace montre un usager', 'The address of the space shows a user'),
    override: ({ views }, { accounts }) => ({
      machine: { guards: { isSignedIn: () => true } },
      views: {
        services: ({ token, owner }) => views.services({ token, owner: owner.email ? owner : (accounts[0] ?? owner) }),
      },
    }),
  },
  {
    id: 'FLT-148',
    title: both('Le mot de passe de n’importe qui ouvre l’espace', 'Anybody’s password opens the space'),
    requirements: ['MPO-1.1-2', 'MPO-D-3'],
    observation: both(
      'L’adresse de l’un et le mot de passe d’un autre passent',
      'The address of one and the password of another pass',
    ),
    override: ({ rules }, { accounts, notebook }) => ({
      rules: {
        opensSpace: (account, password) =>
          rules.opensSpace(account, password) ||
          (account !== undefined && accounts.some((other) => notebook.password(other) === password)),
      },
    }),
  },
  {
    id: 'FLT-149',
    title: both('L’assistance voit la réponse', 'The assistance sees the answer'),
    requirements: ['MPO-1.5-8', 'MPO-1.5-7'],
    observation: both('La réponse figure au poste de l’assistance', 'The answer is on the assistance page'),
    override: ({ views }, { accounts, notebook }) => ({
      views: {
        assistance(view) {
          const account = accounts.find(({ email }) => email === view.card?.email);
          const line = `<dt>Réponse</dt><dd>${escaped(account ? notebook.answer(account) : '')}</dd></dl>`;
          return views.assistance(view).replace('</dl>', () => line);
        },
      },
    }),
  },
  {
    id: 'FLT-150',
    title: both('L’assistance ne voit pas la question', 'The assistance does not see the question'),
    requirements: ['MPO-1.5-7'],
    observation: both('La question manque au poste de l’assistance', 'The question is missing from the assistance page'),
    override: ({ views }) => ({
      views: { assistance: (view) => views.assistance(view).replace(/<dt>Question de confiance<\/dt><dd>.*?<\/dd>/s, '') },
    }),
  },
  {
    id: 'FLT-151',
    title: both('Le bouton « Connexion » ne mène à rien', 'The « Connexion » button leads nowhere'),
    requirements: ['MPO-2-29', 'MPO-2-24'],
    observation: both('Le formulaire de connexion répond 404', 'The sign-in form answers 404'),
    override: ({ views }) => ({
      views: {
        signIn: rewritten(views.signIn, 'method="post" action="/connexion"', () => 'method="post" action="/connexion.do"'),
      },
    }),
  },
];
