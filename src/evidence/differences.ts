/** In which rows a report differs from what its evidence gives, in words. Decides nothing. */
import type { RunRecord } from '../reporting/record';

/** Rows named; what follows is mostly the same again. */
const SHOWN = 20;

/** English, at least one line, each beginning with the name of the report's file. */
export function describeDifferences(reported: RunRecord, recomputed: RunRecord): string[] {
  const found = [
    ...(reported.verdict === recomputed.verdict
      ? []
      : [`verdict: reported ${reported.verdict}, recomputed ${recomputed.verdict}`]),
    ...rows('requirement', reported.requirements, recomputed.requirements),
    ...rows('scenario', reported.scenarios, recomputed.scenarios),
  ];
  const keys = Object.keys({ ...reported, ...recomputed }) as (keyof RunRecord)[];
  const others = keys.filter((key) => JSON.stringify(reported[key]) !== JSON.stringify(recomputed[key]));
  const words = found.length > 0 ? found : [`${others.join(', ') || 'its text'}: not what the evidence gives`];
  const more = words.length > SHOWN ? [`conformance.json: and ${words.length - SHOWN} more`] : [];
  return [...words.slice(0, SHOWN).map((line) => `conformance.json: altered: ${line}`), ...more];
}

interface Outcome {
  readonly id: string;
  readonly outcome: string;
}

function rows(kind: string, reported: readonly Outcome[], recomputed: readonly Outcome[]): string[] {
  const before = new Map(reported.map(({ id, outcome }) => [id, outcome]));
  const after = new Map(recomputed.map(({ id, outcome }) => [id, outcome]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((id) => before.get(id) !== after.get(id))
    .map((id) => `${kind} ${id}: reported ${before.get(id) ?? 'absent'}, recomputed ${after.get(id) ?? 'absent'}`);
}
