/** The chapters of the fiche, in its order and under its own titles; `D` gathers what several sentences force together. */
import type { Section } from './model';

export const sectionEntries: readonly Section[] = [
  { id: '1.1', title: { fr: 'Objet de la fiche', en: 'Purpose of the sheet' } },
  { id: '1.2', title: { fr: "A qui s'adresse cette procédure ?", en: 'Who is this procedure for?' } },
  { id: '1.3', title: { fr: 'Précision sur le champ de cette procédure', en: 'Scope of this procedure' } },
  { id: '1.4', title: { fr: 'Étapes de la procédure', en: 'Steps of the procedure' } },
  { id: '1.5', title: { fr: 'Pré-requis', en: 'Prerequisites' } },
  {
    id: '2',
    title: { fr: 'Mot de passe oublié sur le site www.impots.gouv.fr', en: 'Forgotten password on the site www.impots.gouv.fr' },
  },
  {
    id: '3',
    title: {
      fr: "En cas de problème dans l'accomplissement de cette démarche",
      en: 'If you have trouble completing this procedure',
    },
  },
  { id: 'D', title: { fr: 'Invariants déduits', en: 'Derived invariants' } },
];
