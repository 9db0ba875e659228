/** The chapters of the fiche, and the groups beside them, named in the language of the page. */
import { chapters } from '../record-findings';
import type { RequirementRecord, RunRecord } from '../record';
import type { Words } from './language';

export interface PageChapter {
  readonly id: string;
  readonly title: string;
  /** The title is the fiche's own. */
  readonly quoted: boolean;
  readonly requirements: readonly RequirementRecord[];
}

export function pageChapters(record: RunRecord, { page }: Words): PageChapter[] {
  const own = new Map([
    ['recommandations', page.recommendations],
    ['hors-catalogue', page.outside],
  ]);
  return chapters(record).map((chapter) => ({
    ...chapter,
    title: own.get(chapter.id) ?? chapter.title,
    quoted: !own.has(chapter.id),
  }));
}
