// The rules of the new password (MPO-1.3-1 to MPO-1.3-3, MPO-2-18 to MPO-2-21), and the form in which it is kept. Knows no account.
import type { FaultSwitch } from './faults';

/** What the rule is, as the page shows it. */
export const RULE =
  'Le mot de passe doit être une série de chiffres et de lettres ne comportant ni espaces, ni caractères accentués, ' +
  'de 20 caractères au minimum. Il doit être différent du dernier mot de passe utilisé.';

/** What is wrong with a new password, in French, for the page; nothing if it obeys the rules. */
export function passwordDefect(password: string, fault: FaultSwitch): string | undefined {
  if (fault('regles-dans-la-page-seule')) return undefined;
  const length = [...password].length;
  if (length < (fault('dix-neuf-caracteres') ? 19 : 20)) return 'Le mot de passe doit comporter 20 caractères au minimum.';
  const kept = fault('espaces-rognes') ? password.trim() : password;
  if (!alphabet(fault).test(kept)) {
    return 'Le mot de passe ne doit comporter que des chiffres et des lettres, sans espace ni caractère accentué.';
  }
  if (!/[0-9]/.test(kept) && !fault('chiffre-facultatif')) return 'Le mot de passe doit comporter au moins un chiffre.';
  if (!/[A-Za-z]/.test(kept)) return 'Le mot de passe doit comporter au moins une lettre.';
  if (fault('majuscule-exigee') && !/[A-Z]/.test(kept)) return 'Le mot de passe doit comporter au moins une majuscule.';
  if (fault('trente-deux-au-plus') && length > 32) return 'Le mot de passe doit comporter 32 caractères au maximum.';
  return undefined;
}

/** Whether the second entry is the first. */
export function isConfirmed(password: string, confirmation: string | undefined, fault: FaultSwitch): boolean {
  if (fault('sans-confirmation')) return true;
  if (fault('confirmation-sans-casse')) return password.toLowerCase() === confirmation?.toLowerCase();
  return password === confirmation;
}

/** The password as it is kept: as it was typed (MPO-D-6). */
export function storedForm(password: string, fault: FaultSwitch): string {
  if (fault('espaces-rognes')) return password.trim();
  if (fault('tronque-a-vingt')) return password.slice(0, 20);
  if (fault('casse-perdue')) return password.toLowerCase();
  return password;
}

function alphabet(fault: FaultSwitch): RegExp {
  if (fault('accents-acceptes')) return /^[0-9A-Za-zÀ-ÖØ-öø-ÿ\u0300-\u036f]*$/;
  if (fault('caracteres-speciaux-acceptes')) return /^[!-~]*$/;
  return /^[0-9A-Za-z]*$/;
}
