/** The reference simulator as a target: in process over http, on a loopback port in the browser. It offers every capability. */
import { createCipheriv, createHash } from 'node:crypto';
import { createBrowserVisitors } from '../driver/browser-visitor';
import { createHttpVisitors } from '../driver/http-visitor';
import type { VisitorFactory } from '../driver/visitor';
import { createCatcher, type Catcher, type Mailbox } from '../mail';
import { ConfigurationError } from '../verdict/errors';
import {
  assistance,
  createSimulator,
  faults,
  serveSimulator,
  smtpTransport,
  variants,
  type MailTransport,
  type Simulator,
  type VariantDescription,
} from '../../simulator';
import { OPERATED_BY_SUITE } from './ledger';
import type { DriverName, OpenTarget, Target } from './target';

export interface SimulatorTargetOptions {
  readonly driver: DriverName;
  readonly seed: number;
  /** Id of a deliberate deviation (`FLT-046`). */
  readonly fault?: string;
  /** Id of a conforming variant (`VAR-texte-bref`): the target then declares its readings. Never together with a fault. */
  readonly variant?: string;
  /** Values that a property tries, where fewer than usual will do. */
  readonly propertyRuns?: number;
}

/** A cheap scrypt: accounts are made anew for every scenario, and their secrets are published. */
const PASSWORD_COST = 2;
const IN_PROCESS_URL = 'http://simulateur.localhost/';
const PASSWORD_KEY = Buffer.from('mdpo: the simulator’s accounts are invented, so is this key');
const PROPERTY_RUNS: Readonly<Record<DriverName, number>> = { http: 200, browser: 10 };

/** @throws ConfigurationError for a fault or a variant that does not exist, or that http cannot go through. */
export function createSimulatorTarget(options: SimulatorTargetOptions): Target {
  if (options.fault !== undefined && !faults.some(({ id }) => id === options.fault)) {
    throw new ConfigurationError(`--fault ${options.fault}: no such fault; accepted: ${faults.map(({ id }) => id).join(', ')}`);
  }
  const fault = faults.find(({ id }) => id === options.fault);
  // Run all the same, it would pass: a fault that cannot show must not look like one that was missed.
  if (fault?.browserOnly === true && options.driver === 'http') {
    throw new ConfigurationError(`--fault ${fault.id}: only a browser can show it; use --driver browser`);
  }
  assertVariant(options);
  return options.driver === 'http' ? inProcess(options) : inBrowser(options);
}

function assertVariant({ driver, fault, variant }: SimulatorTargetOptions): void {
  if (variant === undefined) return;
  const known = variants.find(({ id }) => id === variant);
  if (!known) {
    throw new ConfigurationError(`--variant ${variant}: no such variant; accepted: ${variants.map(({ id }) => id).join(', ')}`);
  }
  if (fault !== undefined) throw new ConfigurationError(`--variant ${variant}: not together with --fault ${fault}`);
  if (known.browserOnly === true && driver === 'http') {
    throw new ConfigurationError(`--variant ${variant}: only a browser can go through it; use --driver browser`);
  }
}

function variantOf({ variant }: SimulatorTargetOptions): VariantDescription | undefined {
  return variants.find(({ id }) => id === variant);
}

function inProcess(options: SimulatorTargetOptions): Target {
  return {
    ...described(options, IN_PROCESS_URL),
    probe: async () => {},
    close: async () => {},
    async open() {
      const catcher = createCatcher();
      const simulator = start(options, catcher);
      const visitors = createHttpVisitors({ baseUrl: IN_PROCESS_URL, transport: (request) => simulator.fetch(request) });
      return opened(options, simulator, catcher, visitors, async () => simulator.close());
    },
  };
}

