/** The record as one page that opens offline: no external resource, no script but its own, everything escaped. */
import { createHash } from 'node:crypto';
import type { Language } from './html/language';
import { Page } from './html/page';
import { createPictures } from './html/pictures';
import { SCRIPT } from './html/script';
import { STYLES } from './html/styles';
import type { KillMatrix } from './kill-matrix';
import type { RunRecord } from './record';

/** What a page is drawn with, beside the record. */
export interface HtmlOptions {
  /** PNG in base64, by the SHA-256 that the record cites; one that is absent is named instead of shown. */
  readonly images?: ReadonlyMap<string, string>;
  /** What the suite was seen to find. */
  readonly proof?: KillMatrix | undefined;
  /** French unless given. What the page quotes stays French. */
  readonly language?: Language | undefined;
}

export function renderHtml(record: RunRecord, { images = new Map(), proof, language = 'fr' }: HtmlOptions = {}): string {
  const policy = [
    "default-src 'none'",
    `style-src '${digest(STYLES)}'`,
    `script-src '${digest(SCRIPT)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const page = Page({ record, proof, pictures: createPictures(images), language, policy, styles: STYLES, script: SCRIPT });
  return `<!DOCTYPE html>\n${String(page)}\n`;
}

function digest(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`;
}
