/**
 * What runs inside the browser, in each page before its own scripts: reads the page with the collector that both drivers share, and
 * tells when it has settled. Bundled by `browser-bundle.ts`; answers through a symbol that pages do not stumble upon.
 */
import { collectPage, type View } from './collect';
import type { Collected } from './collected';
import { isSame, rankOf } from './same-control';
import type { SeenControl } from './visitor';

/** What the driver asks of a page. */
export interface BrowserAgent {
  look(selectors: readonly string[]): Collected;
  /** The element seen as a control, or the one that bears its name since; `null` when gone. */
  find(seen: SeenControl): Element | null;
  /** The point where a person would click it; `null` when it is gone, or something else stands there. */
  aim(seen: SeenControl): Point | null;
  /** Puts the cursor in a field with all of its text selected. */
  select(seen: SeenControl): Selection;
  settle(): Promise<Settled>;
}

/** Of the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** `leaving`: another document is on its way; `busy`: the page keeps changing, and the limit was reached. */
export type Settled = 'leaving' | 'quiet' | 'busy';

/** `closed`: read only or disabled, what is typed goes nowhere; `lost`: the field does not take the cursor; `gone`. */
export type Selection = 'selected' | 'closed' | 'lost' | 'gone';

/** A page with scripts is at rest when nothing changed in it for this long. */
const QUIET_MS = 60;
const LONGEST_UNREST_MS = 5_000;

/** What was read last: the driver names controls by their rank in it. */
let last: ReturnType<typeof collectPage> | undefined;
let leaving = false;
/** Whether the person acted on this document since it last settled. */
let touched = false;
const complaints = new Map<Element, string>();

const view: View = {
  getComputedStyle: (element) => window.getComputedStyle(element),
  scripting: true,
  onScreen: (element) => {
    if (element.localName === 'area') return true;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false })) return false;
    const { width, height, right, bottom } = element.getBoundingClientRect();
    // Hidden from the eyes alone: clipped to a pixel, or pushed off the screen.
    return width > 1 && height > 1 && right + window.scrollX > 0 && bottom + window.scrollY > 0;
  },
  valueOf: (field) => {
    const { type, value, checked } = field as HTMLInputElement;
    if (type === 'checkbox' || type === 'radio') return checked ? 'on' : '';
    return value ?? field.textContent ?? '';
  },
};

const agent: BrowserAgent = {
  look(selectors) {
    last = collectPage(document, view, selectors);
    // What the browser itself says of a field, in a bubble that is not part of the page.
    const bubbles = [...complaints].filter(([field]) => field.isConnected && field.matches(':invalid')).map(([, text]) => text);
    return { ...last.page, alerts: [...last.page.alerts, ...bubbles] };
  },

  find(seen) {
    const known = last?.elements[seen.index];
    if (known?.isConnected && isSame(seen, last?.page.controls[seen.index])) return known;
    last = collectPage(document, view);
    return last.elements[rankOf(seen, last.page.controls)] ?? null;
  },

  aim(seen) {
    const element = agent.find(seen);
    if (!element) return null;
    element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const point = { x: left + width / 2, y: top + height / 2 };
    const there = document.elementFromPoint(point.x, point.y);
    return there !== null && element.contains(there) ? point : null;
  },

  select(seen) {
    const field = agent.find(seen);
    if (!field) return 'gone';
    const { disabled, readOnly } = field as HTMLInputElement;
    if (disabled || readOnly) return 'closed';
    (field as HTMLElement).focus();
    if (!field.matches(':focus')) return 'lost';
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
    else document.execCommand('selectAll');
    return 'selected';
  },

  async settle() {
    // What an event starts in a task of its own has begun two frames later.
    if (touched && !leaving) {
      await frame();
      await frame();
    }
    touched = false;
    if (!leaving && runsScripts()) {
      const quiet = await unchanged(QUIET_MS, LONGEST_UNREST_MS);
      if (!leaving && !quiet) return 'busy';
    }
    if (!leaving) return 'quiet';
    leaving = false;
    return 'leaving';
  },
};

/** The next frame; a page in the background draws none. */
function frame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 40);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function runsScripts(): boolean {
  return document.scripts.length > 0 || document.querySelector('[onclick],[onsubmit],[onload],[onchange],[oninput]') !== null;
}

/** Resolves true once the page has not changed for a while, false at the limit. Ends early when the page is left. */
function unchanged(quietMs: number, limitMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (quiet: boolean): void => {
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(limit);
      resolve(quiet);
    };
    const wait = (): ReturnType<typeof setTimeout> => setTimeout(() => end(true), quietMs);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      if (leaving) end(true);
      else timer = wait();
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    let timer = wait();
    const limit = setTimeout(() => end(false), limitMs);
  });
}

interface NavigateEvent extends Event {
  readonly destination: { readonly sameDocument: boolean; readonly url: string };
  readonly downloadRequest: string | null;
}

/** Tabs that a page opens for its links: the person stays in one, as over plain HTTP. */
function keepInTab(event: Event): void {
  const holder = event.target instanceof Element ? event.target.closest('a[target], area[target], form[target]') : null;
  holder?.removeAttribute('target');
}

function followsLink(target: EventTarget | null): boolean {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href], area[href]') : null;
  if (!link || link.hasAttribute('download') || !/^https?:$/.test(link.protocol)) return false;
  return !link.hash || link.href.split('#')[0] !== location.href.split('#')[0];
}

function watch(): void {
  for (const name of ['click', 'keydown']) window.addEventListener(name, () => (touched = true), true);
  window.addEventListener('click', keepInTab, true);
  window.addEventListener('click', (event) => (leaving ||= !event.defaultPrevented && followsLink(event.target)));
  window.addEventListener('submit', keepInTab, true);
  const navigation = (window as { navigation?: EventTarget }).navigation;
  navigation?.addEventListener('navigate', (event) => {
    const { destination, downloadRequest } = event as NavigateEvent;
    if (!destination.sameDocument && downloadRequest === null && /^https?:/.test(destination.url)) leaving = true;
  });
  window.addEventListener('submit', (event) => {
    const method = (event.submitter as HTMLButtonElement | null)?.formMethod || (event.target as HTMLFormElement).method;
    if (!event.defaultPrevented && method !== 'dialog') leaving = true;
  });
  window.addEventListener(
    'invalid',
    (event) => {
      const field = event.target as HTMLInputElement;
      complaints.set(field, field.validationMessage);
    },
    true,
  );
}

watch();
Object.defineProperty(globalThis, Symbol.for('mdpo.agent'), { value: agent });
