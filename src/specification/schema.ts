/** Checks the data of the specification when it is loaded, so that a slip in it stops every run. Knows no target. */
import { z } from 'zod';
import type { Reading, Recommendation, RecommendationTheme, Requirement, Section, Tension } from './model';

/** The whole specification, before or after the check. */
export interface Specification {
  readonly sections: readonly Section[];
  readonly requirements: readonly Requirement[];
  readonly readings: readonly Reading[];
  readonly recommendationThemes: readonly RecommendationTheme[];
  readonly recommendations: readonly Recommendation[];
  readonly tensions: readonly Tension[];
}

/**
 * Returns the specification once every rule below holds.
 * @throws Error naming each slip and where it stands.
 */
export function checkSpecification(data: Specification): Specification {
  const result = specification.safeParse(data);
  if (!result.success) throw new Error(`The specification is inconsistent:\n${z.prettifyError(result.error)}`);
  return result.data;
}

const phrase = z.string().min(1).refine(isTidy, 'blanks must be single, and none at the ends');
const bilingual = z.strictObject({ fr: phrase, en: phrase });

const section = z.strictObject({ id: z.string().regex(/^(1\.[1-5]|2|3|D)$/), title: bilingual });

const requirement = z
  .strictObject({
    id: z.string().regex(/^MPO-(1\.[1-5]|2|3|D)-[1-9]\d*$/),
    section: z.string(),
    kind: z.enum(['screen', 'rule', 'prerequisite', 'information', 'course']),
    warrant: z.enum(['written', 'deduced', 'contraposed']),
    level: z.literal('document'),
    citation: phrase,
    statement: bilingual,
    testable: z.enum(['yes', 'partly', 'no']),
    limit: bilingual.optional(),
    readings: z.array(z.string()),
  })
  .refine((entry) => entry.id.startsWith(`MPO-${entry.section}-`), 'the id must name the section')
  .refine(
    (entry) => (entry.limit === undefined) === (entry.testable === 'yes'),
    'a limit is given exactly when the requirement is not fully testable',
  );

const reading = z.strictObject({
  id: z.string().regex(/^AMB-\d\d$/),
  question: bilingual,
  // The first value is the default: a reading without one would leave a target undeclared.
  values: z
    .array(z.strictObject({ value: phrase, meaning: bilingual }))
    .min(1)
    .refine((values) => areUnique(values.map(({ value }) => value)), 'two values have the same name'),
  reason: bilingual,
  scored: z.boolean(),
});

const source = z.strictObject({
  authority: phrase,
  reference: phrase,
  url: z.url({ protocol: /^https$/ }).optional(),
  read: z.enum(['text', 'transcription', 'memory']),
});
const sources = z
  .array(source)
  .min(1)
  .refine((all) => areUnique(all.map(({ authority, reference }) => `${authority} ${reference}`)), 'a source is cited twice');

const themeId = z.enum(['enumeration', 'sequence', 'http', 'password', 'mail', 'accessibility']);

const recommendation = z.strictObject({
  id: z.string().regex(/^REC-\d\d$/),
  theme: themeId,
  title: bilingual,
  statement: bilingual,
  applicability: bilingual.optional(),
  indicative: z.literal(true).optional(),
  sources,
  requirements: z.array(z.string()),
  readings: z.array(z.string()),
});

const tension = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  topic: bilingual,
  fiche: z.strictObject({ says: bilingual, citation: phrase.optional(), requirements: z.array(z.string()).min(1) }),
  authorities: z.array(z.strictObject({ say: bilingual, sources })).min(1),
  suite: bilingual,
  recommendations: z.array(z.string()),
});

const specification = z
  .strictObject({
    sections: z.array(section).refine(haveUniqueIds, 'two sections have the same id'),
    requirements: z.array(requirement).refine(haveUniqueIds, 'two requirements have the same id'),
    readings: z.array(reading).refine(haveUniqueIds, 'two readings have the same id'),
    recommendationThemes: z
      .array(z.strictObject({ id: themeId, title: bilingual }))
      .refine(haveUniqueIds, 'two themes have the same id'),
    recommendations: z.array(recommendation).refine(haveUniqueIds, 'two recommendations have the same id'),
    tensions: z.array(tension).refine(haveUniqueIds, 'two tensions have the same id'),
  })
  .superRefine((data, context) => {
    for (const slip of [...danglingReferences(data), ...misquotations(data)]) context.addIssue(slip);
  });

/** What is referred to and does not exist. */
function danglingReferences(data: Specification): string[] {
  const known = {
    section: idsOf(data.sections),
    requirement: idsOf(data.requirements),
    reading: idsOf(data.readings),
    theme: idsOf(data.recommendationThemes),
    recommendation: idsOf(data.recommendations),
  };
  const missing = (owner: string, what: keyof typeof known, ids: readonly string[]): string[] =>
    ids.filter((id) => !known[what].has(id)).map((id) => `${owner}: unknown ${what} ${id}`);
  return [
    ...data.requirements.flatMap((entry) => [
      ...missing(entry.id, 'section', [entry.section]),
      ...missing(entry.id, 'reading', entry.readings),
    ]),
    ...data.recommendations.flatMap((entry) => [
      ...missing(entry.id, 'theme', [entry.theme]),
      ...missing(entry.id, 'requirement', entry.requirements),
      ...missing(entry.id, 'reading', entry.readings),
    ]),
    ...data.tensions.flatMap((entry) => [
      ...missing(entry.id, 'requirement', entry.fiche.requirements),
      ...missing(entry.id, 'recommendation', entry.recommendations),
    ]),
  ];
}

/** Tensions that put in the mouth of the fiche what none of the sentences that they name says. */
function misquotations({ requirements, tensions }: Specification): string[] {
  return tensions.flatMap(({ id, fiche }) => {
    const named = requirements.filter((entry) => fiche.requirements.includes(entry.id));
    const quoted = fiche.citation === undefined || named.some(({ citation }) => citation === fiche.citation);
    return quoted ? [] : [`${id}: no requirement that it names has the citation « ${fiche.citation} »`];
  });
}

function idsOf(entries: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(entries.map(({ id }) => id));
}

function isTidy(text: string): boolean {
  return text === text.replace(/\s+/gu, ' ').trim();
}

function haveUniqueIds(entries: readonly { readonly id: string }[]): boolean {
  return areUnique(entries.map(({ id }) => id));
}

function areUnique(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}
