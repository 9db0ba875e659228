/** § 1.4 « Étapes de la procédure ». */
import type { RequirementEntry } from './entry';

export const section14: readonly RequirementEntry[] = [
  {
    id: 'MPO-1.4-1',
    kind: 'course',
    warrant: 'written',
    citation: 'Cette procédure se réalise en une seule étape : « Mot de passe oublié ».',
    statement: {
      fr: 'La procédure s’accomplit d’une traite, dans une même visite : ni attente, ni code ou lien reçu par un autre canal, ni activation ultérieure ; le nouveau mot de passe sert dès la validation, courriel lu ou non.',
      en: 'The procedure is completed in one go, within one visit: no waiting, no code or link received elsewhere, no later activation; the new password works as soon as it is validated, whether the mail has been read or not.',
    },
    testable: 'yes',
    readings: ['AMB-19', 'AMB-23', 'AMB-28'],
  },
];
