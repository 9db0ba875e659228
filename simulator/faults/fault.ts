/** What a fault is: a description, and the parts that it replaces. */
import type { Bend } from '../bending';
import type { FaultDescription } from '../model';

export type { Override } from '../bending';

export interface Fault extends FaultDescription {
  readonly override: Bend;
}
