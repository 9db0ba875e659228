/** For the tests of this folder: a deployment with two accounts and a mail sink, and a browser reduced to links, forms and cookies. */
import { parseHTML } from 'linkedom';
import { simpleParser, type ParsedMail } from 'mailparser';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { SMTPServer } from 'smtp-server';
import type { SeededAccount } from '../contract';
import { deployment } from './index';

export const ALICE: SeededAccount = {
  email: "Alice.O'Neil+tva@Exemple.test",
  password: 'AncienMotDePasse2024',
  question: 'Quel était le nom de l’école <maternelle> & du "maître" ?',
  answer: 'École Jean-Macé',
  subscriberNumber: '30012345',
  services: ['Déclarer la TVA', 'Payer la CFE'],
  dossiers: ['Boulangerie Aubin & fils', 'SCI des Lilas'],
};

export const BRUNO: SeededAccount = {
  email: 'bruno@exemple.test',
  password: 'court1',
  question: 'Quelle est votre ville de naissance ?',
  answer: 'Quimper',
  subscriberNumber: '30067890',
  services: ['Consulter le compte fiscal'],
  dossiers: ['Garage Le Bihan'],
};

export const NEW_PASSWORD = 'nouveauMotDePasse2025';

export interface Mail {
  readonly recipients: readonly string[];
  readonly content: ParsedMail;
}

export interface World {
  readonly url: string;
  readonly mails: Mail[];
  browser(): Browser;
  /** Ends the deployment once its mails are gone: what has not come then will not come. */
  settle(): Promise<readonly Mail[]>;
}

export async function startWorld(t: TestContext, fault?: string, smtpPort?: number): Promise<World> {
  const mails: Mail[] = [];
  const sink = await mailSink(mails);
  const port = smtpPort ?? (sink.server.address() as AddressInfo).port;
  const started = await deployment.start({ accounts: [ALICE, BRUNO], smtp: { host: '127.0.0.1', port }, fault });
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= started.close());
  t.after(async () => {
    await close();
    await new Promise<void>((resolve) => sink.close(resolve));
  });
  return { url: started.url, mails, browser: () => new Browser(started.url), settle: async () => (await close(), mails) };
}

async function mailSink(mails: Mail[]): Promise<SMTPServer> {
  const sink = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, session, done) => {
      void simpleParser(stream).then((content) => {
        mails.push({ recipients: session.envelope.rcptTo.map(({ address }) => address), content });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve));
  return sink;
}

export interface Shown {
  readonly status: number;
  readonly url: string;
  readonly document: Document;
  readonly text: string;
}

/** Follows redirects and keeps the page last shown. */
export class Browser {
  shown!: Shown;
  private readonly cookies = new Map<string, string>();

  constructor(private readonly home: string) {}

  async request(target: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(target, this.shown?.url ?? this.home), {
      ...init,
      headers: { ...init.headers, cookie },
      redirect: 'manual',
    });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
      this.cookies.set(name, value);
    }
    return response;
  }

  async open(target: string, init?: RequestInit): Promise<Shown> {
    let url = new URL(target, this.shown?.url ?? this.home);
    let response = await this.request(url.href, init);
    for (let location = response.headers.get('location'); location !== null; location = response.headers.get('location')) {
      url = new URL(location, url);
      response = await this.request(url.href);
    }
    const document = parsed(await response.text());
    this.shown = {
      status: response.status,
      url: url.href,
      document,
      text: (document.body.textContent ?? '').replace(/\s+/g, ' '),
    };
    return this.shown;
  }

  async follow(label: string): Promise<Shown> {
    const link = [...this.shown.document.querySelectorAll('a')].find(({ textContent }) => textContent?.trim() === label);
    if (!link) throw new Error(`No link "${label}" at ${this.shown.url}`);
    return this.open(link.getAttribute('href') ?? '');
  }

  /** Through the form that has such a button, with its hidden fields; a value of undefined leaves the field out. */
  async submit(button: string, typed: Readonly<Record<string, string | undefined>>): Promise<Shown> {
    const { action, body } = this.filled(button, typed);
    return this.post(action, body);
  }

  async post(action: string, body: URLSearchParams | string): Promise<Shown> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.open(action, { method: 'POST', body: body.toString(), headers });
  }

  filled(button: string, typed: Readonly<Record<string, string | undefined>>): { action: string; body: URLSearchParams } {
    const control = this.button(button);
    if (!control) throw new Error(`No button "${button}" at ${this.shown.url}`);
    const form = control.closest('form') as Element;
    const body = new URLSearchParams();
    for (const field of form.querySelectorAll('input[type="hidden"]'))
      body.set(field.getAttribute('name') ?? '', field.getAttribute('value') ?? '');
    for (const [name, value] of Object.entries(typed)) if (value !== undefined) body.set(name, value);
    return { action: new URL(form.getAttribute('action') ?? '', this.shown.url).href, body };
  }

  button(label: string): Element | undefined {
    const buttons = [...this.shown.document.querySelectorAll('input, button')];
    return buttons.find((control) =>
      [control.getAttribute('value'), control.getAttribute('alt'), control.textContent].includes(label),
    );
  }

  /** Whether the page shown has a field of that name. */
  asks(name: string): boolean {
    return this.shown.document.querySelector(`[name="${name}"]`) !== null;
  }
}

/** The parser keeps attribute names as they are written, where HTML does not distinguish their case. */
function parsed(html: string): Document {
  const { document } = parseHTML(html);
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) element.setAttribute(name.toLowerCase(), value);
  }
  return document;
}
