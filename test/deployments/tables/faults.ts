/**
 * The deliberate deviations of this deployment, each named once. Knows nothing of how they come about: the code asks `has('…')` where
 * one of them bites.
 */
import type { DeploymentFault } from '../contract';

const TABLE = {
  'lien-rebaptise': ['Le lien de l’écran de connexion s’appelle « Code secret égaré »', 'MPO-2-4'],
  'bouton-envoyer': ['Le bouton de l’écran d’identification s’appelle « Envoyer »', 'MPO-2-9'],
  'image-absente': ['L’écran d’identification ne montre pas d’image', 'MPO-2-7'],
  'question-d-un-autre': ['La question affichée est celle d’un autre compte', 'MPO-2-11'],
  'reponse-preremplie': ['Le champ de la réponse est rempli d’avance de la bonne réponse', 'MPO-1.5-8', 'MPO-2-12'],
  'champ-unique': ['Le nouveau mot de passe ne se saisit qu’une fois', 'MPO-2-15', 'MPO-2-16'],

  'dix-neuf-caracteres': ['19 caractères suffisent', 'MPO-1.3-3', 'MPO-2-21'],
  'accents-admis': ['Les lettres accentuées sont admises', 'MPO-2-20', 'MPO-2-18', 'MPO-1.3-2'],
  'espace-rognee': ['Les espaces aux extrémités comptent, puis sont ôtées', 'MPO-2-19', 'MPO-1.3-3', 'MPO-2-21', 'MPO-D-6'],
  'chiffre-facultatif': ['Un mot de passe sans chiffre est admis', 'MPO-1.3-2', 'MPO-2-18'],
  'ponctuation-admise': ['La ponctuation est admise', 'MPO-2-18', 'MPO-1.3-2'],
  'meme-mot-de-passe': ['Le mot de passe en vigueur peut être repris', 'MPO-1.3-4'],
  'majuscule-exigee': ['Une majuscule est exigée', 'MPO-1.3-1'],
  'maximum-trente-deux': ['Plus de 32 caractères sont refusés', 'MPO-1.3-1'],
  'regles-dans-la-page': [
    'Les règles ne sont que des attributs des champs : le serveur ne les vérifie pas',
    'MPO-D-5',
    'MPO-1.3-3',
    'MPO-2-21',
    'MPO-1.3-2',
    'MPO-2-18',
    'MPO-2-19',
    'MPO-2-20',
  ],
  'confirmation-sans-casse': ['La confirmation est comparée sans égard à la casse', 'MPO-2-16'],

  'toute-reponse': ['Toute réponse non vide est acceptée', 'MPO-2-14', 'MPO-1.5-2', 'MPO-1.5-3'],
  'reponse-contenue': ['Il suffit que la saisie contienne la bonne réponse', 'MPO-1.5-2', 'MPO-2-14'],
  'bonne-reponse-refusee': ['La bonne réponse est refusée la première fois', 'MPO-2-13'],
  'dernier-identifie': [
    'La réponse est comparée à celle du dernier compte identifié, par qui que ce soit',
    'MPO-D-7',
    'MPO-2-13',
    'MPO-2-14',
  ],

  'code-non-verifie': ['N’importe quels caractères passent pour ceux de l’image', 'MPO-2-8'],
  'code-facultatif': ['Sans le paramètre des caractères de l’image, leur contrôle est sauté', 'MPO-2-8'],

  'mot-de-passe-sans-reponse': [
    'Après l’identification, l’adresse de l’écran du mot de passe suffit pour y arriver',
    'MPO-2-10',
    'MPO-D-1',
    'MPO-1.5-3',
    'MPO-2-14',
  ],
  'recap-au-clic': ['Le récapitulatif attend un clic sur une page intermédiaire', 'MPO-2-23'],

  'sans-courriel': ['Aucun courriel n’est envoyé', 'MPO-2-25', 'MPO-D-2'],
  'deux-courriels': ['Le courriel est envoyé deux fois', 'MPO-2-25'],
  'copie-a-un-autre': ['Le courriel part aussi à l’adresse d’un autre compte', 'MPO-2-26', 'MPO-D-3'],
  'courriel-malgre-refus': ['Le courriel part aussi quand le mot de passe est refusé', 'MPO-2-25', 'MPO-D-2'],
  'mot-de-passe-dans-le-courriel': ['Le courriel contient le nouveau mot de passe', 'MPO-2-27'],

  'ancien-toujours-valable': ['L’ancien mot de passe vaut encore jusqu’à la première connexion', 'MPO-1.3-7', 'MPO-D-2'],
  'succes-sans-effet': ['Le récapitulatif s’affiche, rien n’a changé', 'MPO-1.3-6', 'MPO-1.3-7', 'MPO-D-2', 'MPO-2-24'],
  'effectif-au-second-changement': ['Seul le deuxième changement d’un compte prend effet', 'MPO-1.3-6', 'MPO-1.3-7', 'MPO-D-2'],
  'tronque-a-vingt': ['Seuls les 20 premiers caractères comptent', 'MPO-D-6', 'MPO-1.3-6'],
  'connexion-sans-casse': ['La connexion ne distingue pas les majuscules du mot de passe', 'MPO-D-6', 'MPO-1.3-6'],
  'dossier-perdu': ['Le premier dossier du compte disparaît au changement', 'MPO-1.3-5'],

  'autre-compte-change': ['Un autre compte reçoit aussi le nouveau mot de passe', 'MPO-D-3'],
  'compte-en-champ-cache': ['Le compte à changer est celui que nomme un champ caché', 'MPO-D-3', 'MPO-D-7', 'MPO-1.5-3'],
  'deux-changements-par-reponse': ['Une bonne réponse permet plusieurs changements', 'MPO-D-4'],
} as const satisfies Record<string, readonly [title: string, ...violates: string[]]>;

export type FaultId = keyof typeof TABLE;

/** Whether a fault is switched on. */
export type HasFault = (id: FaultId) => boolean;

export const faults: readonly DeploymentFault[] = Object.entries(TABLE).map(([id, [title, ...violates]]) => ({
  id,
  title,
  violates,
}));

/** @throws Error for an id that is not in the table. */
export function faultSwitch(active?: string): HasFault {
  if (active !== undefined && !Object.hasOwn(TABLE, active)) {
    throw new Error(`Unknown fault "${active}" of the deployment "tables"; known: ${Object.keys(TABLE).join(', ')}`);
  }
  return (id) => id === active;
}
