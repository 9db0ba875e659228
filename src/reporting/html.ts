/** The record as one page that opens offline: no external resource, no script but its own, everything escaped. */
import { createHash } from 'node:crypto';
import { Page } from './html/page';
import { createPictures } from './html/pictures';
import { SCRIPT } from './html/script';
import { STYLES } from './html/styles';
import type { KillMatrix } from './kill-matrix';
import type { RunRecord } from './record';

/**
 * @param images PNG in base64, by the SHA-256 that the record cites; one that is absent is named instead of shown.
 * @param proof what the suite was seen to find.
 */
export function renderHtml(record: RunRecord, images: ReadonlyMap<string, string> = new Map(), proof?: KillMatrix): string {
  const policy = [
    "default-src 'none'",
    `style-src '${digest(STYLES)}'`,
    `script-src '${digest(SCRIPT)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const page = Page({ record, proof, pictures: createPictures(images), policy, styles: STYLES, script: SCRIPT });
  return `<!DOCTYPE html>\n${String(page)}\n`;
}

function digest(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`;
}
