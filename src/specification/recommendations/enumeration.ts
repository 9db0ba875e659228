/** Recommendations against those who look for accounts, guess answers or harvest questions. */
import { anssi, asvs, cheatSheet, cnil, nist, practice, rgaa, wstg } from './authorities';
import { underTheme } from './entry';

export const enumeration = underTheme('enumeration', [
  {
    id: 'REC-01',
    title: { fr: 'Même réponse pour une adresse connue ou inconnue', en: 'Same response for a known and an unknown address' },
    statement: {
      fr: 'Les caractères de l’image étant justes, une adresse inconnue reçoit le même code, la même structure de page et le même écran suivant qu’une adresse connue, avec une question leurre ; elle n’échoue qu’à la réponse, et de la même façon.',
      en: 'Once the characters of the image are right, an unknown address gets the same status, page structure and next screen as a known one, with a decoy question; it fails only at the answer, and in the same way.',
    },
    sources: [
      cheatSheet('Forgot Password', 'Forgot Password Request'),
      cheatSheet('Authentication', 'Authentication Responses'),
      asvs('6.3.8'),
      anssi('R14'),
      { authority: 'MITRE', reference: 'CWE-204', url: 'https://cwe.mitre.org/data/definitions/204.html', read: 'memory' },
    ],
    requirements: ['MPO-2-11'],
    readings: ['AMB-14'],
  },
  {
    id: 'REC-02',
    title: { fr: 'Leurre stable et vraisemblable', en: 'Stable and plausible decoy' },
    statement: {
      fr: 'La même adresse inconnue obtient toujours la même question leurre ; les leurres sont tirés des mêmes questions que celles des vrais comptes, et deux adresses peuvent en recevoir de différentes.',
      en: 'The same unknown address always gets the same decoy question; decoys are drawn from the same questions as those of real accounts, and two addresses may get different ones.',
    },
    applicability: {
      fr: 'Sans objet si l’implémentation ne montre pas de question leurre.',
      en: 'Does not apply to an implementation that shows no decoy question.',
    },
    sources: [asvs('6.3.8'), practice('OpenMRS', 'test shouldSetARandomSecretQuestionWhenTheUsernameIsInvalid (a contrario)')],
    readings: ['AMB-14'],
  },
  {
    id: 'REC-03',
    title: { fr: 'Pas de fuite par le temps de réponse', en: 'No leak through response times' },
    statement: {
      fr: 'À l’identification comme à la réponse, le temps que met le serveur ne distingue pas une adresse connue d’une adresse inconnue.',
      en: 'At the identification and at the answer, the time that the server takes does not tell a known address from an unknown one.',
    },
    applicability: {
      fr: 'Les durées mesurées à travers un réseau varient : le résultat est un indice.',
      en: 'Durations measured across a network vary: the result is an indication.',
    },
    indicative: true,
    sources: [
      cheatSheet('Forgot Password', 'Forgot Password Request'),
      asvs('6.3.8'),
      practice('Keycloak', '#26625'),
      practice('Cacti', '#7457'),
    ],
    readings: ['AMB-14'],
  },
  {
    id: 'REC-04',
    title: { fr: 'Le freinage ne trahit pas non plus les comptes', en: 'Throttling does not reveal accounts either' },
    statement: {
      fr: 'La limite d’essais s’applique aussi aux adresses inconnues, et s’y annonce de la même façon.',
      en: 'The limit of tries applies to unknown addresses too, and shows in the same way.',
    },
    applicability: {
      fr: 'Sans objet si aucune limite n’est atteinte (voir REC-05).',
      en: 'Does not apply where no limit is reached (see REC-05).',
    },
    sources: [asvs('6.3.8'), practice('ezauth', '#193')],
    readings: ['AMB-14', 'AMB-16'],
  },
  {
    id: 'REC-05',
    title: { fr: 'Nombre de mauvaises réponses borné par compte', en: 'Bounded number of wrong answers for an account' },
    statement: {
      fr: 'Au plus 10 mauvaises réponses par compte sur une période, quels que soient les sessions, les images et les adresses d’origine : la réponse suivante, même bonne, est refusée ou retardée.',
      en: 'At most 10 wrong answers for an account in a period, whatever the sessions, the images and the source addresses: the next answer, even right, is refused or delayed.',
    },
    sources: [
      anssi('R10'),
      nist('3.2.2'),
      asvs('6.3.1'),
      asvs('2.4.1'),
      cnil('« mot de passe et restriction d’accès au compte »'),
    ],
    requirements: ['MPO-2-14'],
    readings: ['AMB-16'],
  },
  {
    id: 'REC-06',
    title: { fr: 'Attaquer la procédure ne ferme pas le compte', en: 'Attacking the procedure does not lock the account' },
    statement: {
      fr: 'Après trop de mauvaises réponses, le titulaire se connecte encore avec son mot de passe.',
      en: 'After too many wrong answers, the owner still signs in with the password.',
    },
    applicability: {
      fr: 'Un blocage du compte peut être un choix assumé : la cible le déclare.',
      en: 'Locking the account may be a deliberate choice: the target declares it.',
    },
    sources: [cheatSheet('Forgot Password', 'Account Lockout'), asvs('6.1.1')],
    readings: ['AMB-16'],
  },
  {
    id: 'REC-07',
    title: { fr: 'CAPTCHA à usage unique, lié à la session', en: 'CAPTCHA used once, bound to the session' },
    statement: {
      fr: 'Des caractères déjà soumis ne valent plus : ni une seconde fois, ni pour une autre adresse, ni dans une autre session, ni après une nouvelle image.',
      en: 'Characters already submitted are worth nothing any more: not a second time, nor for another address, nor in another session, nor after a new image.',
    },
    sources: [
      wstg('4.4.3, CAPTCHA (#517)'),
      asvs('2.4.1'),
      practice('bodhi', 'CVE-2016-1000008'),
      practice('dotCMS', '#9330'),
      practice('CubeCart', '#4251'),
      practice('Decred', '#343'),
    ],
    requirements: ['MPO-2-8'],
    readings: ['AMB-15'],
  },
  {
    id: 'REC-08',
    title: { fr: 'La solution du CAPTCHA n’est que dans l’image', en: 'The CAPTCHA answer is nowhere but in the image' },
    statement: {
      fr: 'Les caractères ne figurent, ni en clair ni sous une forme transposée ou hachée, dans aucun texte de remplacement, champ caché, nom de fichier, adresse, témoin de connexion, en-tête ou script.',
      en: 'The characters appear, neither in clear nor transposed nor hashed, in no alternative text, hidden field, file name, address, cookie, header or script.',
    },
    sources: [wstg('4.4.3, CAPTCHA (#517)'), rgaa('1.4')],
    requirements: ['MPO-2-8'],
  },
  {
    id: 'REC-09',
    title: { fr: 'Aucune question sans CAPTCHA résolu', en: 'No question without a solved CAPTCHA' },
    statement: {
      fr: 'Aucune requête, quelle que soit sa méthode ou sa forme, n’obtient une question sans les caractères d’une image.',
      en: 'No request, whatever its method or form, gets a question without the characters of an image.',
    },
    sources: [cheatSheet('Choosing and Using Security Questions', 'Forgotten Password')],
    requirements: ['MPO-2-8'],
  },
]);
