/** The words of the pages. Those that the fiche quotes are the fiche's, to the letter (AMB-31). */
import type { ProblemCode } from '../problems';

const NBSP = '\u00a0';

export const texts = {
  // Quoted by the fiche.
  professionalSpace: 'Votre espace professionnel',
  forgottenPassword: 'Mot de passe oublié',
  continue: 'Continuer',
  confirm: 'Valider',
  signIn: 'Connexion',
  help: 'Aide',
  // Ours.
  address: 'Adresse électronique',
  characters: 'Caractères de l’image',
  answer: 'Votre réponse',
  newPassword: 'Nouveau mot de passe',
  confirmation: 'Confirmez le nouveau mot de passe',
  identifier: 'Identifiant (adresse électronique)',
  password: 'Mot de passe',
  onToServices: 'Accéder à mes services',
  signOut: 'Déconnexion',
  image: 'Image de contrôle : six caractères à recopier',
  /** MPO-2-18 to 2-21, then MPO-1.3-4: shown before typing and tied to the field (REC-16). */
  passwordRule:
    'Le mot de passe doit être une série de chiffres et de lettres ne comportant ni espaces, ni caractères accentués, de 20 caractères au minimum.',
  passwordReuse: 'Il doit être différent du dernier mot de passe utilisé.',
};

export type Texts = typeof texts;

/** One message a problem: it names the rule, never the value. */
export const messages: Readonly<Record<ProblemCode, string>> = {
  addressMissing: 'Saisissez votre adresse électronique.',
  addressMalformed: `Saisissez une adresse électronique complète, par exemple${NBSP}: nom@domaine.example.`,
  charactersMissing: 'Recopiez les caractères de l’image.',
  charactersWrong: 'Les caractères saisis ne sont pas ceux de l’image. Recopiez ceux de la nouvelle image.',
  answerMissing: 'Saisissez votre réponse.',
  answerWrong: 'Cette réponse n’est pas la bonne. Vérifiez-la et réessayez.',
  tooManyTries: 'Trop de réponses inexactes. Reprenez la procédure depuis le début.',
  passwordMissing: 'Saisissez votre nouveau mot de passe.',
  passwordInForce: 'Le nouveau mot de passe doit être différent du dernier mot de passe utilisé.',
  'password.short': `Le mot de passe est trop court${NBSP}: il faut 20 caractères au minimum.`,
  'password.long': 'Le mot de passe est trop long.',
  'password.alphabet':
    'Le mot de passe contient un caractère interdit. Seuls les chiffres et les lettres sans accent sont admis, sans espace.',
  'password.noDigit': 'Le mot de passe doit comporter au moins un chiffre.',
  'password.noLetter': 'Le mot de passe doit comporter au moins une lettre.',
  'password.other': 'Le mot de passe est refusé.',
  confirmationMissing: 'Confirmez votre nouveau mot de passe.',
  confirmationDiffers: 'Les deux mots de passe saisis sont différents.',
  credentialsWrong: 'L’identifiant ou le mot de passe est incorrect.',
};
