/** What a gate is asked and what it answers. Shapes alone. */
import type { RunRecord } from '../reporting/record';
import type { Verdict } from '../verdict/verdict';
import type { JudgedWaiver } from './waivers';
import type { GateFinding } from './findings';

/** `refuse` and `inconclusive` block; `warn` is said and lets pass. */
export type Weight = 'refuse' | 'inconclusive' | 'warn';

/** One thing that weighs on the decision. `words` is one French sentence. */
export interface Ground {
  readonly weight: Weight;
  readonly about:
    'integrity' | 'signature' | 'record' | 'scope' | 'age' | 'finding' | 'waiver' | 'undecided' | 'coverage' | 'baseline';
  readonly words: string;
}

/** A sentence of the fiche or a recommendation, as far as the gate must know it. */
export interface CatalogueRow {
  readonly id: string;
  readonly level: 'document' | 'recommendation';
  readonly testable: 'yes' | 'partly' | 'no';
}

/** Everything that decides, beside the policy. */
export interface GateFacts {
  readonly record: RunRecord;
  /** What was found of the folder: English, one a line. */
  readonly integrity: readonly string[];
  readonly signature: 'valid' | 'invalid' | 'absent' | 'unchecked';
  /** Every requirement that the record must have a row of. */
  readonly catalogue: readonly CatalogueRow[];
  /** An earlier run: what it checked must still be checked, what it passed must still pass. */
  readonly baseline?: RunRecord | undefined;
  readonly now: Date;
}

/** So many of so many. */
export interface Share {
  readonly reached: number;
  readonly of: number;
}

export interface GateDecision {
  readonly decision: 'accepted' | 'refused' | 'inconclusive';
  readonly target: RunRecord['target'];
  readonly startedAt: string;
  /** Of the run. */
  readonly verdict: Verdict;
  readonly grounds: readonly Ground[];
  readonly findings: readonly GateFinding[];
  readonly waivers: readonly JudgedWaiver[];
  /** Testable sentences of the fiche that the run decided. */
  readonly coverage: Share;
  /** Ways that the fiche describes and that the run took; absent when it did not measure them. */
  readonly modelCoverage?: Share;
  /** Ids of the requirements that did not pass in the baseline and do now. */
  readonly fixed?: readonly string[];
}
