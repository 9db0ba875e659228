/** Asks for a page and follows where it leads: redirects, and pages that move on by themselves. Knows no tab and no history. */
import type { CookieJar } from './cookie-jar';
import { refusal, type HttpClient, type Incoming, type Outgoing } from './http-client';
import { createPageReader, readInstead, resolve, type PageReader, type ReadPage } from './read-page';
import type { Exchange } from './visitor';

/** Where a page says that it goes by itself. */
export interface Refresh {
  readonly seconds: number;
  readonly url: string;
}

/** What stands at the end of the way. */
export interface Arrival extends ReadPage {
  readonly incoming: Incoming;
  /** The last request made, the one that « recharger » sends again. */
  readonly request: Outgoing;
  readonly refresh: Refresh | undefined;
}

/** A page that moves on by itself within this time is one that the person never acts on. */
export const LONGEST_REFRESH_SECONDS = 5;
const MOST_REDIRECTS = 10;
/** Readings are pure: every visitor of the process shares them. */
const readReply = createPageReader();

/** @throws TargetUnavailable when nothing answers. A loop of redirects is an answer: a page of status 0 that says so. */
export async function arrive(
  client: HttpClient,
  jar: CookieJar,
  request: Outgoing,
  record: (exchange: Exchange) => void,
  read: PageReader = readReply,
): Promise<Arrival> {
  let last = request;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const incoming = await client.send(last, jar, record);
    const redirected = redirection(last, incoming);
    if (redirected) {
      last = redirected;
      continue;
    }
    const arrival = arrivalOf(incoming, last, read);
    const { refresh } = arrival;
    if (!refresh || refresh.seconds > LONGEST_REFRESH_SECONDS || refresh.url === incoming.url) return arrival;
    last = { method: 'GET', url: refresh.url, headers: withoutBody(last.headers), body: '' };
  }
  const text = `plus de ${MOST_REDIRECTS} redirections, la dernière vers ${last.url}`;
  return arrivalOf(refusal(last.url, { instead: 'redirects', text }), last);
}

/** An answer read as a page. */
export function arrivalOf(incoming: Incoming, request: Outgoing, reader: PageReader = readReply): Arrival {
  const { url, status, contentType, text, refused, cutFrom } = incoming;
  const read = refused ? readInstead(url, refused.instead, refused.text) : reader({ url, status, contentType, source: text });
  const page = cutFrom === undefined ? read.page : { ...read.page, cutFrom };
  const refresh = parseRefresh(incoming.headers.refresh ?? read.document.refresh, url);
  return { page, document: read.document, incoming, request, refresh };
}

function redirection(request: Outgoing, { status, headers, url }: Incoming): Outgoing | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || headers.location === undefined) return undefined;
  const target = resolve(latin1ToUtf8(headers.location), url);
  if (target === undefined) return undefined;
  // Fetch, 4.4: 303 always, 301 and 302 after a POST, ask for the next address with GET.
  const turns = status === 303 || (status <= 302 && request.method === 'POST');
  if (!turns) return { ...request, url: target };
  return { method: 'GET', url: target, headers: withoutBody(request.headers), body: '' };
}

function withoutBody(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'content-type' && name !== 'origin'));
}

/** `5; url=/suite`, as browsers read it. Without an address: the page itself. */
function parseRefresh(written: string | undefined, base: string): Refresh | undefined {
  const found = /^\s*(\d+)(?:\.\d*)?\s*(?:[;,\s]\s*(?:url\s*=\s*)?["']?(.*?)["']?\s*)?$/i.exec(written ?? '');
  if (!found) return undefined;
  const url = found[2] ? resolve(found[2], base) : base;
  return url === undefined ? undefined : { seconds: Number(found[1]), url };
}

/** Header bytes arrive one a character. */
function latin1ToUtf8(text: string): string {
  return /[\x80-\xff]/.test(text) ? Buffer.from(text, 'latin1').toString('utf8') : text;
}
