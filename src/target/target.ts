/** The implementation under test, opened and ready. Knows no scenario. */
import type { ControlOverrides } from '../driver/controls';
import type { SeenImage, VisitorFactory } from '../driver/visitor';
import type { Mailbox } from '../mail/mailbox';
import type { Account } from './account';
import type { Ledger } from './ledger';

export type DriverName = 'http' | 'browser';

/** Reads a CAPTCHA for the suite. @throws CapabilityMissing when the target offers no way past it. */
export interface CaptchaOracle {
  /** It looks at the image, and may be mistaken. */
  readonly fallible?: boolean;
  read(image: SeenImage): Promise<string>;
}

/** What a deployment may or may not offer beyond the procedure itself. Absent: the scenarios that need it are `untested`. */
export interface Capabilities {
  /** Cuts and restores the mail server of the target. */
  readonly mailOutage?: { cut(): Promise<void>; restore(): Promise<void> };
  /** Every image holds a fresh challenge, so that two can be compared. */
  readonly variableCaptcha?: boolean;
  /** Address of a page where an agent of the assistance looks up an account, and the code that opens it. */
  readonly assistance?: { readonly address: string; readonly code: string };
  /** The screen « connexion » names the help of the site (MPO-1.1-5). */
  readonly help?: boolean;
}

/** The mails of a run, shared by its scenarios. */
export interface RunMails {
  /** Ids of those there before the run, and of those that a scenario has accounted for. */
  readonly known: Set<string>;
  /** The last scenario of the run waits for what is late: no other needs to. */
  readonly watchedToTheEnd: boolean;
  /** Others write to the server: a mail that names nobody of the pool is not held against the target. */
  readonly shared: boolean;
  /** Addresses, in lower case, of the accounts that other processes of the run have in hand. */
  readonly ofOthers: ReadonlySet<string>;
  /** Confirmations, since the last that came, for which the whole time that one may take was waited in vain. */
  overdue: number;
  /** A scenario broke off since: nobody can tell which of the mails that came, or are on their way, were due. */
  unclear: boolean;
}

/** One opened target: everything a scenario needs, and nothing that outlives it. */
export interface OpenTarget {
  readonly visitors: VisitorFactory;
  /**
   * Visitors that try passwords: what an account accepts is a fact of the server, whoever asks. Absent: the same visitors. Where plain
   * HTTP can sign in, it is ten times cheaper than a browser.
   */
  readonly probes?: VisitorFactory;
  readonly captcha: CaptchaOracle;
  readonly mailbox: Mailbox;
  /** How long to wait for an expected mail, and how long a mailbox must stay quiet before it counts as empty. */
  readonly mailTimeoutMs: number;
  readonly mailQuietMs: number;
  /**
   * What the scenarios of a run know of the mails together. Absent where each of them finds its mailboxes as new.
   * @throws MailUnavailable.
   */
  readonly mails?: () => Promise<RunMails>;
  /** The pool, with the passwords in force; of a run in several processes, the part that this one has in hand. */
  readonly accounts: readonly Account[];
  /**
   * Adds to `accounts`, until the target is closed, those that the processes of a run have in common, once no other holds them. Absent
   * where there are none.
   */
  readonly takeCommonAccounts?: () => Promise<void>;
  /** Where the passwords in force are written down. */
  readonly ledger: Ledger;
  readonly capabilities: Capabilities;
  /**
   * Wrong answers given so far for each address, by every scenario of the run: a deployment may bound them (AMB-16). Absent where every
   * scenario finds its accounts as new.
   */
  readonly wrongAnswers?: Map<string, number>;
  /** Wrong answers in a row that an account may get. Absent: any number. */
  readonly mostWrongAnswers?: number;
  /** Awaited before each procedure. @throws CapabilityMissing when the run has begun as many as it may. */
  readonly beginProcedure?: () => Promise<void>;
  /** What a signed-in page shows that no other does, where the pool cannot tell. */
  readonly signedIn?: readonly string[];
  /** Declared readings; those that are absent have their default. */
  readonly readings?: Readonly<Record<string, string>>;
  /** Only where a label differs from the fiche's own words. */
  readonly controls: ControlOverrides;
  /** From it the characters of the proposed passwords are derived; never published. */
  readonly passwordKey: Uint8Array;
  /** Number of values a property tries: 200 on the simulator, 30 over http and 10 in the browser on a live target. */
  readonly propertyRuns: number;
  close(): Promise<void>;
}

/** What was learnt of a target before its scenarios: JSON, as it crosses to worker processes. */
export interface Preparation {
  readonly signedIn?: readonly string[];
  /** Why what the CAPTCHA oracle reads is of no use, in French. */
  readonly captchaRefused?: string;
  /** Addresses of accounts that do not sign in with what the pool says: no scenario takes them. */
  readonly setAside?: readonly string[];
  /** The whole suite runs, in order, in one process: its last scenario waits for late mails. */
  readonly wholeSuite?: boolean;
}

/** On whose word a public host is tested. */
export interface Authorisation {
  readonly operator: string;
  readonly order: string;
}

/** A target that can be opened again for each scenario. */
export interface Target {
  readonly name: string;
  readonly driver: DriverName;
  readonly baseUrl: string;
  /** Present where the target file names them: reports say so. */
  readonly authorisation?: Authorisation;
  /** Declared readings; those that are absent have their default. */
  readonly readings: Readonly<Record<string, string>>;
  /**
   * Looks, before any scenario, whether the target can be judged at all.
   * @throws ConfigurationError, TargetUnavailable, MailUnavailable, BrowserUnavailable.
   */
  probe(): Promise<void>;
  open(): Promise<OpenTarget>;
  close(): Promise<void>;
}
