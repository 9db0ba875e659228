/** The mails of one scenario: which came, and which of them it has accounted for. Decides nothing. */
import type { MailMark, MailMessage } from '../mail/mailbox';
import { MailTimeout } from '../mail/mail-timeout';
import type { OpenTarget, RunMails } from '../target/target';
import type { MailObservation } from './change';
import type { Journal } from './journal';

type MailSide = Pick<OpenTarget, 'accounts' | 'mailbox' | 'mailTimeoutMs' | 'mailQuietMs'>;

/** Waited for once in a run, where every other scenario waits for one quiet period, or none. */
const CALM_QUIETS = 6;

/** Once so many confirmations in a row have not come in their time, waiting as long for each of the others teaches nothing more. */
const IN_VAIN = 3;
const SHORT_WAIT_MS = 3_000;

/** The mail server as a scenario sees it: what was there before it, and accounted for, does not count. */
export class Post {
  readonly #expected = new Set<string>();
  readonly #seen = new Map<string, MailMessage>();

  private constructor(
    private readonly target: MailSide,
    private readonly mails: RunMails | undefined,
    private readonly mark: MailMark,
    private readonly journal: Journal,
  ) {}

  /** @throws MailUnavailable. */
  static async open(target: MailSide & Pick<OpenTarget, 'mails'>, journal: Journal): Promise<Post> {
    const mails = await target.mails?.();
    if (mails === undefined) return new Post(target, undefined, await target.mailbox.mark(), journal);
    if (mails.unclear) {
      const undue = await target.mailbox.watch({ since: mails.known, quietMs: target.mailQuietMs });
      for (const { id } of undue) mails.known.add(id);
      mails.unclear = false;
    }
    return new Post(target, mails, new Set(mails.known), journal);
  }

  /** The mails that were seen so far, accounted for or not, oldest first. */
  get seen(): readonly MailMessage[] {
    return [...this.#seen.values()];
  }

  /** Every mail since the scenario began, once the mailboxes have been quiet. */
  all(): Promise<readonly MailMessage[]> {
    return this.#watch(this.target.mailQuietMs);
  }

  /**
   * Mails that nothing announced, to anybody. Where the run looks at the mailboxes to its end, this waits for none that may be on its
   * way: a late one is found by a later scenario, the last of which waits.
   * @param patient `true` where the absence of mails is the very thing that the scenario decides.
   */
  async unexpected(patient = false): Promise<readonly MailMessage[]> {
    const hasty = this.mails?.watchedToTheEnd === true && !patient;
    const found = await this.#watch(hasty ? 0 : this.target.mailQuietMs);
    return found.filter((mail) => !this.#expected.has(mail.id));
  }

  /** Gives the mails that are on their way, for this scenario and for those before it, the time to come. */
  async calm(): Promise<void> {
    await this.#watch(this.target.mailQuietMs * CALM_QUIETS);
  }

  /** A mail that the scenario has accounted for. */
  expect(mail: MailMessage): void {
    this.#expected.add(mail.id);
    this.mails?.known.add(mail.id);
    this.journal.note(`courriel à ${mail.envelope.to.join(', ')} : « ${mail.subject} »`);
  }

  /** Gives an announced mail the time to come. Whether it came is judged from what is then there. */
  async awaitFor(to: string, timeoutMs = this.target.mailTimeoutMs): Promise<void> {
    const { mails } = this;
    const since = new Set([...this.mark, ...this.#expected]);
    const hopeless = mails !== undefined && mails.overdue >= IN_VAIN;
    const patience = hopeless ? Math.min(timeoutMs, SHORT_WAIT_MS) : timeoutMs;
    try {
      await this.target.mailbox.waitForMessage({ to, since, timeoutMs: patience });
      if (mails !== undefined) mails.overdue = 0;
    } catch (error) {
      if (!(error instanceof MailTimeout)) throw error;
      if (mails === undefined) return;
      const why = `les ${mails.overdue} précédents n’étant pas venus en ${timeoutMs / 1000} s`;
      this.journal.note(`aucun courriel à ${to} en ${patience / 1000} s${hopeless ? ` : attente écourtée, ${why}` : ''}`);
      if (!hopeless) mails.overdue += 1;
    }
  }

  /** After a scenario that broke off, perhaps because nothing answers: the next one holds none of its mails against the target. */
  async forget(): Promise<void> {
    if (this.mails !== undefined) this.mails.unclear = true;
  }

  async #watch(quietMs: number): Promise<readonly MailMessage[]> {
    const found = await this.target.mailbox.watch({ since: this.mark, quietMs });
    for (const mail of found) if (!this.#concerns(mail)) this.mails?.known.add(mail.id);
    const own = found.filter(({ id }) => this.mails?.known.has(id) !== true || this.#expected.has(id));
    for (const mail of own) this.#seen.set(mail.id, mail);
    return own;
  }

  /** Whether a mail may come from what the scenario does: others may share the mail server, or the pool. */
  #concerns({ envelope, subject, text, html, raw }: MailMessage): boolean {
    const { mails } = this;
    if (mails === undefined) return true;
    const to = envelope.to.map((address) => address.toLowerCase());
    const said = [...to, subject, text, html, raw].join('\n').toLowerCase();
    const addresses = this.target.accounts.flatMap(({ email, contactEmail = [] }) => [email].concat(contactEmail));
    if (addresses.some((address) => names(said, address.toLowerCase()))) return true;
    if (to.length > 0 && to.every((address) => mails.ofOthers.has(address))) return false;
    return !mails.shared;
  }
}

/** Whether a text holds an address, and not merely a longer one that ends or begins like it. Both in lower case. */
function names(text: string, email: string): boolean {
  for (let at = text.indexOf(email); at >= 0; at = text.indexOf(email, at + 1)) {
    const end = at + email.length;
    const longer =
      /[\p{L}\p{N}.+_'-]$/u.test(text.slice(Math.max(0, at - 2), at)) || /^\.?[\p{L}\p{N}_-]/u.test(text.slice(end, end + 3));
    if (!longer) return true;
  }
  return false;
}

/** Who received which mails, in one line. */
export function listMails(mails: readonly MailMessage[]): string {
  return mails.map(({ envelope, subject }) => `à ${envelope.to.join(', ')} (« ${subject} »)`).join(' ; ');
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
