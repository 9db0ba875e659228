/** What the fiche says of the machine's transitions, and the French words for its events and guards. Data. */
import type { ProcedureEvent, Screen } from '../../simulator/index';

/** Short enough to stand on an arrow. */
export const eventWords: Readonly<Record<ProcedureEvent['type'], string>> = {
  'home.opened': 'ouvre l’accueil',
  'signIn.opened': 'ouvre la connexion',
  'identification.opened': 'ouvre l’identification',
  'question.opened': 'ouvre la question',
  'newPassword.opened': 'ouvre le choix du mot de passe',
  'summary.opened': 'ouvre le récapitulatif',
  'services.opened': 'ouvre l’espace',
  'identity.submitted': 's’identifie',
  'answer.submitted': 'répond',
  'password.submitted': 'valide un mot de passe',
  'credentials.submitted': 'se connecte',
  'signOut.submitted': 'se déconnecte',
  'space.closed': 'son espace est fermé',
};

/** What holds when a guard does, and when it does not. */
export const guardWords: Readonly<Record<string, readonly [holds: string, fails: string]>> = {
  isIdentified: ['identifié', 'non identifié'],
  isAuthorised: ['bonne réponse donnée', 'sans bonne réponse'],
  hasChanged: ['mot de passe changé', 'rien de changé'],
  isSignedIn: ['connecté', 'non connecté'],
  areCredentialsRight: ['identifiants justes', 'identifiants faux'],
  isIdentityAccepted: ['adresse et caractères admis', 'adresse ou caractères refusés'],
  isThrottled: ['trop d’essais sur ce compte', 'essais du compte non épuisés'],
  isAnswerRight: ['bonne réponse', 'mauvaise réponse'],
  hasTriesLeft: ['il reste un essai', 'dernier essai'],
  isPasswordAccepted: ['mot de passe admis', 'mot de passe refusé'],
};

/** A way that the fiche describes: its sentences, and the screen from which they lead where the machine lets any screen lead there. */
export interface Described {
  readonly from?: Screen;
  readonly requirements: readonly string[];
}

/** By the id of a transition. */
export const described: Readonly<Record<string, readonly Described[]>> = {
  '*/home.opened/1': [{ requirements: ['MPO-2-1'] }],
  '*/signIn.opened/1': [
    { from: 'home', requirements: ['MPO-2-2', 'MPO-2-3'] },
    { from: 'summary', requirements: ['MPO-2-24'] },
  ],
  '*/identification.opened/1': [{ from: 'signIn', requirements: ['MPO-2-4', 'MPO-2-5'] }],
  'identification/identity.submitted/1': [{ requirements: ['MPO-1.5-1', 'MPO-2-9'] }],
  'identification/identity.submitted/2': [{ requirements: ['MPO-2-6', 'MPO-2-8'] }],
  'question/answer.submitted/1': [{ requirements: ['MPO-1.5-2', 'MPO-2-13'] }],
  'question/answer.submitted/2': [{ requirements: ['MPO-2-12', 'MPO-2-14'] }],
  'newPassword/password.submitted/1': [{ requirements: ['MPO-1.3-1', 'MPO-2-17', 'MPO-2-23'] }],
  'newPassword/password.submitted/2': [{ requirements: ['MPO-1.3-2', 'MPO-1.3-3', 'MPO-1.3-4', 'MPO-2-16', 'MPO-2-18'] }],
  'signIn/credentials.submitted/1': [{ requirements: ['MPO-1.1-2', 'MPO-2-29'] }],
  'signIn/credentials.submitted/2': [{ requirements: ['MPO-1.1-2', 'MPO-1.3-7', 'MPO-2-28'] }],
};

const OPENED_AGAIN =
  'La fiche ne dit rien de l’adresse d’un écran auquel l’usager a droit ; elle exige seulement qu’elle ne serve à rien avant (MPO-D-1).';
const TRIES = 'La fiche ne dit rien du nombre d’essais (AMB-16) ; les épuiser fermerait un compte réel.';
const NOBODYS_MOVE =
  'Ce n’est le geste de personne : l’espace se ferme quand le mot de passe change ailleurs (REC-15), ce que la fiche n’exige pas et qu’un usager ne voit qu’à sa demande suivante.';

/** Why a transition that the fiche does not describe may never be taken. By its id. */
export const unneeded: Readonly<Record<string, string>> = {
  '*/question.opened/1': OPENED_AGAIN,
  '*/newPassword.opened/1': OPENED_AGAIN,
  '*/summary.opened/1': OPENED_AGAIN,
  '*/services.opened/1': OPENED_AGAIN,
  '*/space.closed/1': NOBODYS_MOVE,
  'services/space.closed/1': NOBODYS_MOVE,
  'question/answer.submitted/3': TRIES,
  'services/signOut.submitted/1': 'La fiche ne parle pas de se déconnecter.',
};

/** Guards that nobody can tell from others from outside, and why. */
export const indistinct: Readonly<Record<string, string>> = {
  isThrottled: 'Du dehors, un refus pour trop d’essais ne se distingue pas d’une mauvaise réponse (AMB-16).',
};

/** Why a guard may never be seen to fail. */
export const neverFailing: Readonly<Record<string, string>> = { hasTriesLeft: TRIES };
