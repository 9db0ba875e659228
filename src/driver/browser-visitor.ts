/** A person at a real browser, driven by Playwright. Knows neither the fiche nor a target. */
import type { Browser, BrowserContext, BrowserContextOptions, Page as Tab } from 'playwright';
import { BrowserUnavailable } from '../verdict/errors';
import { browserBundle } from './browser-bundle';
import { gateProxy, watchGate, type Gate } from './browser-gate';
import { chooseOption, click, PATIENCE_MS, replaceText, selectText, sendForm } from './browser-hands';
import { BrowserRecorder } from './browser-recorder';
import { replayInBrowser } from './browser-replay';
import { answering, leaveForGood, saysGone } from './browser-patience';
import { askAgent, Settling } from './browser-settling';
import type { Collected } from './collected';
import { imageOfDataUri } from './data-uri';
import { createScope } from './hosts';
import { launchBrowser } from './launch-browser';
import type { Pace } from './rate-limit';
import { checkSelectors, LONGEST_SOURCE, readInstead, readPage, resolve, toPage } from './read-page';
import { remoteBrowserOf, type RemoteBrowser } from './remote-browser';
import { readUserAgent, SUITE_NAME } from './suite-name';
import { substitute } from './substitute';
import { targetUnavailable, unusable } from './unavailable';
import type { Exchange, Page, SeenControl, SeenImage, Submission, Substitution, Visitor, VisitorFactory } from './visitor';

export interface BrowserVisitorsOptions {
  /** The home page of the target. */
  readonly baseUrl: string;
  /** Further origins (scheme, host, port) that the pages of the target use; nothing else outside the home page's own is asked. */
  readonly allowedOrigins?: readonly string[];
  /** A browser of this machine. Default: found by `findBrowser`. */
  readonly executablePath?: string;
  /** A browser that runs elsewhere. Default, without `executablePath`: what `remoteBrowserOf` reads in the environment. */
  readonly remote?: RemoteBrowser;
  /** Default `true`. */
  readonly headless?: boolean;
  /** Longest wait for one document. Default 30 s. */
  readonly timeoutMs?: number;
  /** How the suite names itself, after the browser's own name. Default: its product and version. */
  readonly userAgent?: string;
  /** CSS selectors that target files name; each control says which of them it matches. */
  readonly selectors?: readonly string[];
  /** Awaited before each request for a document or data, redirects and replays included; within `timeoutMs`. */
  readonly pace?: Pace;
  readonly now?: () => number;
}

/**
 * Starts one browser; each visitor has a context of its own in it.
 * @throws BrowserUnavailable when there is none, or it does not start; ConfigurationError for a bad origin, user agent or remote.
 */
export async function createBrowserVisitors(options: BrowserVisitorsOptions): Promise<VisitorFactory> {
  const { baseUrl, executablePath, headless = true, timeoutMs = 30_000, selectors = [], pace, now = Date.now } = options;
  checkSelectors(selectors);
  const scope = createScope(baseUrl, options.allowedOrigins);
  const name = readUserAgent(options.userAgent ?? SUITE_NAME);
  const remote = options.remote ?? (executablePath === undefined ? remoteBrowserOf(process.env) : undefined);
  const browser = await launchBrowser({ scope, headless, executablePath, remote });
  const settings: BrowserContextOptions = {
    locale: 'fr-FR',
    userAgent: `${await guarded(() => ownNameOf(browser))} ${name}`,
    acceptDownloads: false,
    ...(remote && { proxy: gateProxy(scope) }),
  };
  const script = browserBundle();
  return {
    async newVisitor({ images = true } = {}) {
      const context = await guarded(() => browser.newContext(settings));
      context.setDefaultTimeout(timeoutMs);
      await context.addInitScript({ content: script });
      return openTab({ context, baseUrl, scope, timeoutMs, selectors, images, remote: remote !== undefined, pace, now });
    },
    close: () => browser.close(),
  };
}

/** What the browser sends as `User-Agent` when nobody tells it otherwise. */
async function ownNameOf(browser: Browser): Promise<string> {
  const session = await browser.newBrowserCDPSession();
  const { userAgent } = await session.send('Browser.getVersion');
  await session.detach();
  return userAgent;
}

