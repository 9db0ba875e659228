/** Tells when a tab has come to rest after something was done in it. Acts on nothing. */
import type { Page as Tab } from 'playwright';
import type { Settled } from './browser-agent';
import { agentCall } from './browser-bundle';
import { answering, notRead, stopLoading } from './browser-patience';
import type { BrowserRecorder } from './browser-recorder';
import { targetUnavailable } from './unavailable';

/** How long data asked for by an action may be on its way before the page is taken as it is. */
const DATA_MS = 10_000;
/** How long a person waits for the last image of a page. */
const RESOURCES_MS = 10_000;
/** A page that never stops leaving for another is taken as it is. */
const MOST_ROUNDS = 20;
/** Between the event that announces a navigation and its first request. */
const DEPARTURE_MS = 1_000;

export class Settling {
  constructor(
    private readonly tab: Tab,
    private readonly recorder: BrowserRecorder,
    private readonly timeoutMs: number,
  ) {}

  /**
   * Waits for the document on its way, then for the page to come to rest and for the data it asked for since `before`.
   * @param limit by the clock: a page that has not come to rest by then is taken as it is.
   * @throws TargetUnavailable when the document, or the whole of it, does not come in time.
   */
  async settle(before: ReadonlySet<unknown>, limit: number): Promise<void> {
    const { recorder } = this;
    for (let round = 0; round === 0 || (round < MOST_ROUNDS && Date.now() < limit); round += 1) {
      await this.loaded();
      if (recorder.broken !== undefined) break;
      if (recorder.failed) {
        // The browser shows its own page then, and what comes next starts from there.
        await recorder.until(() => this.tab.url().startsWith('chrome-error:'), DEPARTURE_MS);
        await this.tab.waitForLoadState('load', { timeout: DEPARTURE_MS }).catch(onlyNavigation);
        break;
      }
      const { documents, failure } = recorder;
      const moved = (): boolean =>
        recorder.documents > documents || recorder.pending !== undefined || recorder.failure !== failure;
      const state = await askAgent<Settled>(this.tab, this.timeoutMs, 'settle()', 'leaving');
      // What was announced comes, unless the page takes the address without leaving.
      if (moved() || (state === 'leaving' && (await recorder.until(moved, DEPARTURE_MS)))) continue;
      const late = (): boolean => [...recorder.inFlight()].some((request) => !before.has(request));
      if (!late() || state === 'busy') break;
      if (!(await recorder.until(() => !late() || moved(), DATA_MS))) break;
    }
    await recorder.read();
  }

  /**
   * Starts a navigation. How it ended is told by the recorder; files to be saved and empty answers leave the page as it was.
   * @throws TargetUnavailable when nothing comes in time.
   */
  async navigate(url: string, move: () => Promise<unknown>): Promise<void> {
    await move().catch((error: unknown) => (/Timeout/.test(String(error)) ? this.late(url) : onlyNavigation(error)));
  }

  private async loaded(): Promise<void> {
    const { recorder, tab } = this;
    const came = await recorder.until(() => recorder.pending === undefined, this.timeoutMs);
    if (!came) await this.late(recorder.pending?.url() ?? tab.url());
    if (recorder.failed) return;
    const ended = await recorder.until(() => recorder.arrived || recorder.pending !== undefined, this.timeoutMs);
    if (!ended) await this.late(tab.url());
    if (recorder.broken !== undefined) return;
    // A resource that never comes does not keep a person from reading.
    await tab.waitForLoadState('load', { timeout: Math.min(this.timeoutMs, RESOURCES_MS) }).catch(onlyNavigation);
  }

  private async late(url: string): Promise<never> {
    await stopLoading(this.tab);
    throw targetUnavailable(url, new Error(`TimeoutError: ${this.timeoutMs} ms`));
  }
}

/**
 * Asks the agent of the page.
 * @param whenGone the answer when the page is left before it can give one.
 * @throws TargetUnavailable when the scripts of the page keep the agent from answering.
 */
export async function askAgent<T>(tab: Tab, limitMs: number, call: string, whenGone: T): Promise<T> {
  try {
    return await answering(tab, limitMs, tab.evaluate<T>(agentCall(call)));
  } catch (error) {
    const said = String(error);
    if (/context was destroyed|navigat|Cannot find context|undefined \(reading '(settle|look)'\)/i.test(said)) return whenGone;
    const thrown = /^page\.evaluate: (\w*Error: .*)/.exec(error instanceof Error ? error.message : '')?.[1];
    throw thrown === undefined ? error : notRead(tab, `ses scripts s’y opposent (${thrown})`, error);
  }
}

/** Lets through what a navigation that fails or never ends throws. */
function onlyNavigation(error: unknown): void {
  const [said = ''] = String(error).split('\n');
  if (!/net::ERR_|Timeout|interrupted|Download is starting|frame was detached/i.test(said)) throw error;
}
