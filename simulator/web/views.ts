/** All the pages: a table that a fault overrides in part. */
import { procedureViews } from './procedure-views';
import type { ProcedureViews } from './procedure-views';
import { spaceViews } from './space-views';
import type { SpaceViews } from './space-views';
import { style } from './style';
import { texts } from './texts';
import type { Texts } from './texts';

export type Views = ProcedureViews & SpaceViews & { stylesheet(): string };

export function createViews(words: Texts = texts): Views {
  return { ...procedureViews(words), ...spaceViews(words), stylesheet: () => style };
}
