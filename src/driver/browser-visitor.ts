/** A person at a real browser, driven by Playwright. Knows neither the fiche nor a target. */
import type { BrowserContext, ElementHandle, Page as Tab } from 'playwright';
import { BrowserUnavailable } from '../verdict/errors';
import type { Selection, Settled } from './browser-agent';
import { agentCall, browserBundle } from './browser-bundle';
import { BrowserRecorder } from './browser-recorder';
import { replayInBrowser } from './browser-replay';
import type { Collected } from './collected';
import { imageOfDataUri } from './data-uri';
import { belongsTo } from './hosts';
import { keepInside, launchBrowser } from './launch-browser';
import { readPage, resolve, toPage } from './read-page';
import { ControlUnusable, targetUnavailable } from './unavailable';
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

/** How long a person tries to click on what moves or stands behind something. */
const CLICK_MS = 3_000;
/** How long data asked for by an action may be on its way before the page is taken as it is. */
const DATA_MS = 10_000;
/** Between the event that announces a navigation and its first request. */
const DEPARTURE_MS = 1_000;
const BLANK: Page = readPage({ url: 'about:blank', status: 0, contentType: 'text/plain', source: '' }).page;

async function openTab(window: BrowserWindow): Promise<Visitor> {
  return new BrowserVisitor(window, await guarded(() => window.context.newPage()));
}

class BrowserVisitor implements Visitor {
  readonly driver = 'browser';
  page: Page = BLANK;
  private readonly recorder: BrowserRecorder;

  constructor(
    private readonly window: BrowserWindow,
    private readonly tab: Tab,
  ) {
    this.recorder = new BrowserRecorder(tab, window.now);
  }

  open(address: string): Promise<Page> {
    const url = resolve(address, this.window.baseUrl) ?? address;
    return this.act(() => this.navigate(url, () => this.tab.goto(url, { waitUntil: 'commit' })));
  }

  look(): Promise<Page> {
    return this.act(() => Promise.resolve());
  }

  type(field: SeenControl, text: string): Promise<void> {
    return guarded(async () => {
      const takesText = field.kind === 'field' && !['checkbox', 'radio', 'file'].includes(field.inputType ?? '');
      if (!field.visible || !takesText) throw unusable(field, 'ne reçoit pas de texte');
      this.recorder.noteTyped(text);
      const element = await this.find(field);
      try {
        if (field.inputType === 'select') await choose(element, field, text);
        else if (await select(element, field)) await this.replaceText(text);
      } finally {
        await element.dispose();
      }
    });
  }

  activate(control: SeenControl): Promise<Page> {
    if (!control.visible) return Promise.reject(unusable(control, 'n’est pas visible'));
    if (!control.enabled) return this.look();
    return this.act(async () => {
      const element = await this.find(control);
      await element.click({ timeout: CLICK_MS, noWaitAfter: true }).catch((error: unknown) => {
        if (/has been closed|crashed/.test(String(error))) throw error;
        throw unusable(control, whyNotClicked(error));
      });
      // The element may be gone with its page.
      element.dispose().catch(() => undefined);
    });
  }

  pressEnter(field: SeenControl): Promise<Page> {
    return this.act(async () => {
      const element = await this.find(field);
      if (await select(element, field)) await this.tab.keyboard.press('Enter');
      element.dispose().catch(() => undefined);
    });
  }

  back(): Promise<Page> {
    return this.act(() => this.navigate(this.tab.url(), () => this.tab.goBack({ waitUntil: 'commit' })));
  }

  reload(): Promise<Page> {
    return this.act(() => this.navigate(this.tab.url(), () => this.tab.reload({ waitUntil: 'commit' })));
  }

  newTab(): Promise<Visitor> {
    return openTab(this.window);
  }

