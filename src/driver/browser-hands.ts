/** What a person does with a control: finds it on the page, clicks, types. Waits for nothing that follows. */
import type { ElementHandle, Page as Tab } from 'playwright';
import type { Point, Selection } from './browser-agent';
import { agentCall } from './browser-bundle';
import { saysGone } from './browser-patience';
import { gone, unusable } from './unavailable';
import type { SeenControl } from './visitor';

/** How long a person tries to use what moves or stands behind something. */
export const PATIENCE_MS = 3_000;

/** @throws ControlUnusable when the control is no longer there. */
async function findElement(tab: Tab, seen: SeenControl): Promise<ElementHandle> {
  const handle = await tab.evaluateHandle(agentCall(`find(${JSON.stringify(seen)})`));
  const element = handle.asElement() as ElementHandle | null;
  if (!element) throw gone(seen, tab.url());
  return element;
}

/**
 * Clicks where a person would. What cannot be hit at once (covered, moving, split over lines) is left to Playwright, which waits for it.
 * @throws ControlUnusable that says why a person could not.
 */
export async function click(tab: Tab, seen: SeenControl): Promise<void> {
  const point = await tab.evaluate<Point | null>(agentCall(`aim(${JSON.stringify(seen)})`));
  if (point !== null) return tab.mouse.click(point.x, point.y);
  const element = await findElement(tab, seen);
  await element.click({ timeout: PATIENCE_MS, noWaitAfter: true }).catch((error: unknown) => {
    if (saysGone(error)) throw error;
    throw unusable(seen, whyNotClicked(error));
  });
  // The element may be gone with its page.
  element.dispose().catch(() => undefined);
}

/** @returns false for a field that is read only or disabled: what a person types there goes nowhere. */
export async function selectText(tab: Tab, seen: SeenControl): Promise<boolean> {
  const selection = await tab.evaluate<Selection>(agentCall(`select(${JSON.stringify(seen)})`));
  if (selection === 'gone') throw gone(seen, tab.url());
  if (selection === 'lost') throw unusable(seen, 'ne prend pas le curseur');
  return selection === 'selected';
}

/** Puts a text in the place of what is selected, as by pasting: `maxlength` cuts it. */
export async function replaceText(tab: Tab, text: string): Promise<void> {
  if (text === '') await tab.keyboard.press('Delete');
  else await tab.keyboard.insertText(text);
}

/** Chooses in a list, by what it shows, else by its value. */
export async function chooseOption(tab: Tab, seen: SeenControl, text: string): Promise<void> {
  const list = await findElement(tab, seen);
  const options = await list.evaluate((element) =>
    Array.from((element as unknown as HTMLSelectElement).options, ({ label, value }) => ({ label: label.trim(), value })),
  );
  const index = options.findIndex(({ label, value }) => label === text.trim() || value === text);
  if (index < 0) throw unusable(seen, 'n’a pas l’option demandée');
  await list.selectOption({ index }, { timeout: PATIENCE_MS });
}

/** Has the page send a form of its own making. */
export async function sendForm(tab: Tab, { url, body }: { readonly url: string; readonly body: string }): Promise<void> {
  await tab.evaluate(
    ({ action, fields }) => {
      const form = document.createElement('form');
      Object.assign(form, { method: 'post', action });
      for (const [name, value] of fields) {
        form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
      }
      document.body.append(form);
      // A field called « submit » would stand before the method.
      HTMLFormElement.prototype.submit.call(form);
    },
    { action: url, fields: [...new URLSearchParams(body)] },
  );
}

function whyNotClicked(error: unknown): string {
  const said = String(error);
  if (/intercepts pointer events/.test(said)) return 'est recouvert par un autre élément : une personne ne peut pas l’actionner';
  if (/not enabled/.test(said)) return 'est désactivé';
  if (/not stable/.test(said)) return 'bouge sans cesse : une personne ne peut pas l’actionner';
  if (/detached|not attached/.test(said)) return 'a disparu de la page';
  return 'n’est pas à la portée d’une personne : invisible ou hors de l’écran';
}
