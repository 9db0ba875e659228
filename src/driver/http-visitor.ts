/** A person without a browser: pages over plain HTTP, forms sent as HTML says, no script run. Knows neither the fiche nor a target. */
import { findCaptchaImage } from './controls';
import { createCookieJar, type CookieJar } from './cookie-jar';
import { imageOfDataUri } from './data-uri';
import { defaultButton, sendsOnEnter, submitForm } from './form-submission';
import { createScope } from './hosts';
import { createHttpClient, refusal, type HttpClient, type Incoming, type Outgoing, type Transport } from './http-client';
import { arrivalOf, arrive, LONGEST_REFRESH_SECONDS, type Arrival } from './navigate';
import type { Pace } from './rate-limit';
import { checkSelectors, createPageReader, resolve, type PageReader } from './read-page';
import { substitute } from './substitute';
import { ShownPage } from './shown-page';
import { readUserAgent, SUITE_NAME } from './suite-name';
import { unusable } from './unavailable';
import type { Exchange, Page, SeenControl, SeenImage, Submission, Substitution, Visitor, VisitorFactory } from './visitor';

export interface HttpVisitorsOptions {
  /** The home page of the target. */
  readonly baseUrl: string;
  /** Further origins (scheme, host, port) that the pages of the target use; nothing else outside the home page's own is asked. */
  readonly allowedOrigins?: readonly string[];
  /** CSS selectors that a target file names: each control says which of them it matches. */
  readonly selectors?: readonly string[];
  /** How requests travel; a server in the same process answers without a socket. Default: `fetch`. */
  readonly transport?: Transport;
  /** Longest wait for one reply. Default 30 s. */
  readonly timeoutMs?: number;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How the suite names itself. Default: its product and version. */
  readonly userAgent?: string;
  /** Awaited before each request, redirects and images included. */
  readonly pace?: Pace;
  readonly now?: () => number;
}

/**
 * Makes visitors that speak HTTP. Nothing is asked before the first page is opened.
 * @throws ConfigurationError for a bad origin, user agent or selector.
 */
export function createHttpVisitors(options: HttpVisitorsOptions): VisitorFactory {
  const { baseUrl, timeoutMs = 30_000, now = Date.now, userAgent = `${SUITE_NAME} (+conformance suite)` } = options;
  const { selectors = [] } = options;
  checkSelectors(selectors);
  const read = selectors.length > 0 ? createPageReader(selectors) : undefined;
  const client = createHttpClient({
    scope: createScope(baseUrl, options.allowedOrigins),
    transport: options.transport ?? fetchWithin(timeoutMs),
    timeoutMs,
    headers: { 'user-agent': readUserAgent(userAgent), ...lowerNames(options.headers ?? {}) },
    now,
    pace: options.pace,
  });
  return {
    newVisitor: ({ images = true } = {}) =>
      Promise.resolve(new HttpVisitor({ client, read, jar: createCookieJar(now), baseUrl, images })),
    close: () => Promise.resolve(),
  };
}

/** What the tabs of one browser share. */
interface HttpBrowser {
  /** Absent: the one that all share. */
  readonly read: PageReader | undefined;
  readonly client: HttpClient;
  readonly jar: CookieJar;
  readonly baseUrl: string;
  readonly images: boolean;
}

const DOCUMENT_HEADERS = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'fr-FR,fr;q=0.9',
};
/** Pages that « précédent » can lead back to: as many as browsers keep. */
const LONGEST_PAST = 50;
const BLANK = new ShownPage(arrivalOf(refusal('about:blank', { text: '' }), get('about:blank')));

class HttpVisitor implements Visitor {
  readonly driver = 'http';
  private shown = BLANK;
  private past: ShownPage[] = [];
  private sent: Submission | undefined;
  private readonly trace: Exchange[] = [];

  constructor(private readonly browser: HttpBrowser) {}

  get page(): Page {
    return this.shown.page;
  }

  open(address: string): Promise<Page> {
    const url = resolve(address, this.browser.baseUrl);
    return url === undefined ? Promise.resolve(this.refuse(address)) : this.visit(get(url));
  }

  async look(): Promise<Page> {
    const { refresh } = this.shown.arrival;
    // Only a page that asks for itself again is still waiting: any other move was followed when it came.
    return refresh && refresh.seconds <= LONGEST_REFRESH_SECONDS ? this.visit(get(refresh.url), 'replace') : this.page;
  }

  async type(field: SeenControl, text: string): Promise<void> {
    this.shown.type(this.shown.locate(field), text);
  }

  async activate(control: SeenControl): Promise<Page> {
    const { shown } = this;
    const target = shown.locate(control);
    if (!target.visible) throw unusable(target, 'n’est pas visible : une personne ne peut pas l’actionner');
    if (!target.enabled) return this.page;
    if (target.href !== undefined) return this.follow(target.href);
    const rank = shown.entryOf(target);
    const entry = shown.document.entries[rank];
    if (entry?.kind === 'checkbox' || entry?.kind === 'radio') shown.tick(rank);
    if (entry?.kind === 'reset') shown.reset(entry.form);
    const submits = entry?.kind === 'submit' || entry?.kind === 'image';
    return submits && entry.form !== undefined ? this.submit(entry.form, rank) : this.page;
  }

