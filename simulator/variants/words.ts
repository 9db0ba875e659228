/** Every word of the pages, so that a variant may have its own. Only those that the fiche quotes are bound to it (AMB-31). */
import type { Screen } from '../machine';
import type { ProblemCode } from '../problems';
import { messages, texts } from '../web/texts';
import type { Texts } from '../web/texts';

export interface Words {
  readonly title: Readonly<Record<Screen, string>>;
  /** What introduces each screen. */
  readonly lead: Readonly<Record<Screen, string>>;
  readonly label: Texts;
  readonly problem: Readonly<Record<ProblemCode, string>>;
}

export const plainWords: Words = {
  title: {
    home: 'Services en ligne',
    signIn: 'Accès à votre espace',
    identification: 'Identification',
    question: 'Question de confiance',
    newPassword: 'Choix du mot de passe',
    summary: 'Récapitulatif',
    services: 'Vos services',
  },
  lead: {
    home: 'Déclarez et payez depuis votre espace.',
    signIn: 'Saisissez votre identifiant et votre mot de passe.',
    identification: 'Saisissez votre adresse électronique ainsi que les caractères de l’image.',
    question: 'Saisissez la réponse que vous aviez indiquée.',
    newPassword: texts.passwordRule,
    summary: 'Votre mot de passe a été modifié. Un courriel de confirmation vous est envoyé.',
    services: 'Vous êtes dans votre espace.',
  },
  label: texts,
  problem: messages,
};
