/** Faults of the screens, their controls and how one enters them. */
import { HELP_PATH, IMAGE_PATH, paths } from '../web/paths';
import { texts } from '../web/texts';
import type { Texts } from '../web/texts';
import { createViews } from '../web/views';
import type { Fault } from './fault';
import { both, rewritten } from './support';

/** Labels that differ from the fiche's: one fault each. */
const labels: readonly [suffix: string, key: keyof Texts, label: string, requirements: readonly string[]][] = [
  ['', 'continue', 'Suivant', ['MPO-2-9', 'MPO-2-12']],
  ['-espace', 'professionalSpace', 'Accès réservé', ['MPO-2-2']],
  ['-oubli', 'forgottenPassword', 'Problème d’accès', ['MPO-2-4']],
  ['-valider', 'confirm', 'Enregistrer', ['MPO-2-17']],
  ['-connexion', 'signIn', 'Entrer', ['MPO-2-29']],
];

export const screenFaults: readonly Fault[] = [
  {
    id: 'FLT-001',
    title: both('Lien « Mot de passe oublié » absent', '« Mot de passe oublié » link missing'),
    requirements: ['MPO-2-4', 'MPO-1.1-3'],
    observation: both('Aucun lien de ce nom sur l’écran de connexion', 'No link of that name on the sign-in screen'),
    override: ({ views }) => ({
      views: { signIn: rewritten(views.signIn, /<li><a href="\/mot-de-passe-oublie">.*?<\/li>/, () => '') },
    }),
  },
  {
    id: 'FLT-002',
    title: both('Page d’accueil vide', 'Empty home page'),
    requirements: ['MPO-2-1'],
    observation: both('L’accueil répond sans contenu', 'The home page answers without content'),
    override: () => ({ views: { home: () => '' } }),
  },
  {
    id: 'FLT-003',
    title: both(
      'Lien « Mot de passe oublié » caché par la feuille de style',
      '« Mot de passe oublié » link hidden by the style sheet',
    ),
    requirements: ['MPO-2-4'],
    observation: both('Le lien est dans la page mais ne se voit pas', 'The link is in the page but cannot be seen'),
    browserOnly: true,
    override: ({ views }) => ({
      views: { stylesheet: () => `${views.stylesheet()}a[href="${paths.identification}"] { display: none; }` },
    }),
  },
  ...labels.map(([suffix, key, label, requirements]): Fault => ({
    id: `FLT-004${suffix}`,
    title: both(`« ${texts[key]} » devient « ${label} »`, `« ${texts[key]} » becomes « ${label} »`),
    requirements,
    observation: both('Aucun élément n’a le nom de la fiche', 'No control has the name that the fiche gives'),
    override: () => ({ views: createViews({ ...texts, [key]: label }) }),
  })),
  {
    id: 'FLT-005',
    title: both('« Connexion » en bouton image sans texte', '« Connexion » as an image button without text'),
    requirements: ['MPO-2-29'],
    observation: both('Le bouton n’a pas de nom', 'The button has no name'),
    override: ({ views }) => ({
      views: {
        signIn: rewritten(
          views.signIn,
          `<button type="submit">${texts.signIn}</button>`,
          () => `<input type="image" src="${IMAGE_PATH}/connexion" alt="">`,
        ),
      },
    }),
  },
  {
    id: 'FLT-006',
    title: both('L’accueil mène droit à la procédure', 'The home page leads straight to the procedure'),
    requirements: ['MPO-2-2', 'MPO-2-3'],
    observation: both(
      '« Votre espace professionnel » manque à l’accueil',
      '« Votre espace professionnel » is missing from the home page',
    ),
    override: ({ views }) => ({
      views: {
        home: rewritten(views.home, /<form.*<\/form>/s, () => `<a href="${paths.identification}">Retrouver mon accès</a>`),
      },
    }),
  },
  {
    id: 'FLT-006-aide',
    title: both('« Votre espace professionnel » mène à l’aide', '« Votre espace professionnel » leads to the help'),
    requirements: ['MPO-2-3'],
    observation: both('L’écran de connexion ne s’affiche pas', 'The sign-in screen does not show'),
    override: ({ views }) => ({
      views: { home: rewritten(views.home, `action="${paths.signIn}"`, () => `action="${HELP_PATH}"`) },
    }),
  },
  {
    id: 'FLT-007',
    title: both('La procédure exige d’être connecté', 'The procedure requires being signed in'),
    requirements: ['MPO-1.1-3'],
    observation: both('Le lien ramène à l’écran de connexion', 'The link leads back to the sign-in screen'),
    override: ({ gate }) => ({
      gate: {
        admit: (session, screen, method) =>
          screen === 'identification' && !session.actor.getSnapshot().context.signedIn
            ? false
            : gate.admit(session, screen, method),
        missing: () => 'signIn',
      },
    }),
  },
  {
    id: 'FLT-008',
    title: both('Un code envoyé par courriel est exigé avant la question', 'A mailed code is demanded before the question'),
    requirements: ['MPO-1.4-1', 'MPO-2-25'],
    observation: both(
      'Un courriel part avant « Valider » et la question ne s’affiche pas',
      'A mail leaves before « Valider », and no question is displayed',
    ),
    override: ({ gate, mail, views }, { post }) => ({
      gate: {
        settle(session, from, to) {
          const { account } = session.actor.getSnapshot().context;
          if (from === 'identification' && to === 'question' && account) {
            const text = 'Votre code de vérification : 481 516. Il est valable quinze minutes.';
            post({ ...mail.letter(account), subject: 'Votre code de vérification', text, html: `<p>${text}</p>` });
          }
          return gate.settle(session, from, to);
        },
      },
      views: {
        question: rewritten(views.question, /<p>Saisissez la réponse.*<\/form>/s, () => {
          const field = '<label for="code">Code reçu par courriel</label><input id="code" name="code">';
          return `<p>Un code vous a été envoyé par courriel.</p><form method="post">${field}<button>Vérifier</button></form>`;
        }),
      },
    }),
  },
  {
    id: 'FLT-131',
    title: both('Aide absente de l’écran de connexion', 'No help on the sign-in screen'),
    requirements: ['MPO-1.1-5'],
    observation: both('Aucun élément « Aide »', 'No control named « Aide »'),
    override: ({ views }) => ({
      views: { signIn: rewritten(views.signIn, new RegExp(`<li><a href="${HELP_PATH}">.*?</li>`), () => '') },
    }),
  },
  {
    id: 'FLT-132',
    title: both('L’ancien mot de passe est demandé à l’identification', 'The forgotten password is asked at identification'),
    requirements: ['MPO-2-5', 'MPO-1.1-3'],
    observation: both('Un champ de mot de passe sur l’écran d’identification', 'A password field on the identification screen'),
    override: ({ views }) => ({
      views: {
        identification: rewritten(
          views.identification,
          '<img class="captcha"',
          () =>
            '<div class="field"><label for="ancien">Mot de passe actuel</label>' +
            '<input id="ancien" name="ancien" type="password" autocomplete="current-password"></div><img class="captcha"',
        ),
      },
    }),
  },
  {
    id: 'FLT-133',
    title: both('Mot de passe visible à la saisie sur l’écran de connexion', 'Password shown as typed on the sign-in screen'),
    requirements: ['MPO-2-28'],
    observation: both('Le champ du mot de passe n’est pas masqué', 'The password field is not masked'),
    override: ({ views }) => ({
      views: { signIn: rewritten(views.signIn, 'type="password"', () => 'type="text"') },
    }),
  },
  {
    id: 'FLT-047',
    title: both('L’écran annonce 8 caractères, le serveur en veut 20', 'The screen announces 8 characters, the server wants 20'),
    requirements: ['MPO-2-22'],
    observation: both('La règle affichée contredit celle qui s’applique', 'The displayed rule contradicts the enforced one'),
    override: () => ({
      views: createViews({ ...texts, passwordRule: texts.passwordRule.replace('20 caractères', '8 caractères') }),
    }),
  },
  {
    id: 'FLT-054',
    title: both('Champs limités à 20 caractères dans la page seule', 'Fields limited to 20 characters in the page only'),
    requirements: ['MPO-D-6', 'MPO-1.3-1'],
    observation: both(
      '25 caractères saisis, la connexion se fait avec les 20 premiers',
      '25 characters typed, sign-in works with the first 20',
    ),
    override: ({ views }) => ({
      views: { newPassword: rewritten(views.newPassword, /type="password"/g, () => 'type="password" maxlength="20"') },
    }),
  },
];
