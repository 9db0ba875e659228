/** What happened in a scenario, in French, for the report: masked whenever it is read. Decides nothing. */
import { secretForms } from './secret-forms';

/** Shorter secrets are left alone: masking « 42 » would blot out the whole journal and hide nothing. */
const SHORTEST = 4;

interface Mask {
  readonly text: string;
  readonly lower: string;
  readonly placeholder: string;
}

/** The lines of one scenario, in order. */
export class Journal {
  readonly #raw: string[] = [];
  readonly #secrets = new Map<string, string>();
  // Made when something is read: a property makes hundreds of passwords of which nothing is ever printed.
  #masks: readonly Mask[] | undefined;

  /** The lines so far, none of which holds a secret. */
  get lines(): readonly string[] {
    return this.#raw.map((line) => this.mask(line));
  }

  /** The last lines: what a finding shows of how it came about. */
  latest(count = 6): readonly string[] {
    return this.#raw.slice(-count).map((line) => this.mask(line));
  }

  /** Whatever is read after this shows the placeholder instead of the secret, in whatever form it stands. */
  protect(secret: string, placeholder: string): void {
    if (secret.length < SHORTEST) return;
    this.#secrets.set(secret, placeholder);
    this.#masks = undefined;
  }

  /** What stands in the place of a value that is a secret, and nothing else. */
  placeholderOf(value: string): string | undefined {
    const placeholder = this.#secrets.get(value);
    return placeholder && `‹${placeholder}›`;
  }

  /** Data of which no text holds a secret. */
  maskAll<T>(data: T): T {
    return JSON.parse(this.mask(JSON.stringify(data))) as T;
  }

  note(line: string): void {
    this.#raw.push(line);
  }

  /** Runs something of which the lines are kept only if they matter: when it says so, or fails. */
  async tentatively<T>(work: () => Promise<T>, matters: (result: T) => boolean): Promise<T> {
    const length = this.#raw.length;
    const result = await work();
    if (!matters(result)) this.#raw.length = length;
    return result;
  }

  mask(text: string): string {
    this.#masks ??= masksOf(this.#secrets);
    const lower = text.toLowerCase();
    // Looking is cheap, replacing is not: hardly any line holds a secret.
    const found = this.#masks.filter((mask) => lower.includes(mask.lower));
    return found.reduce(
      (masked, { text: secret, placeholder }) => masked.replace(new RegExp(escape(secret), 'gi'), placeholder),
      text,
    );
  }
}

/** The longest first: a password that extends another must not leave its tail behind. */
function masksOf(secrets: ReadonlyMap<string, string>): Mask[] {
  const masks = [...secrets].flatMap(([secret, placeholder]) =>
    secretForms(secret).map(({ text }) => ({ text, lower: text.toLowerCase(), placeholder: `‹${placeholder}›` })),
  );
  return masks.sort((a, b) => b.text.length - a.text.length);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
