/** Recommendations on access for all, as French administrations owe it. */
import { practice, rgaa, wcag } from './authorities';
import { underTheme } from './entry';

export const accessibility = underTheme('accessibility', [
  {
    id: 'REC-16',
    title: { fr: 'Règle affichée avant la saisie, liée au champ', en: 'Rule shown before typing, tied to the field' },
    statement: {
      fr: 'Longueur, alphabet, espaces et accents sont énoncés avant l’envoi, et rattachés au champ du nouveau mot de passe pour les aides techniques.',
      en: 'Length, alphabet, blanks and accents are stated before submission, and tied to the new-password field for assistive technology.',
    },
    sources: [
      rgaa('11.10, test 5'),
      wcag('3.3.2 Labels or Instructions'),
      {
        authority: 'DINUM',
        reference: 'Système de design de l’État, « Mot de passe »',
        url: 'https://www.systeme-de-design.gouv.fr/elements-d-interface/composants/mot-de-passe',
        read: 'memory',
      },
    ],
    requirements: ['MPO-2-22'],
    readings: ['AMB-37'],
  },
  {
    id: 'REC-41',
    title: { fr: 'Autre voie que l’image du CAPTCHA', en: 'Another way than the CAPTCHA image' },
    statement: {
      fr: 'À côté de l’image, une solution non visuelle ou un autre accès au service ; le texte de remplacement dit à quoi sert l’image, sans donner les caractères.',
      en: 'Beside the image, a non-visual solution or another access to the service; the alternative text says what the image is for, without giving the characters.',
    },
    sources: [
      rgaa('1.4'),
      rgaa('1.5, tests 1.5.1, 1.5.2'),
      wcag('1.1.1 Non-text Content'),
      wcag('3.3.8 Accessible Authentication (Minimum)'),
    ],
    requirements: ['MPO-2-7'],
  },
  {
    id: 'REC-42',
    title: { fr: 'Étiquettes, langue, titres', en: 'Labels, language, titles' },
    statement: {
      fr: 'Chaque champ a une étiquette autre que son texte indicatif, la page se déclare en français, et chaque écran a son propre titre et un titre de premier niveau.',
      en: 'Every field has a label other than its placeholder, the page declares French, and every screen has its own title and a first-level heading.',
    },
    sources: [
      rgaa('11.1'),
      rgaa('11.2'),
      rgaa('8.3'),
      rgaa('8.4'),
      rgaa('8.5'),
      rgaa('8.6'),
      rgaa('9.1'),
      wcag('3.1.1 Language of Page', 'transcription'),
      wcag('2.4.2 Page Titled'),
      wcag('4.1.2 Name, Role, Value'),
    ],
  },
  {
    id: 'REC-43',
    title: { fr: 'Erreurs situées, expliquées, annoncées', en: 'Errors located, explained, announced' },
    statement: {
      fr: 'Après le refus d’un mot de passe, le champ fautif est marqué et relié à un message qui dit la règle enfreinte ; le message est annoncé ou reçoit le focus, et ne repose pas sur la seule couleur.',
      en: 'After the refusal of a password, the field at fault is marked and tied to a message that tells the broken rule; the message is announced or gets the focus, and does not rest on colour alone.',
    },
    applicability: {
      fr: 'Écran du nouveau mot de passe seulement : à l’identification et à la question, un message précis trahirait un compte (REC-01).',
      en: 'New-password screen only: at the identification and the question, a precise message would reveal an account (REC-01).',
    },
    sources: [
      rgaa('11.10'),
      rgaa('11.11'),
      rgaa('7.5'),
      rgaa('3.1'),
      wcag('3.3.1 Error Identification'),
      wcag('3.3.3 Error Suggestion'),
      wcag('4.1.3 Status Messages', 'transcription'),
    ],
  },
  {
    id: 'REC-44',
    title: { fr: 'Rien à saisir deux fois', en: 'Nothing to type twice' },
    statement: {
      fr: 'L’adresse n’est pas redemandée au fil de la procédure, et la connexion finale la propose ou se laisse remplir.',
      en: 'The address is not asked again along the procedure, and the final sign-in offers it or lets itself be filled in.',
    },
    applicability: {
      fr: 'La confirmation du nouveau mot de passe n’est pas en cause : elle sert la sécurité.',
      en: 'The confirmation of the new password is not at issue: it serves security.',
    },
    sources: [wcag('3.3.7 Redundant Entry')],
  },
  {
    id: 'REC-45',
    title: { fr: 'Clavier et audit automatique', en: 'Keyboard and automatic audit' },
    statement: {
      fr: 'Le parcours entier se fait au clavier avec un focus visible, et aucun écran, du téléphone à l’ordinateur, ne laisse d’erreur à un audit automatique d’accessibilité.',
      en: 'The whole journey can be made by keyboard with a visible focus, and no screen, from phone to desktop, leaves an error to an automatic accessibility audit.',
    },
    applicability: { fr: 'Demande un navigateur.', en: 'Needs a browser.' },
    sources: [rgaa('12.8'), rgaa('12.9'), rgaa('10.7'), practice('FranceConnect', 'accessibilité-connexion.feature')],
    requirements: ['MPO-2-2'],
  },
]);
