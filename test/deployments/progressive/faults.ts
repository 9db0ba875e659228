/** The faults of this deployment, each named once here; the hooks ask `faulty('…')` where the deviation happens. */

import type { DeploymentFault } from '../contract';

const list = [
  // Screens
  ['bouton-espace-renomme', 'Le bouton de l’accueil s’appelle « Entrer »', ['MPO-2-2']],
  ['valider-renomme', 'Le bouton « Valider » s’appelle « Enregistrer »', ['MPO-2-17']],
  ['sans-confirmation', 'Le nouveau mot de passe ne se saisit qu’une fois', ['MPO-2-15', 'MPO-2-16']],
  ['question-d-un-autre', 'La question affichée est celle d’un autre compte', ['MPO-2-11']],
  ['reponse-affichee', 'La réponse reste affichée avec les étapes faites', ['MPO-1.5-8']],
  ['champs-trop-tot', 'Les champs du mot de passe paraissent avec la question', ['MPO-2-14', 'MPO-2-10', 'MPO-D-1']],
  ['dossier-perdu', 'Le dernier dossier disparaît de l’espace après le changement', ['MPO-1.3-5']],
  // Rules of the password
  ['dix-neuf-caracteres', '19 caractères suffisent', ['MPO-1.3-3', 'MPO-2-21']],
  ['accents-admis', 'Les lettres accentuées sont admises', ['MPO-2-20', 'MPO-2-18', 'MPO-1.3-2']],
  ['espace-final-perdu', 'Un espace final compte dans les 20 caractères, puis se perd', ['MPO-2-19', 'MPO-D-6', 'MPO-1.3-3']],
  ['chiffre-facultatif', 'Aucun chiffre n’est exigé', ['MPO-1.3-2', 'MPO-2-18']],
  ['tiret-admis', 'Les tirets « - » et « _ » sont admis', ['MPO-1.3-2', 'MPO-2-18']],
  ['meme-mot-de-passe', 'Le mot de passe en vigueur est admis comme nouveau', ['MPO-1.3-4']],
  ['trente-au-plus', 'Plus de 30 caractères sont refusés', ['MPO-1.3-1']],
  ['regles-dans-la-page', 'Longueur et composition ne sont vérifiées que par la page', ['MPO-D-5', 'MPO-1.3-2', 'MPO-1.3-3']],
  ['confirmation-sur-vingt', 'Seuls les 20 premiers caractères de la confirmation comptent', ['MPO-2-16']],
  // Answer to the question
  ['mot-de-trop', 'La bonne réponse suivie d’un mot de trop est admise', ['MPO-1.5-2', 'MPO-2-14']],
  ['reponse-de-quiconque', 'La réponse de n’importe quel compte est admise', ['MPO-D-7', 'MPO-1.5-2', 'MPO-2-14']],
  ['refusee-d-abord', 'La bonne réponse est refusée la première fois', ['MPO-2-13']],
  // CAPTCHA
  ['captcha-ignore', 'Les caractères de l’image ne sont pas vérifiés', ['MPO-2-8']],
  ['captcha-absent', 'Sans le paramètre de l’image, rien n’est vérifié', ['MPO-2-8']],
  ['captcha-d-autrui', 'Les caractères de l’image d’une autre session sont admis', ['MPO-2-8']],
  ['image-unique', 'L’image porte toujours les mêmes caractères', ['MPO-2-7']],
  // Order, replay
  ['sans-reponse', '« Valider » est traité sans que la question ait reçu de réponse', ['MPO-2-10', 'MPO-D-1', 'MPO-1.5-3']],
  ['rejeu', 'Une bonne réponse autorise plusieurs changements', ['MPO-D-4']],
  // Mail
  ['aucun-courriel', 'Aucun courriel de confirmation', ['MPO-2-25']],
  ['deux-courriels', 'Deux courriels de confirmation', ['MPO-2-25']],
  ['copie-a-un-tiers', 'Le courriel part aussi à une autre adresse', ['MPO-2-26']],
  ['courriel-au-refus', 'Le courriel part même si le mot de passe est refusé', ['MPO-2-25', 'MPO-D-2']],
  ['secret-au-courriel', 'Le courriel donne le nouveau mot de passe', ['MPO-2-27']],
  // Effects
  ['ancien-jusqu-a-la-connexion', 'L’ancien mot de passe sert jusqu’à la première connexion', ['MPO-1.3-7', 'MPO-D-2']],
  ['succes-de-facade', 'L’écran annonce le changement, rien ne change', ['MPO-1.3-6', 'MPO-1.3-7', 'MPO-2-24']],
  ['effectif-au-second', 'Seul le second changement prend effet', ['MPO-1.3-6', 'MPO-1.3-7', 'MPO-2-24']],
  ['tronque-a-vingt', 'Le nouveau mot de passe est tronqué à 20 caractères', ['MPO-D-6', 'MPO-1.3-6']],
  ['casse-ignoree', 'La casse du nouveau mot de passe est ignorée', ['MPO-D-6', 'MPO-1.3-6']],
  ['connexion-sans-mot-de-passe', 'Un mot de passe vide ouvre l’espace', ['MPO-1.1-2']],
  // Isolation
  ['tous-les-comptes', 'Le mot de passe change aussi dans les autres comptes', ['MPO-D-3']],
  ['dernier-identifie', 'Le compte est le dernier identifié, dans quelque session que ce soit', ['MPO-D-7', 'MPO-D-3']],
  // Summary
  ['recapitulatif-sur-clic', 'Le récapitulatif ne vient qu’après un clic de plus', ['MPO-2-23']],
  ['connecte-d-office', '« Valider » ouvre l’espace, sans récapitulatif ni connexion', ['MPO-2-24', 'MPO-2-23']],
] as const satisfies readonly (readonly [id: string, title: string, violates: readonly string[]])[];

export type FaultId = (typeof list)[number][0];

/** Whether the deployment has this fault. */
export type FaultCheck = (id: FaultId) => boolean;

export const faults: readonly (DeploymentFault & { readonly id: FaultId })[] = list.map(([id, title, violates]) => ({
  id,
  title,
  violates,
}));

/** @throws Error for a fault that is not in the list. */
export function faultCheck(fault: string | undefined): FaultCheck {
  if (fault !== undefined && !faults.some(({ id }) => id === fault)) {
    throw new Error(`Unknown fault "${fault}"; accepted: ${faults.map(({ id }) => id).join(', ')}`);
  }
  return (id) => id === fault;
}
