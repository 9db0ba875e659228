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
  /** Only for the simulator. */
  readonly variant?: string;
  /** What paths are relative to. */
  readonly cwd: string;
  /** Who runs the suite says that they may test a public host. */
  readonly authorized?: boolean;
  /** Procedures that the run may begin; goes before what the target file says. */
  readonly maxProcedures?: number;
  /** Values that a property tries. Only for the simulator. */
  readonly propertyRuns?: number;
  readonly preparation?: Preparation;
}

/** @throws ConfigurationError for anything that is wrong in what was given. */
export async function loadTarget(options: LoadOptions): Promise<Target> {
  const { target, driver, seed, fault, variant, propertyRuns } = options;
  if (target === 'simulator') return createSimulatorTarget({ driver: driver ?? 'http', seed, fault, variant, propertyRuns });
  if (fault !== undefined)
    throw new ConfigurationError(`--fault ${fault}: only the simulator has faults; given --target ${target}`);
  if (variant !== undefined)
    throw new ConfigurationError(`--variant ${variant}: only the simulator has variants; given --target ${target}`);
  // Loaded when it is needed: runs on the simulator do not pay for it.
  const { loadDeployment } = await import('./deployment-target');
  return loadDeployment(options);
}
