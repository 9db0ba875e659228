/** From the words of the command line to a target. */
import { ConfigurationError } from '../verdict/errors';
import { createSimulatorTarget } from './simulator-target';
import type { DriverName, Preparation, Target } from './target';

export interface LoadOptions {
  /** `simulator`, or the path of a target file. */
  readonly target: string;
  /** Default: what the file says; `http` for the simulator. */
  readonly driver?: DriverName;
  readonly seed: number;
  /** Only for the simulator. */
  readonly fault?: string;
  /** What paths are relative to. */
  readonly cwd: string;
  /** Who runs the suite says that they may test a public host. */
  readonly authorized?: boolean;
  /** Procedures that the run may begin; goes before what the target file says. */
  readonly maxProcedures?: number;
  readonly preparation?: Preparation;
}

/** @throws ConfigurationError for anything that is wrong in what was given. */
export async function loadTarget(options: LoadOptions): Promise<Target> {
  const { target, driver, seed, fault } = options;
  if (target === 'simulator') return createSimulatorTarget({ driver: driver ?? 'http', seed, fault });
  if (fault !== undefined)
    throw new ConfigurationError(`--fault ${fault}: only the simulator has faults; given --target ${target}`);
  // Loaded when it is needed: runs on the simulator do not pay for it.
  const { loadDeployment } = await import('./deployment-target');
  return loadDeployment(options);
}
