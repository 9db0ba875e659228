/** Plants each fault of the simulator in turn and sees whether the suite finds it. Knows neither processes nor files. */
import type { CampaignStop, FaultRow, ReferenceRun } from '../reporting/kill-matrix';
import type { DriverName } from '../target/target';
import { anyOf, hunt, type HuntRequest, type PlantedFault, type RunFacts } from './fault-hunt';
import type { WorkerRequest } from './fault-worker';

/** A fault as the simulator describes it. */
export interface ChosenFault extends PlantedFault {
  readonly title: { readonly fr: string };
  readonly browserOnly?: boolean;
}

/** A place where one run at a time can be made. */
export type Lane = (request: WorkerRequest) => Promise<RunFacts>;

export interface CampaignRequest {
  /** In the order of their rows. */
  readonly faults: readonly ChosenFault[];
  /** How the simulator is reached for all of them; absent: over http, or in the browser where only it can show the fault. */
  readonly driver?: DriverName;
  /** Every fault is judged by all scenarios. */
  readonly complete: boolean;
  /** The first fault that no requirement of its own finds ends the campaign. */
  readonly failFast: boolean;
  /** What an earlier command has left of the same campaign. */
  readonly known: { readonly references: readonly ReferenceRun[]; readonly rows: readonly FaultRow[] };
}

/** Told as things come. */
export interface CampaignListener {
  referenceRun(run: ReferenceRun): void;
  judged(row: FaultRow): void;
}

export interface CampaignResult {
  /** Every fault has its row, in their order. */
  readonly rows: readonly FaultRow[];
  readonly references: readonly ReferenceRun[];
  readonly stopped?: CampaignStop;
}

/**
 * Judges every fault. The unmodified simulator is run first, once for each driver: only what passes on it counts.
 * @param interrupted aborted: what was judged stands, the rest is not run.
 */
export async function runCampaign(
  request: CampaignRequest,
  lanes: readonly Lane[],
  listener: CampaignListener,
  interrupted: AbortSignal,
): Promise<CampaignResult> {
  const rows = new Map(request.known.rows.map((row) => [row.id, row]));
  const references = [...request.known.references];
  const missed = request.failFast ? [...rows.values()].find(misses) : undefined;
  let stopped = missed && stopAt(missed);

  async function refer(driver: DriverName, sound: Promised<ReadonlySet<string>>, lane: Lane): Promise<void> {
    try {
      const run = await runReference(lane, driver, request);
      if (interrupted.aborted) return;
      references.push(run);
      listener.referenceRun(run);
      sound.resolve(new Set(run.sound));
    } catch (error) {
      stopped ??= { kind: 'reference', reason: messageOf(error) };
      sound.reject(error);
    }
  }

  async function look(fault: ChosenFault, sound: Promised<ReadonlySet<string>>, lane: Lane): Promise<void> {
    const row = await judge(fault, lane, request, sound.promise);
    // A run that an interruption or a failing reference cut short says nothing of the fault.
    if (interrupted.aborted || stopped?.kind === 'reference') return;
    rows.set(fault.id, row);
    listener.judged(row);
    if (request.failFast && misses(row)) stopped ??= stopAt(row);
  }

  const looks: Task[] = [];
  const referrals: Task[] = [];
  // What needs the browser takes longest: it begins first, so that no lane is left alone with it at the end.
  for (const driver of ['browser', 'http'] as const) {
    const pending = request.faults.filter((fault) => !rows.has(fault.id) && driverOf(fault, request) === driver);
    if (pending.length === 0) continue;
    const sound = promised<ReadonlySet<string>>();
    const known = references.find((run) => run.driver === driver);
    if (known) sound.resolve(new Set(known.sound));
    else referrals.push((lane) => refer(driver, sound, lane));
    looks.push(...pending.map((fault) => (lane: Lane) => look(fault, sound, lane)));
  }
  // Every reference is in hand before a fault waits for it.
  const tasks = [...referrals, ...looks];
  const work = async (lane: Lane): Promise<void> => {
    while (!stopped && !interrupted.aborted) {
      const task = tasks.shift();
      if (!task) return;
      await task(lane);
    }
  };
  await Promise.race([Promise.all(lanes.map(work)), aborted(interrupted)]);
  if (interrupted.aborted) stopped = { kind: 'interrupted', reason: 'la campagne a été interrompue' };
  const rest = (fault: ChosenFault): FaultRow => ({ ...headOf(fault, request), fate: 'not-run', failed: [], durationMs: 0 });
  return {
    rows: request.faults.map((fault) => rows.get(fault.id) ?? rest(fault)),
    references,
    ...(stopped && { stopped }),
  };
}

