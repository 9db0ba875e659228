/** Delivers raw messages to an SMTP server without authentication (MailHog, Mailpit, a catcher). Composes nothing. */
import { createTransport } from 'nodemailer';
import type { MailTransport } from '../model';

/** Long enough for a loaded machine, short enough that a dead server does not hold the outbox. */
const TIMEOUT_MS = 5_000;

/** One connection a message: a server that comes back is seen at once. */
export function smtpTransport({ host, port }: { host: string; port: number }): MailTransport {
  const transport = createTransport({
    host,
    port,
    secure: false,
    ignoreTLS: true,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async deliver(envelope, raw) {
      await transport.sendMail({ envelope, raw: Buffer.from(raw) });
    },
  };
}
