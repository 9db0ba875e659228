/** What was submitted, exactly as it was typed. */

export class Form {
  readonly #fields: URLSearchParams;

  constructor(body: string) {
    this.#fields = new URLSearchParams(body);
  }

  has(name: string): boolean {
    return this.#fields.has(name);
  }

  /** Empty for a field that is missing, or that is there twice: nobody knows which one is meant. */
  value(name: string): string {
    const [value, ...more] = this.#fields.getAll(name);
    return value === undefined || more.length > 0 ? '' : value;
  }
}
