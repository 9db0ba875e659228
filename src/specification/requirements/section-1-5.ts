/** § 1.5 « Pré-requis »: what a user must hold, and what the administration does not. */
import type { RequirementEntry } from './entry';

export const section15: readonly RequirementEntry[] = [
  {
    id: 'MPO-1.5-1',
    kind: 'prerequisite',
    warrant: 'written',
    citation: "l'adresse électronique que vous aviez choisie lors de la création de votre espace professionnel ;",
    statement: {
      fr: 'Seule l’adresse enregistrée à la création du compte mène à sa question, quelle qu’en soit la forme valide ; une adresse inconnue, voisine ou celle d’un autre usager n’y mène pas.',
      en: 'Only the address registered when the account was created leads to its question, whatever its valid form; an unknown address, a similar one or another user’s does not.',
    },
    testable: 'yes',
    readings: ['AMB-13', 'AMB-14', 'AMB-25'],
  },
  {
    id: 'MPO-1.5-2',
    kind: 'prerequisite',
    warrant: 'written',
    citation:
      'et de la réponse à la question de confiance que vous aviez indiquée lors de la création de votre espace professionnel.',
    statement: {
      fr: 'La réponse enregistrée à la création du compte ouvre la saisie du nouveau mot de passe ; aucune autre valeur ne l’ouvre, qu’elle soit vide, approchante, empruntée à un autre compte ou faite pour tromper une comparaison.',
      en: 'The answer registered when the account was created opens the entry of the new password; no other value does, be it empty, close, borrowed from another account or made to fool a comparison.',
    },
    testable: 'yes',
    readings: ['AMB-16', 'AMB-17', 'AMB-33'],
  },
  {
    id: 'MPO-1.5-3',
    kind: 'prerequisite',
    warrant: 'written',
    citation: 'Pour changer votre mot de passe, vous devez être en possession de :',
    statement: {
      fr: 'L’adresse et la réponse sont exigées ensemble : qui n’a que l’une des deux, ou aucune, ne peut pas changer le mot de passe.',
      en: 'The address and the answer are required together: whoever has only one of them, or neither, cannot change the password.',
    },
    testable: 'yes',
    readings: [],
  },
  {
    id: 'MPO-1.5-4',
    kind: 'information',
    warrant: 'written',
    citation: "Ces informations figurent sur le récapitulatif d'inscription rappelé ci-après.",
    statement: {
      fr: 'La fiche rappelle où l’usager retrouve ces deux informations : sur le récapitulatif remis lors de son inscription, à ne pas confondre avec l’écran qui clôt la présente procédure.',
      en: 'The sheet recalls where the user finds both pieces of information: on the summary handed over at registration, not to be confused with the screen that ends the present procedure.',
    },
    testable: 'no',
    limit: {
      fr: 'Le récapitulatif d’inscription est produit par une autre procédure, et son image manque au texte dont la suite dispose.',
      en: 'The registration summary is produced by another procedure, and its picture is missing from the text this suite works from.',
    },
    readings: ['AMB-20'],
  },
  {
    id: 'MPO-1.5-5',
    kind: 'information',
    warrant: 'written',
    citation:
      "A l’issue de la création de votre espace, il vous a en effet été conseillé de sauvegarder ou d'imprimer le formulaire d'inscription fourni :",
    statement: {
      fr: 'La fiche rappelle le conseil, donné à l’inscription, de conserver le formulaire remis.',
      en: 'The sheet recalls the advice, given at registration, to keep the form that was handed over.',
    },
    testable: 'no',
    limit: {
      fr: 'Le conseil appartient au passé, et à une autre procédure.',
      en: 'The advice belongs to the past, and to another procedure.',
    },
    readings: [],
  },
  {
    id: 'MPO-1.5-6',
    kind: 'information',
    warrant: 'written',
    citation:
      'Si vous ne retrouvez pas ce formulaire, vous pouvez contacter, soit votre service gestionnaire, soit les services d’assistance',
    statement: {
      fr: 'À défaut du formulaire, l’usager peut s’adresser à son service gestionnaire ou à l’assistance.',
      en: 'Failing the form, the user may turn to their tax office or to the help desk.',
    },
    testable: 'no',
    limit: {
      fr: 'Ce recours passe par des personnes, que rien n’oblige un écran à mentionner.',
      en: 'This recourse goes through people, whom no screen is bound to mention.',
    },
    readings: ['AMB-36'],
  },
  {
    id: 'MPO-1.5-7',
    kind: 'information',
    warrant: 'written',
    citation:
      "qui pourront vous communiquer votre numéro d'abonné, votre adresse électronique, ainsi que votre question de confiance.",
    statement: {
      fr: 'Un agent de l’assistance dispose du numéro d’abonné, de l’adresse électronique et de la question de confiance d’un usager, pour les lui rappeler.',
      en: 'A help-desk agent has a user’s subscriber number, e-mail address and security question, so as to remind them of these.',
    },
    testable: 'partly',
    limit: {
      fr: 'Ce qui se dit au téléphone ne s’observe pas : la vérification suppose que la cible donne accès à un écran d’assistance.',
      en: 'What is said on the telephone cannot be observed: the check supposes that the target gives access to a help-desk screen.',
    },
    readings: ['AMB-20'],
  },
  {
    id: 'MPO-1.5-8',
    kind: 'rule',
    warrant: 'written',
    citation:
      'Cependant, pour garantir la confidentialité de votre accès, les agents de l’administration fiscale ne disposent pas de la réponse à votre question de confiance.',
    statement: {
      fr: 'La réponse reste secrète : elle n’apparaît, ni en clair ni sous une forme transposée, dans aucune page, adresse, en-tête, témoin de connexion ou courriel de la procédure, ni sur un écran d’assistance.',
      en: 'The answer stays secret: it appears, neither in clear nor in an encoded form, in no page, address, header, cookie or mail of the procedure, nor on a help-desk screen.',
    },
    testable: 'partly',
    limit: {
      fr: 'Les droits internes des agents ne se voient pas de l’extérieur ; seule une fuite se constate.',
      en: 'The internal rights of the agents cannot be seen from outside; only a leak can be observed.',
    },
    readings: ['AMB-20', 'AMB-24'],
  },
];
