/** What one person can do and see at a target. Knows neither the fiche nor how the target is built. */

/** A control or an image as a person finds it: by its role and accessible name. */
export interface SeenControl {
  /** Rank in the order of the page; the driver finds the element again by it. */
  readonly index: number;
  readonly kind: 'button' | 'link' | 'field' | 'image';
  /** Computed ARIA role: `button`, `link`, `textbox`, `img`… */
  readonly role: string;
  /** Accessible name, blanks collapsed. */
  readonly name: string;
  /** Accessible description (aria-describedby), blanks collapsed. */
  readonly description: string;
  readonly visible: boolean;
  readonly enabled: boolean;
  /** A modal dialog stands before it. */
  readonly behind?: true;
  /** Rank of the form that owns it, if any. */
  readonly form?: number;
  /** True for a control that submits its form. */
  readonly submits?: boolean;
  /** Of fields: `text`, `password`, `email`… */
  readonly inputType?: string;
  readonly autocomplete?: string;
  readonly maxLength?: number;
  /** Of fields: whether it holds a value (never the value: it may be a secret). */
  readonly filled?: boolean;
  /** Of links. */
  readonly href?: string;
  /** Of images. */
  readonly src?: string;
  /** Of the CSS selectors that the target file names, those that it matches. */
  readonly selectors?: readonly string[];
}

/** A page as it is seen at one moment. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly contentType: string;
  readonly title: string;
  readonly lang: string;
  /** Visible text, blanks collapsed. */
  readonly text: string;
  /** Texts of role=alert, role=status and live regions, and of fields' error messages. */
  readonly alerts: readonly string[];
  readonly controls: readonly SeenControl[];
  /** The page shows nothing to act on, and would run a script to show it. Only the http driver can say so. */
  readonly needsScript: boolean;
  /** The source as received. It may hold secrets: it is searched, never written. */
  readonly source: string;
  /** Why this stands in the place of a page that was not shown. */
  readonly instead?: Instead;
  /** Of a source too long to be kept whole: the bytes that it has, at least. */
  readonly cutFrom?: number;
}

/**
 * `outside`: the way leads to another site, which was not asked; `redirects`, `reloads`: it never ends; `unreadable`: it is no address;
 * `resend`: a browser asks before it sends a form again.
 */
export type Instead = 'outside' | 'redirects' | 'reloads' | 'unreadable' | 'resend';

/** An image with its bytes, as the person's browser received it. */
export interface SeenImage {
  readonly status: number;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** A request that sent a form or JSON, kept so that it can be sent again. */
export interface Submission {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One request and what came back. Raw: kept in memory for the checks, masked before anything is written. */
export interface Exchange {
  readonly at: number;
  readonly method: string;
  readonly url: string;
  readonly requestBody: string;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** Text bodies only; empty for images. */
  readonly responseBody: string;
}

/** In a replay: the value that was typed, and what stands in its place; `null` leaves the parameter out. */
export interface Substitution {
  readonly typed: string;
  readonly sent: string | null;
}

/**
 * One person with one browser of their own. Every action waits until the page has settled and returns what is then seen.
 * @throws TargetUnavailable when nothing answers (refused, DNS, TLS, time-out).
 */
export interface Visitor {
  readonly driver: 'http' | 'browser';
  /** The page seen last. */
  readonly page: Page;
  /** Opens an address, relative to the home page of the target. */
  open(address: string): Promise<Page>;
  /** Looks again at the page, which may have changed by itself. */
  look(): Promise<Page>;
  /** Replaces the value of a field, by a person's means: `maxlength` cuts what is typed. */
  type(field: SeenControl, text: string): Promise<void>;
  /** Clicks. */
  activate(control: SeenControl): Promise<Page>;
  /** Presses Enter in a field. */
  pressEnter(field: SeenControl): Promise<Page>;
  back(): Promise<Page>;
  reload(): Promise<Page>;
  /** A second tab of the same browser: same cookies, a page of its own. */
  newTab(): Promise<Visitor>;
  /** Forgets cookies, whatever the site stored and the page seen last: from then on the browser is as new. What was exchanged stays. */
  forget(): Promise<void>;
  /** The bytes of an image of the page; `undefined` when it was never loaded. */
  image(image: SeenControl): Promise<SeenImage | undefined>;
  /** The last request of this visitor that sent a form or JSON. */
  lastSubmission(): Submission | undefined;
  /**
   * Sends a recorded request again with values substituted, its headers and the visitor's cookies kept, whatever the page would
   * check. The visitor stays on its page. Returns the answer read as a page, redirects followed.
   */
  replay(submission: Submission, substitutions: readonly Substitution[]): Promise<Page>;
  /** The same, and the visitor goes where it leads, as if the page had sent it. What a script sent leads back to its page. */
  send(submission: Submission, substitutions: readonly Substitution[]): Promise<Page>;
  /** Everything exchanged so far, oldest first. */
  exchanges(): readonly Exchange[];
  /** A PNG of the page; `undefined` where there is nothing to picture (http). */
  screenshot(): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}

/** How a visitor's browser is set up. */
export interface VisitorOptions {
  /** `false`: the browser loads no image. Default `true`. */
  readonly images?: boolean;
}

/** Makes visitors, each with cookies of their own. */
export interface VisitorFactory {
  newVisitor(options?: VisitorOptions): Promise<Visitor>;
  close(): Promise<void>;
}
