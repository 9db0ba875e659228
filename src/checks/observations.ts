/** What the oracles were given, in order, so that what they found can be found again without the target. Masks nothing. */
import {
  judgeAccepted,
  judgeMails,
  judgeRefused,
  type ChangeObservation,
  type FindingDraft,
  type MailObservation,
} from './change';
import { judgeReading } from './readings';

/** Something that holds or does not, seen by a person or worked out by a check that is no oracle of its own. */
export interface Fact {
  readonly requirements: readonly string[];
  readonly expected: string;
  readonly observed: string;
  readonly holds: boolean;
}

/** What each oracle looks at. */
export interface Seen {
  readonly accepted: ChangeObservation;
  readonly refused: ChangeObservation;
  readonly mails: { readonly email: string; readonly mails: readonly MailObservation[] };
  readonly reading: { readonly cell: string; readonly observed: string; readonly declared: Readonly<Record<string, string>> };
  readonly fact: Fact;
}
export type Oracle = keyof Seen;

/** One judgement: the oracle, and all that it depends on. */
export type Observation = { readonly [O in Oracle]: { readonly oracle: O; readonly seen: Seen[O] } }[Oracle];

const oracles: { readonly [O in Oracle]: (seen: Seen[O]) => FindingDraft[] } = {
  accepted: judgeAccepted,
  refused: judgeRefused,
  mails: ({ email, mails }) => judgeMails(email, mails),
  reading: ({ cell, observed, declared }) => judgeReading(cell, observed, declared),
  fact: ({ holds, requirements, expected, observed }) => (holds ? [] : [{ requirements, expected, observed, evidence: [] }]),
};

/** What the oracle finds: always the same for the same observation. */
export function judge<O extends Oracle>(oracle: O, seen: Seen[O]): FindingDraft[] {
  return oracles[oracle](seen);
}

/** The same, of an observation that was kept. @throws what an oracle throws on what it never sees: an attempt of none, an unknown reading. */
export function judgeAgain(observation: Observation): FindingDraft[] {
  return (oracles[observation.oracle] as (seen: unknown) => FindingDraft[])(observation.seen);
}

/** The judgements of one scenario. */
export class Observations {
  readonly #all: Observation[] = [];

  get all(): readonly Observation[] {
    return this.#all;
  }

  /** Judges, and keeps what was looked at: each finding says which observation it comes from. */
  judge<O extends Oracle>(oracle: O, seen: Seen[O]): FindingDraft[] {
    const observation = this.#all.push({ oracle, seen } as Observation) - 1;
    return judge(oracle, seen).map((finding) => ({ ...finding, observation }));
  }

  /** Of findings that no oracle made, each becomes a fact of its own. */
  attribute<F extends FindingDraft>(findings: readonly F[]): F[] {
    return findings.map((finding) => {
      if (finding.observation !== undefined) return finding;
      const { requirements, expected, observed } = finding;
      return {
        ...finding,
        observation: this.#all.push({ oracle: 'fact', seen: { requirements, expected, observed, holds: false } }) - 1,
      };
    });
  }
}
