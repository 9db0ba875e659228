/** For the tests: a visitor of the page, who fills fields by their labels and presses buttons by their names, and a mailbox. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { SeededAccount } from '../contract';
import { deployment } from './index';

export const alice: SeededAccount = {
  email: "Alice.O'Neil+impots@Entreprise.example",
  password: 'MotDePasseDAlice2024',
  question: 'Où l’été <était-il> « beau » & long ?',
  answer: 'À Saint-Malo, en 1999',
  subscriberNumber: 'AB-1207',
  services: ['Déclarer la TVA', 'Payer'],
  dossiers: ['Boulangerie Neil', 'Garage & fils'],
};

export const bob: SeededAccount = {
  email: 'bob@entreprise.example',
  password: 'court',
  question: 'Quel est le nom de votre premier chat ?',
  answer: 'Minou',
  subscriberNumber: 'CD-3345',
  services: ['Consulter'],
  dossiers: ['Librairie Bob', 'Cave Bob'],
};

export const fresh = 'NouveauMotDePasse2025x';

export interface Mail {
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** A deployment with its mailbox, for as long as the work lasts. */
export class Visit {
  private constructor(
    readonly url: string,
    readonly captcha: string,
    private readonly received: Mail[],
    private readonly stop: () => Promise<void>,
  ) {}

  static async during(fault: string | undefined, work: (visit: Visit) => Promise<void>): Promise<void> {
    const received: Mail[] = [];
    const mailbox = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, { envelope }, done) {
        simpleParser(stream).then(({ subject = '', text = '' }) => {
          received.push({ recipients: envelope.rcptTo.map(({ address }) => address), subject, text });
          done();
        }, done);
      },
    });
    mailbox.listen(0, '127.0.0.1');
    await once(mailbox.server, 'listening');
    const smtp = { host: '127.0.0.1', port: (mailbox.server.address() as AddressInfo).port };
    const started = await deployment.start({ accounts: [alice, bob], smtp, fault });
    try {
      await work(new Visit(started.url, started.captcha, received, () => started.close()));
    } finally {
      await started.close();
      await new Promise<void>((resolve) => mailbox.close(resolve));
    }
  }

  visitor(): Visitor {
    return new Visitor(this.url);
  }

  /** All that was sent: the deployment is closed first, which waits for what is on its way. */
  async mails(): Promise<readonly Mail[]> {
    await this.stop();
    return this.received;
  }

  /** From a browser that has never been there. */
  async opens({ email }: SeededAccount, password: string): Promise<boolean> {
    const visitor = this.visitor();
    await visitor.signIn(email, password);
    return visitor.shows('Se déconnecter');
  }
}

export class Visitor {
  document!: Document;
  text = '';
  status = 0;
  cookie = '';
  readonly #typed = new Map<string, string>();

  constructor(readonly url: string) {}

  async get(path: string): Promise<void> {
    await this.#load(path);
  }

  async post(body: string): Promise<void> {
    await this.#load('/', { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  }

  fill(label: string, value: string): void {
    const field = this.field(label);
    assert.ok(field, `No field « ${label} » on: ${this.text}`);
    this.#typed.set(field.name, value);
  }

  /** What pressing the button submits. */
  submission(button: string): string {
    const pressed = this.button(button);
    assert.ok(pressed, `No button « ${button} » on: ${this.text}`);
    const inputs = [...pressed.closest('form')!.querySelectorAll('input')];
    const fields = inputs.map(({ name, value }): [string, string] => [name, this.#typed.get(name) ?? value]);
    return new URLSearchParams([...fields, [pressed.getAttribute('name')!, pressed.getAttribute('value')!]]).toString();
  }

  async press(button: string): Promise<void> {
    await this.post(this.submission(button));
  }

  field(label: string): HTMLInputElement | undefined {
    const id = [...this.document.querySelectorAll('label')].find(({ textContent }) => textContent === label)?.getAttribute('for');
    return [...this.document.querySelectorAll('input')].find(
      (input) => input.id === id || input.getAttribute('aria-label') === label,
    );
  }

  button(name: string): HTMLButtonElement | undefined {
    return [...this.document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  }

  shows(text: string): boolean {
    return this.text.includes(text);
  }

  /** The characters of the image on display, read by the deployment’s own reader. */
  async captcha(): Promise<string> {
    const answer = await fetch(new URL(this.document.querySelector('img')!.getAttribute('src')!, this.url), {
      headers: { cookie: this.cookie },
    });
    const input = Buffer.from(await answer.arrayBuffer());
    return spawnSync(process.execPath, [join(__dirname, 'read-captcha.js')], { input, encoding: 'utf8' }).stdout;
  }

  async openProcedure(): Promise<void> {
    await this.get('/');
    await this.press('Votre espace professionnel');
    await this.get(this.document.querySelector('a')!.getAttribute('href')!);
  }

  async identify(email: string): Promise<void> {
    await this.openProcedure();
    this.fill('Adresse de messagerie du compte', email);
    this.fill('Lettres et chiffres de l’image', await this.captcha());
    await this.press('Continuer');
  }

  async answer(answer: string): Promise<void> {
    this.fill('Réponse', answer);
    await this.press('Continuer');
  }

  async reachPassword({ email, answer }: SeededAccount): Promise<void> {
    await this.identify(email);
    await this.answer(answer);
  }

  async choose(password: string, again = password): Promise<void> {
    this.fill('Choisissez un mot de passe', password);
    this.fill('Tapez-le à nouveau', again);
    await this.press('Valider');
  }

  async change(account: SeededAccount, password: string): Promise<void> {
    await this.reachPassword(account);
    await this.choose(password);
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.get('/');
    await this.post(`${new URLSearchParams({ jeton: this.token(), ident: email, passe: password, action: 'connexion' })}`);
  }

  token(): string {
    return this.document.querySelector('input[type=hidden]')!.getAttribute('value')!;
  }

  async #load(path: string, init: RequestInit = {}): Promise<void> {
    const answer = await fetch(this.url.slice(0, -1) + path, { ...init, headers: { ...init.headers, cookie: this.cookie } });
    this.cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
    this.status = answer.status;
    this.document = parseHTML(await answer.text()).document as unknown as Document;
    this.text = (this.document.documentElement === null ? '' : this.document.body.textContent).replace(/\s+/g, ' ');
    this.#typed.clear();
  }
}
