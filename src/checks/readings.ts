/** Which values of a reading are compatible with what was observed. A target fails only where its declared value is not among them. */
import { readingById } from '../specification';
import type { FindingDraft } from './change';

/** Values by reading and observation. The catalogue's « alternative readings », cell by cell. */
const compatible: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'AMB-03': { refusé: ['latin-de-base'], accepté: ['lettres-unicode'] },
  // P1 with its case swapped.
  'AMB-07': { accepté: ['égalité-exacte'], refusé: ['différence-insensible-casse', 'différence-significative'] },
  // The password just set, nobody having signed in with it.
  'AMB-08 nouveau': { refusé: ['mot-de-passe-courant', 'historique-n'], accepté: ['dernier-servi-à-connexion'] },
  // The one before it, the last with which somebody signed in.
  'AMB-08 avant-dernier': { accepté: ['mot-de-passe-courant'], refusé: ['historique-n', 'dernier-servi-à-connexion'] },
  'AMB-22': { fermé: ['connexion-explicite'], ouvert: ['connexion-automatique'] },
};

/** The values that fit an observation. @throws Error for a cell that no reading has. */
export function compatibleValues(cell: string, observed: string): readonly string[] {
  const values = compatible[cell]?.[observed];
  if (values === undefined) throw new Error(`aucune lecture ne prévoit « ${observed} » pour ${cell}`);
  return values;
}

/** The value in force: declared by the target, else the default. */
export function declaredValue(id: string, declared: Readonly<Record<string, string>>): string {
  return declared[id] ?? readingById(id).values[0]!.value;
}

/** No finding when the declared value is among those that fit, or when the reading is only reported. */
export function judgeReading(cell: string, observed: string, declared: Readonly<Record<string, string>>): FindingDraft[] {
  const id = cell.split(' ')[0]!;
  const value = declaredValue(id, declared);
  const fitting = compatibleValues(cell, observed);
  if (fitting.includes(value) || !readingById(id).scored) return [];
  return [
    {
      requirements: [],
      expected: `la lecture ${id} déclarée, « ${value} »`,
      observed: `${observed}, ce qui suppose ${fitting.map((v) => `« ${v} »`).join(' ou ')}`,
      evidence: [],
    },
  ];
}
