/** The shape of a row in the data files beside it: a requirement without what its id already says. */
import type { Requirement } from '../model';

/** The section is read in the id (`MPO-1.3-3`), and every entry comes from the document. */
export type RequirementEntry = Omit<Requirement, 'section' | 'level'>;
