/** The rhythm of looking again at a server that does not call: quick at first, since most mails come at once. */
import type { Clock } from './clock';
import type { MessageSource } from './message-source';

const FIRST_MS = 10;
const LONGEST_MS = 250;

/** The part of a source that polls. */
export function polling(clock: Clock): Pick<MessageSource, 'revision' | 'change'> {
  return {
    revision: () => 0,
    change: ({ attempt, timeoutMs, signal }) => clock.pause(Math.min(FIRST_MS * 1.5 ** attempt, LONGEST_MS, timeoutMs), signal),
  };
}
