/** § 1.3 « Précision sur le champ de cette procédure »: the choice of the password, and what it gives access to. */
import type { RequirementEntry } from './entry';

export const section13: readonly RequirementEntry[] = [
  {
    id: 'MPO-1.3-1',
    kind: 'rule',
    warrant: 'written',
    citation: 'Le choix du mot de passe de remplacement est à votre libre convenance.',
    statement: {
      fr: 'L’usager choisit lui-même son mot de passe : rien n’est imposé ni engendré à sa place, et toute valeur qui respecte les règles énoncées par la fiche est acceptée, sans condition supplémentaire.',
      en: 'The user chooses the password: nothing is imposed or generated instead, and every value that keeps the rules stated by the sheet is accepted, with no further condition.',
    },
    testable: 'yes',
    readings: ['AMB-05', 'AMB-06', 'AMB-38'],
  },
  {
    id: 'MPO-1.3-2',
    kind: 'rule',
    warrant: 'written',
    citation: 'Il doit cependant être composé d’une série de chiffres et de lettres',
    statement: {
      fr: 'Un mot de passe fait de lettres seules, de chiffres seuls, ou qui contient autre chose que des chiffres et des lettres est refusé ; un seul chiffre parmi des lettres, ou une seule lettre parmi des chiffres, suffit à l’admettre.',
      en: 'A password made of letters only, of digits only, or that holds anything but digits and letters is refused; a single digit among letters, or a single letter among digits, is enough to admit it.',
    },
    testable: 'yes',
    readings: ['AMB-01', 'AMB-02', 'AMB-03'],
  },
  {
    id: 'MPO-1.3-3',
    kind: 'rule',
    warrant: 'written',
    citation: 'et comporter 20 caractères au minimum.',
    statement: {
      fr: 'Un mot de passe par ailleurs conforme est refusé en deçà de 20 caractères, et accepté à partir de 20.',
      en: 'A password that is otherwise valid is refused below 20 characters, and accepted from 20 on.',
    },
    testable: 'yes',
    readings: ['AMB-09', 'AMB-10'],
  },
  {
    id: 'MPO-1.3-4',
    kind: 'rule',
    warrant: 'written',
    citation: 'Il doit être différent du dernier mot de passe utilisé.',
    statement: {
      fr: 'Reprendre le mot de passe en vigueur est refusé ; toute autre valeur conforme est acceptée, n’en différerait-elle que par un caractère.',
      en: 'Taking the password in force again is refused; any other valid value is accepted, even one that differs from it by a single character.',
    },
    testable: 'yes',
    readings: ['AMB-07', 'AMB-08'],
  },
  {
    id: 'MPO-1.3-5',
    kind: 'rule',
    warrant: 'written',
    citation: 'À l’issue de cette procédure, tous les dossiers et services de votre espace seront à nouveau accessibles',
    statement: {
      fr: 'Le nouveau mot de passe rouvre l’espace tel qu’il était : les mêmes dossiers et les mêmes services, sans perte, sans ajout, et sans rien qui vienne d’un autre compte.',
      en: 'The new password opens the space again as it was: the same files and the same services, none lost, none added, and nothing that comes from another account.',
    },
    testable: 'yes',
    readings: ['AMB-32'],
  },
  {
    id: 'MPO-1.3-6',
    kind: 'rule',
    warrant: 'written',
    citation: 'au moyen de votre adresse électronique et de votre nouveau mot de passe.',
    statement: {
      fr: 'Après la procédure, l’adresse électronique et le nouveau mot de passe suffisent pour se connecter, depuis n’importe quel navigateur ; une valeur qui n’en est que le début, ou qui en diffère par la casse, est refusée.',
      en: 'After the procedure, the e-mail address and the new password are enough to sign in, from any browser; a value that is only its beginning, or that differs by letter case, is refused.',
    },
    testable: 'yes',
    readings: ['AMB-11', 'AMB-12', 'AMB-13'],
  },
  {
    id: 'MPO-1.3-7',
    kind: 'rule',
    warrant: 'deduced',
    citation: 'Le choix du mot de passe de remplacement',
    statement: {
      fr: 'Le nouveau mot de passe prend la place de l’ancien, qui cesse aussitôt d’ouvrir l’espace.',
      en: 'The new password takes the place of the old one, which at once stops opening the space.',
    },
    testable: 'yes',
    readings: [],
  },
];
