/** A comparison as one page that opens offline. */
import type { Comparison } from './compare-records';
import { ComparisonPage } from './html/comparison';
import { renderOfflinePage } from './offline-page';

export function renderComparisonHtml(comparison: Comparison): string {
  return renderOfflinePage((frame) => ComparisonPage({ comparison, ...frame }));
}
