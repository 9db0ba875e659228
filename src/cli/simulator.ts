/** `mdpo simulator`: the reference simulator on this machine, with an inbox for the mails that it sends, until it is stopped. */
import { connect } from 'node:net';
import { createSimulator, faults, serveSimulator, smtpTransport, variants, type Simulator } from '../../simulator';
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
  readonly variant?: string;
  readonly listVariants?: boolean;
}

const defaultMailPort = 8025;
const smtpPatienceMs = 2_000;

/**
 * Serves until the user interrupts.
 * @throws ConfigurationError for an unknown fault or variant, for both, or a port that cannot be had.
 */
export async function simulator(environment: CliEnvironment, options: SimulatorOptions): Promise<number> {
  if (options.listFaults || options.listVariants) {
    environment.stdout.write(options.listFaults ? faultList() : variantList());
    return exitCodes.conforming;
  }
  const { bent, words } = chosen(options);
  const { stdout, interrupted } = environment;
  const mail = await openMail(environment, options);
  const served = createSimulator({ mail: mail.transport, ...bent });
  try {
    const { url, close } = await listen(served, options.port);
    stdout.write(banner({ url, mail: mail.description, served, bent: words }));
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

/** How the simulator differs from the reference, and the line that says so. @throws ConfigurationError. */
function chosen({ fault: faultId, variant: variantId }: SimulatorOptions): {
  bent: { readonly fault?: string; readonly variant?: string };
  words: string;
} {
  const fault = faults.find(({ id }) => id === faultId);
  if (faultId !== undefined && !fault) {
    throw new ConfigurationError(`option '--fault': no fault is called '${faultId}'. --list-faults lists them.`);
  }
  const variant = variants.find(({ id }) => id === variantId);
  if (variantId !== undefined && !variant) {
    throw new ConfigurationError(`option '--variant': no variant is called '${variantId}'. --list-variants lists them.`);
  }
  if (fault && variant) throw new ConfigurationError("options '--fault' and '--variant': give one or the other.");
  if (fault) return { bent: { fault: fault.id }, words: `Défaut planté   ${fault.id} — ${fault.title.fr}\n` };
  if (variant) return { bent: { variant: variant.id }, words: `Variante        ${variant.id} — ${variant.title.fr}\n` };
  return { bent: {}, words: '' };
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
function banner({ url, mail, served, bent }: { url: string; mail: string; served: Simulator; bent: string }): string {
  const accounts = served.accounts.map(
    ({ trait, email, password, question, answer }) =>
      `  ${trait}\n    ${email}\n    mot de passe : ${password}\n    question     : ${question}\n    réponse      : ${answer}\n`,
  );
  return [
    `Simulateur      ${url}/\n${mail}\n${bent}`,
    'Comptes de démonstration (personnes inventées)\n',
    ...accounts,
    `\nSimulateur      ${url}/\n${mail}\n${bent}Ctrl+C pour arrêter.\n`,
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

function variantList(): string {
  const width = Math.max(...variants.map(({ id }) => id.length));
  const lines = variants.map(({ id, title, difference, readings, browserOnly }) => {
    const where = browserOnly ? ' [navigateur seulement]' : '';
    const declared = Object.entries(readings).map(([reading, value]) => `${reading} = ${value}`);
    const said = [difference.fr, ...(declared.length > 0 ? [`déclare ${declared.join(' ; ')}`] : [])];
    return `${id.padEnd(width)}  ${title.fr}${where}\n${said.map((line) => `${' '.repeat(width)}  ${line}\n`).join('')}`;
  });
  return `${lines.join('')}\n${variants.length} variantes. Exemple : mdpo simulator --variant ${variants[0]?.id ?? ''}\n`;
}
