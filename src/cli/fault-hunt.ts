/** Whether the suite finds a planted fault. Knows runs by what failed and what passed: how a run is made is its caller's business. */
import type { FailedRequirement, FaultRow } from '../reporting/kill-matrix';
import type { RunRecord } from '../reporting/record';
import type { Outcome } from '../verdict/outcomes';

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
  /** In the order of the scenarios. */
  readonly failures: readonly Failure[];
  /** Ids of the scenarios that passed. */
  readonly passed: readonly string[];
  /** Why the run broke off, when it did: what it did not see says nothing. */
  readonly broken?: string;
  /** What the run came to, by requirement of the fiche. */
  readonly verdict?: RunRecord['verdict'];
  readonly outcomes?: Readonly<Record<string, Outcome>>;
}

export interface HuntRequest {
  readonly fault?: string;
  /** Another way to conform, in place of a fault. */
  readonly variant?: string;
  /** Tag expression; absent: the whole document level. */
  readonly tags?: string;
  /** Values that each property tries; absent: as many as `mdpo run` takes. */
  readonly propertyRuns?: number;
}

/** One run of the suite on the simulator. */
export type SuiteRunner = (request: HuntRequest) => Promise<RunFacts>;

/** What a hunt looks at. */
export interface HuntPlan {
  /** All scenarios at once, whatever the fault violates. */
  readonly complete: boolean;
  /** Tag expression of what counts as all scenarios; absent: the whole document level. */
  readonly scope?: string;
  /** Ids of the scenarios that pass on the unmodified simulator: only they can find a fault. */
  readonly sound: Promise<ReadonlySet<string>>;
}

/** What a hunt came to. `others`: only requirements that the fault does not violate have failed. */
export type Hunted = Required<Pick<FaultRow, 'depth' | 'failed'>> & { readonly fate: 'own' | 'others' | 'survived' };

/**
 * Values that a property tries at first. For one seed fast-check generates the same sequence whatever the number of runs, so the first
 * 20 values are those that a run of 200 begins with: what they find, it finds. What they miss is looked for again with all 200.
 */
export const FEWER_VALUES = 20;

/**
 * Looks for a fault with the scenarios of the requirements that it violates, all of them, so that each of these requirements is seen
 * to fail or not. When none does, everything is run, with every value: a survivor is one of the suite as `mdpo run` runs it.
 * @throws Error when a run broke off.
 */
export async function hunt(fault: PlantedFault, run: SuiteRunner, { complete, scope, sound }: HuntPlan): Promise<Hunted> {
  const whole = scope === undefined ? {} : { tags: scope };
  const first = complete ? whole : { tags: anyOf(fault.requirements) };
  const seen = failedIn(await run({ fault: fault.id, ...first, propertyRuns: FEWER_VALUES }), fault, await sound);
  if (seen.some(({ own }) => own)) return { fate: 'own', depth: complete ? 'whole' : 'violated', failed: seen };
  const failed = failedIn(await run({ fault: fault.id, ...whole }), fault, await sound);
  const fate = failed.some(({ own }) => own) ? 'own' : failed.length > 0 ? 'others' : 'survived';
  return { fate, depth: 'whole', failed };
}

/** The scenarios that name one of these requirements. */
export function anyOf(requirements: readonly string[]): string {
  return [...new Set(requirements)].map((id) => `@${id}`).join(' or ');
}

/** What a hunt reads of a record. */
export function factsOf({ verdict, requirements, scenarios, stopped }: RunRecord): RunFacts {
  const failures = requirements
    .filter(({ outcome }) => outcome === 'failed')
    .flatMap(({ id, findings }) => findings.map(({ scenario }) => ({ requirement: id, scenario })));
  return {
    failures: scenarios.flatMap(({ id, name }) =>
      failures.filter(({ scenario }) => scenario === id).map((failure) => ({ ...failure, name })),
    ),
    passed: scenarios.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id),
    ...(stopped && { broken: stopped.reason }),
    verdict,
    outcomes: Object.fromEntries(requirements.map(({ id, outcome }) => [id, outcome])),
  };
}

/** Requirement by requirement, what sound scenarios saw; the one that failed first comes first. */
function failedIn({ failures, broken }: RunFacts, fault: PlantedFault, sound: ReadonlySet<string>): FailedRequirement[] {
  if (broken !== undefined) throw new Error(broken);
  const counted = failures.filter(({ scenario }) => sound.has(scenario));
  return [...new Set(counted.map(({ requirement }) => requirement))].map((requirement) => {
    const found = counted.filter((failure) => failure.requirement === requirement);
    return {
      requirement,
      own: fault.requirements.includes(requirement),
      scenario: found[0]?.scenario ?? '',
      name: found[0]?.name ?? '',
      scenarios: new Set(found.map(({ scenario }) => scenario)).size,
    };
  });
}
