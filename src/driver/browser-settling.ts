/** Tells when a tab has come to rest after something was done in it. Acts on nothing. */
import type { Page as Tab } from 'playwright';
import type { Settled } from './browser-agent';
import { agentCall } from './browser-bundle';
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
   * @throws TargetUnavailable when the document does not come in time.
   */
  async settle(before: ReadonlySet<unknown>): Promise<void> {
    const { recorder } = this;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      await this.loaded();
      if (recorder.failed) {
        // The browser shows its own page then, and what comes next starts from there.
        await recorder.until(() => this.tab.url().startsWith('chrome-error:'), DEPARTURE_MS);
        await this.tab.waitForLoadState('load', { timeout: DEPARTURE_MS }).catch(onlyNavigation);
        break;
      }
      const { documents, failure } = recorder;
      const moved = (): boolean =>
        recorder.documents > documents || recorder.pending !== undefined || recorder.failure !== failure;
      const state = await askAgent<Settled>(this.tab, 'settle()', 'leaving');
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
    await move().catch((error: unknown) => {
      if (/Timeout/.test(String(error))) throw this.late(url);
      onlyNavigation(error);
    });
  }

  private async loaded(): Promise<void> {
    const { recorder, tab } = this;
    if (!(await recorder.until(() => recorder.pending === undefined, this.timeoutMs)))
      throw this.late(recorder.pending?.url() ?? tab.url());
    if (recorder.failed) return;
    // A resource that never comes does not keep a person from reading.
    await tab.waitForLoadState('load', { timeout: Math.min(this.timeoutMs, RESOURCES_MS) }).catch(onlyNavigation);
  }

  private late(url: string): Error {
    return targetUnavailable(url, new Error(`TimeoutError: ${this.timeoutMs} ms`));
  }
}

/** Asks the agent of the page. @param whenGone the answer when the page is left before it can give one. */
export async function askAgent<T>(tab: Tab, call: string, whenGone: T): Promise<T> {
  try {
    return await tab.evaluate<T>(agentCall(call));
  } catch (error) {
    if (/context was destroyed|navigat|Cannot find context|undefined \(reading '(settle|look)'\)/i.test(String(error)))
      return whenGone;
    throw error;
  }
}

/** Lets through what a navigation that fails or never ends throws. */
function onlyNavigation(error: unknown): void {
  const [said = ''] = String(error).split('\n');
  if (!/net::ERR_|Timeout|interrupted|ERR_ABORTED|frame was detached/i.test(said)) throw error;
}
