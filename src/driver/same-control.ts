/** Tells whether a control is the one that was seen. Runs in Node and in the browser. */
import type { SeenControl } from './visitor';

/** @returns its rank: where it was seen, else where its role and name stand now; -1 when gone. */
export function rankOf(seen: SeenControl, controls: readonly SeenControl[]): number {
  return isSame(seen, controls[seen.index]) ? seen.index : controls.findIndex((control) => isSame(seen, control));
}

export function isSame(seen: SeenControl, control: SeenControl | undefined): boolean {
  return control?.kind === seen.kind && control.role === seen.role && control.name === seen.name;
}