  async pressEnter(field: SeenControl): Promise<Page> {
    const { document } = this.shown;
    const { form, enabled } = this.shown.locate(field);
    if (form === undefined || !enabled) return this.page;
    const button = defaultButton(document, form);
    if (button === undefined) return sendsOnEnter(document, form) ? this.submit(form, undefined) : this.page;
    return document.entries[button]?.disabled ? this.page : this.submit(form, button);
  }

  async back(): Promise<Page> {
    const earlier = this.past.pop();
    if (!earlier) return this.page;
    // The answer to a form is shown again as it was: a browser asks before it sends a form twice.
    if (earlier.arrival.request.method !== 'GET') {
      this.shown = earlier;
      return this.page;
    }
    return this.visit(get(earlier.page.url), 'replace');
  }

  reload(): Promise<Page> {
    return this.shown === BLANK ? Promise.resolve(this.page) : this.visit(this.shown.arrival.request, 'replace');
  }

  newTab(): Promise<Visitor> {
    return Promise.resolve(new HttpVisitor(this.browser));
  }

  forget(): Promise<void> {
    this.browser.jar.clear();
    this.shown = BLANK;
    this.past = [];
    return Promise.resolve();
  }

  async image(image: SeenControl): Promise<SeenImage | undefined> {
    const { src } = this.shown.locate(image);
    if (!src || !this.browser.images) return undefined;
    const inline = imageOfDataUri(src);
    if (inline) return inline;
    // One lost connection is no broken image: it is asked for once more.
    if (this.shown.images.get(src) === undefined) await this.load(src).catch(() => undefined);
    return this.shown.images.get(src);
  }

  lastSubmission(): Submission | undefined {
    return this.sent;
  }

  async replay(submission: Submission, substitutions: readonly Substitution[]): Promise<Page> {
    return (await this.arrive(substitute(submission, substitutions))).page;
  }

  send(submission: Submission, substitutions: readonly Substitution[]): Promise<Page> {
    return this.visit(substitute(submission, substitutions));
  }

  exchanges(): readonly Exchange[] {
    return this.trace;
  }

  screenshot(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async follow(href: string): Promise<Page> {
    if (!/^https?:/i.test(href)) return this.page;
    const [address] = href.split('#');
    // A link within the page moves the eyes, nothing else.
    if (href.includes('#') && address === this.page.url.split('#')[0]) return this.page;
    return this.visit(get(href, this.page.url));
  }

  private async submit(form: number, submitter: number | undefined): Promise<Page> {
    const { url, charset } = this.shown.arrival.incoming;
    const request = submitForm(this.shown.document, form, submitter, this.shown, { url, charset });
    if (!request) return this.page;
    const origin = request.method === 'GET' ? undefined : { origin: new URL(url).origin };
    this.sent = { ...request, headers: { ...DOCUMENT_HEADERS, ...request.headers, ...origin, referer: refererOf(url) } };
    return this.visit(this.sent);
  }

  private async visit(request: Outgoing, mode: 'push' | 'replace' = 'push'): Promise<Page> {
    const arrival = await this.arrive(request);
    // HTTP 204 and 205, and files to be saved: a browser stays on its page.
    if (staysPut(arrival.incoming)) return this.page;
    if (mode === 'push' && this.shown !== BLANK) this.past.push(this.shown);
    if (this.past.length > LONGEST_PAST) this.past.shift();
    this.shown = new ShownPage(arrival);
    await this.loadImages();
    return this.page;
  }

  private arrive(request: Outgoing): Promise<Arrival> {
    const { client, jar, read } = this.browser;
    return arrive(client, jar, request, (exchange) => this.trace.push(exchange), read);
  }

  /** A browser loads the images of a page by itself: the server expects it of the one that holds the characters. */
  private async loadImages(): Promise<void> {
    if (!this.browser.images) return;
    const images = this.page.controls.filter(
      (control) => control.kind === 'image' && control.src && !control.src.startsWith('data:'),
    );
    if (images.length === 0) return;
    const captcha = findCaptchaImage(this.page);
    const sources = images.filter((image) => image.form !== undefined || image === captcha).map((image) => image.src!);
    // An image that does not come leaves a hole in the page, as in a browser; whoever wants to see it asks again.
    for (const source of new Set(sources)) await this.load(source).catch(() => undefined);
  }

  /** @throws TargetUnavailable when nothing answers. */
  private async load(source: string): Promise<void> {
    const headers = { accept: 'image/avif,image/webp,image/*,*/*;q=0.8', referer: refererOf(this.page.url) };
    const { images } = this.shown;
    const { incoming } = await this.arrive({ method: 'GET', url: source, headers, body: '' });
    const { status, contentType, bytes, refused } = incoming;
    if (refused === undefined) images.set(source, { status, contentType, bytes });
  }

  private refuse(address: string): Page {
    const refused = refusal(address, { instead: 'unreadable', text: `adresse illisible : ${address}` });
    this.shown = new ShownPage(arrivalOf(refused, get(address)));
    return this.page;
  }
}

function get(url: string, from?: string): Outgoing {
  return { method: 'GET', url, headers: { ...DOCUMENT_HEADERS, ...(from && { referer: refererOf(from) }) }, body: '' };
}

function refererOf(url: string): string {
  return url.replace(/#.*/, '');
}

function staysPut({ status, headers }: Incoming): boolean {
  return status === 204 || status === 205 || /^\s*attachment/i.test(headers['content-disposition'] ?? '');
}

function lowerNames(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function fetchWithin(timeoutMs: number): Transport {
  return (request) => fetch(request, { signal: AbortSignal.timeout(timeoutMs) });
}
