/** § 3 « En cas de problème dans l'accomplissement de cette démarche »: human help, which no screen has to show. */
import type { RequirementEntry } from './entry';

export const section3: readonly RequirementEntry[] = [
  {
    id: 'MPO-3-1',
    kind: 'information',
    warrant: 'written',
    citation:
      'Pour tout renseignement supplémentaire, l’assistance aux usagers des téléprocédures est joignable de 8h00 à 19h30 du lundi au vendredi, selon deux canaux :',
    statement: {
      fr: 'La fiche donne les jours et les heures où l’assistance répond.',
      en: 'The sheet gives the days and hours at which the help desk answers.',
    },
    testable: 'no',
    limit: {
      fr: 'C’est un service rendu par des personnes, et la fiche ne dit pas qu’un écran doive en afficher les horaires.',
      en: 'It is a service rendered by people, and the sheet does not say that a screen has to show its hours.',
    },
    readings: ['AMB-36'],
  },
  {
    id: 'MPO-3-2',
    kind: 'information',
    warrant: 'written',
    citation: 'le téléphone via le n° 0809 400 210 (service gratuit + prix appel) ;',
    statement: {
      fr: 'Premier canal de l’assistance : un numéro de téléphone.',
      en: 'First channel of the help desk: a telephone number.',
    },
    testable: 'no',
    limit: {
      fr: 'Le téléphone échappe à une suite qui observe un site, et aucun écran n’est tenu d’afficher ce numéro.',
      en: 'The telephone is out of reach of a suite that observes a site, and no screen is bound to show this number.',
    },
    readings: ['AMB-36'],
  },
  {
    id: 'MPO-3-3',
    kind: 'information',
    warrant: 'written',
    citation:
      'le formulaire électronique disponible depuis le site www.impots.gouv.fr > Contact / Accéder > Professionnel > Une assistance aux téléprocédures > Par formuel pour une procédure de déclaration en ligne des données > Accéder au formuel.',
    statement: {
      fr: 'Second canal de l’assistance : un formulaire électronique, au bout d’un chemin de navigation du site.',
      en: 'Second channel of the help desk: an electronic form, at the end of a navigation path of the site.',
    },
    testable: 'no',
    limit: {
      fr: 'Ce chemin traverse les pages éditoriales du site, étrangères à la procédure.',
      en: 'This path goes through editorial pages of the site, foreign to the procedure.',
    },
    readings: ['AMB-36'],
  },
];
