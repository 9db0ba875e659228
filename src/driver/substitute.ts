/** Puts other values in a recorded request, whatever its encoding. Sends nothing. */
import type { Submission, Substitution } from './visitor';

/**
 * The same request with the values that equal a typed one replaced, all at once; `null` takes the parameter out. Searched in the
 * query and in an urlencoded, multipart or JSON body. The `content-length` is left to whoever sends.
 */
export function substitute(submission: Submission, substitutions: readonly Substitution[]): Submission {
  const sent = new Map(substitutions.map(({ typed, sent: value }) => [crlfToLf(typed), value]));
  /** `undefined`: another value, left as it is. */
  const replacement = (value: string): string | null | undefined => sent.get(crlfToLf(value));
  const headers = Object.fromEntries(Object.entries(submission.headers).filter(([name]) => name !== 'content-length'));
  const type = headers['content-type'] ?? '';
  return {
    ...submission,
    headers,
    url: inAddress(submission.url, replacement),
    body: inBody(submission.body, type, replacement),
  };
}

type Replacement = (value: string) => string | null | undefined;

function inBody(body: string, type: string, replacement: Replacement): string {
  if (body === '') return body;
  if (/^multipart\/form-data/i.test(type)) return inMultipart(body, type, replacement);
  if (/json/i.test(type)) return inJson(body, replacement);
  return /^application\/x-www-form-urlencoded/i.test(type) ? inQuery(body, replacement) : body;
}

function inAddress(address: string, replacement: Replacement): string {
  const url = new URL(address);
  if (url.search.length < 2) return address;
  const query = inQuery(url.search.slice(1), replacement);
  if (query === url.search.slice(1)) return address;
  url.search = query;
  return url.href;
}

/** Pairs that do not change keep their very bytes. */
function inQuery(query: string, replacement: Replacement): string {
  return query
    .split('&')
    .flatMap((pair) => {
      const equal = pair.indexOf('=');
      const value = decode(equal < 0 ? '' : pair.slice(equal + 1));
      const sent = replacement(value);
      if (sent === undefined) return [pair];
      if (sent === null) return [];
      return [`${equal < 0 ? pair : pair.slice(0, equal)}=${encodeURIComponent(sent).replace(/%20/g, '+')}`];
    })
    .join('&');
}

function decode(encoded: string): string {
  return new URLSearchParams(`v=${encoded}`).get('v') ?? '';
}

function inMultipart(body: string, type: string, replacement: Replacement): string {
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (!boundary) return body;
  const delimiter = `--${boundary}`;
  return body
    .split(delimiter)
    .flatMap((part) => {
      const found = /^(\r\n[^]*?\r\n\r\n)([^]*)\r\n$/.exec(part);
      if (!found || /;\s*filename=/i.test(found[1]!)) return [part];
      const sent = replacement(found[2]!);
      if (sent === undefined) return [part];
      return sent === null ? [] : [`${found[1]}${sent}\r\n`];
    })
    .join(delimiter);
}

function inJson(body: string, replacement: Replacement): string {
  let data: unknown;
  try {
    data = JSON.parse(body);
  } catch {
    return body;
  }
  const visit = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const sent = replacement(value);
      return sent === undefined ? value : sent;
    }
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => typeof item !== 'string' || replacement(item) !== null)
        .map(([key, item]) => [key, visit(item)]),
    );
  };
  return JSON.stringify(visit(data));
}

/** HTML sends line breaks as CR LF, whatever was typed. */
function crlfToLf(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
