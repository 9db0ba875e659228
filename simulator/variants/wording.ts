/** Variants that say the same in other words. The labels that the fiche quotes stay the fiche's, but for what AMB-31 forgives. */
import type { ProblemCode } from '../problems';
import { both } from '../faults/support';
import { draw } from './drawing';
import type { Variant } from './variant';

const NBSP = '\u00a0';
const NNBSP = '\u202f';
/** What an editor that keeps lines from breaking puts between words. */
const unbroken = (label: string) => label.replaceAll(' ', NBSP);

/** One sentence for each problem, made of what the reference says of it. */
function problems(say: (code: ProblemCode) => string): Record<ProblemCode, string> {
  const codes: readonly ProblemCode[] = [
    ...(['addressMissing', 'addressMalformed', 'charactersMissing', 'charactersWrong'] as const),
    ...(['answerMissing', 'answerWrong', 'tooManyTries', 'passwordMissing', 'passwordInForce'] as const),
    ...([
      'password.short',
      'password.long',
      'password.alphabet',
      'password.noDigit',
      'password.noLetter',
      'password.other',
    ] as const),
    ...(['confirmationMissing', 'confirmationDiffers', 'credentialsWrong'] as const),
  ];
  return Object.fromEntries(codes.map((code) => [code, say(code)])) as Record<ProblemCode, string>;
}

