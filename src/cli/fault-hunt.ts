/** Whether the suite finds a planted fault. Knows runs by what failed and what passed: how a run is made is its caller's business. */
import type { RunRecord } from '../reporting/record';

/** A deviation of the simulator, and the requirements that it violates. */
export interface PlantedFault {
  readonly id: string;
  readonly requirements: readonly string[];
}

/** A requirement that failed, and the scenario that made it fail. */
export interface Failure {
  readonly requirement: string;
  /** Stable id of the scenario, and its name. */
  readonly scenario: string;
  readonly name: string;
}

/** What a hunt reads of a run. */
export interface RunFacts {
  readonly failures: readonly Failure[];
  /** Ids of the scenarios that passed. */
  readonly passed: readonly string[];
}

export interface HuntRequest {
  readonly fault?: string;
  /** Tag expression; absent: the whole document level. */
  readonly tags?: string;
  /** The run may stop at the first scenario that does not pass. */
  readonly first?: true;
}

/** One run of the suite on the simulator. */
export type SuiteRunner = (request: HuntRequest) => Promise<RunFacts>;

/** What a kill is measured against. */
export interface Baseline {
  /** Ids of the scenarios that pass on the unmodified simulator: only they can find a fault. */
  readonly sound: ReadonlySet<string>;
  /** Tag expression of what the baseline ran; absent: everything. */
  readonly tags?: string;
}

/**
 * Looks for a fault: first with the scenarios of the requirements that it violates, then with all those of the baseline.
 * @returns `undefined` when the fault survives: no requirement that it violates has failed.
 */
export async function hunt(fault: PlantedFault, run: SuiteRunner, baseline: Baseline): Promise<Failure | undefined> {
  const kill = ({ failures }: RunFacts) =>
    failures.find(({ requirement, scenario }) => fault.requirements.includes(requirement) && baseline.sound.has(scenario));
  return (
    kill(await run({ fault: fault.id, tags: anyOf(fault.requirements), first: true })) ??
    kill(await run({ fault: fault.id, ...(baseline.tags !== undefined && { tags: baseline.tags }) }))
  );
}

/** The scenarios that name one of these requirements. */
export function anyOf(requirements: readonly string[]): string {
  return [...new Set(requirements)].map((id) => `@${id}`).join(' or ');
}

/** What a hunt reads of a record. */
export function factsOf({ requirements, scenarios }: RunRecord): RunFacts {
  const names = new Map(scenarios.map(({ id, name }) => [id, name]));
  const failed = requirements.filter(({ outcome }) => outcome === 'failed');
  return {
    failures: failed.flatMap(({ id, findings }) =>
      findings.map(({ scenario }) => ({ requirement: id, scenario, name: names.get(scenario) ?? '' })),
    ),
    passed: scenarios.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id),
  };
}
