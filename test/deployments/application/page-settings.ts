// What the page is told when it is served: the labels of the fiche and the shape of its screens. The page itself knows no fault.
import type { FaultSwitch } from './faults';
import { RULE } from './password-rule';

export function pageSettings(fault: FaultSwitch) {
  return {
    libelles: {
      espace: 'Votre espace professionnel',
      oubli: fault('lien-oubli-rebaptise') ? 'Besoin d’aide ?' : 'Mot de passe oublié ?',
      continuer: 'Continuer',
      valider: fault('valider-rebaptise') ? 'Enregistrer' : 'Valider',
      connexion: 'Connexion',
    },
    regle: RULE,
    avecImage: !fault('captcha-absent-de-l-ecran'),
    avecConfirmation: !fault('sans-confirmation'),
    controleLocal: fault('regles-dans-la-page-seule'),
    recapitulatifImmediat: !fault('recapitulatif-a-la-main'),
    recapitulatifAvecIssue: !fault('recapitulatif-sans-issue'),
  };
}
