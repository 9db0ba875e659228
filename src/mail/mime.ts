/** Decodes a message as received: subjects, parts, charsets. Knows MIME, not where the bytes come from. */
import { isUtf8 } from 'node:buffer';
import { type ParsedMail, simpleParser } from 'mailparser';
import { textOfHtml } from './html-text';
import type { MailMessage } from './mailbox';

/** What a mail server keeps of a message. */
export interface ReceivedMail {
  readonly id: string;
  readonly envelope: MailMessage['envelope'];
  readonly receivedAt: Date;
  /** Headers and body as sent. Bytes, not text: an 8-bit body may be in any charset. */
  readonly raw: Buffer;
}

/** Every part decoded. `text` of a message that has only HTML is what a person reads of it. */
export async function decodeMail(mail: ReceivedMail): Promise<MailMessage> {
  // Neither made up from the other: `html` and `text` are what was sent.
  const parsed = await simpleParser(mail.raw, { skipHtmlToText: true, skipTextToHtml: true });
  const html = parsed.html || '';
  return {
    id: mail.id,
    envelope: mail.envelope,
    receivedAt: mail.receivedAt,
    subject: parsed.subject ?? '',
    text: parsed.text || textOfHtml(html),
    html,
    headers: readHeaders(parsed),
    raw: mail.raw.toString(isUtf8(mail.raw) ? 'utf8' : 'latin1'),
  };
}

/** Decoded where the parser decodes, else the line as sent, unfolded. Repeated headers: one a line. */
function readHeaders(parsed: ParsedMail): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { key, line } of parsed.headerLines) {
    const asSent = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n(?=[ \t])/g, '')
      .trim();
    headers[key] = key in headers ? `${headers[key]}\n${asSent}` : asSent;
  }
  for (const [key, value] of parsed.headers) {
    const decoded = [value].flat().map(decodedText);
    if (decoded.every((text) => text !== undefined)) headers[key] = decoded.join('\n');
  }
  return headers;
}

function decodedText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string') return value.text;
  return undefined;
}
