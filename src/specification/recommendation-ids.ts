/** The recommendations that features may cite. They go beyond the fiche and never weigh on the conformity verdict. */

/** `REC-01` … `REC-45`. */
export const recommendationIds: readonly string[] = Array.from(
  { length: 45 },
  (_, index) => `REC-${String(index + 1).padStart(2, '0')}`,
);
