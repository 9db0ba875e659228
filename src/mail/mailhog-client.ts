/** MailHog's HTTP API v2 (1.0.1), reading only: deleting while others read can kill it. Knows no recipient's rule, no waiting. */
import { z } from 'zod';
import { createMailApi, type MailApiOptions } from './mail-api';
import type { ReceivedMail } from './mime';
import type { Page, PageQuery } from './paging';

/** Only what is used: MailHog's own decoding of headers and parts is wrong for most of what is not ASCII. */
const item = z.object({
  ID: z.string().min(1),
  Created: z.coerce.date(),
  Raw: z.object({ From: z.string(), To: z.array(z.string()), Data: z.string() }),
});
const listing = z.object({ total: z.int().nonnegative(), items: z.array(item).nullable() });

export interface MailhogClient {
  readonly description: string;
  /** Newest first, at most 250. */
  list(query: PageQuery): Promise<Page<ReceivedMail>>;
  /** Those whose envelope or `To` header contains `to`, a substring, whatever the case. */
  search(to: string, query: PageQuery): Promise<Page<ReceivedMail>>;
  /**
   * The same message with the bytes that were sent. JSON replaces what is not UTF-8 with U+FFFD, so the body of a message in an
   * 8-bit charset must be asked for apart.
   */
  exact(mail: ReceivedMail): Promise<ReceivedMail>;
}

/** @throws ConfigurationError when the URL is none. */
export function createMailhogClient(options: MailApiOptions): MailhogClient {
  const api = createMailApi('MailHog', options);

  async function get(path: string, query: Record<string, string>, { start, limit }: PageQuery): Promise<Page<ReceivedMail>> {
    const answer = await api.json(path, { ...query, start: String(start), limit: String(limit) }, listing);
    return { total: answer.total, items: (answer.items ?? []).map(toReceived) };
  }

  return {
    description: api.description,
    list: (query) => get('/api/v2/messages', {}, query),
    search: (to, query) => get('/api/v2/search', { kind: 'to', query: to }, query),
    async exact(mail) {
      if (!mail.raw.includes('\uFFFD')) return mail;
      try {
        return { ...mail, raw: await api.bytes(`/api/v1/messages/${encodeURIComponent(mail.id)}/download`) };
      } catch {
        // Refused by MailHog's maildir storage: what JSON kept is then all there is.
        return mail;
      }
    },
  };
}

function toReceived({ ID, Created, Raw }: z.infer<typeof item>): ReceivedMail {
  return { id: ID, receivedAt: Created, envelope: { from: Raw.From, to: Raw.To }, raw: Buffer.from(Raw.Data, 'utf8') };
}
