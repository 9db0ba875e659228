/** The mail servers that this process has cut: an interruption must not leave them so. Knows no scenario. */
import { Unavailable } from '../verdict/errors';
import type { Capabilities } from './target';

type MailOutage = NonNullable<Capabilities['mailOutage']>;

/** What ends each outage that lasts. */
const lasting = new Set<() => Promise<void>>();
let interrupted = false;

/** The same outage, which `endOutages` ends while it lasts. */
export function endedByInterruption(mail: MailOutage): MailOutage {
  let cutting: Promise<void> | undefined;
  const restore = async (): Promise<void> => {
    // What is still cutting would have the last word.
    await cutting?.catch(() => undefined);
    await mail.restore();
    lasting.delete(restore);
  };
  return {
    async cut() {
      if (interrupted) throw new Unavailable('la campagne est interrompue');
      if (process.env.CUCUMBER_WORKER_ID !== undefined) heedLeaving();
      lasting.add(restore);
      await (cutting = mail.cut());
    },
    restore,
  };
}

/**
 * Ends the outages that last, and lets none begin before the run that was interrupted has come to its own end.
 * @returns whether all are ended.
 */
export async function endOutages(runEnds: Promise<unknown>): Promise<boolean> {
  interrupted = true;
  void runEnds.catch(() => undefined).then(() => (interrupted = false));
  await Promise.allSettled([...lasting].map((restore) => restore()));
  return lasting.size === 0;
}

let heeding = false;

/** A worker process gets the signal too, or is told by it that the process that started it has gone: either would end it at once. */
function heedLeaving(): void {
  if (heeding) return;
  heeding = true;
  let leaving = false;
  const leave = (): void => {
    if (leaving) return;
    leaving = true;
    // There is nobody left to report to.
    process.on('error', () => undefined);
    void endOutages(new Promise(() => undefined)).then(() => process.exit(1));
  };
  for (const event of ['SIGINT', 'SIGTERM'] as const) process.on(event, leave);
}
