/** Recommendations on what a page repeats, and on how the server bears what it does not expect. */
import { asvs, cheatSheet, practice } from './authorities';
import { underTheme } from './entry';

export const httpContent = underTheme('http', [
  {
    id: 'REC-27',
    title: { fr: 'Saisies échappées à l’affichage', en: 'Entries escaped when displayed' },
    statement: {
      fr: 'Ce que la page reprend d’une saisie, d’un paramètre ou de la question s’affiche comme du texte, jamais comme du balisage.',
      en: 'What the page repeats of an entry, a parameter or the question shows as text, never as markup.',
    },
    sources: [asvs('1.2.1'), cheatSheet('Input Validation')],
    requirements: ['MPO-2-11'],
  },
  {
    id: 'REC-28',
    title: { fr: 'Secrets jamais réaffichés', en: 'Secrets never shown again' },
    statement: {
      fr: 'Après un refus, ni les mots de passe ni la réponse saisis ne reparaissent dans la page, pas même comme valeur d’un champ.',
      en: 'After a refusal, neither the passwords nor the answer typed come back in the page, not even as the value of a field.',
    },
    sources: [
      asvs('14.2.6'),
      practice('Devise', 'test should clean up password fields on failure'),
      practice('EPP', 'feature “fields blank after refresh”'),
    ],
    requirements: ['MPO-1.5-8'],
  },
  {
    id: 'REC-29',
    title: { fr: 'Erreurs neutres, refus par défaut', en: 'Plain errors, refusal by default' },
    statement: {
      fr: 'Une requête mal formée (UTF-8 invalide, paramètre absent, doublé ou en tableau, champ d’un mégaoctet, autre type de contenu, octet nul) reçoit une erreur 4xx sans trace interne, et ne change rien.',
      en: 'A malformed request (invalid UTF-8, parameter absent, doubled or as an array, field of a megabyte, other content type, null byte) gets a 4xx error without internal trace, and changes nothing.',
    },
    sources: [
      asvs('16.5.1'),
      asvs('16.5.2'),
      asvs('16.5.3'),
      practice('LTB Self Service Password', 'is_string(), hash_equals()'),
    ],
    requirements: ['MPO-D-1'],
  },
  {
    id: 'REC-30',
    title: { fr: 'Cohérence quand le courrier est en panne', en: 'Consistency when mail is down' },
    statement: {
      fr: 'Serveur de courrier coupé, ou bien tout échoue, ou bien le changement réussit et le courriel part plus tard ; jamais un mot de passe changé sous un écran d’erreur.',
      en: 'With the mail server down, either everything fails, or the change succeeds and the mail leaves later; never a password changed behind an error screen.',
    },
    applicability: {
      fr: 'Vérifiable seulement si la cible permet de couper son courrier.',
      en: 'Verifiable only where the target lets its mail be cut.',
    },
    sources: [asvs('2.3.3'), asvs('16.5.2'), practice('Keycloak', 'test resetPasswordWrongSmtp')],
    requirements: ['MPO-D-2', 'MPO-2-25'],
  },
  {
    id: 'REC-31',
    title: { fr: 'En-tête Host jamais cru', en: 'Host header never trusted' },
    statement: {
      fr: 'Un nom d’hôte imposé par la requête ne se retrouve ni dans un lien, ni dans une redirection, ni dans le courriel.',
      en: 'A host name imposed by the request is found in no link, redirection or mail.',
    },
    sources: [cheatSheet('Forgot Password'), practice('Django', 'test_poisoned_http_host'), asvs('4.1.3')],
    readings: ['AMB-24'],
  },
]);
