/** A request as the screens see it, whatever came over the wire: path, parameters, session. */
import type { IncomingMessage } from 'node:http';
import type { Session } from './sessions';

const BODY_LIMIT = 1024 * 1024;

export interface Visit {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query: Fields;
  readonly form: Fields;
  /** Another one after a sign-in or a sign-out. */
  session: Session;
}

/** Parameters of an address or of a form. */
export class Fields {
  private readonly values: URLSearchParams;

  constructor(encoded: string) {
    this.values = new URLSearchParams(encoded);
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  /** Untouched. Empty when absent, and when repeated: nobody can tell which of two values was meant. */
  only(name: string): string {
    const [value, ...others] = this.values.getAll(name);
    return others.length === 0 ? (value ?? '') : '';
  }
}

/** The path and the parameters of an address, however odd. */
export function addressOf(url: string): { readonly path: string; readonly query: Fields } {
  const [path = '', ...rest] = url.split('?');
  return { path, query: new Fields(rest.join('?')) };
}

/** The cookie of that name, if there is one. */
export function cookieOf(request: IncomingMessage, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** The body as it came; undefined when it is larger than any form of ours. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Left open, so that the refusal of a large body can still be sent.
  const incoming: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size > BODY_LIMIT) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
