/** A mail as it may be published: its source as received, or, where a secret hides in it, what a person reads of it, masked. */
import type { MailMessage } from '../mail/mailbox';
import type { ReceivedMail } from '../verdict/attachments';
import { visibleText } from './mail-content';

const HEADERS = ['from', 'to', 'subject', 'date', 'content-type', 'auto-submitted'];

/** @param mask takes the known secrets out of a text. */
export function publishedMail(mail: MailMessage, mask: (text: string) => string): ReceivedMail {
  const clean = (text: string) => maskTokens(mask(text));
  const { envelope, subject, text, html, headers, raw } = mail;
  const read = text.trim() === '' ? visibleText(html) : text;
  // A part in base64 or quoted-printable hides what it holds: the source is kept only where nothing in it had to be masked.
  const hidden = [subject, text, html, raw, ...decodedParts(raw), ...Object.values(headers)].some((one) => clean(one) !== one);
  return {
    from: clean(envelope.from),
    to: envelope.to.map(clean),
    subject: clean(subject),
    text: clean(read),
    source: hidden ? clean(rewritten(mail, read)) : raw,
  };
}

/** What stands for the source of a message that may not be shown. */
function rewritten({ headers }: MailMessage, text: string): string {
  const kept = HEADERS.flatMap((name) => (headers[name] === undefined ? [] : [`${name}: ${headers[name]}`]));
  return [...kept, 'x-mdpo-note: source not kept, it held a secret', '', text, ''].join('\r\n');
}

/** A value of a link that looks drawn at random opens something. */
function maskTokens(text: string): string {
  return text.replace(/([?&#/][\w.-]*=?)([A-Za-z0-9_~-]{20,})/g, (whole, before: string, value: string) =>
    /\d/.test(value) ? `${before}‹valeur masquée›` : whole,
  );
}

/** Blocks of base64, and quoted-printable joined again, whatever part they stand in. */
function decodedParts(raw: string): string[] {
  const blocks = raw.match(/(?:^[A-Za-z0-9+/]{16,}={0,2}\r?$\n?)+/gm) ?? [];
  const printable = raw
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return [...blocks.map((block) => Buffer.from(block.replace(/\s/g, ''), 'base64').toString('utf8')), printable];
}
