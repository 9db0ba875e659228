/** The mails of one scenario: which came, and which of them it has accounted for. Decides nothing. */
import type { MailMark, MailMessage } from '../mail/mailbox';
import { MailTimeout } from '../mail/mail-timeout';
import type { OpenTarget } from '../target/target';
import type { MailObservation } from './change';
import type { Journal } from './journal';

/** The mail server as a scenario sees it: what was there before does not count. */
export class Post {
  readonly #expected = new Set<string>();

  constructor(
    private readonly target: Pick<OpenTarget, 'mailbox' | 'mailTimeoutMs' | 'mailQuietMs'>,
    private readonly mark: MailMark,
    private readonly journal: Journal,
  ) {}

  /** Every mail since the scenario began, once the mailboxes have been quiet. */
  all(): Promise<readonly MailMessage[]> {
    return this.target.mailbox.watch({ since: this.mark, quietMs: this.target.mailQuietMs });
  }

  /** Mails that nothing announced, to anybody. */
  async unexpected(): Promise<readonly MailMessage[]> {
    return (await this.all()).filter((mail) => !this.#expected.has(mail.id));
  }

  /** A mail that the scenario has accounted for. */
  expect(mail: MailMessage): void {
    this.#expected.add(mail.id);
    this.journal.note(`courriel à ${mail.envelope.to.join(', ')} : « ${mail.subject} »`);
  }

  /** Gives an announced mail the time to come. Whether it came is judged from what is then there. */
  async awaitFor(to: string, timeoutMs = this.target.mailTimeoutMs): Promise<void> {
    const since = new Set([...this.mark, ...this.#expected]);
    try {
      await this.target.mailbox.waitForMessage({ to, since, timeoutMs });
    } catch (error) {
      if (!(error instanceof MailTimeout)) throw error;
    }
  }
}

/** The mail as the oracles see it. */
export function observeMail(mail: MailMessage): MailObservation {
  return { recipients: mail.envelope.to, addressees: addressesOf(mail.headers['to'] ?? ''), subject: mail.subject };
}

/** AMB-13: the letter case of an address is not scored. */
export function hasRecipient(mail: MailMessage, to: string): boolean {
  return mail.envelope.to.some((recipient) => recipient.toLowerCase() === to.toLowerCase());
}

/** Addresses of a header, with or without names and angle brackets. */
function addressesOf(header: string): string[] {
  return header
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((part) => (/<([^>]+)>/.exec(part)?.[1] ?? part).trim())
    .filter((address) => address !== '');
}
