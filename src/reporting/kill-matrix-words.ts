/** The French words of a campaign of faults. */
import type { Fate, KillMatrix } from './kill-matrix';

/** Of a défaut, so masculine. */
export const FATE_WORDS: Readonly<Record<Fate, string>> = {
  own: 'Trouvé',
  others: 'Trouvé par d’autres',
  survived: 'Survivant',
  'not-judged': 'Non jugé',
  'not-run': 'Non joué',
};

export const KILL_VERDICT_WORDS: Readonly<Record<KillMatrix['verdict'], string>> = {
  proven: 'Tous trouvés',
  gaps: 'Des manques',
  inconclusive: 'Non concluant',
};

/** `2 défauts survivent : FLT-001, FLT-002`; nothing of nothing. */
export function listWords(ids: readonly string[], singular: string, plural: string): string {
  if (ids.length === 0) return '';
  return `${ids.length} ${ids.length < 2 ? singular : plural} : ${ids.join(', ')}`;
}
