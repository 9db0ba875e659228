/** Keeps what one tab of the browser exchanges: requests, documents, images, and what is still on its way. Acts on nothing. */
import type { Frame, Page as Tab, Request, Response } from 'playwright';
import { LONGEST_SOURCE } from './read-page';
import { substitute } from './substitute';
import type { Exchange, SeenImage, Submission } from './visitor';

const ABORTED = 'net::ERR_ABORTED';
/** An error that the server gave in no words at all: Chrome puts a page of its own in its place. */
const WORDLESS = 'net::ERR_HTTP_RESPONSE_CODE_FAILURE';
const DATA_TYPES = new Set(['document', 'xhr', 'fetch']);
/** A page that never stops talking is heard so many times. */
const MOST_MESSAGES = 20;
/** Set anew by whoever sends. */
const LEFT_OUT = /^(:|cookie$|host$|connection$|content-length$|accept-encoding$|upgrade-insecure-requests$|sec-)/;

export class BrowserRecorder {
  /** Documents shown so far in the tab: grows when a page is left for another. */
  documents = 0;
  /** The answer that brought the document shown. */
  document: Response | undefined;
  /** The last request for a document, and why it failed if it did. */
  pending: Request | undefined;
  failure: { readonly url: string; readonly error: string } | undefined;
  submission: Submission | undefined;
  /** What `alert` and its like said since last asked. */
  messages: string[] = [];
  private readonly entries = new Map<Request | Exchange, Exchange | undefined>();
  private readonly images = new Map<string, Request>();
  private readonly active = new Set<Request>();
  /** Answers whose last byte has come, and why the others end before. */
  private readonly ends = new WeakMap<Request, { readonly error?: string }>();
  /** Bytes of the bodies that are too long to be kept whole. */
  private readonly lengths = new WeakMap<Request, number>();
  private readonly reading = new Set<Promise<void>>();
  private readonly waiters = new Set<() => void>();
  private typed: string[] = [];
  private arriving: Response | undefined;

  constructor(
    private readonly tab: Tab,
    private readonly now: () => number,
  ) {
    tab.on('request', (request) => this.onRequest(request));
    tab.on('response', (response) => this.onResponse(response));
    tab.on('requestfinished', (request) => this.onEnd(request));
    tab.on('requestfailed', (request) => this.onFailure(request));
    tab.on('framenavigated', (frame) => this.onDocument(frame));
    tab.on('load', () => this.document && this.onEnded(this.document.request()));
    tab.on('dialog', (dialog) => {
      if (this.messages.length < MOST_MESSAGES) this.messages.push(dialog.message());
      dialog.accept().catch(() => undefined);
    });
  }

  /** Remembers what was typed, so that the request that carries it is known among those that a page sends by itself. */
  noteTyped(text: string): void {
    if (text !== '') this.typed.push(text);
  }

  exchanges(): readonly Exchange[] {
    return [...this.entries.values()].filter((exchange) => exchange !== undefined);
  }

  /** The requests for data still on their way. */
  inFlight(): ReadonlySet<Request> {
    return new Set(this.active);
  }

  /** Adds what was exchanged outside of the page, by a replay. */
  add(exchange: Exchange): void {
    this.entries.set(exchange, exchange);
  }

  /** The body of an answer that has been read, and its length where it was cut. */
  sourceOf(response: Response): { readonly source: string; readonly cutFrom: number | undefined } {
    const request = response.request();
    return { source: this.entries.get(request)?.responseBody ?? '', cutFrom: this.lengths.get(request) };
  }

  /** Whether the document shown has come to its end, be it too early. */
  get arrived(): boolean {
    return !this.document || this.ends.has(this.document.request());
  }

  /** Why the document shown is not whole. */
  get broken(): string | undefined {
    return this.document && this.ends.get(this.document.request())?.error;
  }

  /** The failure that the tab shows in the place of a page. An aborted request leaves the page as it was. */
  get failed(): { readonly url: string; readonly error: string } | undefined {
    return this.failure?.error === ABORTED ? undefined : this.failure;
  }

  /** The image that the page received last from an address, once it has come. */
  async image(src: string): Promise<SeenImage | undefined> {
    let request: Request | null = this.images.get(src) ?? null;
    try {
      while (request) {
        const response: Response | null = await request.response();
        const next: Request | null = request.redirectedTo();
        if (!next) return response ? await readImage(response) : undefined;
        request = next;
      }
    } catch {
      // The page was left before its image was read.
    }
    return undefined;
  }

  /** Waits for the bodies of what has been answered. */
  async read(): Promise<void> {
    while (this.reading.size > 0) await Promise.all(this.reading);
  }

