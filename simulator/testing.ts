/** For the tests of the simulator: a person with a cookie jar, a mail server in memory. Drives `fetch`, sees what a browser would. */
import { createHash } from 'node:crypto';
import { fixtures } from './fixtures';
import type { MailTransport, Simulator, SimulatorAccount, SimulatorOptions } from './model';
import { createSimulator } from './simulator';
import { fields, paths } from './web/paths';

export const ORIGIN = 'http://simulateur.localhost';
export const NEW_PASSWORD = 'Nouveau1MotDePasse2Choisi3';

export interface Delivered {
  readonly from: string;
  readonly to: string[];
  readonly raw: string;
}

/** A mail server that can be cut. */
export function memoryMail(): MailTransport & { readonly delivered: Delivered[]; up: boolean } {
  const delivered: Delivered[] = [];
  return {
    delivered,
    up: true,
    async deliver({ from, to }, raw) {
      if (!this.up) throw new Error('connection refused');
      delivered.push({ from, to, raw: Buffer.from(raw).toString('utf8') });
    },
  };
}

/** A repeatable source of chance. */
export function seededRandom(seed: string): (bytes: number) => Uint8Array {
  let count = 0;
  return (bytes) => {
    const chunks: Buffer[] = [];
    while (Buffer.concat(chunks).length < bytes)
      chunks.push(
        createHash('sha512')
          .update(`${seed}:${(count += 1)}`)
          .digest(),
      );
    return Buffer.concat(chunks).subarray(0, bytes);
  };
}

export function cheapSimulator(options: Partial<SimulatorOptions> = {}) {
  const mail = memoryMail();
  const simulator = createSimulator({ mail, passwordCost: 16, random: seededRandom('test'), ...options });
  return { mail, simulator };
}

/** The account of that letter in the list of fixtures. */
export function person(trait: string): SimulatorAccount {
  const account = fixtures.find((candidate) => candidate.trait.startsWith(`${trait} —`));
  if (!account) throw new Error(`no fixture ${trait}`);
  return account;
}

export type Typed = Readonly<Record<string, string | undefined>>;

/** One browser. */
export class Browser {
  cookie = '';
  /** Of the page seen last. */
  path = '';
  html = '';
  status = 0;
  headers = new Headers();

  constructor(readonly simulator: Simulator) {}

  async send(method: string, path: string, body?: BodyInit, headers: Record<string, string> = {}): Promise<this> {
    const answer = await this.simulator.fetch(
      new Request(ORIGIN + path, {
        method,
        body: body ?? null,
        headers: { ...(this.cookie && { cookie: this.cookie }), ...headers },
      }),
    );
    const set = answer.headers.get('set-cookie');
    if (set) this.cookie = set.split(';')[0] as string;
    [this.path, this.status, this.headers] = [path, answer.status, answer.headers];
    this.html = await answer.text();
    const location = answer.headers.get('location');
    return location === null ? this : this.send('GET', location);
  }

  open(path: string): Promise<this> {
    return this.send('GET', path);
  }

  /** Sends the form of a path with the token of the page, or another. `undefined`: the field is left out. */
  post(path: string, typed: Typed, token: string | undefined = this.token): Promise<this> {
    const all = Object.entries({ [fields.token]: token, ...typed });
    const sent = all.filter((entry): entry is [string, string] => entry[1] !== undefined);
    return this.send('POST', path, new URLSearchParams(sent));
  }

  get token(): string | undefined {
    return /name="jeton" value="([^"]*)"/.exec(this.html)?.[1];
  }

  get alerts(): string {
    return Array.from(this.html.matchAll(/role="alert">(.*?)<\/div>/gs), (found) => found[1]).join(' ');
  }

  async characters(): Promise<string> {
    const source = /<img[^>]*src="([^"]*)"/.exec(this.html)?.[1] ?? '';
    const image = await this.simulator.fetch(new Request(ORIGIN + source, { headers: { cookie: this.cookie } }));
    return this.simulator.readCaptcha(new Uint8Array(await image.arrayBuffer())) ?? '';
  }

  async identify(address: string): Promise<this> {
    await this.open(paths.identification);
    const characters = await this.characters();
    return this.post(paths.identification, { [fields.address]: address, [fields.characters]: characters });
  }

  answer(answer: string | undefined): Promise<this> {
    return this.post(paths.question, { [fields.answer]: answer });
  }

  choose(password: string | undefined, confirmation: string | undefined = password): Promise<this> {
    return this.post(paths.newPassword, { [fields.password]: password, [fields.confirmation]: confirmation });
  }

  /** From nothing to the screen of the new password. */
  async reachNewPassword({ email, answer }: SimulatorAccount): Promise<this> {
    await this.identify(email);
    return this.answer(answer);
  }
}

/** In a fresh browser: do this address and this password open the space? */
export async function opensSpace(simulator: Simulator, identifier: string, password: string): Promise<boolean> {
  const browser = await new Browser(simulator).open(paths.signIn);
  await browser.post(paths.signIn, { [fields.identifier]: identifier, [fields.currentPassword]: password });
  return browser.path === paths.services;
}
