// For the tests of this folder: a deployment with its accounts and its mailbox, and a client that talks to its API.
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { parse } from 'yaml';
import type { SeededAccount, StartedDeployment } from '../contract';
import { deployment } from './index';

export const marie: SeededAccount = {
  email: "Marie.O'Neil+fisc@Exemple.test",
  password: 'Ancien2024',
  question: 'Quel était le nom de « l’école » <première> ?',
  answer: 'Jules Ferry',
  subscriberNumber: '1234567',
  services: ['Déclarer la TVA', 'Payer la CFE'],
  dossiers: ['Boulangerie du Port', 'Moulin de l’Île'],
};

export const paul: SeededAccount = {
  email: 'paul@exemple.test',
  password: 'MotDePasseDePaul12345',
  question: 'Quel est le prénom de votre parrain ?',
  answer: 'Anatole',
  subscriberNumber: '7654321',
  services: ['Gérer les paiements'],
  dossiers: ['Garage Paul'],
};

export const NEW_PASSWORD = 'Nouveau1234567890abcdefgh';

export interface Mail {
  readonly recipients: readonly string[];
  readonly text: string;
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** A deployment, the mail that it sent, and ways to use it. */
export class World {
  private constructor(
    readonly started: StartedDeployment,
    readonly mails: readonly Mail[],
    private readonly endMailbox: () => Promise<void>,
  ) {}

  static async open(fault?: string): Promise<World> {
    const mailbox = await openMailbox();
    const smtp = { host: '127.0.0.1', port: mailbox.port };
    const started = await deployment.start({ accounts: [marie, paul], smtp, fault });
    return new World(started, mailbox.mails, () => mailbox.close());
  }

  async close(): Promise<void> {
    await this.started.close();
    await this.endMailbox();
  }

  /** All the mail that was sent: closes the deployment, which ends what is under way. */
  async allMail(): Promise<readonly Mail[]> {
    await this.started.close();
    return this.mails;
  }

  client(): Promise<Client> {
    return Client.open(this.started);
  }

  /** Whether an address and a password open the space, from a session of their own. */
  async opens(email: string, password: string): Promise<boolean> {
    const { status } = await (await this.client()).signIn(email, password);
    return status === 200;
  }

  /** The whole procedure, from a session of its own. */
  async change(
    account: SeededAccount,
    password = NEW_PASSWORD,
    confirmation = password,
  ): Promise<{ client: Client; answer: Answer }> {
    const client = await this.client();
    await client.reachPassword(account);
    return { client, answer: await client.choose(password, confirmation) };
  }
}

/** A browser session that talks to the API. */
export class Client {
  private cookie = '';
  private token = '';

  private constructor(private readonly started: StartedDeployment) {}

  static async open(started: StartedDeployment): Promise<Client> {
    const client = new Client(started);
    await client.get('/api/session');
    return client;
  }

  async get(path: string): Promise<Answer> {
    return this.read(await this.send(path, {}));
  }

  async post(path: string, values: unknown): Promise<Answer> {
    return this.postText(path, JSON.stringify(values));
  }

  async postText(
    path: string,
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = { 'X-Espace-Jeton': this.token },
  ) {
    const answer = await this.read(await this.send(path, { method: 'POST', body, headers }));
    // A sign-in gives another token.
    if (path === '/api/connexion' || path === '/api/deconnexion') await this.get('/api/session');
    return answer;
  }

  /** A new image, and what the oracle says of it. */
  async readCaptcha(): Promise<{ image: string; characters: string }> {
    const image = await (await this.send('/api/image', {})).text();
    const { url } = parse(this.started.captcha) as { url: string };
    return { image, characters: await (await fetch(url, { method: 'POST', body: image })).text() };
  }

  async identify(email: string): Promise<Answer> {
    const { characters } = await this.readCaptcha();
    return this.post('/api/identification', { mel: email, caracteres: characters });
  }

  async reachPassword({ email, answer }: SeededAccount): Promise<Answer> {
    await this.identify(email);
    return this.post('/api/reponse', { reponse: answer });
  }

  choose(password: string, confirmation = password): Promise<Answer> {
    return this.post('/api/mot-de-passe', { nouveau: password, repetition: confirmation });
  }

  signIn(email: string, password: string): Promise<Answer> {
    return this.post('/api/connexion', { identifiant: email, motDePasse: password });
  }

  private async send(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...init.headers, cookie: this.cookie };
    const response = await fetch(new URL(path, this.started.url), { ...init, headers });
    this.cookie = response.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
    return response;
  }

  private async read(response: Response): Promise<Answer> {
    const body = (await response.json()) as Record<string, unknown>;
    if (typeof body.jeton === 'string') this.token = body.jeton;
    return { status: response.status, body };
  }
}

/** A mail server that keeps what it is given. */
export async function openMailbox(
  onPort = 0,
): Promise<{ port: number; mails: Mail[]; firstMail: Promise<void>; close(): Promise<void> }> {
  const mails: Mail[] = [];
  let onFirst: () => void = () => undefined;
  const firstMail = new Promise<void>((resolve) => (onFirst = resolve));
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        mails.push({ recipients: session.envelope.rcptTo.map(({ address }) => address), text: mail.text ?? '' });
        onFirst();
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(onPort, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { port, mails, firstMail, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
