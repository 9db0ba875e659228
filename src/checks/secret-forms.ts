/** The forms in which a secret may show: to find it where it must not be, and to mask it before anything is written. */
import { createHash } from 'node:crypto';

/** A secret as it may stand in a page, a header, an address or a mail. */
export interface SecretForm {
  /** In French, for a finding: « en clair », « en base64 ». */
  readonly words: string;
  readonly text: string;
  /** Letter case does not count (digests, « tout en minuscules »). */
  readonly anyCase: boolean;
}

/** MPO-1.5-8: raw, lower case, URL- and HTML-escaped, base64, hexadecimal, and the digests that are still met. */
export function secretForms(secret: string): readonly SecretForm[] {
  const bytes = Buffer.from(secret, 'utf8');
  const digest = (name: string) => createHash(name).update(bytes).digest('hex');
  const forms: SecretForm[] = [
    { words: 'en clair', text: secret, anyCase: true },
    { words: 'encodé pour une adresse', text: encodeURIComponent(secret), anyCase: true },
    { words: 'encodé comme un formulaire', text: new URLSearchParams([['', secret]]).toString().slice(1), anyCase: true },
    { words: 'échappé pour HTML', text: escapeHtml(secret), anyCase: true },
    { words: 'échappé pour JSON', text: JSON.stringify(secret).slice(1, -1), anyCase: true },
    { words: 'en base64', text: bytes.toString('base64').replace(/=+$/, ''), anyCase: false },
    { words: 'en base64 pour adresse', text: bytes.toString('base64url'), anyCase: false },
    { words: 'en hexadécimal', text: bytes.toString('hex'), anyCase: true },
    { words: 'en empreinte MD5', text: digest('md5'), anyCase: true },
    { words: 'en empreinte SHA-1', text: digest('sha1'), anyCase: true },
    { words: 'en empreinte SHA-256', text: digest('sha256'), anyCase: true },
  ];
  return forms.filter((form, index) => forms.findIndex((other) => other.text === form.text) === index);
}

/** The first form of the secret that a text holds; `undefined` when there is none. */
export function findSecret(text: string, secret: string): SecretForm | undefined {
  if (secret === '') return undefined;
  const lower = text.toLowerCase();
  return secretForms(secret).find((form) => (form.anyCase ? lower.includes(form.text.toLowerCase()) : text.includes(form.text)));
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}
