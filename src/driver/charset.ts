/** Reads bytes as text in the charset that a page declares. */

export function isUtf8(charset: string): boolean {
  return /^(utf-?8)?$/i.test(charset);
}

/** @returns `undefined` for a charset that does not exist. */
export function decodeAs(bytes: Uint8Array, charset: string): string | undefined {
  if (isUtf8(charset)) return new TextDecoder().decode(bytes);
  try {
    // In one call, some versions of Node 20 read windows-1252 as ISO 8859-1: « œ » and « € » would be lost.
    const decoder = new TextDecoder(charset);
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
  } catch {
    return undefined;
  }
}
