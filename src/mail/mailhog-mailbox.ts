/** The Mailbox of a MailHog, or of whatever answers the same calls (the embedded catcher does). */
import { type Clock, systemClock } from './clock';
import type { MailApiOptions } from './mail-api';
import type { Mailbox } from './mailbox';
import { createMailhogClient } from './mailhog-client';
import type { FoundMessage } from './message-source';
import { decodeMail, type ReceivedMail } from './mime';
import { collect, collectNew, createIdTracker } from './paging';
import { polling } from './polling';
import { createSourceMailbox } from './source-mailbox';

export interface MailhogMailboxOptions extends MailApiOptions {
  readonly clock?: Clock;
}

/** @throws ConfigurationError when the URL is none. Whether it answers is seen at the first call. */
export function createMailhogMailbox(options: MailhogMailboxOptions): Mailbox {
  const client = createMailhogClient(options);
  const clock = options.clock ?? systemClock;

  function toFound(mail: ReceivedMail): FoundMessage {
    return { id: mail.id, recipients: mail.envelope.to, read: async () => decodeMail(await client.exact(mail)) };
  }

  const ids = createIdTracker(client.list);

  return createSourceMailbox(
    client.description,
    {
      ids,
      async find(to, known) {
        const everything = () => (known === undefined ? collect(client.list) : collectNew(client.list, ids, known));
        const mails = to === undefined ? await everything() : await collect((query) => client.search(to, query));
        return mails.map(toFound).reverse();
      },
      async latest() {
        return (await client.list({ start: 0, limit: 20 })).items.map(toFound).reverse();
      },
      ...polling(clock),
    },
    clock,
  );
}
