/** What keeps a tab from being waited for without end: limits, and the ways to stop what it is at. Reads no page. */
import type { CDPSession, Page as Tab } from 'playwright';
import { targetUnavailable } from './unavailable';

const COMMAND_MS = 2_000;

/** @throws TargetUnavailable when the tab does not answer in time. */
export async function answering<T>(tab: Tab, limitMs: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const frozen = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(notRead(tab, 'ses scripts ne rendent pas la main')), limitMs);
  });
  try {
    return await Promise.race([answer, frozen]);
  } finally {
    clearTimeout(timer);
  }
}

/** Does what the stop button does. A tab whose document is still awaited answers nothing else. */
export function stopLoading(tab: Tab): Promise<void> {
  return commanding(tab, async (session) => void (await session.send('Page.stopLoading')));
}

/** Leaves a page that scripts lead on and on, for one that is blank. */
export function leaveForGood(tab: Tab): Promise<void> {
  return commanding(tab, async (session) => {
    await session.send('Emulation.setScriptExecutionDisabled', { value: true });
    await session.send('Page.stopLoading');
    await tab.goto('about:blank');
  });
}

/** What cannot be stopped goes on until the tab is closed. */
async function commanding(tab: Tab, command: (session: CDPSession) => Promise<void>): Promise<void> {
  const orders = async (): Promise<void> => {
    const session = await tab.context().newCDPSession(tab);
    await command(session).finally(() => session.detach());
  };
  await answering(tab, COMMAND_MS, orders()).catch(() => undefined);
}

/** Whether an error says that the tab, or the whole browser, is no more. */
export function saysGone(error: unknown): boolean {
  return /has been closed|(Browser|Target|Connection) closed|(Target|Page) crashed|browser has disconnected/i.test(String(error));
}

/** @param why what keeps the page from being read, in French. */
export function notRead(tab: Tab, why: string, cause?: unknown): Error {
  return targetUnavailable(tab.url(), new Error(`la page ne se laisse pas lire, ${why}`, { cause }));
}
