/** Checks the data of the specification when it is loaded, so that a slip in it stops every run. Knows no target. */
import { z } from 'zod';
import type { Reading, Requirement, Section } from './model';

/** The whole specification, before or after the check. */
export interface Specification {
  readonly sections: readonly Section[];
  readonly requirements: readonly Requirement[];
  readonly readings: readonly Reading[];
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

const specification = z
  .strictObject({
    sections: z.array(section).refine(haveUniqueIds, 'two sections have the same id'),
    requirements: z.array(requirement).refine(haveUniqueIds, 'two requirements have the same id'),
    readings: z.array(reading).refine(haveUniqueIds, 'two readings have the same id'),
  })
  .superRefine(({ sections, requirements, readings }, context) => {
    const knownSections = new Set(sections.map(({ id }) => id));
    const knownReadings = new Set(readings.map(({ id }) => id));
    for (const entry of requirements) {
      if (!knownSections.has(entry.section)) context.addIssue(`${entry.id}: unknown section ${entry.section}`);
      for (const id of entry.readings) {
        if (!knownReadings.has(id)) context.addIssue(`${entry.id}: unknown reading ${id}`);
      }
    }
  });

function isTidy(text: string): boolean {
  return text === text.replace(/\s+/gu, ' ').trim();
}

function haveUniqueIds(entries: readonly { readonly id: string }[]): boolean {
  return areUnique(entries.map(({ id }) => id));
}

function areUnique(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}
