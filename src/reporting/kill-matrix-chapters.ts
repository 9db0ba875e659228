/** Groups the requirements and the faults of a campaign by chapter of the fiche. Knows no format. */
import { FATES, type FaultRow, type KillMatrix, type RequirementScore } from './kill-matrix';

/** A chapter with its rows or columns. */
export interface ScoredChapter {
  readonly id: string;
  readonly title: string;
  readonly requirements: readonly RequirementScore[];
}

/** Chapters, in the order of the fiche, with the requirements that can find a fault: those that no suite can decide are left out. */
export function scoredChapters({ sections, requirements }: KillMatrix): ScoredChapter[] {
  const scored = requirements.filter(({ testable, violatedBy, kills }) => testable !== 'no' || violatedBy + kills > 0);
  return sections
    .map(({ id, title }) => ({ id, title, requirements: scored.filter(({ section }) => section === id) }))
    .filter((chapter) => chapter.requirements.length > 0);
}

/** Faults told together. */
export interface FaultGroup {
  /** Id of the chapter that holds the first requirement of each. Absent: what they have in common is what became of them. */
  readonly chapter?: string;
  /** French. */
  readonly words: string;
  readonly faults: readonly FaultRow[];
}

/** What was missed comes first; then what was found, chapter by chapter; then what was not run. */
export function faultGroups(matrix: KillMatrix): FaultGroup[] {
  const { sections, requirements, faults } = matrix;
  const sectionOf = (fault: FaultRow) => requirements.find(({ id }) => id === fault.requirements[0])?.section;
  const byChapter = sections.map(({ id, title }) => ({
    chapter: id,
    words: title,
    faults: faults.filter((fault) => fault.fate === 'own' && sectionOf(fault) === id),
  }));
  return [
    { words: 'À voir d’abord', faults: missedFaults(matrix) },
    ...byChapter,
    { words: 'Non joués', faults: faults.filter(({ fate }) => fate === 'not-run') },
  ].filter((group) => group.faults.length > 0);
}

/** The faults that were looked for, and not found as they should; the worst before the rest. */
export function missedFaults({ faults }: KillMatrix): FaultRow[] {
  return FATES.filter((fate) => fate !== 'own' && fate !== 'not-run').flatMap((fate) =>
    faults.filter((fault) => fault.fate === fate),
  );
}
