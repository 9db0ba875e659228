/** What the suite asks of a mail server that keeps what it receives. Knows neither the procedure nor who sends. */

/** A message as received, every part decoded. */
export interface MailMessage {
  readonly id: string;
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly receivedAt: Date;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly raw: string;
}

/** The ids known at one moment: messages that are not in it came later. */
export type MailMark = ReadonlySet<string>;

export interface MailQuery {
  /** Exact recipient of the envelope, compared as typed but for the letter case. Absent: every recipient. */
  readonly to?: string;
  readonly since?: MailMark;
}

/**
 * The port that MailHog, Mailpit and the embedded catcher serve. Never deletes: others may read the same server.
 * @throws MailUnavailable when the server does not answer or answers nonsense.
 */
export interface Mailbox {
  /** For people: `MailHog at http://…`. */
  readonly description: string;
  mark(): Promise<MailMark>;
  /** Newest last. */
  messages(query?: MailQuery): Promise<readonly MailMessage[]>;
  /** Waits for a message. A time-out throws `MailTimeout`, which says what did arrive. */
  waitForMessage(
    query: MailQuery & { readonly match?: (message: MailMessage) => boolean; readonly timeoutMs: number },
  ): Promise<MailMessage>;
  /** Watches for `quietMs` and returns what arrived meanwhile or was there: empty when quiet. */
  watch(query: MailQuery & { readonly quietMs: number }): Promise<readonly MailMessage[]>;
  close(): Promise<void>;
}
