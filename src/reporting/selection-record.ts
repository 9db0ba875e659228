/** Says what a run selected. Selects nothing. */
import { basename } from 'node:path';
import type { RunRecord } from './record';

/** What the user asked to select, as typed; absent: everything. */
export interface Asked {
  readonly tags?: string | undefined;
  /** `I/N`. */
  readonly shard?: string | undefined;
  /** Path of the feature file whose scenarios alone were run. */
  readonly feature?: string | undefined;
}

/** A level is no filter: what it leaves out was not meant to decide. */
export function recordSelection({ tags, shard, feature }: Asked): RunRecord['selection'] {
  const file = feature === undefined ? undefined : basename(feature);
  return {
    filtered: tags !== undefined || shard !== undefined || feature !== undefined,
    ...(tags !== undefined && { tags }),
    ...(shard !== undefined && { shard }),
    ...(file !== undefined && { feature: file }),
    words:
      [file && `fichier ${file}`, tags && `étiquettes ${tags}`, shard && `part ${shard}`].filter(Boolean).join(', ') ||
      'toute la suite',
  };
}
