/** What the fiche says of the new password (MPO-1.3-2, MPO-1.3-3, MPO-2-18 to 2-21), as a rule with named parts. */

export type PasswordDefect = 'short' | 'long' | 'alphabet' | 'noDigit' | 'noLetter' | 'other';

/** The parts of the rule, so that a deviation is one part replaced. */
export interface PasswordPolicy {
  /** MPO-1.3-3: « 20 caractères au minimum ». */
  readonly minimum: number;
  /** Beyond what anyone types: MPO-1.3-1, « à votre libre convenance ». */
  readonly maximum: number;
  /** Number of characters of a password: code points (AMB-09). */
  readonly count: (password: string) => number;
  /** True when every character is admitted: A–Z, a–z, 0–9 (AMB-02, AMB-03). */
  readonly admits: (password: string) => boolean;
  /** MPO-1.3-2: « de chiffres et de lettres », both (AMB-01). */
  readonly digit: RegExp;
  readonly letter: RegExp;
  /** Further demands: the fiche has none. */
  readonly further: (password: string) => boolean;
}

export const fichePolicy: PasswordPolicy = {
  minimum: 20,
  maximum: 10_000,
  count: (password) => Array.from(password).length,
  admits: (password) => /^[A-Za-z0-9]*$/.test(password),
  digit: /[0-9]/,
  letter: /[A-Za-z]/,
  further: () => true,
};

/** Everything wrong with a password on its own; empty when it conforms. Nothing is trimmed or normalised (AMB-10, MPO-D-6). */
export function passwordDefects(password: string, policy: PasswordPolicy = fichePolicy): readonly PasswordDefect[] {
  const length = policy.count(password);
  const defects: PasswordDefect[] = [];
  if (length < policy.minimum) defects.push('short');
  if (length > policy.maximum) defects.push('long');
  if (!policy.admits(password)) defects.push('alphabet');
  if (!policy.digit.test(password)) defects.push('noDigit');
  if (!policy.letter.test(password)) defects.push('noLetter');
  if (!policy.further(password)) defects.push('other');
  return defects;
}
