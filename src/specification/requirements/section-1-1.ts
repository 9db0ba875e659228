/** § 1.1 « Objet de la fiche ». */
import type { RequirementEntry } from './entry';

export const section11: readonly RequirementEntry[] = [
  {
    id: 'MPO-1.1-1',
    kind: 'information',
    warrant: 'written',
    citation:
      'Les usagers professionnels des téléprocédures de l’administration fiscale peuvent accéder à leurs services en ligne depuis leur espace.',
    statement: {
      fr: 'Une fois connecté, le titulaire trouve dans son espace chacun des services en ligne rattachés à son compte, et peut les ouvrir.',
      en: 'Once signed in, the holder finds in the space every online service attached to the account, and can open each of them.',
    },
    testable: 'partly',
    limit: {
      fr: 'Le catalogue réel des téléprocédures est extérieur à la fiche : seuls les services déclarés avec les comptes d’essai sont vérifiés.',
      en: 'The real catalogue of online services lies outside the sheet: only the services declared with the test accounts are checked.',
    },
    readings: [],
  },
  {
    id: 'MPO-1.1-2',
    kind: 'rule',
    warrant: 'written',
    citation: "L'accès des usagers à leur espace nécessite une adresse électronique et un mot de passe.",
    statement: {
      fr: 'L’espace ne s’ouvre que sur présentation de l’adresse électronique et du mot de passe d’un même compte : si l’un des deux manque, est faux ou appartient à un autre compte, l’accès est refusé. Demander directement l’adresse de l’espace, sans s’être connecté, n’y donne pas accès non plus.',
      en: 'The space opens only for the e-mail address and the password of one and the same account: if either is missing, wrong or belongs to another account, access is refused. Asking for the address of the space directly, without signing in, does not open it either.',
    },
    testable: 'yes',
    readings: ['AMB-12', 'AMB-13'],
  },
  {
    id: 'MPO-1.1-3',
    kind: 'course',
    warrant: 'written',
    citation: "En cas d'oubli du mot de passe, les usagers peuvent suivre la procédure du « Mot de passe oublié ».",
    statement: {
      fr: 'Une personne qui n’est pas connectée peut ouvrir la procédure et la mener à son terme ; aucun écran ne lui demande le mot de passe qu’elle a oublié.',
      en: 'A person who is not signed in can open the procedure and carry it through; no screen asks for the password they have forgotten.',
    },
    testable: 'yes',
    readings: ['AMB-29'],
  },
  {
    id: 'MPO-1.1-4',
    kind: 'information',
    warrant: 'written',
    citation: 'Cette fiche présente l’enchaînement des écrans de cette procédure.',
    statement: {
      fr: 'La fiche annonce son sujet, l’ordre des écrans, ce qui autorise à lire sa section 2 comme une suite ordonnée.',
      en: 'The sheet announces its subject, the order of the screens, which warrants reading its section 2 as an ordered sequence.',
    },
    testable: 'no',
    limit: {
      fr: 'La phrase décrit le document et non le produit. Sa conséquence, l’ordre des écrans, est vérifiée par MPO-D-1.',
      en: 'The sentence describes the document, not the product. Its consequence, the order of the screens, is checked by MPO-D-1.',
    },
    readings: ['AMB-19', 'AMB-27'],
  },
  {
    id: 'MPO-1.1-5',
    kind: 'information',
    warrant: 'written',
    citation: "L'ensemble des fiches FOCUS est disponible sur le site www.impots.gouv.fr > Votre espace professionnel > Aide",
    statement: {
      fr: 'L’écran auquel mène « Votre espace professionnel » propose un accès à l’aide du site, là où la fiche situe les fiches FOCUS.',
      en: 'The screen reached through « Votre espace professionnel » offers a way to the help of the site, where the sheet locates the FOCUS sheets.',
    },
    testable: 'partly',
    limit: {
      fr: 'La mise en ligne des autres fiches est un contenu éditorial, hors du produit : seul l’accès à l’aide est cherché, et seulement si la cible déclare en proposer un.',
      en: 'Publishing the other sheets is editorial content, outside the product: only the way to the help is looked for, and only where the target declares that it offers one.',
    },
    readings: [],
  },
];
