/** A person at a real browser, driven by Playwright. Knows neither the fiche nor a target. */
import type { BrowserContext, Page as Tab } from 'playwright';
import { BrowserUnavailable } from '../verdict/errors';
import { browserBundle } from './browser-bundle';
import { chooseOption, click, replaceText, selectText } from './browser-hands';
import { BrowserRecorder } from './browser-recorder';
import { replayInBrowser } from './browser-replay';
import { askAgent, Settling } from './browser-settling';
import type { Collected } from './collected';
import { imageOfDataUri } from './data-uri';
import { belongsTo } from './hosts';
import { keepInside, launchBrowser } from './launch-browser';
import { readPage, resolve, toPage } from './read-page';
import { targetUnavailable, unusable } from './unavailable';
import type { Exchange, Page, SeenControl, SeenImage, Submission, Substitution, Visitor, VisitorFactory } from './visitor';

export interface BrowserVisitorsOptions {
  /** The home page of the target. */
  readonly baseUrl: string;
  /** Default: found by `findBrowser`. */
  readonly executablePath?: string;
  /** Default `true`. */
  readonly headless?: boolean;
  /** Longest wait for one document. Default 30 s. */
  readonly timeoutMs?: number;
  readonly now?: () => number;
}

/**
 * Starts one browser; each visitor has a context of its own in it.
 * @throws BrowserUnavailable when there is none, or it does not start.
 */
export async function createBrowserVisitors(options: BrowserVisitorsOptions): Promise<VisitorFactory> {
  const { baseUrl, executablePath, headless = true, timeoutMs = 30_000, now = Date.now } = options;
  const browser = await launchBrowser({ baseUrl, headless, ...(executablePath !== undefined && { executablePath }) });
  const script = browserBundle();
  return {
    async newVisitor({ images = true } = {}) {
      const context = await guarded(() => browser.newContext({ locale: 'fr-FR' }));
      context.setDefaultTimeout(timeoutMs);
      await context.addInitScript({ content: script });
      await keepInside(context, baseUrl, images);
      return openTab({ context, baseUrl, timeoutMs, images, now });
    },
    close: () => browser.close(),
  };
}

/** What the tabs of one visitor share. */
interface BrowserWindow {
  readonly context: BrowserContext;
  readonly baseUrl: string;
  readonly timeoutMs: number;
  readonly images: boolean;
  readonly now: () => number;
}

const BLANK = told('about:blank', '');

async function openTab(window: BrowserWindow): Promise<Visitor> {
  return new BrowserVisitor(window, await guarded(() => window.context.newPage()));
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
    if (!belongsTo(this.window.baseUrl, url)) return Promise.resolve((this.page = outside(url)));
    return this.act(() => this.settling.navigate(url, () => this.tab.goto(url, { waitUntil: 'commit' })));
  }

  look(): Promise<Page> {
    return this.act(() => Promise.resolve());
  }

  type(field: SeenControl, text: string): Promise<void> {
    return guarded(async () => {
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
    return this.act(() => click(this.tab, control));
  }

  pressEnter(field: SeenControl): Promise<Page> {
    return this.act(async () => {
      if (await selectText(this.tab, field)) await this.tab.keyboard.press('Enter');
    });
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
      const { context, baseUrl } = this.window;
      const blank = this.tab.url() === 'about:blank';
      if (!blank) await this.tab.evaluate(() => sessionStorage.clear());
      const session = await context.newCDPSession(this.tab);
      const origins = new Set([new URL(baseUrl).origin, ...(blank ? [] : [new URL(this.tab.url()).origin])]);
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
    const { context, baseUrl, timeoutMs, now } = this.window;
    return guarded(() =>
      replayInBrowser({ request: context.request, baseUrl, timeoutMs, now }, submission, substitutions, (exchange) =>
        this.recorder.add(exchange),
      ),
    );
  }

  exchanges(): readonly Exchange[] {
    return this.recorder.exchanges();
  }

  screenshot(): Promise<Uint8Array> {
    return guarded(() => this.tab.screenshot({ fullPage: true }));
  }

  async close(): Promise<void> {
    await this.tab.close().catch(() => undefined);
    // The last tab takes the window with it.
    if (this.window.context.pages().length === 0) await this.window.context.close().catch(() => undefined);
  }

  /** Does something, waits until the page has settled, and reads it. */
  private act(action: () => Promise<unknown>): Promise<Page> {
    return guarded(async () => {
      const before = this.recorder.inFlight();
      await action();
      await this.settling.settle(before);
      this.page = await this.read();
      return this.page;
    });
  }

  private async read(): Promise<Page> {
    const { recorder, tab } = this;
    if (recorder.failed) return this.failed(recorder.failed);
    const { document } = recorder;
    if (!document || tab.url() === 'about:blank') return BLANK;
    const url = tab.url();
    const contentType = document.headers()['content-type'] ?? '';
    const source = recorder.sourceOf(document);
    const reply = { url, status: document.status(), contentType, source };
    if (contentType !== '' && !/html/i.test(contentType)) return readPage(reply).page;
    const collected = await askAgent<Collected | undefined>(tab, 'look()', undefined);
    // Left again between settling and reading: what is there next is read instead.
    if (!collected) return this.look();
    const alerts = [...recorder.messages.splice(0), ...collected.alerts];
    return { ...toPage({ ...collected, alerts }, reply), needsScript: false };
  }

  private failed({ url, error }: { readonly url: string; readonly error: string }): Page {
    if (!belongsTo(this.window.baseUrl, url)) return outside(url);
    if (/TOO_MANY_REDIRECTS/.test(error)) return told(url, `trop de redirections, la dernière vers ${url}`);
    if (/CACHE_MISS/.test(error)) return told(url, 'le navigateur demande de confirmer le renvoi du formulaire');
    throw targetUnavailable(url, new Error(error));
  }
}

/** What stands in the place of a page that there is none of. */
function told(url: string, source: string): Page {
  return readPage({ url, status: 0, contentType: 'text/plain', source }).page;
}

function outside(url: string): Page {
  return told(url, `adresse hors de la cible : ${url}`);
}

/** Says of a browser that is gone that it is gone. */
async function guarded<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (/has been closed|Target crashed|Page crashed|browser has disconnected/i.test(String(error)))
      throw new BrowserUnavailable('le navigateur s’est arrêté', { cause: error });
    throw error;
  }
}