  forgetCookies(): Promise<void> {
    return guarded(() => this.window.context.clearCookies());
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
      await this.settle(before);
      this.page = await this.read();
      return this.page;
    });
  }

  /** Waits for the document on its way, then for the page to come to rest and for the data it asked for since `before`. */
  private async settle(before: ReadonlySet<unknown>): Promise<void> {
    const { recorder } = this;
    for (;;) {
      await this.loaded();
      if (recorder.failed) return recorder.read();
      const { documents, failure } = recorder;
      const moved = (): boolean =>
        recorder.documents > documents || recorder.pending !== undefined || recorder.failure !== failure;
      const state = await this.ask<Settled>('settle()', 'leaving');
      // What was announced comes, unless the page takes the address without leaving.
      if (moved() || (state === 'leaving' && (await recorder.until(moved, DEPARTURE_MS)))) continue;
      const late = (): boolean => [...recorder.inFlight()].some((request) => !before.has(request));
      if (!late() || state === 'busy') return recorder.read();
      if (!(await recorder.until(() => !late() || moved(), DATA_MS))) return recorder.read();
    }
  }

  private async loaded(): Promise<void> {
    const { recorder, tab } = this;
    const { timeoutMs } = this.window;
    if (!(await recorder.until(() => recorder.pending === undefined, timeoutMs)))
      throw late(recorder.pending?.url() ?? tab.url(), timeoutMs);
    if (recorder.failed) return;
    // A resource that never comes does not keep a person from reading.
    await tab.waitForLoadState('load', { timeout: timeoutMs }).catch(onlyNavigation);
  }

  /** What does not arrive is told by the recorder; files to be saved and empty answers leave the page as it was. */
  private async navigate(url: string, move: () => Promise<unknown>): Promise<void> {
    await move().catch((error: unknown) => {
      if (/Timeout/.test(String(error))) throw late(url, this.window.timeoutMs);
      onlyNavigation(error);
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
    const collected = await this.ask<Collected | undefined>('look()', undefined);
    // Left again between settling and reading: what is there next is read instead.
    if (!collected) return this.look();
    const alerts = [...recorder.messages.splice(0), ...collected.alerts];
    return { ...toPage({ ...collected, alerts }, reply), needsScript: false };
  }

  private failed({ url, error }: { readonly url: string; readonly error: string }): Page {
    const told = (source: string): Page => readPage({ url, status: 0, contentType: 'text/plain', source }).page;
    if (!belongsTo(this.window.baseUrl, url)) return told(`adresse hors de la cible : ${url}`);
    if (/TOO_MANY_REDIRECTS/.test(error)) return told(`trop de redirections, la dernière vers ${url}`);
    if (/CACHE_MISS/.test(error)) return told('le navigateur demande de confirmer le renvoi du formulaire');
    throw targetUnavailable(url, new Error(error));
  }

  private async ask<T>(call: string, whenGone: T): Promise<T> {
    try {
      return await this.tab.evaluate<T>(agentCall(call));
    } catch (error) {
      if (/context was destroyed|navigat|Cannot find context|undefined \(reading '(settle|look)'\)/i.test(String(error)))
        return whenGone;
      throw error;
    }
  }

  private async find(seen: SeenControl): Promise<ElementHandle> {
    const handle = await this.tab.evaluateHandle(agentCall(`find(${JSON.stringify(seen)})`));
    const element = handle.asElement() as ElementHandle | null;
    if (!element) throw unusable(seen, `n’est plus sur la page ${this.tab.url()}`);
    return element;
  }

  private async replaceText(text: string): Promise<void> {
    if (text === '') await this.tab.keyboard.press('Delete');
    else await this.tab.keyboard.insertText(text);
  }
}

/** @returns false for a field that is read only or disabled: what a person types there goes nowhere. */
async function select(element: ElementHandle, seen: SeenControl): Promise<boolean> {
  const selection = await element.evaluate((field) => {
    const agents = globalThis as unknown as Record<symbol, { select(field: unknown): Selection }>;
    return agents[Symbol.for('mdpo.agent')]!.select(field);
  });
  if (selection === 'lost') throw unusable(seen, 'ne prend pas le curseur');
  return selection === 'selected';
}

async function choose(list: ElementHandle, seen: SeenControl, text: string): Promise<void> {
  const within = { timeout: CLICK_MS };
  const byValue = (): Promise<unknown> => list.selectOption({ value: text }, within);
  await list
    .selectOption({ label: text }, within)
    .catch(byValue)
    .catch(() => {
      throw unusable(seen, 'n’a pas l’option demandée');
    });
}

function late(url: string, timeoutMs: number): Error {
  return targetUnavailable(url, new Error(`TimeoutError: ${timeoutMs} ms`));
}

function unusable(control: SeenControl, why: string): ControlUnusable {
  return new ControlUnusable(`« ${control.name} » (${control.role}) ${why}`);
}

function whyNotClicked(error: unknown): string {
  const said = String(error);
  if (/intercepts pointer events/.test(said)) return 'est recouvert par un autre élément : une personne ne peut pas l’actionner';
  if (/not enabled/.test(said)) return 'est désactivé';
  if (/not stable/.test(said)) return 'bouge sans cesse : une personne ne peut pas l’actionner';
  if (/detached|not attached/.test(said)) return 'a disparu de la page';
  return 'n’est pas à la portée d’une personne : invisible ou hors de l’écran';
}

/** Lets through what a navigation that fails or never ends throws: the recorder knows how it ended. */
function onlyNavigation(error: unknown): void {
  if (!/net::|interrupted|Timeout|navigat|aborted/i.test(String(error)) || /has been closed/.test(String(error))) throw error;
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
