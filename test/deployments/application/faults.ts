// The deliberate deviations, each named here once. The code asks `fault('…')` where it deviates; the page knows none of them, only the
// settings that it is given (page-settings.ts).
import type { DeploymentFault } from '../contract';

export const faults = [
  // The screens.
  { id: 'valider-rebaptise', title: 'Le bouton « Valider » s’appelle « Enregistrer »', violates: ['MPO-2-17'] },
  { id: 'lien-oubli-rebaptise', title: 'Le lien « Mot de passe oublié » s’appelle « Besoin d’aide ? »', violates: ['MPO-2-4'] },
  { id: 'sans-confirmation', title: 'Le nouveau mot de passe n’est saisi qu’une fois', violates: ['MPO-2-15', 'MPO-2-16'] },
  {
    id: 'captcha-absent-de-l-ecran',
    title: 'L’écran d’identification n’a ni image, ni champ pour ses caractères',
    violates: ['MPO-2-7', 'MPO-2-5', 'MPO-2-8'],
  },
  { id: 'question-generique', title: 'La question affichée est la même pour tous les comptes', violates: ['MPO-2-11'] },
  {
    id: 'recapitulatif-a-la-main',
    title: 'Après « Valider », un clic de plus est nécessaire pour voir le récapitulatif',
    violates: ['MPO-2-23'],
  },
  { id: 'recapitulatif-sans-issue', title: 'Le récapitulatif ne mène nulle part', violates: ['MPO-2-24'] },
  { id: 'recapitulatif-montre-reponse', title: 'Le récapitulatif affiche la réponse de confiance', violates: ['MPO-1.5-8'] },

  // The password's rules.
  { id: 'dix-neuf-caracteres', title: '19 caractères suffisent', violates: ['MPO-1.3-3', 'MPO-2-21'] },
  { id: 'accents-acceptes', title: 'Les lettres accentuées sont acceptées', violates: ['MPO-2-20', 'MPO-2-18', 'MPO-1.3-2'] },
  {
    id: 'espaces-rognes',
    title: 'Les espaces des extrémités comptent dans la longueur, puis sont retirés',
    violates: ['MPO-2-19', 'MPO-D-6', 'MPO-1.3-3', 'MPO-2-21'],
  },
  { id: 'chiffre-facultatif', title: 'Vingt lettres sans un chiffre sont acceptées', violates: ['MPO-1.3-2', 'MPO-2-18'] },
  { id: 'caracteres-speciaux-acceptes', title: 'Les caractères spéciaux sont acceptés', violates: ['MPO-2-18', 'MPO-1.3-2'] },
  { id: 'majuscule-exigee', title: 'Une majuscule est exigée', violates: ['MPO-1.3-1'] },
  { id: 'trente-deux-au-plus', title: 'Plus de 32 caractères sont refusés', violates: ['MPO-1.3-1'] },
  { id: 'meme-mot-de-passe-accepte', title: 'Le mot de passe en vigueur est accepté de nouveau', violates: ['MPO-1.3-4'] },
  { id: 'confirmation-sans-casse', title: 'La confirmation est comparée sans égard à la casse', violates: ['MPO-2-16'] },
  {
    id: 'regles-dans-la-page-seule',
    title: 'Longueur et alphabet ne sont contrôlés que par le script de la page',
    violates: ['MPO-D-5'],
  },

  // The answer.
  { id: 'reponse-partielle', title: 'Un morceau de la réponse suffit', violates: ['MPO-2-14', 'MPO-1.5-2'] },
  {
    id: 'reponse-d-un-autre-compte',
    title: 'La réponse de n’importe quel compte convient',
    violates: ['MPO-D-7', 'MPO-1.5-2', 'MPO-2-14'],
  },
  { id: 'bonne-reponse-refusee-d-abord', title: 'La bonne réponse est refusée la première fois', violates: ['MPO-2-13'] },
  {
    id: 'reponse-livree-avec-la-question',
    title: 'Le serveur livre la réponse attendue avec la question, sans que la page l’affiche',
    violates: ['MPO-1.5-8'],
  },

  // The identification.
  { id: 'captcha-non-verifie', title: 'Les caractères de l’image ne sont pas vérifiés', violates: ['MPO-2-8'] },
  { id: 'captcha-vide-tolere', title: 'Le champ des caractères peut rester vide', violates: ['MPO-2-8'] },
  { id: 'captcha-absent-tolere', title: 'Les caractères ne sont pas vérifiés si la requête les omet', violates: ['MPO-2-8'] },
  {
    id: 'captcha-d-une-autre-session',
    title: 'Les caractères de toute image fournie à quiconque conviennent',
    violates: ['MPO-2-8'],
  },
  { id: 'captcha-immuable', title: 'L’image montre toujours les mêmes caractères', violates: ['MPO-2-7'] },
  {
    id: 'adresse-inconnue-admise',
    title: 'Une adresse inconnue mène à la question d’un autre compte',
    violates: ['MPO-1.5-1', 'MPO-1.5-3', 'MPO-D-7'],
  },

  // The order.
  {
    id: 'question-contournable',
    title: 'L’écran du nouveau mot de passe s’ouvre par son adresse, sans réponse',
    violates: ['MPO-2-10', 'MPO-D-1', 'MPO-1.5-2', 'MPO-1.5-3'],
  },
  { id: 'change-encore', title: 'Une seule bonne réponse permet plusieurs changements', violates: ['MPO-D-4'] },

  // The mail.
  { id: 'courriel-absent', title: 'Aucun courriel de confirmation', violates: ['MPO-2-25', 'MPO-D-2'] },
  { id: 'courriel-double', title: 'Deux courriels de confirmation', violates: ['MPO-2-25'] },
  { id: 'courriel-en-copie', title: 'Un autre usager reçoit aussi le courriel', violates: ['MPO-2-26'] },
  { id: 'courriel-sur-refus', title: 'Un courriel part aussi pour un mot de passe refusé', violates: ['MPO-2-25'] },
  {
    id: 'courriel-avec-mot-de-passe',
    title: 'Le courriel porte le nouveau mot de passe',
    violates: ['MPO-2-27', 'MPO-1.5-8'],
  },

  // The effects.
  {
    id: 'ancien-encore-valable',
    title: 'L’ancien mot de passe reste valable jusqu’à la première connexion avec le nouveau',
    violates: ['MPO-1.3-7', 'MPO-D-2'],
  },
  {
    id: 'sans-effet',
    title: 'Le récapitulatif et le courriel annoncent un changement qui n’a pas eu lieu',
    violates: ['MPO-1.3-6', 'MPO-D-2', 'MPO-1.3-7', 'MPO-1.3-5', 'MPO-2-29'],
  },
  {
    id: 'effectif-au-second-changement',
    title: 'Le premier changement d’un compte reste sans effet, les suivants réussissent',
    violates: ['MPO-1.3-6', 'MPO-D-2', 'MPO-1.3-7', 'MPO-1.3-5', 'MPO-2-29'],
  },
  { id: 'tronque-a-vingt', title: 'Seuls les 20 premiers caractères comptent', violates: ['MPO-D-6', 'MPO-1.3-6'] },
  { id: 'casse-perdue', title: 'La casse du nouveau mot de passe ne compte pas', violates: ['MPO-D-6', 'MPO-1.3-6'] },
  { id: 'autre-compte-modifie', title: 'Un autre compte reçoit aussi le nouveau mot de passe', violates: ['MPO-D-3'] },
  { id: 'dossier-perdu', title: 'Le dernier dossier disparaît avec l’ancien mot de passe', violates: ['MPO-1.3-5'] },
  { id: 'connecte-d-office', title: '« Valider » ouvre l’espace sans mot de passe', violates: ['MPO-2-24'] },
] as const satisfies readonly DeploymentFault[];

export type FaultId = (typeof faults)[number]['id'];

/** Says whether that fault is the one switched on. */
export type FaultSwitch = (id: FaultId) => boolean;

/** @throws Error for a fault that is not in the list. */
export function faultSwitch(chosen: string | undefined): FaultSwitch {
  if (chosen !== undefined && !faults.some(({ id }) => id === chosen)) {
    throw new Error(`Unknown fault "${chosen}". Accepted: ${faults.map(({ id }) => id).join(', ')}.`);
  }
  return (id) => id === chosen;
}
