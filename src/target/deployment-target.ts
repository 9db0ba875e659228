/** A live deployment as a target, from its file. */
import { ConfigurationError } from '../verdict/errors';
import type { DriverName, Target } from './target';

export async function loadDeployment({ file }: { file: string; driver?: DriverName; cwd: string }): Promise<Target> {
  throw new ConfigurationError(`${file}: not yet`);
}
