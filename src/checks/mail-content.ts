/** What a confirmation mail must say at least: MPO-2-27. Its wording is nobody's business, the picture of it is lost. */
import type { MailMessage } from '../mail/mailbox';

// Words that no French text of two sentences does without, and that English ones do not hold.
const FRENCH = /(?:^|[\s’'])(?:le|la|les|de|du|des|votre|vous|nous|est|été|une?|et|à|ce|cette|sur|pour)(?=[\s,.;:!?’'])/giu;
const PASSWORD = /mot\s+de\s+passe/iu;
// What a template leaves behind when nobody filled it in.
const PLACEHOLDER = /\{\{|\}\}|\$\{|<%|%>|\{[a-z][a-z_.]*\}|\[\[|%[a-z_]+%|\bundefined\b|\bnull\b|\[object Object\]/iu;

/** Whether the mail has a subject and a text for people to read. */
export function isBlank(mail: MailMessage): boolean {
  return mail.subject.trim() === '' || bodyOf(mail).trim() === '';
}

/** Whether the mail speaks French, and of the password. */
export function speaksOfPassword(mail: MailMessage): boolean {
  const text = `${mail.subject}\n${bodyOf(mail)}`;
  return PASSWORD.test(text) && (text.match(FRENCH)?.length ?? 0) >= 3;
}

/** The field of a template that was left as it stands, if any. */
export function leftoverField(mail: MailMessage): string | undefined {
  return PLACEHOLDER.exec(`${mail.subject}\n${mail.text}\n${visibleText(mail.html)}`)?.[0];
}

function bodyOf(mail: MailMessage): string {
  return mail.text.trim() === '' ? visibleText(mail.html) : mail.text;
}

/** What a person reads of HTML, more or less. */
export function visibleText(html: string): string {
  return html.replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]+>/g, ' ');
}
