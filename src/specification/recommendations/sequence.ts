/** Recommendations on the order of the steps, the session and requests that come from elsewhere. */
import { anssi, asvs, cheatSheet, practice, rfc, rgaa, wstg } from './authorities';
import { underTheme } from './entry';

export const sequence = underTheme('sequence', [
  {
    id: 'REC-10',
    title: { fr: 'Étapes imposées par le serveur', en: 'Steps enforced by the server' },
    statement: {
      fr: 'Les étapes se suivent dans l’ordre, pour le même usager, sans en sauter, même quand la requête change de méthode, de format ou d’écriture d’adresse.',
      en: 'Steps follow in order, for the same user, none skipped, even when the request changes its method, its format or the spelling of its address.',
    },
    sources: [asvs('2.3.1'), practice('WSO2', 'product-is #8403')],
    requirements: ['MPO-D-1'],
    readings: ['AMB-27'],
  },
  {
    id: 'REC-11',
    title: { fr: 'Le compte visé est connu du serveur seul', en: 'The account is known to the server alone' },
    statement: {
      fr: 'Ni champ caché, ni témoin de connexion, ni adresse ne choisit le compte dont le mot de passe change.',
      en: 'No hidden field, cookie or address chooses the account whose password changes.',
    },
    sources: [asvs('2.3.1'), wstg('4.4.9')],
    requirements: ['MPO-D-7', 'MPO-D-3'],
  },
  {
    id: 'REC-12',
    title: { fr: 'Une autorisation, un changement', en: 'One authorisation, one change' },
    statement: {
      fr: 'Le changement fait, l’autorisation disparaît : renvoyer la dernière requête avec un autre mot de passe ne change rien et n’envoie aucun courriel.',
      en: 'Once the change is made the authorisation is gone: sending the last request again with another password changes nothing and sends no mail.',
    },
    sources: [
      cheatSheet('Forgot Password'),
      practice('Devise', 'test should clear reset password token while resetting the password'),
      practice('Keycloak', 'test resetPasswordTwice'),
      practice('Django', 'test_confirm_complete'),
    ],
    requirements: ['MPO-D-4'],
  },
  {
    id: 'REC-13',
    title: { fr: 'L’autorisation expire', en: 'The authorisation expires' },
    statement: {
      fr: 'Entre la bonne réponse et « Valider », l’autorisation tombe après 30 minutes d’inactivité au plus, et après 60 minutes en tout.',
      en: 'Between the right answer and « Valider », the authorisation lapses after 30 minutes of inactivity at most, and after 60 minutes in all.',
    },
    applicability: {
      fr: 'Vérifiable seulement si l’horloge de la cible se règle ; l’usager doit par ailleurs pouvoir prolonger le délai.',
      en: 'Verifiable only where the clock of the target can be set; the user must besides be able to extend the time.',
    },
    sources: [asvs('7.3.1'), asvs('7.3.2'), cheatSheet('Session Management'), anssi('R12'), rgaa('13.1, test 4')],
    readings: ['AMB-28'],
  },
  {
    id: 'REC-14',
    title: { fr: 'Nouvel identifiant de session quand les droits changent', en: 'New session identifier when rights change' },
    statement: {
      fr: 'L’identifiant de session change après la bonne réponse et à la connexion ; l’ancien ne vaut plus, et un identifiant imposé par le navigateur n’est jamais repris.',
      en: 'The session identifier changes after the right answer and at sign-in; the old one is dead, and one imposed by the browser is never adopted.',
    },
    sources: [asvs('7.2.4'), cheatSheet('Session Management', 'Renew the Session ID After Any Privilege Level Change')],
  },
  {
    id: 'REC-15',
    title: { fr: 'Le changement ferme les autres sessions', en: 'The change closes the other sessions' },
    statement: {
      fr: 'Les sessions ouvertes avec l’ancien mot de passe n’atteignent plus les services, ou l’usager se voit proposer de les fermer.',
      en: 'Sessions opened with the old password no longer reach the services, or the user is offered to close them.',
    },
    sources: [
      asvs('7.4.3'),
      cheatSheet('Forgot Password'),
      practice('Mastodon', '#12928'),
      practice('LibreChat', '#5072'),
      practice('Wasp', '#4653'),
    ],
  },
  {
    id: 'REC-17',
    title: { fr: 'Protection contre les requêtes intersites', en: 'Protection against cross-site requests' },
    statement: {
      fr: 'Une requête sans jeton, avec le jeton d’une autre session ou venue d’un autre site est refusée et reste sans effet.',
      en: 'A request without a token, with the token of another session or from another site is refused and has no effect.',
    },
    sources: [
      asvs('3.5.1'),
      cheatSheet('Cross-Site Request Forgery Prevention', 'Synchronizer Token Pattern'),
      cheatSheet('Cross-Site Request Forgery Prevention', 'Fetch Metadata'),
      cheatSheet('Cross-Site Request Forgery Prevention', 'Possible CSRF Vulnerabilities in Login Forms'),
    ],
  },
  {
    id: 'REC-18',
    title: { fr: 'Aucun changement d’état par GET', en: 'No change of state by GET' },
    statement: {
      fr: 'Les mêmes paramètres envoyés par GET ou par HEAD ne font avancer aucune étape.',
      en: 'The same parameters sent by GET or HEAD move no step forward.',
    },
    sources: [asvs('3.5.3'), rfc(9110, '9.2.1', 'transcription')],
  },
  {
    id: 'REC-19',
    title: { fr: 'Pas de connexion automatique', en: 'No automatic sign-in' },
    statement: {
      fr: 'Après « Valider », les témoins de connexion obtenus n’ouvrent aucun service.',
      en: 'After « Valider », the cookies obtained open no service.',
    },
    applicability: {
      fr: 'Sans objet si la cible déclare la connexion automatique parmi ses lectures.',
      en: 'Does not apply where the target declares automatic sign-in among its readings.',
    },
    sources: [cheatSheet('Forgot Password')],
    requirements: ['MPO-2-24'],
    readings: ['AMB-22'],
  },
]);
