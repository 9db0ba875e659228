/** Says what a run selected. Selects nothing. */
import type { RunRecord } from './record';

/** What the user asked to select, as typed; absent: everything. */
export interface Asked {
  readonly tags?: string | undefined;
  /** `I/N`. */
  readonly shard?: string | undefined;
}

/** A level is no filter: what it leaves out was not meant to decide. */
export function recordSelection({ tags, shard }: Asked): RunRecord['selection'] {
  return {
    filtered: tags !== undefined || shard !== undefined,
    ...(tags !== undefined && { tags }),
    ...(shard !== undefined && { shard }),
    words: [tags && `étiquettes ${tags}`, shard && `part ${shard}`].filter(Boolean).join(', ') || 'toute la suite',
  };
}
