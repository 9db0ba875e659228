/** Sends a recorded request again with the cookies of a browser, outside of its page. Reads the answer as the http driver does. */
import type { APIRequestContext } from 'playwright';
import type { CookieJar } from './cookie-jar';
import type { Scope } from './hosts';
import { createHttpClient } from './http-client';
import { arrive } from './navigate';
import type { Pace } from './rate-limit';
import { substitute } from './substitute';
import type { Exchange, Page, Submission, Substitution } from './visitor';

export interface BrowserReplay {
  /** The requests of the context: they share its cookies. */
  readonly request: APIRequestContext;
  readonly scope: Scope;
  readonly timeoutMs: number;
  readonly now: () => number;
  readonly pace: Pace | undefined;
}

/** The browser keeps its cookies itself. */
const NO_JAR: CookieJar = { store: () => undefined, header: () => '', clear: () => undefined };

export async function replayInBrowser(
  { request, scope, timeoutMs, now, pace }: BrowserReplay,
  submission: Submission,
  substitutions: readonly Substitution[],
  record: (exchange: Exchange) => void,
): Promise<Page> {
  const client = createHttpClient({
    scope,
    timeoutMs,
    now,
    headers: {},
    pace,
    transport: async (sent) => {
      const answer = await request.fetch(sent.url, {
        method: sent.method,
        headers: Object.fromEntries(sent.headers),
        ...(sent.body && { data: Buffer.from(await sent.arrayBuffer()) }),
        maxRedirects: 0,
        timeout: timeoutMs,
      });
      const bodiless = [204, 205, 304].includes(answer.status());
      const reply = new Response(bodiless ? null : new Uint8Array(await answer.body()), {
        headers: answer.headersArray().map(({ name, value }): [string, string] => [name, value]),
      });
      // A server may answer more than Fetch lets anyone build: 999.
      return Object.defineProperty(reply, 'status', { value: answer.status() });
    },
  });
  return (await arrive(client, NO_JAR, substitute(submission, substitutions), record)).page;
}
