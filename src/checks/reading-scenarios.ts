/** Scenarios that tell one reading from another: what is observed is reported, and judged against what the target declares. */
import type { FindingDraft } from './change';
import { inForce, type Person } from './person';
import { compatibleValues } from './readings';
import type { Scene } from './scene';

/** What a reading scenario found, and the value of the reading that it supposes. */
export interface ReadingJudgement {
  readonly findings: readonly FindingDraft[];
  readonly observed: string;
}

/**
 * Judges the last proposal by its effects, whichever way the target understands it: accepted or refused must be whole, and fit the
 * declared value.
 */
export async function judgeByReading(
  scene: Scene,
  person: Person,
  id: string,
  declared: Readonly<Record<string, string>>,
): Promise<ReadingJudgement> {
  const cell = cellOf(person, id);
  const seen = await scene.observe(person);
  const attempt = seen.attempts.at(-1);
  const accepted = attempt?.summaryShown === true || attempt?.opens === true;
  const observed = accepted ? 'accepté' : 'refusé';
  // A value equal to the password in force leaves no trace at the sign-in: the summary and the mail tell.
  const equal = attempt?.opens === undefined;
  const torn = accepted ? (equal ? [] : scene.observations.judge('accepted', seen)) : scene.observations.judge('refused', seen);
  return {
    findings: [...torn, ...scene.observations.judge('reading', { cell, observed, declared })],
    observed: compatibleValues(cell, observed)[0]!,
  };
}

/** AMB-08 has two cells: the password just set, and the one before it. */
function cellOf(person: Person, id: string): string {
  if (id !== 'AMB-08') return id;
  return person.attempts.at(-1)?.value === inForce(person) ? 'AMB-08 nouveau' : 'AMB-08 avant-dernier';
}
