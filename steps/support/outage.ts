/** Cuts the mail server of a target for one scenario. Judges nothing. */
import type { Capabilities } from '../../src/target/target';

type MailOutage = NonNullable<Capabilities['mailOutage']>;

/** An outage that ends with its scenario, whatever becomes of it: the scenarios after it count on their mails. */
export class ScenarioOutage implements MailOutage {
  #cut = false;

  constructor(private readonly mail: MailOutage) {}

  /** Whether nobody could bring the mail back. */
  get lasts(): boolean {
    return this.#cut;
  }

  async cut(): Promise<void> {
    // What fails may have been cut all the same.
    this.#cut = true;
    await this.mail.cut();
  }

  async restore(): Promise<void> {
    await this.mail.restore();
    this.#cut = false;
  }

  /** At the end of the scenario. @throws ConfigurationError when the mail cannot be brought back. */
  async end(): Promise<void> {
    if (this.#cut) await this.restore();
  }
}