function inBrowser(options: SimulatorTargetOptions): Target {
  let current: Simulator | undefined;
  let house: Promise<Browsing> | undefined;
  const fetch = (request: Request) =>
    current?.fetch(request) ?? Promise.resolve(new Response('aucun scénario en cours', { status: 503 }));
  const browsing = () => (house ??= startBrowsing(fetch));
  return {
    ...described(options, 'http://127.0.0.1/'),
    probe: async () => void (await browsing()),
    async open() {
      const { catcher, mail, visitors, probes } = await browsing();
      const simulator = start(options, mail);
      current = simulator;
      const open = opened(options, simulator, catcher, visitors, async () => simulator.close());
      // Nobody signs in over plain HTTP where the controls are made of script.
      return variantOf(options)?.browserOnly === true ? open : { ...open, probes };
    },
    async close() {
      // A browser that never started leaves nothing to close, and whoever asked for it was told.
      await house?.then(
        (started) => started.close(),
        () => undefined,
      );
    },
  };
}

interface Browsing {
  readonly catcher: Catcher;
  readonly mail: MailTransport;
  readonly visitors: VisitorFactory;
  readonly probes: VisitorFactory;
  close(): Promise<void>;
}

/** One browser, one web server and one mail server for the whole run; the simulator behind them is new for every scenario. */
async function startBrowsing(fetch: (request: Request) => Promise<Response>): Promise<Browsing> {
  const catcher = createCatcher();
  const [mails, web] = await Promise.all([catcher.listen(), serveSimulator({ fetch }, { port: 0 })]);
  const closeDoors = async () => void (await Promise.all([web.close(), mails.close()]));
  try {
    const visitors = await createBrowserVisitors({ baseUrl: web.url });
    const close = async () => {
      await visitors.close();
      await closeDoors();
    };
    return { catcher, mail: smtpTransport(mails.smtp), visitors, probes: createHttpVisitors({ baseUrl: web.url }), close };
  } catch (error) {
    await closeDoors();
    throw error;
  }
}

function start({ seed, fault, variant }: SimulatorTargetOptions, mail: MailTransport): Simulator {
  return createSimulator({ mail, fault, variant, passwordCost: PASSWORD_COST, random: seededBytes(seed) });
}

function described(options: SimulatorTargetOptions, baseUrl: string): Pick<Target, 'name' | 'driver' | 'baseUrl' | 'readings'> {
  return { name: 'simulateur de référence', driver: options.driver, baseUrl, readings: variantOf(options)?.readings ?? {} };
}

function opened(
  options: SimulatorTargetOptions,
  simulator: Simulator,
  catcher: Catcher,
  visitors: VisitorFactory,
  close: () => Promise<void>,
): OpenTarget {
  const variant = variantOf(options);
  return {
    visitors,
    captcha: { read: async (image) => readIssued(simulator, image.bytes) },
    mailbox: settled(catcher.mailbox, simulator),
    // The simulator says when its mail has left: nothing has to be waited for.
    mailTimeoutMs: 0,
    mailQuietMs: 0,
    accounts: simulator.accounts,
    ledger: OPERATED_BY_SUITE,
    capabilities: {
      mailOutage: { cut: async () => catcher.cut(), restore: async () => catcher.restore() },
      variableCaptcha: true,
      assistance: { address: assistance.path, code: assistance.code },
      help: variant?.lacks?.includes('help') !== true,
    },
    readings: variant?.readings ?? {},
    controls: variant?.controls ?? {},
    passwordKey: PASSWORD_KEY,
    propertyRuns: options.propertyRuns ?? PROPERTY_RUNS[options.driver],
    close,
  };
}

/** An image that the simulator did not issue has no characters: the answer is then wrong, as a person's would be. */
function readIssued(simulator: Simulator, bytes: Uint8Array): string {
  return simulator.readCaptcha(bytes) ?? 'illisible';
}

/** The mailbox, read when the simulator has no mail left to send. */
function settled(mailbox: Mailbox, simulator: Simulator): Mailbox {
  return {
    ...mailbox,
    mark: () => simulator.idle().then(() => mailbox.mark()),
    messages: (query) => simulator.idle().then(() => mailbox.messages(query)),
    watch: (query) => simulator.idle().then(() => mailbox.watch(query)),
    waitForMessage: (query) => simulator.idle().then(() => mailbox.waitForMessage(query)),
  };
}

/** Chance that a seed repeats. */
function seededBytes(seed: number): (count: number) => Uint8Array {
  const key = createHash('sha256').update(String(seed)).digest();
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
  return (count) => stream.update(Buffer.alloc(count));
}
