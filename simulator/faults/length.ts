/** Faults of the length of the password (MPO-1.3-3, MPO-2-21). */
import { fichePolicy, passwordDefects } from '../rules/password';
import type { PasswordPolicy } from '../rules/password';
import type { Fault, Override } from './fault';

/** The rule of the fiche with some parts replaced. */
export function withPolicy(parts: Partial<PasswordPolicy>): Override {
  const policy = { ...fichePolicy, ...parts };
  return { rules: { passwordDefects: (password) => passwordDefects(password, policy) } };
}

export const lengthFaults: readonly Fault[] = [
  {
    id: 'FLT-046',
    title: { fr: 'Longueur minimale de 19 (erreur d’une unité)', en: 'Minimum length 19 (off by one)' },
    requirements: ['MPO-1.3-3', 'MPO-2-21'],
    observation: { fr: 'Un mot de passe de 19 caractères est accepté', en: 'A password of 19 characters is accepted' },
    override: () => withPolicy({ minimum: 19 }),
  },
];
