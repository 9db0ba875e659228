/** Every variant, sorted by id, and how one is found. */
import { answeringVariants } from './answering';
import { characterVariants } from './characters';
import { choosingVariants } from './choosing';
import { endingVariants } from './ending';
import { exchangeVariants } from './exchanges';
import { framingVariants } from './framing';
import { identifyingVariants } from './identifying';
import { mailingVariants } from './mailing';
import { markupVariants } from './markup';
import { orderingVariants } from './ordering';
import type { Variant } from './variant';
import { wordingVariants } from './wording';

export const variants: readonly Variant[] = [
  ...wordingVariants,
  ...markupVariants,
  ...framingVariants,
  ...exchangeVariants,
  ...identifyingVariants,
  ...characterVariants,
  ...answeringVariants,
  ...choosingVariants,
  ...endingVariants,
  ...mailingVariants,
  ...orderingVariants,
].sort((one, other) => one.id.localeCompare(other.id, 'en'));

/** @throws Error that names the unknown id and what is accepted. */
export function findVariant(id: string): Variant {
  const variant = variants.find((candidate) => candidate.id === id);
  if (variant) return variant;
  throw new Error(`unknown variant ${JSON.stringify(id)}; accepted: ${variants.map((known) => known.id).join(', ')}`);
}