export const wordingVariants: readonly Variant[] = [
  {
    id: 'VAR-texte-bref',
    title: both('Un mot par champ, un mot par message', 'One word a field, one word a message'),
    readings: {},
    difference: both(
      'Tout ce que la fiche ne cite pas est dit au plus court',
      'All that the sheet does not quote is said at its shortest',
    ),
    override: () => ({
      views: draw({
        words: {
          title: {
            home: 'Accueil',
            signIn: 'Espace',
            identification: 'Étape 1',
            question: 'Étape 2',
            newPassword: 'Étape 3',
            summary: 'Terminé',
            services: 'Bonjour',
          },
          lead: {
            home: '',
            signIn: '',
            identification: '',
            question: '',
            newPassword: '',
            summary: 'Mot de passe modifié avec succès.',
            services: '',
          },
          label: {
            address: 'Adresse',
            characters: 'Code',
            answer: 'Réponse',
            newPassword: 'Nouveau',
            confirmation: 'Encore',
            identifier: 'Identifiant',
            password: 'Mot de passe',
            onToServices: 'Suite',
            signOut: 'Quitter',
          },
          problem: problems((code) => (code.endsWith('Missing') ? 'Manquant.' : 'Refusé.')),
        },
      }),
    }),
  },
  {
    id: 'VAR-texte-bavard',
    title: both('Des phrases entières pour libellés', 'Whole sentences for labels'),
    readings: {},
    difference: both(
      'Libellés longs, guillemets, « ? » et espaces insécables ; chaque message rappelle ce qui n’a pas eu lieu',
      'Long labels, guillemets, « ? » and non-breaking spaces; each message recalls what did not happen',
    ),
    override: () => ({
      views: draw({
        words: {
          title: {
            home: `Bienvenue sur le portail des professionnels${NBSP}!`,
            signIn: 'Vous avez déjà un espace\u00a0? Connectez-vous',
            identification: `Vous avez oublié votre mot de passe${NNBSP}? Dites-nous qui vous êtes`,
            question: `Répondez à la question «${NBSP}de confiance${NBSP}» que vous aviez choisie`,
            newPassword: 'Modifier votre mot de passe',
            summary: `C’est fait${NBSP}! Voici votre récapitulatif`,
            services: 'Heureux de vous revoir dans votre espace',
          },
          lead: {
            home: 'Depuis votre espace, vous déclarez, payez et consultez tout ce qui concerne votre entreprise.',
            signIn:
              'Votre mot de passe est personnel. S’il a été modifié, saisissez le nouveau. Si vous l’avez perdu, changez-le.',
            identification:
              'Pour modifier votre mot de passe, saisissez l’adresse puis recopiez les caractères. Votre réponse vous sera demandée ensuite.',
            question: 'Une fois la bonne réponse donnée, votre mot de passe pourra être modifié. Il n’a pas encore été modifié.',
            newPassword:
              `Votre mot de passe sera modifié dès que vous aurez cliqué sur «${NBSP}Valider${NBSP}» ; un récapitulatif vous sera présenté. ` +
              'Il lui faut au moins vingt caractères, des chiffres et des lettres, sans caractère spécial, ni espaces, ni caractères accentués.',
            summary: `Félicitations, votre mot de passe a bien été modifié. Pour toute question, consultez l’aide${NBSP}!`,
            services: 'Votre mot de passe est valide ; pensez à en changer régulièrement.',
          },
          label: {
            address: `Quelle est l’adresse électronique (mél) que vous aviez choisie à la création de votre espace professionnel${NBSP}?`,
            characters: `Veuillez recopier ici, sans vous soucier de la casse, les six caractères que montre l’image ci-dessus${NBSP}:`,
            answer: `Votre réponse à cette question, telle que vous l’aviez écrite${NBSP}:`,
            newPassword: `Choisissez un nouveau mot de passe (vous le confirmerez ci-dessous)${NBSP}:`,
            confirmation: `Pour éviter toute faute de frappe, saisissez une seconde fois ce nouveau mot de passe${NBSP}:`,
            identifier: `Votre identifiant, c’est-à-dire l’adresse électronique de votre espace${NBSP}:`,
            password: `Votre mot de passe (le nouveau, si vous venez de le changer)${NBSP}:`,
            onToServices: `Me connecter à mon espace avec mon nouveau mot de passe${NBSP}→`,
            signOut: 'Se déconnecter',
          },
          problem: problems((code) =>
            code.startsWith('password') || code.startsWith('confirmation')
              ? `Désolé, votre mot de passe n’a pas été modifié${NBSP}: celui que vous proposez ne convient pas. L’ancien reste valable.`
              : `Nous ne pouvons pas donner suite à votre demande${NBSP}: vérifiez votre saisie, puis recommencez.`,
          ),
        },
      }),
    }),
  },
  {
    id: 'VAR-libelles-habilles',
    title: both('Libellés de la fiche sous d’autres habits', 'Labels of the sheet in other clothes'),
    readings: {},
    difference: both(
      'Capitales, guillemets, « ? » final, espaces insécables et retours à la ligne dans les libellés que la fiche cite',
      'Capitals, guillemets, a final « ? », non-breaking spaces and line breaks in the labels that the sheet quotes',
    ),
    override: () => ({
      views: draw({
        words: {
          label: {
            professionalSpace: `VOTRE  ESPACE\n PROFESSIONNEL`,
            forgottenPassword: `${unbroken('Mot de passe oublié')}${NNBSP}?`,
            continue: `«${NBSP}Continuer${NBSP}»`,
            confirm: 'VALIDER',
            signIn: 'connexion',
            help: `AIDE`,
          },
        },
      }),
    }),
  },
  {
    id: 'VAR-fil-des-etapes',
    title: both('Fil des étapes sur chaque écran', 'A list of the steps on every screen'),
    readings: {},
    difference: both(
      'Chaque écran nomme les autres (identification, question, mot de passe, récapitulatif, connexion) et mène à l’espace',
      'Every screen names the others (identification, question, password, summary, sign-in) and leads to the space',
    ),
    override: () => ({
      views: draw({
        pieces: (plain) => ({
          page: (screen, title, body) =>
            plain.page(
              screen,
              title,
              '<nav><a href="/connexion">Votre espace professionnel</a></nav><ol><li>Identification</li><li>Question de confiance</li><li>Nouveau mot de passe</li><li>Récapitulatif</li>' +
                `<li>Connexion à votre espace</li></ol>${body}`,
            ),
        }),
      }),
    }),
  },
  {
    id: 'VAR-libelles-voisins',
    title: both('Libellés voisins de ceux de la fiche', 'Labels close to those of the sheet'),
    readings: { 'AMB-31': 'libellé-approché' },
    controls: {
      professionalSpace: { name: 'Accéder à l’espace professionnel' },
      forgottenPassword: { name: 'J’ai oublié mon mot de passe' },
      continue: { name: 'Poursuivre' },
      validate: { name: 'Valider le mot de passe' },
      connect: { name: 'Se connecter' },
    },
    difference: both(
      '« Se connecter » au lieu de « Connexion », et de même ailleurs',
      '« Se connecter » instead of « Connexion », and so on',
    ),
    override: () => ({
      views: draw({
        words: {
          label: {
            professionalSpace: 'Accéder à l’espace professionnel',
            forgottenPassword: 'J’ai oublié mon mot de passe',
            continue: 'Poursuivre',
            confirm: 'Valider le mot de passe',
            signIn: 'Se connecter',
          },
        },
      }),
    }),
  },
  {
    id: 'VAR-espace-autrement',
    title: both('Espace aux autres mots, sans aide', 'A space in other words, without help'),
    readings: { 'AMB-20': 'récap-minimal' },
    lacks: ['help'],
    difference: both(
      'L’espace ne montre ni adresse ni numéro ; on le quitte par « Fermer la session » ; aucun lien « Aide »',
      'The space shows neither address nor number; one leaves it by « Fermer la session »; no « Aide » link',
    ),
    override: () => ({
      views: draw({
        words: {
          title: { services: 'Tableau de bord' },
          lead: { services: 'Récapitulatif de vos démarches en cours' },
          label: { help: '', signOut: 'Fermer la session' },
        },
        pieces: (plain) => ({
          card: () => '',
          list: (items) =>
            `<table><tbody>${items.map((item) => `<tr><td>${item}</td><td>à jour</td></tr>`).join('')}</tbody></table>`,
          way: (label, href, kind) =>
            href.startsWith('/espace/')
              ? `<form method="get" action="${href}">${plain.submit(label)}</form>`
              : plain.way(label, href, kind),
        }),
      }),
    }),
  },
  {
    id: 'VAR-espace-vivant',
    title: both('Espace qui dit l’heure et compte ses messages', 'A space that tells the time and counts its messages'),
    readings: {},
    difference: both(
      'À chaque connexion un message de plus, la date de la dernière, celle du changement de mot de passe',
      'At each sign-in one message more, the date of the last one, that of the change of the password',
    ),
    override: ({ views }) => {
      let visits = 0;
      return {
        views: {
          services(view) {
            visits += 1;
            const minute = String(visits % 60).padStart(2, '0');
            return views
              .services(view)
              .replace(
                '<h2>',
                `<p>Votre mot de passe a été modifié le 3 mars. <a href="/aide">Messagerie (${visits})</a> ` +
                  `<a href="/aide">Dernière connexion : 03/03/2024 à 10h${minute}</a></p><h2>`,
              );
          },
        },
      };
    },
  },
];
