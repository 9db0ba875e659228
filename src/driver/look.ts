/** Which pages look the same to a person, so that what was made of one need not be made of the next. Knows no page. */
import type { Page } from './visitor';

const looks = new WeakMap<Page, object>();

/** What stands for the looks of a page: shared by those that differ by hidden values, addresses and what is typed in them alone. */
export function lookOf(page: Page): object {
  return looks.get(page) ?? page;
}

/** Says what a page looks like. @returns the page. */
export function withLook(page: Page, look: object): Page {
  looks.set(page, look);
  return page;
}
