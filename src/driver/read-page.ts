/** Reads what a server sent into a `Page` and the data of its forms, without a browser. Sends nothing. */
import { parseHTML } from 'linkedom';
import { ConfigurationError } from '../verdict/errors';
import { collectPage } from './collect';
import { collectForms } from './collect-forms';
import type { Collected, CollectedDocument } from './collected';
import { withLook } from './look';
import { createParsedView } from './parsed-view';
import { blank, compile, isBlanked, type Filler } from './template';
import type { Instead, Page, SeenControl } from './visitor';
import { collapse } from './words';

/** A reply as text, with what its headers say. */
export interface Reply {
  readonly url: string;
  readonly status: number;
  readonly contentType: string;
  readonly source: string;
}

/** A page with what the http driver needs to act on it. */
export interface ReadPage {
  readonly page: Page;
  readonly document: CollectedDocument;
}

const EMPTY: CollectedDocument = {
  title: '',
  lang: '',
  text: '',
  alerts: [],
  controls: [],
  scripted: false,
  actionable: false,
  forms: [],
  entries: [],
};

/** Sources are cut after so many bytes: no page of a procedure is as long. */
export const LONGEST_SOURCE = 5 * 1024 * 1024;
/** Readings kept: a procedure has a dozen pages, each with a few variants. */
const KEPT_READINGS = 300;
/** Longer sources are read each time: they are rare and would fill the memory. */
const LONGEST_KEPT = 200_000;

export type PageReader = (reply: Reply) => ReadPage;

/** @throws ConfigurationError for a selector that is none. */
export function checkSelectors(selectors: readonly string[]): void {
  const { document } = parseHTML('<!doctype html><html></html>') as unknown as { document: Document };
  for (const selector of selectors) {
    try {
      document.querySelector(selector);
    } catch {
      throw new ConfigurationError(`controls: given css ${JSON.stringify(selector)}; accepted: a CSS selector`);
    }
  }
}

/** @returns a reader that remembers what it read: the pages of a procedure differ by their tokens alone. */
export function createPageReader(selectors: readonly string[] = []): PageReader {
  // A token may stand in what a selector looks at: such pages are read each time.
  if (selectors.length > 0) return (reply) => readReply(reply, (source) => readHtml(source, selectors));
  const readings = new Map<string, Reading>();
  return (reply) => {
    const blanked = reply.source.length <= LONGEST_KEPT && isHtml(reply) ? blank(reply.source) : undefined;
    if (!blanked) return readPage(reply);
    let reading = readings.get(blanked.text);
    if (reading) readings.delete(blanked.text);
    else reading = createReading(readHtml(blanked.text));
    // A Map keeps the order of insertion: the first key is the reading used longest ago.
    readings.set(blanked.text, reading);
    if (readings.size > KEPT_READINGS) readings.delete(readings.keys().next().value!);
    const document = reading.fill(blanked.tokens);
    const page = toPage(document, reply);
    return { page: reading.looks ? withLook(page, lookAt(reading.looks, reply)) : page, document };
  };
}

/** What was made of a blanked source. */
interface Reading {
  readonly fill: Filler<CollectedDocument>;
  /** By status and media type. Absent where a token stands in what a person sees. */
  readonly looks: Map<string, object> | undefined;
}

function createReading(document: CollectedDocument): Reading {
  const controls = document.controls.map((control) => ({ ...control, href: undefined }));
  const seen = { ...document, controls, forms: [], entries: [] };
  return { fill: compile(document), looks: isBlanked(seen) ? undefined : new Map() };
}

function lookAt(looks: Map<string, object>, { status, contentType }: Reply): object {
  const key = `${status} ${contentType}`;
  let look = looks.get(key);
  if (!look) looks.set(key, (look = {}));
  return look;
}

/** Reads without memory. */
export function readPage(reply: Reply): ReadPage {
  return readReply(reply, (source) => readHtml(source));
}

