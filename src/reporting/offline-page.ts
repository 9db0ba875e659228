/** Makes a page that opens offline: one file, no external resource, no script, no style but its own. Knows nothing of its content. */
import { createHash } from 'node:crypto';
import type { PageFrame } from './html/runs-page';
import { RUNS_STYLES } from './html/runs-styles';
import { STYLES } from './html/styles';

/** @param draw the page; what it draws is escaped. */
export function renderOfflinePage(draw: (frame: PageFrame) => unknown): string {
  const styles = `${STYLES}\n${RUNS_STYLES}`;
  const digest = createHash('sha256').update(styles).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>\n${String(draw({ policy, styles }))}\n`;
}
