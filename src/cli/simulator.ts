/** `mdpo simulator`: the reference simulator on this machine, with an inbox for the mails that it sends, until it is stopped. */
import { connect } from 'node:net';
import { createSimulator, faults, serveSimulator, smtpTransport, type Simulator } from '../../simulator';
import { createCatcher } from '../mail';
import { ConfigurationError } from '../verdict/errors';
import { exitCodes, type CliEnvironment } from './environment';
import type { HostAndPort } from './options';

export interface SimulatorOptions {
  readonly port: number;
  readonly smtp?: HostAndPort;
  readonly mailPort?: number;
  readonly fault?: string;
  readonly listFaults?: boolean;
}

const defaultMailPort = 8025;
const smtpPatienceMs = 2_000;

/**
 * Serves until the user interrupts.
 * @throws ConfigurationError for an unknown fault, or a port that cannot be had.
 */
export async function simulator(environment: CliEnvironment, options: SimulatorOptions): Promise<number> {
  if (options.listFaults) {
    environment.stdout.write(faultList());
    return exitCodes.conforming;
  }
  const fault = faults.find(({ id }) => id === options.fault);
  if (options.fault !== undefined && !fault) {
    throw new ConfigurationError(`option '--fault': no fault is called '${options.fault}'. --list-faults lists them.`);
  }
  const { stdout, interrupted } = environment;
  const mail = await openMail(environment, options);
  const served = createSimulator({ mail: mail.transport, ...(fault && { fault: fault.id }) });
  try {
    const { url, close } = await listen(served, options.port);
    stdout.write(banner({ url, mail: mail.description, served, ...(fault && { fault: `${fault.id} — ${fault.title.fr}` }) }));
    await new Promise<void>((resolve) => {
      if (interrupted.aborted) resolve();
      interrupted.addEventListener('abort', () => resolve(), { once: true });
    });
    await close();
    stdout.write('\nSimulateur arrêté.\n');
    return exitCodes.conforming;
  } finally {
    served.close();
    await mail.close();
  }
}

interface OpenMail {
  readonly transport: Parameters<typeof createSimulator>[0]['mail'];
  readonly description: string;
  close(): Promise<void>;
}

async function openMail({ stderr }: CliEnvironment, { smtp, mailPort }: SimulatorOptions): Promise<OpenMail> {
  if (!smtp) {
    const catcher = createCatcher();
    const listening = await catcher.listen({ httpPort: mailPort ?? defaultMailPort });
    return { transport: catcher, description: `Courriels       ${listening.url}/`, close: listening.close };
  }
  if (mailPort !== undefined) {
    throw new ConfigurationError(
      "option '--mail-port': the built-in inbox is not opened when '--smtp' names a server. Give one or the other.",
    );
  }
  const address = `${smtp.host}:${smtp.port}`;
  if (!(await answers(smtp))) {
    stderr.write(`mdpo: warning: no mail server answers at ${address}. Mails are queued and tried again until one does.\n`);
  }
  return { transport: smtpTransport(smtp), description: `Courriels       envoyés par SMTP à ${address}`, close: async () => {} };
}

async function listen(served: Simulator, port: number) {
  try {
    return await serveSimulator(served, { port });
  } catch (cause) {
    throw new ConfigurationError(`option '--port': ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
  }
}

function answers(server: HostAndPort): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ ...server, timeout: smtpPatienceMs });
    const settle = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', settle(true)).once('error', settle(false)).once('timeout', settle(false));
  });
}

/** Passwords and answers are shown on purpose: these people are invented, and one signs in as them. */
function banner({ url, mail, served, fault }: { url: string; mail: string; served: Simulator; fault?: string }): string {
  const accounts = served.accounts.map(
    ({ trait, email, password, question, answer }) =>
      `  ${trait}\n    ${email}\n    mot de passe : ${password}\n    question     : ${question}\n    réponse      : ${answer}\n`,
  );
  const planted = fault === undefined ? '' : `Défaut planté   ${fault}\n`;
  return [
    `Simulateur      ${url}/\n${mail}\n${planted}`,
    'Comptes de démonstration (personnes inventées)\n',
    ...accounts,
    `\nSimulateur      ${url}/\n${mail}\n${planted}Ctrl+C pour arrêter.\n`,
  ].join('\n');
}

function faultList(): string {
  const width = Math.max(...faults.map(({ id }) => id.length));
  const lines = faults.map(({ id, title, requirements, browserOnly }) => {
    const where = browserOnly ? ' [navigateur seulement]' : '';
    return `${id.padEnd(width)}  ${title.fr}${where}\n${' '.repeat(width)}  enfreint ${requirements.join(', ')}\n`;
  });
  return `${lines.join('')}\n${faults.length} défauts. Exemple : mdpo simulator --fault ${faults[0]?.id ?? ''}\n`;
}