/** What the tabs of one visitor share. */
interface BrowserWindow extends Gate {
  readonly context: BrowserContext;
  readonly baseUrl: string;
  readonly timeoutMs: number;
  readonly selectors: readonly string[];
  readonly now: () => number;
}

/** A page that is always left for another before it can be read is read no more often. */
const MOST_READINGS = 3;
/** Whatever was typed shows as dots in a picture: an answer is a secret too. */
const TYPED_AS_DOTS = 'input, textarea { -webkit-text-security: disc !important; }';
const BLANK = readInstead('about:blank', undefined, '').page;

async function openTab(window: BrowserWindow): Promise<Visitor> {
  return guarded(async () => {
    const tab = await window.context.newPage();
    await watchGate(tab, window);
    return new BrowserVisitor(window, tab);
  });
}

class BrowserVisitor implements Visitor {
  readonly driver = 'browser';
  page: Page = BLANK;
  private readonly recorder: BrowserRecorder;
  private readonly settling: Settling;

  constructor(
    private readonly window: BrowserWindow,
    private readonly tab: Tab,
  ) {
    this.recorder = new BrowserRecorder(tab, window.now);
    this.settling = new Settling(tab, this.recorder, window.timeoutMs);
  }

  open(address: string): Promise<Page> {
    const url = resolve(address, this.window.baseUrl) ?? address;
    if (!this.window.scope.includes(url)) return Promise.resolve((this.page = outside(url)));
    return this.act(() => this.settling.navigate(url, () => this.tab.goto(url, { waitUntil: 'commit' })));
  }

  look(): Promise<Page> {
    return this.act(() => Promise.resolve());
  }

  type(field: SeenControl, text: string): Promise<void> {
    return this.handle(async () => {
      const takesText = field.kind === 'field' && !['checkbox', 'radio', 'file'].includes(field.inputType ?? '');
      if (!field.visible || !takesText) throw unusable(field, 'ne reçoit pas de texte');
      this.recorder.noteTyped(text);
      if (field.inputType === 'select') await chooseOption(this.tab, field, text);
      else if (await selectText(this.tab, field)) await replaceText(this.tab, text);
    });
  }

  activate(control: SeenControl): Promise<Page> {
    if (!control.visible) return Promise.reject(unusable(control, 'n’est pas visible'));
    if (!control.enabled) return this.look();
    return this.act(() => this.handle(() => click(this.tab, control)));
  }

  pressEnter(field: SeenControl): Promise<Page> {
    return this.act(() =>
      this.handle(async () => {
        if (await selectText(this.tab, field)) await this.tab.keyboard.press('Enter');
      }),
    );
  }

  back(): Promise<Page> {
    return this.act(() => this.settling.navigate(this.tab.url(), () => this.tab.goBack({ waitUntil: 'commit' })));
  }

  reload(): Promise<Page> {
    return this.act(() => this.settling.navigate(this.tab.url(), () => this.tab.reload({ waitUntil: 'commit' })));
  }

  newTab(): Promise<Visitor> {
    return openTab(this.window);
  }

  forget(): Promise<void> {
    return guarded(async () => {
      const { context, scope } = this.window;
      const blank = this.tab.url() === 'about:blank';
      // A page of the browser itself, or one shut in a sandbox, has no storage to clear.
      if (!blank) await this.handle(() => this.tab.evaluate('sessionStorage.clear()')).catch(() => undefined);
      const session = await context.newCDPSession(this.tab);
      const origins = new Set([...scope.origins, ...(blank ? [] : [new URL(this.tab.url()).origin])]);
      for (const origin of origins) await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
      await session.detach();
      await context.clearCookies();
      this.page = BLANK;
    });
  }

  async image(image: SeenControl): Promise<SeenImage | undefined> {
    if (!image.src || !this.window.images) return undefined;
    return imageOfDataUri(image.src) ?? this.recorder.image(image.src);
  }

  lastSubmission(): Submission | undefined {
    return this.recorder.submission;
  }

  replay(submission: Submission, substitutions: readonly Substitution[]): Promise<Page> {
    const { context, ...window } = this.window;
    return guarded(() =>
      replayInBrowser({ request: context.request, ...window }, submission, substitutions, (exchange) =>
        this.recorder.add(exchange),
      ),
    );
  }

