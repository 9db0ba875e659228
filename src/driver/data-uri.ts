/** Reads the images that a page carries in its own source. */
import type { SeenImage } from './visitor';

/** @returns the image, or `undefined` when the address is no `data:` URI. */
export function imageOfDataUri(uri: string): SeenImage | undefined {
  const found = /^data:([^,]*?)(;\s*base64)?,([^]*)$/i.exec(uri);
  if (!found) return undefined;
  const [, type = '', base64, data = ''] = found;
  const contentType = type === '' ? 'text/plain;charset=US-ASCII' : type;
  const decoded = percentDecode(data);
  const bytes = base64 ? Buffer.from(decoded.toString('latin1'), 'base64') : decoded;
  return { status: 200, contentType, bytes: new Uint8Array(bytes) };
}

function percentDecode(text: string): Buffer {
  const binary = Buffer.from(text, 'utf8').toString('latin1');
  return Buffer.from(
    binary.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
