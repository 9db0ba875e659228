/** When the world fails in mid-run: waits for its return, and gives the run up where it does not come back. Knows no scenario. */
import { systemClock, type Clock } from '../../src/mail';
import type { StopAttachment } from '../../src/verdict/attachments';
import { BrowserUnavailable, ConfigurationError, MailUnavailable, Unavailable } from '../../src/verdict/errors';

/** What restarts has this long to come back. */
const RETURN_MS = 30_000;
/** What answers when it is looked at, but lets no attempt get through, has this long. */
const IN_VAIN_MS = 300_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1_000;

/** One for each run and process: without it, what is down would be waited for again by each scenario. */
export class Breaker {
  /** When the first of the attempts in a row ended that did not get through. */
  #inVainSince: number | undefined;
  #stopped: StopAttachment | undefined;

  constructor(private readonly clock: Clock = systemClock) {}

  /** Before each attempt. @throws Unavailable or ConfigurationError once the run was given up. */
  assertClosed(): void {
    if (this.#stopped === undefined) return;
    const { attribution, reason } = this.#stopped;
    throw new (attribution === 'environment' ? Unavailable : ConfigurationError)(`scénario non exécuté : ${reason}`);
  }

  /** After an attempt that came to something, good or bad. */
  gotThrough(): void {
    this.#inVainSince = undefined;
  }

  /**
   * After an attempt that was cut short: waits until another is worth it.
   * @param look throws Unavailable where what every scenario needs does not answer.
   * @returns why the run is given up, the one time that it is.
   */
  async cutShort(error: Unavailable, look: () => Promise<void>): Promise<StopAttachment | undefined> {
    if (this.#stopped !== undefined) return undefined;
    this.#inVainSince ??= this.clock.now();
    const trouble = await this.#waitForReturn(error, look);
    if (trouble !== undefined) {
      const reason = `${subjectOf(trouble)} ; ${RETURN_MS / 1000} s d’attente sans retour (${trouble.message})`;
      return this.giveUp({ attribution: 'environment', reason });
    }
    if (this.clock.now() - this.#inVainSince < IN_VAIN_MS) return undefined;
    const reason = `aucun scénario n’aboutit plus depuis ${IN_VAIN_MS / 60_000} minutes (${error.message})`;
    return this.giveUp({ attribution: 'environment', reason });
  }

  /** What follows is not to be run. @returns the same the first time. */
  giveUp(why: StopAttachment): StopAttachment | undefined {
    if (this.#stopped !== undefined) return undefined;
    return (this.#stopped = why);
  }

  /** @returns what still does not answer when the time has passed. */
  async #waitForReturn(error: Unavailable, look: () => Promise<void>): Promise<Unavailable | undefined> {
    const deadline = this.clock.now() + RETURN_MS;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const looked = new AbortController();
      // What is down may also be silent: a look lasts no longer than the whole wait.
      const late = this.clock.pause(deadline - this.clock.now(), looked.signal).then(() => error);
      const trouble = await Promise.race([troubleOf(look), late]).finally(() => looked.abort());
      if (trouble === undefined || this.clock.now() + pause >= deadline) return trouble;
      await this.clock.pause(pause);
    }
  }
}

async function troubleOf(look: () => Promise<void>): Promise<Unavailable | undefined> {
  try {
    await look();
    return undefined;
  } catch (error) {
    if (error instanceof Unavailable) return error;
    throw error;
  }
}

function subjectOf(trouble: Unavailable): string {
  if (trouble instanceof MailUnavailable) return 'le serveur de courriel ne répond plus comme il faut';
  if (trouble instanceof BrowserUnavailable) return 'le navigateur ne répond plus';
  return 'la cible ne répond plus';
}
