/** A page in a few words, for people. Judges nothing. */
import type { Page } from '../driver/visitor';
import { pathOf } from './screen-controls';

const LONGEST = 100;

/** `status 404 at /nowhere: « Page introuvable »`. */
export function describeSeen(page: Page): string {
  const shown = [page.title, ...page.alerts].find((text) => text !== '') ?? page.text;
  const kind = /html|^$/.test(page.contentType) ? '' : `, ${page.contentType.split(';')[0]}`;
  return `status ${page.status}${kind} at ${pathOf(page)}: ${shown === '' ? 'an empty page' : `« ${shortened(shown)} »`}`;
}

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
