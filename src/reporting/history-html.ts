/** A history as one page that opens offline. */
import type { History } from './history-record';
import { HistoryPage } from './html/history';
import { renderOfflinePage } from './offline-page';

export function renderHistoryHtml(history: History): string {
  return renderOfflinePage((frame) => HistoryPage({ history, ...frame }));
}
