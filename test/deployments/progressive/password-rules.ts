/** What a new password must be, in itself (fiche, § 1.3 and § 2). Knows no account. */

import type { FaultCheck } from './faults';

export const ruleText =
  '20 caractères au minimum : des chiffres (0 à 9) et des lettres sans accent (A à Z, a à z), au moins un chiffre et une lettre, ' +
  'sans espace ni aucun autre caractère. Il doit différer de votre mot de passe actuel.';

/** Why this password cannot be taken, for the user; nothing if it can. */
export function objectionTo(password: string, faulty: FaultCheck): string | undefined {
  if (password === '') return 'Choisissez un mot de passe.';
  if (faulty('regles-dans-la-page')) return undefined;
  const length = [...password].length;
  if (length < (faulty('dix-neuf-caracteres') ? 19 : 20)) return 'Il faut 20 caractères au minimum.';
  if (faulty('trente-au-plus') && length > 30) return 'Ce mot de passe ne convient pas.';
  if (!alphabet(faulty).test(kept(password, faulty)))
    return 'Seuls sont admis les chiffres et les lettres sans accent, sans espace.';
  if (!/[0-9]/.test(password) && !faulty('chiffre-facultatif')) return 'Il faut au moins un chiffre.';
  if (!/[A-Za-z]/.test(password)) return 'Il faut au moins une lettre.';
  return undefined;
}

/** The password as it is stored: as typed, without a fault. */
export function kept(password: string, faulty: FaultCheck): string {
  return faulty('espace-final-perdu') ? password.replace(/ $/, '') : password;
}

function alphabet(faulty: FaultCheck): RegExp {
  if (faulty('accents-admis')) return /^[A-Za-z0-9À-ÖØ-öø-ÿ\u0300-\u036f]+$/;
  if (faulty('tiret-admis')) return /^[A-Za-z0-9_-]+$/;
  return /^[A-Za-z0-9]+$/;
}