function readReply(reply: Reply, read: (source: string) => CollectedDocument): ReadPage {
  const { contentType, source } = reply;
  if (isHtml(reply)) {
    const document = read(source);
    return { page: toPage(document, reply), document };
  }
  const document = isText(contentType) ? { ...EMPTY, text: collapse(source) } : EMPTY;
  return { page: toPage(document, isText(contentType) ? reply : { ...reply, source: '' }), document };
}

/** What stands in the place of a page that was not shown. @param text what there is to say of it, in French. */
export function readInstead(url: string, instead: Instead | undefined, text: string): ReadPage {
  const { page, document } = readPage({ url, status: 0, contentType: 'text/plain', source: text });
  return { page: { ...page, ...(instead && { instead }) }, document };
}

/** The page that stands at an address: what was collected, its addresses resolved. */
export function toPage(collected: Collected, { url, status, contentType, source }: Reply): Page {
  const base = collected.base === undefined ? url : (resolve(collected.base, url) ?? url);
  return {
    url,
    status,
    contentType,
    title: collected.title,
    lang: collected.lang,
    text: collected.text,
    alerts: collected.alerts,
    controls: resolveControls(collected.controls, base),
    needsScript: collected.scripted && !collected.actionable,
    source,
  };
}

/** @returns the absolute address, or `undefined` for one that cannot be understood. */
export function resolve(address: string, base: string): string | undefined {
  return URL.canParse(address, base) ? new URL(address, base).href : undefined;
}

/** Controls in which no token stands are the same in every reading of a page, and the page mostly stands at the same address. */
function resolveControls(controls: readonly SeenControl[], base: string): readonly SeenControl[] {
  const known = resolved.get(controls);
  if (known?.base === base) return known.controls;
  const fresh = controls.map((control) => resolveControl(control, base));
  resolved.set(controls, { base, controls: fresh });
  return fresh;
}

const resolved = new WeakMap<readonly SeenControl[], { readonly base: string; readonly controls: readonly SeenControl[] }>();

function resolveControl(control: SeenControl, base: string): SeenControl {
  if (control.href !== undefined) return { ...control, href: resolve(control.href, base) ?? control.href };
  if (control.src === undefined || control.src === '') return control;
  if (control.src.startsWith('<')) return { ...control, src: `data:image/svg+xml,${encodeURIComponent(control.src)}` };
  return { ...control, src: resolve(control.src, base) ?? control.src };
}

function readHtml(source: string, selectors: readonly string[] = []): CollectedDocument {
  try {
    return parseAndCollect(source, selectors);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Nested deeper than the stack goes, and than any browser shows (Chromium: 512 levels): its words are all that can be read.
    return { ...EMPTY, text: collapse(source.replace(/<[^>]*>/g, ' ')) };
  }
}

function parseAndCollect(source: string, selectors: readonly string[]): CollectedDocument {
  const { document } = parseHTML(wholeDocument(source)) as unknown as { document: Document };
  // Attribute names are kept as written by the parser, but mean the same in any case.
  if (/<[A-Z]|<[a-z][^>]*\s(?:[a-z-]*[A-Z]|type\s*=\s*["']?[a-z]*[A-Z])/.test(source)) lowerAttributes(document);
  const { page, elements } = collectPage(document, createParsedView(document), selectors);
  return { ...page, ...collectForms(document, elements) };
}

/** The parser wants a root: what has none is put in one. */
function wholeDocument(source: string): string {
  if (/<html[\s>]/i.test(source)) return source;
  return `<!doctype html><html>${source.replace(/<!doctype[^>]*>/i, '')}</html>`;
}

function lowerAttributes(document: Document): void {
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of Array.from(element.attributes)) {
      const lower = name.toLowerCase();
      if (lower !== name) {
        element.removeAttribute(name);
        if (!element.hasAttribute(lower)) element.setAttribute(lower, value);
      }
      if (lower === 'type') element.setAttribute('type', value.trim().toLowerCase());
    }
  }
}

function isHtml({ contentType, source }: Reply): boolean {
  if (contentType === '') return /^\s*</.test(source);
  return /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(contentType);
}

function isText(contentType: string): boolean {
  return contentType === '' || /^\s*(text\/|application\/([\w.+-]*\+)?(json|xml|javascript))/i.test(contentType);
}
