/** The options that say which target is meant, and how: the same for every verb that sends it requests. */
import type { DriverName } from '../target/target';
import { ConfigurationError } from '../verdict/errors';
import type { CliEnvironment } from './environment';
import type { SuiteParameters } from './suite';

export interface TargetOptions {
  /** `simulator`, or the path of a target file. */
  readonly target: string;
  readonly driver?: DriverName;
  readonly seed?: number;
  /** Of the simulator. */
  readonly fault?: string;
  readonly variant?: string;
  /** Procedures that may be begun at a deployment. */
  readonly maxProcedures?: number;
  /** Who calls says that they may test a public host. */
  readonly iAmAuthorized?: boolean;
}

/** The seed of the simulator when none is given: fixed, so that two runs are identical. */
export const simulatorSeed = 1;

/** @throws ConfigurationError where what only the simulator knows is asked of another target. */
export function suiteParameters(
  { target, driver, fault, variant, maxProcedures, iAmAuthorized, ...options }: TargetOptions,
  { cwd, randomSeed }: Pick<CliEnvironment, 'cwd' | 'randomSeed'>,
): SuiteParameters {
  const simulated = target === 'simulator';
  if (fault !== undefined && !simulated)
    throw new ConfigurationError(
      `option '--fault': '${fault}' can only be planted in the simulator, and the target is '${target}'.`,
    );
  if (variant !== undefined && !simulated)
    throw new ConfigurationError(`option '--variant': '${variant}' is one of the simulator, and the target is '${target}'.`);
  return {
    ...{ target, seed: options.seed ?? (simulated ? simulatorSeed : randomSeed()), cwd },
    ...(driver && { driver }),
    ...(fault !== undefined && { fault }),
    ...(variant !== undefined && { variant }),
    ...(maxProcedures !== undefined && { maxProcedures }),
    ...(iAmAuthorized === true && { authorized: true }),
  };
}
