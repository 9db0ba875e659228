/** Reads a form as a browser sends it. Anything else is refused before it is looked at (REC-29). */

/** `undefined` for a field that was not sent. */
export type ReadField = (name: string) => string | undefined;

/** The status to answer, and nothing of what was sent. */
export class BadForm extends Error {
  override readonly name = 'BadForm';
  constructor(readonly status: 400 | 413 | 415) {
    super(`form refused: ${status}`);
  }
}

/** Two passwords of ten thousand characters, each written %XX, fit. */
const LIMIT_BYTES = 65_536;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws BadForm */
export async function readForm(request: Request): Promise<ReadField> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) throw new BadForm(415);
  const form = new URLSearchParams(decode(await readBounded(request)));
  // A field sent twice has no one value: which one counts would be chance.
  if (new Set(form.keys()).size !== form.size) throw new BadForm(400);
  return (name) => form.get(name) ?? undefined;
}

async function readBounded(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > LIMIT_BYTES) throw new BadForm(413);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > LIMIT_BYTES) throw new BadForm(413);
    chunks.push(chunk);
  }
  return chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks);
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new BadForm(400);
  }
}
