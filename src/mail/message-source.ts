/** What differs from one mail server to the next, and nothing else: `source-mailbox.ts` builds a Mailbox on it. */
import type { MailMessage } from './mailbox';

/** A message found but not decoded yet: most are discarded by their id or recipients. */
export interface FoundMessage {
  readonly id: string;
  readonly recipients: readonly string[];
  /** Decodes it. */
  read(): Promise<MailMessage>;
}

export interface MessageSource {
  /** Every id known now. */
  ids(): Promise<ReadonlySet<string>>;
  /** Oldest first. May return more than asked: the exact recipient, and what is known, are checked afterwards. */
  find(to: string | undefined, known: ReadonlySet<string> | undefined): Promise<readonly FoundMessage[]>;
  /** The last few, oldest first, for the message of a time-out. */
  latest(): Promise<readonly FoundMessage[]>;
  /** Changes with each arrival where the source can tell; else constant. */
  revision(): number;
  /** Resolves when looking again is worth it: something came since `revision`, or a poll is due. At most `timeoutMs`. */
  change(since: {
    readonly revision: number;
    readonly attempt: number;
    readonly timeoutMs: number;
    readonly signal: AbortSignal;
  }): Promise<void>;
}