/** The driver that shows it. */
export function driverOf({ browserOnly }: ChosenFault, { driver }: Pick<CampaignRequest, 'driver'>): DriverName {
  return driver ?? (browserOnly ? 'browser' : 'http');
}

type Task = (lane: Lane) => Promise<void>;

/** @throws Error, French, when nothing could be measured against this run. */
async function runReference(lane: Lane, driver: DriverName, request: CampaignRequest): Promise<ReferenceRun> {
  const began = performance.now();
  const { failures, passed, broken } = await lane({ driver, ...tagsOf(scopeOf(driver, request)) });
  const said = driver === 'http' ? 'par HTTP' : 'dans le navigateur';
  if (broken !== undefined) throw new Error(`${said}, le simulateur sans défaut n’a pas pu être joué : ${broken}`);
  if (failures.length > 0) {
    const names = failures.map(({ requirement, name }) => `${requirement} (${name})`).join(', ');
    throw new Error(`${said}, le simulateur sans défaut échoue : ${names}`);
  }
  if (passed.length === 0) throw new Error(`${said}, aucun scénario n’aboutit sur le simulateur sans défaut`);
  return { driver, sound: passed, durationMs: Math.round(performance.now() - began) };
}

async function judge(
  fault: ChosenFault,
  lane: Lane,
  request: CampaignRequest,
  sound: Promise<ReadonlySet<string>>,
): Promise<FaultRow> {
  const head = headOf(fault, request);
  const { driver } = head;
  const scope = scopeOf(driver, request);
  // The wait for the reference is not its own.
  let spent = 0;
  const timed = async (run: HuntRequest): Promise<RunFacts> => {
    const began = performance.now();
    return lane({ ...run, driver }).finally(() => (spent += performance.now() - began));
  };
  try {
    const plan = { complete: request.complete, sound, ...(scope !== undefined && { scope }) };
    return { ...head, ...(await hunt(fault, timed, plan)), durationMs: Math.round(spent) };
  } catch (error) {
    return { ...head, fate: 'not-judged', failed: [], durationMs: Math.round(spent), error: messageOf(error) };
  }
}

/** Over http all scenarios are everything; in the browser, which is slow, those that the faults looked for in it can concern. */
function scopeOf(driver: DriverName, request: CampaignRequest): string | undefined {
  if (driver === 'http') return undefined;
  return anyOf(request.faults.filter((fault) => driverOf(fault, request) === driver).flatMap(({ requirements }) => requirements));
}

function tagsOf(tags: string | undefined): { tags?: string } {
  return tags === undefined ? {} : { tags };
}

function headOf(fault: ChosenFault, request: CampaignRequest): Pick<FaultRow, 'id' | 'title' | 'requirements' | 'driver'> {
  return { id: fault.id, title: fault.title.fr, requirements: fault.requirements, driver: driverOf(fault, request) };
}

function misses({ fate }: FaultRow): boolean {
  return fate === 'survived' || fate === 'others';
}

function stopAt({ id }: FaultRow): CampaignStop {
  return { kind: 'survivor', reason: `la campagne s’est arrêtée à ${id} (--fail-fast)` };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

interface Promised<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: unknown): void;
}

/** A value that one task owes to others. Nobody may be waiting when it fails. */
function promised<T>(): Promised<T> {
  let settle: Omit<Promised<T>, 'promise'> | undefined;
  const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }));
  promise.catch(() => undefined);
  return { promise, ...settle! };
}
