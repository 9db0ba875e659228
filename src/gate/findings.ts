/** The findings of a run, each once, as waivers name them. Decides nothing. */
import { fingerprintOf } from '../reporting/finding-fingerprint';
import type { RequirementRecord, RunRecord } from '../reporting/record';
import type { Waiver } from './policy';

/** A finding of one requirement; scenarios that tell the same story share it. */
export interface GateFinding {
  readonly requirement: string;
  readonly level: RequirementRecord['level'];
  readonly fingerprint: string;
  readonly expected: string;
  readonly observed: string;
  /** Ids of the scenarios that made it. */
  readonly scenarios: readonly string[];
  readonly intermittent?: true;
  /** The waiver that covers it. */
  readonly waiver?: Waiver;
}

/** In the order of the fiche. */
export function findingsOf({ requirements }: RunRecord): GateFinding[] {
  return requirements.flatMap(distinctFindings);
}

function distinctFindings({ id, level, findings }: RequirementRecord): GateFinding[] {
  const distinct = new Map<string, GateFinding>();
  for (const { expected, observed, scenario, intermittent } of findings) {
    const fingerprint = fingerprintOf(id, { expected, observed });
    const same = distinct.get(fingerprint);
    distinct.set(fingerprint, {
      ...(same ?? { requirement: id, level, fingerprint, expected, observed }),
      scenarios: [...new Set([...(same?.scenarios ?? []), scenario])],
      ...((same?.intermittent ?? intermittent) && { intermittent: true }),
    });
  }
  return [...distinct.values()];
}
