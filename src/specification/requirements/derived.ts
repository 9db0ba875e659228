/**
 * Derived invariants: no single sentence of the fiche states them, several force them together. Each cites its main warrant, so
 * that a reader can dispute it.
 */
import type { RequirementEntry } from './entry';

export const derived: readonly RequirementEntry[] = [
  {
    // Also warranted by MPO-2-10 « devez ensuite » and MPO-2-13 « Si ».
    id: 'MPO-D-1',
    kind: 'rule',
    warrant: 'deduced',
    citation: 'l’enchaînement des écrans',
    statement: {
      fr: 'Les écrans se suivent dans l’ordre de la fiche : tant qu’une étape manque, aucun écran ultérieur n’est utilisable et aucune requête qui l’anticipe ne produit d’effet, quel que soit le moyen employé.',
      en: 'The screens follow one another in the order of the sheet: while a step is missing, no later screen can be used and no request that anticipates it has any effect, whatever the means.',
    },
    testable: 'yes',
    readings: ['AMB-27'],
  },
  {
    id: 'MPO-D-2',
    kind: 'rule',
    warrant: 'deduced',
    citation: 'puis cliquez sur le bouton « Valider »',
    statement: {
      fr: 'Le changement est indivisible : rien ne change avant un « Valider » accepté ; ensuite tout a changé, le nouveau mot de passe ouvre l’espace, l’ancien ne l’ouvre plus, le récapitulatif s’affiche et un seul courriel part. Aucune interruption ne laisse d’état intermédiaire.',
      en: 'The change is indivisible: nothing changes before an accepted « Valider »; afterwards everything has, the new password opens the space, the old one no longer does, the summary is shown and one mail leaves. No interruption leaves a state in between.',
    },
    testable: 'yes',
    readings: ['AMB-35'],
  },
  {
    id: 'MPO-D-3',
    kind: 'rule',
    warrant: 'deduced',
    citation: 'votre espace',
    statement: {
      fr: 'La procédure d’un usager ne touche que son compte : mot de passe, question, dossiers et courrier des autres restent intacts et invisibles, même si plusieurs procédures s’entrecroisent ou si une requête est falsifiée.',
      en: 'A user’s procedure affects that user’s account alone: the password, question, files and mail of the others stay untouched and unseen, even when several procedures interleave or a request is tampered with.',
    },
    testable: 'yes',
    readings: ['AMB-35'],
  },
  {
    id: 'MPO-D-4',
    kind: 'rule',
    warrant: 'deduced',
    citation: 'Cette procédure',
    statement: {
      fr: 'Une bonne réponse autorise un seul changement : une fois celui-ci fait, renvoyer la demande, recharger la page, revenir en arrière ou passer par un autre onglet ne change plus rien et n’envoie plus de courriel.',
      en: 'One right answer allows one change: once it is made, sending the request again, reloading, going back or using another tab changes nothing more and sends no further mail.',
    },
    testable: 'yes',
    readings: ['AMB-27', 'AMB-35'],
  },
  {
    id: 'MPO-D-5',
    kind: 'rule',
    warrant: 'deduced',
    citation: 'une série de chiffres et de lettres ne comportant ni espaces, ni caractères accentués',
    statement: {
      fr: 'Les règles s’imposent au serveur : une valeur refusée à l’écran l’est encore quand elle est envoyée sans passer par les contrôles de la page.',
      en: 'The rules bind the server: a value refused on the screen is still refused when it is sent past the checks of the page.',
    },
    testable: 'yes',
    readings: [],
  },
  {
    id: 'MPO-D-6',
    kind: 'rule',
    warrant: 'deduced',
    citation: 'à l’aide de votre nouveau mot de passe',
    statement: {
      fr: 'Le mot de passe enregistré est exactement celui qui a été saisi : ni tronqué, ni rogné, ni changé de casse, ni normalisé. Seule la valeur entière et exacte ouvre l’espace.',
      en: 'The password kept is exactly the one that was typed: not truncated, not trimmed, not case-folded, not normalised. Only the whole and exact value opens the space.',
    },
    testable: 'yes',
    readings: ['AMB-10', 'AMB-11'],
  },
  {
    id: 'MPO-D-7',
    kind: 'rule',
    warrant: 'deduced',
    citation: 'Si la réponse est correcte',
    statement: {
      fr: 'C’est le serveur qui juge la réponse, et pour le compte identifié dans cette même procédure : rien de ce que détient le navigateur, ni aucune autre procédure en cours, ne peut en décider.',
      en: 'The server judges the answer, and does so for the account identified in that same procedure: nothing the browser holds, and no other procedure under way, can decide it.',
    },
    testable: 'yes',
    readings: [],
  },
];
