/** What a variant is: a description, and the parts that it replaces. It conforms to the fiche under the readings that it declares. */
import type { Bend } from '../bending';
import type { VariantDescription } from '../model';

export interface Variant extends VariantDescription {
  readonly override: Bend;
}
