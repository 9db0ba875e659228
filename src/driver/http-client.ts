/** Sends the requests of one browser over HTTP: cookies, redirects, limits, a trace of each exchange. Reads no page. */
import { decodeAs } from './charset';
import type { CookieJar } from './cookie-jar';
import type { Scope } from './hosts';
import type { Pace } from './rate-limit';
import { LONGEST_SOURCE } from './read-page';
import { targetUnavailable } from './unavailable';
import type { Exchange, Instead } from './visitor';

/** A request before cookies. Header names in lower case. */
export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came back. */
export interface Incoming {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string;
  readonly charset: string;
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Of a body too long to be kept whole: the bytes that it has, at least. */
  readonly cutFrom?: number;
  /** Why nothing was asked: the reply is then empty, with status 0. */
  readonly refused?: Refused;
}

export interface Refused {
  /** Absent: nobody wanted anything yet. */
  readonly instead?: Instead;
  readonly text: string;
}

export type Transport = (request: Request) => Promise<Response>;

export interface HttpClientOptions {
  /** Nothing else is asked. */
  readonly scope: Scope;
  readonly transport: Transport;
  readonly timeoutMs: number;
  /** Sent with every request: what a deployment asks of its testers. */
  readonly headers: Readonly<Record<string, string>>;
  readonly now: () => number;
  /** Awaited before each request. */
  readonly pace: Pace | undefined;
}

/** One request, one reply: follows nothing. */
export interface HttpClient {
  /** @throws TargetUnavailable when nothing answers. */
  send(outgoing: Outgoing, jar: CookieJar, record: (exchange: Exchange) => void): Promise<Incoming>;
}

export function createHttpClient(options: HttpClientOptions): HttpClient {
  return {
    async send(outgoing, jar, record) {
      if (!options.scope.includes(outgoing.url))
        return refusal(outgoing.url, { instead: 'outside', text: `adresse hors de la cible : ${outgoing.url}` });
      const url = new URL(outgoing.url);
      if (url.username !== '' || url.password !== '')
        return refusal(outgoing.url, { instead: 'unreadable', text: 'adresse qui porte des identifiants' });
      await options.pace?.();
      const cookie = jar.header(url);
      const headers = { ...withReferer(outgoing.headers, url), ...options.headers, ...(cookie !== '' && { cookie }) };
      const at = options.now();
      const incoming = await within(options.timeoutMs, outgoing.url, async () => {
        const response = await options.transport(toRequest(outgoing, headers));
        jar.store(url, response.headers.getSetCookie());
        return receive(outgoing.url, response);
      });
      record({
        at,
        method: outgoing.method,
        url: outgoing.url,
        requestBody: outgoing.body,
        status: incoming.status,
        responseHeaders: incoming.headers,
        responseBody: incoming.text,
      });
      return incoming;
    },
  };
}

/** A reply that was never asked for, and why. */
export function refusal(url: string, refused: Refused): Incoming {
  return { url, status: 0, headers: {}, contentType: '', charset: 'utf-8', text: '', bytes: new Uint8Array(), refused };
}

/** Referrer Policy, `strict-origin-when-cross-origin`: another origin is told where from, not what was read there. */
function withReferer(headers: Outgoing['headers'], entered: URL): Outgoing['headers'] {
  const from = headers.referer;
  if (from === undefined || from.startsWith(`${entered.origin}/`) || !URL.canParse(from)) return headers;
  const left = new URL(from);
  if (left.origin === entered.origin) return headers;
  const others = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'referer'));
  return left.protocol === 'https:' && entered.protocol === 'http:' ? others : { ...others, referer: `${left.origin}/` };
}

function toRequest(outgoing: Outgoing, headers: Record<string, string>): Request {
  const { method, url, body } = outgoing;
  const bodiless = method === 'GET' || method === 'HEAD';
  return new Request(url, { method, headers, redirect: 'manual', ...(!bodiless && { body }) });
}

async function within(limitMs: number, url: string, exchange: () => Promise<Incoming>): Promise<Incoming> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`TimeoutError: ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([exchange(), late]);
  } catch (error) {
    throw targetUnavailable(url, error);
  } finally {
    clearTimeout(timer);
  }
}

async function receive(url: string, response: Response): Promise<Incoming> {
  const { bytes, whole } = await readBytes(response);
  const headers: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    // Several cookies may come in one reply: a comma would run them together.
    headers[name] = headers[name] === undefined ? value : `${headers[name]}\n${value}`;
  });
  const contentType = headers['content-type'] ?? '';
  const charset = charsetOf(contentType, bytes);
  const text = isText(contentType) ? (decodeAs(bytes, charset) ?? decodeAs(bytes, 'utf-8')!) : '';
  const cutFrom = whole ? undefined : Math.max(Number(headers['content-length']) || 0, bytes.byteLength);
  return { url, status: response.status, headers, contentType, charset, text, bytes, ...(cutFrom && { cutFrom }) };
}

async function readBytes(response: Response): Promise<{ bytes: Uint8Array; whole: boolean }> {
  if (!response.body) return { bytes: new Uint8Array(), whole: true };
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.byteLength;
    if (length > LONGEST_SOURCE) {
      await reader.cancel();
      break;
    }
  }
  const bytes = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
  return length > LONGEST_SOURCE ? { bytes: bytes.subarray(0, LONGEST_SOURCE), whole: false } : { bytes, whole: true };
}

function isText(contentType: string): boolean {
  return contentType === '' || /^\s*(text\/|application\/([\w.+-]*\+)?(json|xml|javascript))/i.test(contentType);
}

/** The charset that the header, else the page itself declares. */
function charsetOf(contentType: string, bytes: Uint8Array): string {
  const declared = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1];
  if (declared) return declared;
  if (!/html/i.test(contentType)) return 'utf-8';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1');
  return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? 'utf-8';
}
