/** Recommendations on what every response says besides its page: cookies, addresses, headers. */
import { anssi, asvs, cheatSheet, rfc, wstg } from './authorities';
import { underTheme } from './entry';

export const httpHeaders = underTheme('http', [
  {
    id: 'REC-20',
    title: { fr: 'Témoins de session protégés', en: 'Protected session cookies' },
    statement: {
      fr: 'Chaque témoin de la procédure porte « HttpOnly » et « SameSite » ; en HTTPS, aussi « Secure » et un nom préfixé « __Host- ».',
      en: 'Every cookie of the procedure has « HttpOnly » and « SameSite »; over HTTPS, also « Secure » and a name prefixed « __Host- ».',
    },
    applicability: {
      fr: 'En HTTP sans chiffrement, seuls « HttpOnly » et « SameSite » sont examinés.',
      en: 'Over plain HTTP, only « HttpOnly » and « SameSite » are looked at.',
    },
    sources: [
      asvs('3.3.1'),
      asvs('3.3.2'),
      asvs('3.3.3'),
      asvs('3.3.4'),
      {
        authority: 'IETF',
        reference: 'RFC 6265bis (draft), § 4.1.3.2 “The "__Host-" Prefix”',
        url: 'https://datatracker.ietf.org/doc/draft-ietf-httpbis-rfc6265bis/',
        read: 'text',
      },
      cheatSheet('Session Management', 'Cookie Name Prefixes'),
    ],
  },
  {
    id: 'REC-21',
    title: { fr: 'Aucune donnée confidentielle dans les adresses', en: 'No confidential value in addresses' },
    statement: {
      fr: 'Adresse électronique, réponse, mot de passe, caractères de l’image et jetons ne figurent dans aucune adresse de page, redirection ou formulaire.',
      en: 'Mail address, answer, password, characters of the image and tokens appear in no page address, redirection or form target.',
    },
    sources: [asvs('14.2.1')],
    requirements: ['MPO-1.5-8'],
  },
  {
    id: 'REC-22',
    title: { fr: 'Pages jamais gardées en cache', en: 'Pages never kept in a cache' },
    statement: {
      fr: 'Tous les écrans de la procédure et de l’espace sont servis avec « Cache-Control » à « no-store » ; après déconnexion, le retour en arrière ne montre pas l’espace.',
      en: 'All screens of the procedure and of the space are served with « Cache-Control » set to « no-store »; after signing out, going back does not show the space.',
    },
    sources: [asvs('14.3.2'), rfc(9111, '5.2.2.5', 'transcription'), wstg('4.4.6')],
  },
  {
    id: 'REC-23',
    title: { fr: 'Adresse d’origine non transmise', en: 'Referring address not passed on' },
    statement: {
      fr: 'Au moins après l’identification, les pages déclarent « Referrer-Policy » à « no-referrer » ou « same-origin », par en-tête ou par balise.',
      en: 'At least after the identification, pages declare « Referrer-Policy » as « no-referrer » or « same-origin », in a header or a tag.',
    },
    sources: [asvs('3.4.5'), cheatSheet('Forgot Password')],
  },
  {
    id: 'REC-24',
    title: { fr: 'Politique de sécurité du contenu', en: 'Content security policy' },
    statement: {
      fr: 'Chaque page, celles d’erreur comprises, porte une politique qui interdit les objets, les bases d’adresses, l’affichage dans un cadre étranger et les scripts en ligne, et qui limite l’envoi des formulaires au site.',
      en: 'Every page, error pages included, carries a policy that forbids objects, base addresses, framing by others and inline scripts, and that keeps form submission to the site.',
    },
    sources: [
      asvs('3.4.3'),
      asvs('3.4.6'),
      {
        authority: 'ANSSI',
        reference: 'Recommandations pour la mise en œuvre d’un site web',
        read: 'transcription',
      },
    ],
  },
  {
    id: 'REC-25',
    title: { fr: 'Type et jeu de caractères déclarés', en: 'Declared type and character set' },
    statement: {
      fr: 'Les réponses portent « X-Content-Type-Options » à « nosniff », et les pages un « Content-Type » qui déclare UTF-8.',
      en: 'Responses carry « X-Content-Type-Options » set to « nosniff », and pages a « Content-Type » that declares UTF-8.',
    },
    sources: [asvs('3.4.4'), asvs('4.1.1')],
  },
  {
    id: 'REC-26',
    title: { fr: 'HTTPS seul, et annoncé pour un an', en: 'HTTPS only, and announced for a year' },
    statement: {
      fr: 'Le site n’est servi qu’en HTTPS, où l’en-tête « Strict-Transport-Security » vaut pour un an au moins ; en clair, il redirige ou refuse.',
      en: 'The site is served over HTTPS only, with a « Strict-Transport-Security » header valid for a year at least; in clear, it redirects or refuses.',
    },
    applicability: {
      fr: 'Sans objet quand la cible n’est déclarée qu’en HTTP, comme le simulateur : l’en-tête n’y doit pas figurer.',
      en: 'Does not apply where the target is declared over plain HTTP, like the simulator: the header must not appear there.',
    },
    sources: [asvs('3.4.1'), asvs('12.2.1'), rfc(6797, '7.2', 'transcription'), anssi('R11')],
  },
]);