  async send(submission: Submission, substitutions: readonly Substitution[]): Promise<Page> {
    const request = substitute(submission, substitutions);
    if (/^application\/x-www-form-urlencoded/i.test(request.headers['content-type'] ?? ''))
      return this.act(() => this.handle(() => sendForm(this.tab, request)));
    await this.replay(submission, substitutions);
    return this.reload();
  }

  exchanges(): readonly Exchange[] {
    return this.recorder.exchanges();
  }

  screenshot(): Promise<Uint8Array> {
    return this.handle(() => this.tab.screenshot({ fullPage: true, timeout: 0, style: TYPED_AS_DOTS }));
  }

  async close(): Promise<void> {
    const { context } = this.window;
    const last = context.pages().every((tab) => tab === this.tab);
    // The last tab leaves with its window; of a tab that is never at rest, Playwright may not tell that it is closed.
    await (last ? context.close() : this.handle(() => this.tab.close())).catch(() => undefined);
  }

  /** Does something, waits until the page has settled, and reads it. */
  private act(action: () => Promise<unknown>): Promise<Page> {
    return guarded(async () => {
      const before = this.recorder.inFlight();
      await action();
      const limit = Date.now() + this.window.timeoutMs;
      for (let readings = 0; readings === 0 || (readings < MOST_READINGS && Date.now() < limit); readings += 1) {
        await this.settling.settle(before, limit);
        const page = await this.read();
        if (page) return (this.page = page);
      }
      const url = this.tab.url();
      // Left alone, it would go on asking.
      await leaveForGood(this.tab);
      return (this.page = readInstead(url, 'reloads', 'la page se recharge sans fin').page);
    });
  }

  /** Uses the tab, which may not answer. */
  private handle<T>(use: () => Promise<T>): Promise<T> {
    return guarded(() => answering(this.tab, PATIENCE_MS + this.window.timeoutMs, use()));
  }

  /** @returns `undefined` when the page was left again between settling and reading. */
  private async read(): Promise<Page | undefined> {
    const { recorder, tab } = this;
    if (recorder.failed) return this.failed(recorder.failed);
    if (recorder.broken !== undefined) throw targetUnavailable(tab.url(), new Error(recorder.broken));
    const { document } = recorder;
    if (!document || tab.url() === 'about:blank') return BLANK;
    const contentType = document.headers()['content-type'] ?? '';
    const { source, cutFrom } = recorder.sourceOf(document);
    // The page of the browser itself in the place of one without a word is nothing that the target says.
    const wordless = tab.url().startsWith('chrome-error:');
    const reply = { url: wordless ? document.url() : tab.url(), status: document.status(), contentType, source };
    if (wordless) return readPage(reply).page;
    const cut = cutFrom !== undefined && { cutFrom };
    if (contentType !== '' && !/html/i.test(contentType)) return { ...readPage(reply).page, ...cut };
    const collected = await askAgent<Collected | undefined>(
      tab,
      this.window.timeoutMs,
      `look(${JSON.stringify(this.window.selectors)})`,
      undefined,
    );
    if (!collected) return undefined;
    const alerts = [...recorder.messages.splice(0), ...collected.alerts];
    const text = collected.text.slice(0, LONGEST_SOURCE);
    return { ...toPage({ ...collected, text, alerts }, reply), needsScript: false, ...cut };
  }

  private failed({ url, error }: { readonly url: string; readonly error: string }): Page {
    if (!this.window.scope.includes(url)) return outside(url);
    if (/TOO_MANY_REDIRECTS/.test(error))
      return readInstead(url, 'redirects', `trop de redirections, la dernière vers ${url}`).page;
    if (/CACHE_MISS/.test(error))
      return readInstead(url, 'resend', 'le navigateur demande de confirmer le renvoi du formulaire').page;
    throw targetUnavailable(url, new Error(error));
  }
}

function outside(url: string): Page {
  return readInstead(url, 'outside', `adresse hors de la cible : ${url}`).page;
}

/** Says of a browser that is gone that it is gone. */
async function guarded<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (saysGone(error)) throw new BrowserUnavailable('le navigateur s’est arrêté', { cause: error });
    throw error;
  }
}
