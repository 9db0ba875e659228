/** Looks at a mail server from outside: what it is, whom it is written to, whether it takes a mail. Judges nothing. */
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { MailUnavailable } from '../verdict/errors';
import { createMailApi, type MailApi, type MailApiOptions } from './mail-api';

/** What answers at the address of an API. */
export type MailServer =
  | { readonly kind: 'mailhog' | 'mailpit'; /** Of the latest mails. */ readonly recipients: readonly string[] }
  /** Something that is neither, or that wants to know who asks. */
  | { readonly kind: 'other'; readonly status: number }
  | { readonly kind: 'silent'; readonly cause: MailUnavailable };

/** Asks by the calls of each kind of server in turn. @throws ConfigurationError when the URL is none. */
export async function lookAtMailServer(options: MailApiOptions): Promise<MailServer> {
  const statuses: number[] = [];
  const watching: typeof fetch = async (input, init) => {
    const response = await (options.fetch ?? fetch)(input, init);
    statuses.push(response.status);
    return response;
  };
  const api = createMailApi('messagerie', { ...options, fetch: watching });
  for (const kind of ['mailhog', 'mailpit'] as const) {
    const answered = statuses.length;
    try {
      return { kind, recipients: await latestRecipients[kind](api) };
    } catch (error) {
      if (!(error instanceof MailUnavailable)) throw error;
      if (statuses.length === answered) return { kind: 'silent', cause: error };
    }
  }
  // To the calls of the other kind it may well answer that there is no such thing.
  const telling = statuses.find((status) => status === 401 || status === 403) ?? statuses.find((status) => status >= 500);
  return { kind: 'other', status: telling ?? statuses[0]! };
}

const TIMEOUT_MS = 5_000;

/**
 * Sends one mail over plain SMTP, as a deployment would.
 * @param server `host:port`.
 * @throws Error with the `code` of what went wrong, when it is not taken.
 */
export async function sendProbe(server: string, to: string): Promise<void> {
  const { hostname, port } = new URL(`smtp://${server}`);
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port),
    // A server of tests has no certificate that anybody vouches for.
    tls: { rejectUnauthorized: false },
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  try {
    await transport.sendMail({ from: 'mdpo@example.test', to, subject: 'mdpo doctor', text: 'Message d’essai, sans suite.\n' });
  } finally {
    transport.close();
  }
}

const RANGE = { start: '0', limit: '50' };
const mailhogListing = z.object({
  total: z.int(),
  items: z.array(z.object({ Raw: z.object({ To: z.array(z.string()) }) })).nullable(),
});
const addresses = z.array(z.object({ Address: z.string() })).nullish();
const mailpitListing = z.object({
  messages_count: z.int(),
  messages: z.array(z.object({ To: addresses, Cc: addresses, Bcc: addresses })).nullable(),
});

const latestRecipients: Readonly<Record<'mailhog' | 'mailpit', (api: MailApi) => Promise<string[]>>> = {
  async mailhog(api) {
    const { items } = await api.json('/api/v2/messages', RANGE, mailhogListing);
    return (items ?? []).flatMap(({ Raw }) => Raw.To);
  },
  async mailpit(api) {
    const { messages } = await api.json('/api/v1/messages', RANGE, mailpitListing);
    return (messages ?? []).flatMap(({ To, Cc, Bcc }) =>
      [To, Cc, Bcc].flatMap((list) => list ?? []).map(({ Address }) => Address),
    );
  },
};
