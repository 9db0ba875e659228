/** A form noted on one page and sent from another: what is hidden in it belongs to the sender. Sends nothing. */
import { readPage } from './read-page';
import type { Page, Submission } from './visitor';

/**
 * The same request with the hidden values that stand under the same names on a page of the sender. An anti-forgery token would
 * otherwise refuse the request before the rule that is to be judged.
 */
export function withHiddenValuesOf(page: Page, submission: Submission): Submission {
  if (!/^application\/x-www-form-urlencoded/i.test(submission.headers['content-type'] ?? '')) return submission;
  const { document } = readPage({ url: page.url, status: page.status, contentType: page.contentType, source: page.source });
  const hidden = new Map(
    document.entries.filter(({ kind, name }) => kind === 'hidden' && name !== undefined).map(({ name, value }) => [name!, value]),
  );
  if (hidden.size === 0) return submission;
  const fields = [...new URLSearchParams(submission.body)].map(([name, value]) => [name, hidden.get(name) ?? value]);
  return { ...submission, body: new URLSearchParams(fields).toString() };
}
