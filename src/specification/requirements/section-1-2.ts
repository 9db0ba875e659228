/** § 1.2 « A qui s'adresse cette procédure ? ». */
import type { RequirementEntry } from './entry';

export const section12: readonly RequirementEntry[] = [
  {
    id: 'MPO-1.2-1',
    kind: 'prerequisite',
    warrant: 'written',
    citation: 'Cette procédure s’adresse aux usagers ayant oublié leur mot de passe d’accès à leur espace professionnel.',
    statement: {
      fr: 'La procédure rend un mot de passe aux comptes de l’espace professionnel, et à eux seuls : elle ne change pas celui d’un compte d’une autre nature.',
      en: 'The procedure gives a password back to accounts of the professional space, and to them alone: it does not change that of an account of another kind.',
    },
    testable: 'partly',
    limit: {
      fr: 'Nul ne peut constater de l’extérieur qu’une personne a réellement oublié son mot de passe ; l’exclusion des autres comptes n’est vérifiée que si la cible en fournit un.',
      en: 'Nobody can establish from outside that a person has really forgotten a password; the exclusion of other accounts is checked only if the target provides one.',
    },
    readings: ['AMB-29', 'AMB-32'],
  },
  {
    id: 'MPO-1.2-2',
    kind: 'information',
    warrant: 'written',
    citation:
      "En cas d'impossibilité de mener à bien cette procédure (cf. § 1.5 Pré-requis), il reste possible de créer un nouvel espace selon le mode expert (cf. fiches FOCUS Créer un espace professionnel expert)",
    statement: {
      fr: 'La fiche indique un dernier recours à qui ne réunit pas les pré-requis : créer un nouvel espace selon le mode expert.',
      en: 'The sheet points out a last resort to those who lack the prerequisites: creating a new space in expert mode.',
    },
    testable: 'no',
    limit: {
      fr: 'La création d’un espace est une autre procédure, décrite par une autre fiche.',
      en: 'Creating a space is another procedure, described by another sheet.',
    },
    readings: [],
  },
  {
    id: 'MPO-1.2-3',
    kind: 'information',
    warrant: 'written',
    citation:
      "puis à procéder à autant de substitutions que d'entreprises gérées directement dans votre précédent espace (cf. fiche FOCUS Demander à remplacer le titulaire d'un service (substitution))",
    statement: {
      fr: 'Après la création d’un nouvel espace, l’usager y reprend une à une, par substitution, les entreprises qu’il gérait lui-même.',
      en: 'After creating a new space, the user takes over in it, one substitution at a time, the companies they managed themselves.',
    },
    testable: 'no',
    limit: {
      fr: 'La substitution est une autre procédure, étrangère à « Mot de passe oublié ».',
      en: 'Substitution is another procedure, foreign to « Mot de passe oublié ».',
    },
    readings: [],
  },
  {
    id: 'MPO-1.2-4',
    kind: 'information',
    warrant: 'written',
    citation:
      "complétées d'éventuelles délégations pour les entreprises dont la gestion était partagée avec d'autres usagers (cf. fiches FOCUS Désigner un Administrateur Suppléant et Désigner des délégataires et consulter les délégations).",
    statement: {
      fr: 'Pour les entreprises dont il partageait la gestion, l’usager qui repart d’un nouvel espace doit obtenir de nouvelles délégations.',
      en: 'For the companies whose management was shared, a user who starts again from a new space needs new delegations.',
    },
    testable: 'no',
    limit: {
      fr: 'La suppléance et la délégation sont d’autres procédures, décrites par d’autres fiches.',
      en: 'Deputies and delegations are other procedures, described by other sheets.',
    },
    readings: [],
  },
];