  /** Waits until a condition on this recorder holds. @returns false at the limit. */
  async until(condition: () => boolean, limitMs: number): Promise<boolean> {
    const limit = Date.now() + limitMs;
    while (!condition()) {
      const left = limit - Date.now();
      if (left <= 0) return false;
      await new Promise<void>((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          this.waiters.delete(done);
          resolve();
        };
        const timer = setTimeout(done, left);
        this.waiters.add(done);
      });
    }
    return true;
  }

  private changed(): void {
    for (const waiter of [...this.waiters]) waiter();
  }

  private onRequest(request: Request): void {
    this.entries.set(request, undefined);
    if (request.resourceType() === 'image' && !request.redirectedFrom()) this.images.set(request.url(), request);
    const navigates = this.isDocument(request);
    if (navigates) {
      this.pending = request;
      this.failure = undefined;
    } else if (DATA_TYPES.has(request.resourceType())) this.active.add(request);
    this.noteSubmission(request, navigates);
    this.changed();
  }

  private noteSubmission(request: Request, navigates: boolean): void {
    if (!DATA_TYPES.has(request.resourceType()) || request.redirectedFrom()) return;
    const body = request.postData() ?? '';
    const method = request.method();
    const submission: Submission = { method, url: request.url(), headers: keptHeaders(request), body };
    // Scripts also send what nobody typed (measures of audience): that never takes the place of a form.
    const carries = this.typed.some((typed) => {
      const other = substitute(submission, [{ typed, sent: null }]);
      return other.body !== submission.body || other.url !== submission.url;
    });
    const sends = method !== 'GET' && method !== 'HEAD' && (navigates || body !== '');
    if (carries || (sends && (navigates || !this.submission))) this.submission = submission;
  }

  private onResponse(response: Response): void {
    const request = response.request();
    if (this.isDocument(request) && !isRedirect(response)) this.arriving = response;
    this.changed();
  }

  private onEnded(request: Request, error?: string): void {
    // Whoever stops a page has seen enough of it.
    const broken = error !== undefined && error !== ABORTED && error !== WORDLESS;
    if (!this.ends.has(request)) this.ends.set(request, broken ? { error } : {});
    this.changed();
  }

  private onEnd(request: Request): void {
    this.active.delete(request);
    this.onEnded(request);
    const reading = this.record(request).finally(() => {
      this.reading.delete(reading);
      this.changed();
    });
    this.reading.add(reading);
    if (request === this.pending && this.arriving && staysPut(this.arriving)) this.pending = undefined;
    this.changed();
  }

  private onFailure(request: Request): void {
    this.active.delete(request);
    this.onEnded(request, request.failure()?.errorText ?? '');
    if (request === this.pending && request.failure()?.errorText === WORDLESS) this.onArrival();
    else if (request === this.pending) {
      this.pending = undefined;
      this.failure = { url: request.url(), error: request.failure()?.errorText ?? '' };
    }
    this.changed();
  }

  private onDocument(frame: Frame): void {
    if (frame !== this.tab.mainFrame()) return;
    if (!frame.url().startsWith('chrome-error:')) this.failure = undefined;
    this.changed();
    // Within one document, addresses change too: only an answer, or a failure, brings another.
    this.onArrival();
  }

  private onArrival(): void {
    if (!this.pending || this.arriving?.request() !== this.pending) return;
    this.document = this.arriving;
    this.pending = undefined;
    this.documents += 1;
    this.images.clear();
    this.active.clear();
    this.changed();
  }

  private isDocument(request: Request): boolean {
    return request.isNavigationRequest() && request.frame() === this.tab.mainFrame();
  }

  private async readText(response: Response): Promise<string> {
    const request = response.request();
    // The browser itself lets go of what is very long.
    const text = await response.text().catch(() => undefined);
    const length = text === undefined ? (await request.sizes()).responseBodySize : Buffer.byteLength(text);
    if (length > LONGEST_SOURCE) this.lengths.set(request, length);
    return text?.slice(0, LONGEST_SOURCE) ?? '';
  }

  private async record(request: Request): Promise<void> {
    const read = this.now();
    try {
      const response = await request.response();
      if (!response) return;
      const isData = DATA_TYPES.has(request.resourceType());
      const [responseHeaders, responseBody] = await Promise.all([
        isData ? response.allHeaders() : response.headers(),
        isData && !isRedirect(response) ? this.readText(response) : '',
      ]);
      const started = request.timing().startTime;
      this.entries.set(request, {
        at: started > 0 ? started : read,
        method: request.method(),
        url: request.url(),
        requestBody: request.postData() ?? '',
        status: response.status(),
        responseHeaders,
        responseBody,
      });
    } catch {
      // The tab was closed, or left its page, before the answer was read: there is nothing more to say of it.
    }
  }
}

function isRedirect(response: Response): boolean {
  return response.status() >= 300 && response.status() < 400 && response.headers().location !== undefined;
}

/** HTTP 204 and 205, and files to be saved: the browser stays on its page. */
function staysPut(response: Response): boolean {
  return (
    response.status() === 204 ||
    response.status() === 205 ||
    /^\s*attachment/i.test(response.headers()['content-disposition'] ?? '')
  );
}

async function readImage(response: Response): Promise<SeenImage> {
  const bytes = await response.body();
  return { status: response.status(), contentType: response.headers()['content-type'] ?? '', bytes: new Uint8Array(bytes) };
}

function keptHeaders(request: Request): Record<string, string> {
  return Object.fromEntries(Object.entries(request.headers()).filter(([name]) => !LEFT_OUT.test(name)));
}
