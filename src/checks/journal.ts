/** What happened in a scenario, in French, for the report: masked before it is kept. Decides nothing. */
import { secretForms } from './secret-forms';

/** Shorter secrets are left alone: masking « 42 » would blot out the whole journal and hide nothing. */
const SHORTEST = 4;

/** The lines of one scenario, in order. */
export class Journal {
  readonly #lines: string[] = [];
  readonly #secrets: { pattern: RegExp; placeholder: string }[] = [];

  /** The lines so far, none of which holds a secret. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  /** Everything that is noted after this shows the placeholder instead of the secret, in whatever form it stands. */
  protect(secret: string, placeholder: string): void {
    if (secret.length < SHORTEST) return;
    for (const { text } of secretForms(secret)) {
      this.#secrets.push({
        pattern: new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi'),
        placeholder: `‹${placeholder}›`,
      });
    }
    // The longest first: a password that extends another must not leave its tail behind.
    this.#secrets.sort((a, b) => b.pattern.source.length - a.pattern.source.length);
  }

  note(line: string): void {
    this.#lines.push(this.mask(line));
  }

  mask(text: string): string {
    return this.#secrets.reduce((masked, { pattern, placeholder }) => masked.replace(pattern, placeholder), text);
  }
}
