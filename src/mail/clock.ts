/** Time, as the mailboxes need it: injected, so that a test decides how long a wait lasts. */
import { setTimeout as delay } from 'node:timers/promises';

export interface Clock {
  /** Milliseconds since an arbitrary origin. */
  now(): number;
  /** Resolves after `ms`, or as soon as the signal aborts. Never rejects. */
  pause(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The longest delay that Node's timers take. */
const LONGEST_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => performance.now(),
  pause: (ms, signal) =>
    delay(Math.min(ms, LONGEST_MS), undefined, { signal }).catch(() => {
      // Aborted: whoever waits looks again, and sees why.
    }),
};
