/** The question shown for an address that has no account (AMB-14, `question-leurre`): the same each time, and nobody's. */
import { createHmac } from 'node:crypto';
import { addressKey } from './address';

const PLAUSIBLE = [
  'Quel est le prénom de votre meilleur ami d’enfance ?',
  'Quel était le nom de votre premier animal de compagnie ?',
  'Dans quelle rue se trouvait votre premier local professionnel ?',
  'Quel est le deuxième prénom de votre mère ?',
  'Quel était le métier de votre grand-mère ?',
  'Comment s’appelait votre premier client ?',
  'Quelle est la ville de naissance de votre père ?',
  'Quel était le nom de votre professeur préféré ?',
  'Quel est le titre du premier film vu au cinéma ?',
  'Quelle équipe souteniez-vous à quinze ans ?',
  'Quel plat préparait-on chez vous le dimanche ?',
  'Où avez-vous passé vos premières vacances sans vos parents ?',
];

/**
 * @param key keeps outsiders from computing which questions are decoys.
 * @param taken questions of real accounts: showing one would tell another user's question.
 */
export function decoyQuestions(key: Uint8Array, taken: readonly string[]): (typed: string) => string {
  const known = new Set(taken);
  const questions = PLAUSIBLE.filter((question) => !known.has(question));
  return (typed) => {
    const rank = createHmac('sha256', key).update(addressKey(typed)).digest().readUInt32BE(0) % questions.length;
    return questions[rank] ?? 'Quelle est votre question de confiance ?';
  };
}
