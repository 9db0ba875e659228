/** Reads a mail server's HTTP API. Whatever is not the expected answer is a MailUnavailable that names what was seen. */
import type { z } from 'zod';
import { ConfigurationError, MailUnavailable } from '../verdict/errors';

export interface MailApiOptions {
  /** `http://127.0.0.1:8025`, possibly with a path; `user:password@` in it is understood and never shown. */
  readonly url: string;
  readonly user?: string;
  readonly password?: string;
  readonly fetch?: typeof fetch;
  /** For one request, its body included. Default 5000. */
  readonly timeoutMs?: number;
}

export interface MailApi {
  /** `MailHog à http://…`, without credentials. */
  readonly description: string;
  /** @throws MailUnavailable */
  json<T>(path: string, query: Record<string, string>, schema: z.ZodType<T>): Promise<T>;
  /** The body as it is. @throws MailUnavailable */
  bytes(path: string): Promise<Buffer>;
}

const TIMEOUT_MS = 5000;

/**
 * @param server its name, for people.
 * @throws ConfigurationError when the URL is none.
 */
export function createMailApi(server: string, options: MailApiOptions): MailApi {
  const base = parseUrl(server, options.url);
  const headers = authorization(
    options.user ?? decodeURIComponent(base.username),
    options.password ?? decodeURIComponent(base.password),
  );
  base.username = base.password = '';
  const description = `${server} à ${base.href.replace(/\/$/, '')}`;
  const request = options.fetch ?? fetch;
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;

  async function get(path: string, query: Record<string, string>): Promise<{ body: Buffer; type: string }> {
    const url = new URL(`${base.pathname.replace(/\/$/, '')}${path}`, base);
    url.search = new URLSearchParams(query).toString();
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(new DOMException('too slow', 'TimeoutError')), timeoutMs);
    try {
      const response = await request(url, { headers, signal: limit.signal, redirect: 'manual' });
      const body = Buffer.from(await response.arrayBuffer());
      if (!response.ok)
        throw new MailUnavailable(`${description} a répondu ${response.status}${hint(response.status)} à ${url.pathname}.`);
      return { body, type: response.headers.get('content-type') ?? 'sans type' };
    } catch (error) {
      if (error instanceof MailUnavailable) throw error;
      throw new MailUnavailable(`${description} ne répond pas : ${reason(error, timeoutMs)}.`, { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    description,
    async json(path, query, schema) {
      const { body, type } = await get(path, query);
      const checked = schema.safeParse(parseJson(body.toString('utf8'), `${description}${path} (${type})`));
      if (checked.success) return checked.data;
      const where = checked.error.issues.map((issue) => issue.path.join('.') || 'la racine').slice(0, 3);
      throw new MailUnavailable(`${description}${path} a répondu un JSON inattendu : absent ou mal formé, ${where.join(', ')}.`);
    },
    async bytes(path) {
      return (await get(path, {})).body;
    },
  };
}

function parseUrl(server: string, url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === 'http:' || parsed?.protocol === 'https:') return parsed;
  throw new ConfigurationError(`L’adresse de ${server} n’est pas une adresse http : « ${url.replace(/\/\/[^/@]*@/, '//')} ».`);
}

function authorization(user: string, password: string): Record<string, string> {
  if (user === '' && password === '') return {};
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const start = text.slice(0, 60).replace(/\s+/g, ' ').trim();
    throw new MailUnavailable(`${where} a répondu autre chose que du JSON : « ${start} ».`);
  }
}

function hint(status: number): string {
  if (status === 401 || status === 403) return ' (identifiants absents ou refusés)';
  if (status >= 300 && status < 400) return ' (une redirection)';
  return '';
}

function reason(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `pas de réponse complète en ${timeoutMs} ms`;
  const { cause } = error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error.message;
}
