/** The shape of a row in the data files beside it: a recommendation without what its file and its silence already say. */
import type { Recommendation, RecommendationThemeId } from '../model';

/** The theme is that of the file; links to the fiche are given where there are some. */
export type RecommendationEntry = Omit<Recommendation, 'theme' | 'requirements' | 'readings'> &
  Partial<Pick<Recommendation, 'requirements' | 'readings'>>;

/** Gives the rows of a file its theme. */
export function underTheme(theme: RecommendationThemeId, entries: readonly RecommendationEntry[]): readonly Recommendation[] {
  return entries.map((entry) => ({ requirements: [], readings: [], ...entry, theme }));
}
