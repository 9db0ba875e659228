/** Recommendations on the mail that tells of the change. */
import { asvs, cheatSheet, nist, practice, rfc } from './authorities';
import { underTheme } from './entry';

export const mail = underTheme('mail', [
  {
    id: 'REC-37',
    title: { fr: 'Un courriel qui permet de réagir', en: 'A mail that lets one react' },
    statement: {
      fr: 'En français, le courriel dit que le mot de passe a changé, quand, pour quel compte, et que faire si l’on n’en est pas l’auteur ; il ne contient ni secret ni lien qui agirait à lui seul.',
      en: 'In French, the mail says that the password changed, when, for which account, and what to do if it was not you; it holds no secret and no link that would act by itself.',
    },
    sources: [
      cheatSheet('Forgot Password'),
      asvs('6.3.7'),
      nist('4.6'),
      practice('LTB Self Service Password', 'changemessage (fr)'),
    ],
    requirements: ['MPO-2-27'],
    readings: ['AMB-24'],
  },
  {
    id: 'REC-38',
    title: { fr: 'Message bien formé', en: 'Well-formed message' },
    statement: {
      fr: 'Le message a un expéditeur, un destinataire, une date et un identifiant, déclare MIME et UTF-8, code les accents de son objet, comporte une partie en texte simple et des lignes d’au plus 998 caractères.',
      en: 'The message has a sender, a recipient, a date and an identifier, declares MIME and UTF-8, encodes the accents of its subject, has a plain-text part and lines of at most 998 characters.',
    },
    sources: [
      rfc(5322, '3.6', 'transcription'),
      rfc(5322, '2.1.1', 'transcription'),
      rfc(2047, undefined, 'text'),
      practice('Django', 'html_mail (tests)'),
    ],
    requirements: ['MPO-2-27'],
  },
  {
    id: 'REC-39',
    title: { fr: 'Message annoncé comme automatique', en: 'Message announced as automatic' },
    statement: {
      fr: 'L’en-tête « Auto-Submitted » vaut « auto-generated », pour que les répondeurs d’absence se taisent.',
      en: 'The « Auto-Submitted » header is « auto-generated », so that out-of-office robots keep silent.',
    },
    sources: [
      rfc(3834, '5', 'transcription'),
      rfc(3834, '5.2', 'transcription'),
      practice('GitLab', '!9163'),
      practice('Nextcloud', '#27200'),
    ],
  },
  {
    id: 'REC-40',
    title: { fr: 'Aucun destinataire ajouté par la saisie', en: 'No recipient added by the entry' },
    statement: {
      fr: 'Fins de ligne, virgules, points-virgules, chevrons ou adresses multiples saisis à la place de l’adresse n’ajoutent ni destinataire ni en-tête.',
      en: 'Line ends, commas, semicolons, angle brackets or several addresses typed in place of the address add no recipient and no header.',
    },
    sources: [asvs('1.3.11'), rfc(5321, '4.1.2', 'memory')],
    requirements: ['MPO-2-26'],
  },
]);
