/** How many procedures a run begins at a deployment, and how fast. Knows no scenario. */
import { createPace } from '../driver/rate-limit';
import { CapabilityMissing } from '../verdict/errors';
import type { Worker } from './sharing';
import type { TargetFile } from './target-schema';

/**
 * Each process of a run has its part of what the run may do.
 * @param asked goes before what the target file says.
 * @returns what is awaited before each procedure. It throws CapabilityMissing when the run may begin no more.
 */
export function createProcedureLimit(
  { maxProcedures, proceduresPerMinute }: TargetFile['limits'],
  asked: number | undefined,
  { workers }: Pick<Worker, 'workers'>,
): () => Promise<void> {
  const most = asked ?? maxProcedures;
  const pace = proceduresPerMinute === undefined ? undefined : createPace({ perSecond: proceduresPerMinute / 60 / workers });
  let begun = 0;
  return async () => {
    begun += 1;
    if (most !== undefined && begun > Math.floor(most / workers)) {
      throw new CapabilityMissing('une procédure de plus', hintOf(most, workers));
    }
    await pace?.();
  };
}

function hintOf(most: number, workers: number): string {
  const said =
    workers === 1
      ? `la campagne en a déjà commencé ${most}`
      : `la campagne peut en commencer ${most}, soit ${Math.floor(most / workers)} pour chacun de ses ${workers} processus`;
  return `${said} ; relever --max-procedures ou limits.maxProcedures`;
}
