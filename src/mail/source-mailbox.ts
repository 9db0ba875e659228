/** A Mailbox on any source: exact recipients, marks, waiting. Knows no protocol. */
import { MailUnavailable } from '../verdict/errors';
import { type Clock, systemClock } from './clock';
import { MailTimeout, type SeenMessage } from './mail-timeout';
import type { Mailbox, MailMessage, MailQuery } from './mailbox';
import type { FoundMessage, MessageSource } from './message-source';

export function createSourceMailbox(description: string, source: MessageSource, clock: Clock = systemClock): Mailbox {
  const closing = new AbortController();

  function assertOpen(): void {
    if (closing.signal.aborted) throw new MailUnavailable(`${description} : la boîte a été fermée.`);
  }

  async function select(query: MailQuery): Promise<readonly FoundMessage[]> {
    assertOpen();
    return (await source.find(query.to, query.since)).filter(isFor(query.to)).filter((found) => !query.since?.has(found.id));
  }

  /** For a time-out: what came for anybody since the mark. */
  async function seen(query: MailQuery): Promise<readonly SeenMessage[]> {
    const latest = (await source.latest()).filter((found) => !query.since?.has(found.id));
    const messages = await Promise.all(latest.map((found) => found.read()));
    return messages.map(({ subject, envelope }) => ({ subject, to: envelope.to }));
  }

  const mailbox: Mailbox = {
    description,
    async mark() {
      assertOpen();
      return source.ids();
    },
    async messages(query = {}) {
      return Promise.all((await select(query)).map((found) => found.read()));
    },
    async waitForMessage({ match = () => true, timeoutMs, ...query }) {
      const deadline = clock.now() + timeoutMs;
      const examined = new Set<string>();
      for (let attempt = 0; ; attempt += 1) {
        // Taken before looking: what arrives while a message is being decoded is seen at the next round.
        const revision = source.revision();
        const message = await firstMatch(await select(query), examined, match);
        if (message !== undefined) return message;
        const left = deadline - clock.now();
        if (left <= 0) throw new MailTimeout(query.to, timeoutMs, await seen(query));
        await source.change({ revision, attempt, timeoutMs: left, signal: closing.signal });
      }
    },
    async watch({ quietMs, ...query }) {
      assertOpen();
      // The server keeps what it receives: one look at the end sees everything.
      if (quietMs > 0) await clock.pause(quietMs, closing.signal);
      return mailbox.messages(query);
    },
    async close() {
      closing.abort();
    },
  };
  return mailbox;
}

/** Oldest first, each examined once. */
async function firstMatch(
  found: readonly FoundMessage[],
  examined: Set<string>,
  match: (message: MailMessage) => boolean,
): Promise<MailMessage | undefined> {
  for (const candidate of found) {
    if (examined.has(candidate.id)) continue;
    examined.add(candidate.id);
    const message = await candidate.read();
    if (match(message)) return message;
  }
  return undefined;
}

/** Servers search substrings (`alice@` is in `malice@`): the whole address decides, without regard to case. */
function isFor(to: string | undefined): (found: FoundMessage) => boolean {
  if (to === undefined) return () => true;
  const wanted = to.toLowerCase();
  return ({ recipients }) => recipients.some((recipient) => recipient.toLowerCase() === wanted);
}
