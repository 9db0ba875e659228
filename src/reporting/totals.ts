/** Counts outcomes. */
import { OUTCOMES, type Outcome } from '../verdict/outcomes';

/** Every outcome has its count, zero included. */
export function countOutcomes(items: readonly { readonly outcome: Outcome }[]): Record<Outcome, number> {
  const entries = OUTCOMES.map((outcome) => [outcome, items.filter((item) => item.outcome === outcome).length]);
  return Object.fromEntries(entries) as Record<Outcome, number>;
}
