/** Plants each fault of the simulator in turn and sees whether the suite finds it. Knows neither processes nor files. */
import type { DriverName } from '../target/target';
import type { TextSink } from './environment';
import { anyOf, hunt, type Baseline, type Failure, type PlantedFault, type RunFacts, type SuiteRunner } from './fault-hunt';
import type { WorkerRequest } from './fault-worker';

/** A fault as the simulator describes it. */
export interface ChosenFault extends PlantedFault {
  readonly title: { readonly en: string };
  readonly browserOnly?: boolean;
}

/** What became of one fault. */
export interface FaultResult {
  readonly id: string;
  readonly title: string;
  readonly driver: DriverName;
  /** Absent: it survives. */
  readonly kill?: Failure;
  /** Why nothing can be said: the suite itself broke. Counts as survival. */
  readonly error?: string;
}

/** A place where one run at a time can be made. */
export type Lane = (request: WorkerRequest) => Promise<RunFacts>;

/**
 * Hunts every fault, over http or, where only a browser can show it, in the browser.
 * @returns a row for each fault, in their order.
 * @throws Error when a requirement fails on the unmodified simulator: nothing could be concluded.
 */
export async function checkFaults(
  chosen: readonly ChosenFault[],
  lanes: readonly Lane[],
  progress: TextSink,
): Promise<FaultResult[]> {
  const results = new Map<string, FaultResult>();
  const baselines = new Map<DriverName, Promise<Baseline>>();
  const queue = [...chosen];

  async function work(lane: Lane): Promise<void> {
    for (let fault = queue.shift(); fault; fault = queue.shift()) {
      const driver = driverOf(fault);
      const run: SuiteRunner = (request) => lane({ ...request, driver });
      const baseline = baselines.get(driver) ?? measure(run, driver, chosen);
      baselines.set(driver, baseline);
      const result = await judge(fault, driver, run, await baseline);
      results.set(fault.id, result);
      progress.write(`${results.size}/${chosen.length} ${describeResult(result)}\n`);
    }
  }
  await Promise.all(lanes.map(work));
  return chosen.flatMap(({ id }) => results.get(id) ?? []);
}

/** The driver that can show it. */
export function driverOf({ browserOnly }: ChosenFault): DriverName {
  return browserOnly ? 'browser' : 'http';
}

/** One line for people. */
export function describeResult({ id, title, kill, error }: FaultResult): string {
  if (kill) return `${id} found by ${kill.requirement}: ${kill.name}`;
  return error === undefined ? `${id} SURVIVES: ${title}` : `${id} NOT JUDGED: ${title}\n${error}`;
}

/** Over http everything is run; in the browser, which is slow, what the faults that need it can concern. */
async function measure(run: SuiteRunner, driver: DriverName, chosen: readonly ChosenFault[]): Promise<Baseline> {
  const concerned = chosen.filter((fault) => driverOf(fault) === 'browser').flatMap(({ requirements }) => requirements);
  const scope = driver === 'browser' ? { tags: anyOf(concerned) } : {};
  const { failures, passed } = await run(scope);
  if (failures.length > 0) {
    const names = failures.map(({ requirement, name }) => `${requirement} (${name})`).join(', ');
    throw new Error(`The unmodified simulator fails over ${driver}: ${names}.`);
  }
  return { ...scope, sound: new Set(passed) };
}

async function judge(fault: ChosenFault, driver: DriverName, run: SuiteRunner, baseline: Baseline): Promise<FaultResult> {
  const row = { id: fault.id, title: fault.title.en, driver };
  try {
    const kill = await hunt(fault, run, baseline);
    return { ...row, ...(kill && { kill }) };
  } catch (error) {
    return { ...row, error: error instanceof Error ? error.message : String(error) };
  }
}
