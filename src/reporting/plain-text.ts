/** Texts of unknown origin made fit for the formats of reports. Knows no format but XML. */

/**
 * Control characters but tabs and line breaks, marks that turn the direction of writing, and lone surrogates become U+FFFD: some
 * formats cannot carry them, and no reader is served by the others.
 */
export function plainText(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]/gu,
    '\ufffd',
  );
}

/** For content and for attributes between double quotes. */
export function escapeXml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return plainText(text).replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
