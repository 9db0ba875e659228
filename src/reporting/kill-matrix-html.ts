/** The kill matrix as one page that opens offline: no external resource, no script, everything escaped. */
import { createHash } from 'node:crypto';
import { KillMatrixPage } from './html/kill-matrix';
import { KILL_MATRIX_STYLES } from './html/kill-matrix-styles';
import { STYLES } from './html/styles';
import type { KillMatrix } from './kill-matrix';

export function renderKillMatrixHtml(matrix: KillMatrix): string {
  const styles = `${STYLES}\n${KILL_MATRIX_STYLES}`;
  const digest = createHash('sha256').update(styles).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>\n${String(KillMatrixPage({ matrix, policy, styles }))}\n`;
}
