/** Writes the fields of a form as a body, by HTML's three encodings and in the charset of the page. Knows no page. */
import { decodeAs, isUtf8 } from './charset';

export type FormField = readonly [name: string, value: string];

/** A body and the media type that says how to read it. */
export interface EncodedForm {
  readonly contentType: string;
  readonly body: string;
}

/** @param charset that of the page: a browser answers in it. */
export function encodeForm(fields: readonly FormField[], enctype: string, charset: string): EncodedForm {
  switch (enctype.trim().toLowerCase()) {
    case 'multipart/form-data':
      return encodeMultipart(fields.map(normal));
    case 'text/plain':
      return {
        contentType: 'text/plain',
        body: fields
          .map(normal)
          .map(([name, value]) => `${name}=${value}\r\n`)
          .join(''),
      };
    default:
      return { contentType: 'application/x-www-form-urlencoded', body: encodeQuery(fields, charset) };
  }
}

/** `name=value&…`, percent-encoded. */
export function encodeQuery(fields: readonly FormField[], charset: string): string {
  const encode = isUtf8(charset) ? undefined : singleByteEncoder(charset);
  if (!encode) return new URLSearchParams(fields.map(normal).map(([name, value]) => [name, value])).toString();
  return fields
    .map(normal)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
}

function encodeMultipart(fields: readonly FormField[]): EncodedForm {
  const boundary = boundaryFor(fields);
  const quote = (name: string): string => name.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${quote(name)}"\r\n\r\n${value}\r\n`,
  );
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: `${parts.join('')}--${boundary}--\r\n` };
}

/** A boundary that no value holds: what is sent again with other values must still be read as it was. */
function boundaryFor(fields: readonly FormField[]): string {
  const all = fields.flat().join('\n');
  for (let rank = 0; ; rank += 1) {
    const boundary = `----formulaire${String(rank).padStart(16, '0')}`;
    if (!all.includes(boundary)) return boundary;
  }
}

/** HTML: every line break of a value is sent as CR LF. */
function normal([name, value]: FormField): FormField {
  const crlf = (text: string): string => text.replace(/\r\n?|\n/g, '\r\n');
  return [crlf(name), crlf(value)];
}

const encoders = new Map<string, ((text: string) => string) | undefined>();

/** Percent-encodes in a charset of one byte a character, which is its decoder read backwards. */
function singleByteEncoder(charset: string): ((text: string) => string) | undefined {
  if (!encoders.has(charset)) encoders.set(charset, createEncoder(charset));
  return encoders.get(charset);
}

function createEncoder(charset: string): ((text: string) => string) | undefined {
  const characters = decodeAs(
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
    charset,
  );
  if (characters?.length !== 256) return undefined;
  const bytes = new Map(Array.from(characters, (character, byte) => [character, byte]));
  return (text) =>
    Array.from(text, (character) => {
      const byte = bytes.get(character);
      // HTML: what the charset has not is sent as a character reference.
      if (byte === undefined) return `%26%23${character.codePointAt(0)}%3B`;
      if (/[A-Za-z0-9*\-._]/.test(character)) return character;
      return character === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    }).join('');
}
