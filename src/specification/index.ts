/** The door of the specification: the sentences of the fiche and how they are read, checked when loaded. Knows no target. */
import type { Reading, Recommendation, Requirement } from './model';
import { readings01To19 } from './readings/amb-01-19';
import { readings20To38 } from './readings/amb-20-38';
import { accessibility } from './recommendations/accessibility';
import { enumeration } from './recommendations/enumeration';
import { httpContent } from './recommendations/http-content';
import { httpHeaders } from './recommendations/http-headers';
import { mail } from './recommendations/mail';
import { password } from './recommendations/password';
import { sequence } from './recommendations/sequence';
import { themeEntries } from './recommendations/themes';
import { derived } from './requirements/derived';
import type { RequirementEntry } from './requirements/entry';
import { section11 } from './requirements/section-1-1';
import { section12 } from './requirements/section-1-2';
import { section13 } from './requirements/section-1-3';
import { section14 } from './requirements/section-1-4';
import { section15 } from './requirements/section-1-5';
import { section2 } from './requirements/section-2';
import { section3 } from './requirements/section-3';
import { checkSpecification } from './schema';
import { sectionEntries } from './sections';
import { tensionEntries } from './tensions';

export type {
  Bilingual,
  Reading,
  ReadingValue,
  Recommendation,
  RecommendationTheme,
  RecommendationThemeId,
  Requirement,
  RequirementKind,
  Section,
  Source,
  SourceReading,
  Tension,
  Testability,
  Warrant,
} from './model';

const entries = [section11, section12, section13, section14, section15, section2, section3, derived].flat();

/** The fiche in its order, how it is read, what goes beyond it (by number) and where others differ from it. */
export const { sections, requirements, readings, recommendationThemes, recommendations, tensions } = checkSpecification({
  sections: sectionEntries,
  requirements: entries.map(toRequirement),
  readings: [...readings01To19, ...readings20To38],
  recommendationThemes: themeEntries,
  recommendations: [enumeration, sequence, httpHeaders, httpContent, password, mail, accessibility].flat().sort(byId),
  tensions: tensionEntries,
});

/** `REC-01` … `REC-45`: what features may cite. They go beyond the fiche and never weigh on the conformity verdict. */
export const recommendationIds: readonly string[] = recommendations.map(({ id }) => id);

/** The requirements that a suite can decide, wholly or in part: each must have a scenario. */
export const testableRequirements: readonly Requirement[] = requirements.filter(({ testable }) => testable !== 'no');

/** @throws RangeError when the catalogue has no such requirement. */
export function requirementById(id: string): Requirement {
  return find(requirements, id, 'requirement');
}

/** @throws RangeError when the catalogue has no such reading. */
export function readingById(id: string): Reading {
  return find(readings, id, 'reading');
}

/** @throws RangeError when there is no such recommendation. */
export function recommendationById(id: string): Recommendation {
  return find(recommendations, id, 'recommendation');
}

function toRequirement(entry: RequirementEntry): Requirement {
  return { ...entry, section: /^MPO-(.+)-\d+$/.exec(entry.id)?.[1] ?? '', level: 'document' };
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id.localeCompare(other.id);
}

function find<Entry extends { readonly id: string }>(all: readonly Entry[], id: string, what: string): Entry {
  const entry = all.find((candidate) => candidate.id === id);
  if (entry === undefined) throw new RangeError(`Unknown ${what} "${id}": known are ${all[0]?.id} to ${all.at(-1)?.id}`);
  return entry;
}
