/** Walks the pages of a mail server that lists newest first while others write to it. */
import { MailUnavailable } from '../verdict/errors';

export interface Page<T> {
  /** How many the server holds for this query. */
  readonly total: number;
  readonly items: readonly T[];
}

export interface PageQuery {
  readonly start: number;
  readonly limit: number;
}

/** What MailHog gives at most; a first page is short because the answer is mostly there. */
const FIRST = 20;
const NEXT = 250;
const ATTEMPTS = 5;

/**
 * Everything, newest first, once each. Arrivals in mid-walk push items to a later page: they are dropped as duplicates.
 * Deletions pull items to an earlier page, unseen: the walk starts again.
 * @param enough stops early after a page. @throws MailUnavailable when the list never holds still.
 */
export async function collect<T extends { readonly id: string }>(
  fetchPage: (query: PageQuery) => Promise<Page<T>>,
  enough: (page: Page<T>) => boolean = () => false,
): Promise<readonly T[]> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const found = await walk(fetchPage, enough);
    if (found !== undefined) return found;
  }
  throw new MailUnavailable('Le serveur de courriel perd des messages pendant leur lecture : quelqu’un le vide.');
}

/**
 * What is not known yet, newest first. The ids say how much there is to find: the order of the list says nothing of it.
 * @param ids every id that the server holds.
 */
export async function collectNew<T extends { readonly id: string }>(
  fetchPage: (query: PageQuery) => Promise<Page<T>>,
  ids: () => Promise<ReadonlySet<string>>,
  known: ReadonlySet<string>,
): Promise<readonly T[]> {
  const sought = new Set([...(await ids())].filter((id) => !known.has(id)));
  if (sought.size === 0) return [];
  const found = await collect(fetchPage, ({ items }) => {
    for (const { id } of items) sought.delete(id);
    return sought.size === 0;
  });
  return found.filter(({ id }) => !known.has(id));
}

/** Undefined when the list shrank on the way. */
async function walk<T extends { readonly id: string }>(
  fetchPage: (query: PageQuery) => Promise<Page<T>>,
  enough: (page: Page<T>) => boolean,
): Promise<readonly T[] | undefined> {
  const found = new Map<string, T>();
  let start = 0;
  let total = 0;
  for (;;) {
    const page = await fetchPage({ start, limit: start === 0 ? FIRST : NEXT });
    if (page.total < total) return undefined;
    total = page.total;
    for (const item of page.items) if (!found.has(item.id)) found.set(item.id, item);
    start += page.items.length;
    // MailHog answers `start == total` with the oldest again: the count decides, not an empty page.
    if (start >= total || page.items.length === 0 || enough(page)) return [...found.values()];
  }
}

/**
 * Every id the server holds, without reading the whole list each time: what is known is kept between calls, and the walk stops
 * once a whole page is known and the count agrees. Both are needed: a page alone says nothing when the order is not that of
 * arrival, the count alone nothing when somebody deletes.
 */
export function createIdTracker<T extends { readonly id: string }>(
  fetchPage: (query: PageQuery) => Promise<Page<T>>,
): () => Promise<ReadonlySet<string>> {
  let known: ReadonlySet<string> = new Set();
  return async () => {
    const ids = new Set(known);
    let agreed = false;
    const found = await collect(fetchPage, ({ total, items }) => {
      const fresh = items.filter((item) => !ids.has(item.id));
      for (const item of fresh) ids.add(item.id);
      agreed = fresh.length === 0 && ids.size === total;
      return agreed;
    });
    // After a full walk, what was not met is gone.
    known = agreed ? ids : new Set(found.map((item) => item.id));
    return known;
  };
}
