/**
 * The Mailbox of a Mailpit (1.30), reading only. Mailpit does not publish the envelope: the recipients are those of To, Cc and
 * the Bcc header that it adds for the others, the sender is that of the Return-Path that it adds.
 */
import { z } from 'zod';
import { type Clock, systemClock } from './clock';
import { createMailApi, type MailApiOptions } from './mail-api';
import type { Mailbox } from './mailbox';
import type { FoundMessage } from './message-source';
import { decodeMail } from './mime';
import { collect, collectNew, createIdTracker, type Page, type PageQuery } from './paging';
import { polling } from './polling';
import { createSourceMailbox } from './source-mailbox';

const address = z.object({ Address: z.string() });
const addresses = z.array(address).nullish();
const summary = z.object({
  ID: z.string().min(1),
  From: address.nullish(),
  To: addresses,
  Cc: addresses,
  Bcc: addresses,
  Created: z.coerce.date(),
});
const listing = z.object({ messages_count: z.int().nonnegative(), messages: z.array(summary).nullable() });

interface Summary {
  readonly id: string;
  readonly from: string;
  readonly recipients: readonly string[];
  readonly receivedAt: Date;
}

export interface MailpitMailboxOptions extends MailApiOptions {
  readonly clock?: Clock;
}

/** @throws ConfigurationError when the URL is none. Whether it answers is seen at the first call. */
export function createMailpitMailbox(options: MailpitMailboxOptions): Mailbox {
  const api = createMailApi('Mailpit', options);
  const clock = options.clock ?? systemClock;

  async function get(path: string, query: Record<string, string>, { start, limit }: PageQuery): Promise<Page<Summary>> {
    const answer = await api.json(path, { ...query, start: String(start), limit: String(limit) }, listing);
    return { total: answer.messages_count, items: (answer.messages ?? []).map(toSummary) };
  }
  const list = (query: PageQuery): Promise<Page<Summary>> => get('/api/v1/messages', {}, query);

  /** `to:` reads the To header alone: a blind copy is found by its own field. */
  async function search(to: string): Promise<readonly Summary[]> {
    const found = await Promise.all(
      ['to', 'cc', 'bcc'].map((field) => collect((page) => get('/api/v1/search', { query: `${field}:"${to}"` }, page))),
    );
    const once = new Map(found.flat().map((mail) => [mail.id, mail]));
    return [...once.values()].sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime());
  }

  function toFound(mail: Summary): FoundMessage {
    return {
      id: mail.id,
      recipients: mail.recipients,
      async read() {
        const raw = await api.bytes(`/api/v1/message/${encodeURIComponent(mail.id)}/raw`);
        const envelope = { from: mail.from, to: mail.recipients };
        const message = await decodeMail({ id: mail.id, envelope, receivedAt: mail.receivedAt, raw });
        const returnPath = message.headers['return-path'];
        if (returnPath === undefined) return message;
        return { ...message, envelope: { ...envelope, from: returnPath.replace(/^<|>$/g, '') } };
      },
    };
  }

  const ids = createIdTracker(list);

  return createSourceMailbox(
    api.description,
    {
      ids,
      async find(to, known) {
        const everything = () => (known === undefined ? collect(list) : collectNew(list, ids, known));
        return (to === undefined ? await everything() : await search(to)).map(toFound).reverse();
      },
      async latest() {
        return (await list({ start: 0, limit: 20 })).items.map(toFound).reverse();
      },
      ...polling(clock),
    },
    clock,
  );
}

function toSummary({ ID, From, To, Cc, Bcc, Created }: z.infer<typeof summary>): Summary {
  const recipients = [To, Cc, Bcc].flatMap((list) => list ?? []).map((recipient) => recipient.Address);
  return { id: ID, from: From?.Address ?? '', recipients: [...new Set(recipients)], receivedAt: Created };
}
