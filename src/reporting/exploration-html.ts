/** An exploration as one page that opens offline: no external resource, no script, everything escaped. */
import { createHash } from 'node:crypto';
import type { ExplorationRecord } from './exploration-record';
import { ExplorationPage } from './html/exploration';
import { EXPLORATION_STYLES } from './html/exploration-styles';
import { STYLES } from './html/styles';

export function renderExplorationHtml(record: ExplorationRecord): string {
  const styles = `${STYLES}\n${EXPLORATION_STYLES}`;
  const digest = createHash('sha256').update(styles).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>\n${String(ExplorationPage({ record, policy, styles }))}\n`;
}
