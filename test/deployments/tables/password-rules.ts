/** What the fiche demands of a new password, judged by the server on the very characters received. Knows nothing of accounts. */
import type { HasFault } from './faults';

const MINIMUM = 20;

/** Why the pair cannot be accepted, in French for the page; undefined when it can. */
export function refusalOf(typed: string, confirmation: string, has: HasFault): string | undefined {
  if (typed === '' || confirmation === '')
    return 'Remplissez les deux champs : le nouveau mot de passe, puis le même une seconde fois.';
  if (!sameTyping(typed, confirmation, has)) return 'Les deux saisies ne sont pas identiques.';
  if (has('regles-dans-la-page')) return undefined;
  return lengthRefusal(typed, has) ?? alphabetRefusal(keptPassword(typed, has), has);
}

/** The password that will be in force: what was typed, untouched. */
export function keptPassword(typed: string, has: HasFault): string {
  return has('espace-rognee') ? typed.trim() : typed;
}

function sameTyping(typed: string, confirmation: string, has: HasFault): boolean {
  if (has('confirmation-sans-casse')) return typed.toLowerCase() === confirmation.toLowerCase();
  return typed === confirmation;
}

/** In code points (AMB-09); no maximum (MPO-1.3-1). */
function lengthRefusal(typed: string, has: HasFault): string | undefined {
  const length = [...typed].length;
  if (length < (has('dix-neuf-caracteres') ? MINIMUM - 1 : MINIMUM)) {
    return 'Le mot de passe doit comporter 20 caractères au minimum.';
  }
  if (has('maximum-trente-deux') && length > 32) return 'Le mot de passe ne doit pas dépasser 32 caractères.';
  return undefined;
}

function alphabetRefusal(password: string, has: HasFault): string | undefined {
  if (!allowedAlphabet(has).test(password)) {
    return 'Le mot de passe ne doit comporter que des chiffres et des lettres, sans espaces ni caractères accentués.';
  }
  const digit = /[0-9]/.test(password) || has('chiffre-facultatif');
  if (!digit || !/[A-Za-z]/.test(password)) return 'Le mot de passe doit comporter au moins un chiffre et une lettre.';
  if (has('majuscule-exigee') && !/[A-Z]/.test(password)) return 'Le mot de passe doit comporter une majuscule.';
  return undefined;
}

function allowedAlphabet(has: HasFault): RegExp {
  if (has('accents-admis')) return /^[\p{L}\p{M}0-9]*$/u;
  if (has('ponctuation-admise')) return /^[!-~]*$/;
  return /^[A-Za-z0-9]*$/;
}
