/** Spaces out requests, so that a target bears no more of them than its owner agreed to. Sends nothing. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigurationError } from '../verdict/errors';

/** Awaited before each request. */
export type Pace = () => Promise<void>;

export interface PaceOptions {
  /** May be a fraction: 0.1 is one every ten seconds. */
  readonly perSecond: number;
  /** Milliseconds, never going back. */
  readonly now?: () => number;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/**
 * A token bucket that holds one second of requests: so many pass at once, then one each `1 / perSecond` seconds, in the order they came.
 * @throws ConfigurationError for a rate that is not above zero.
 */
export function createPace({ perSecond, now = () => performance.now(), wait = sleep }: PaceOptions): Pace {
  if (!(perSecond > 0 && perSecond < Infinity))
    throw new ConfigurationError(`perSecond, given ${perSecond}, accepted: a number of requests above 0`);
  const spacing = 1000 / perSecond;
  const burst = Math.max(1, Math.floor(perSecond));
  /** When the bucket would be full again: each request puts it off by one spacing. */
  let full = -Infinity;
  return async () => {
    const at = now();
    full = Math.max(full, at) + spacing;
    const early = full - at - burst * spacing;
    if (early > 0) await wait(early);
  };
}
