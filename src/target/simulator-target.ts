/** The reference simulator as a target: in process over http, on a loopback port in the browser. It offers every capability. */
import { createHmac } from 'node:crypto';
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
  type MailTransport,
  type Simulator,
} from '../../simulator';
import { OPERATED_BY_SUITE } from './ledger';
import type { DriverName, OpenTarget, Target } from './target';

export interface SimulatorTargetOptions {
  readonly driver: DriverName;
  readonly seed: number;
  /** Id of a deliberate deviation (`FLT-046`). */
  readonly fault?: string;
}

/** A cheap scrypt: accounts are made anew for every scenario, and their secrets are published. */
const PASSWORD_COST = 16;
const IN_PROCESS_URL = 'http://simulateur.localhost/';
const PASSWORD_KEY = Buffer.from('mdpo: the simulator’s accounts are invented, so is this key');
const PROPERTY_RUNS: Readonly<Record<DriverName, number>> = { http: 200, browser: 10 };

/** @throws ConfigurationError for a fault that does not exist. */
export function createSimulatorTarget(options: SimulatorTargetOptions): Target {
  if (options.fault !== undefined && !faults.some(({ id }) => id === options.fault)) {
    throw new ConfigurationError(`--fault ${options.fault}: no such fault; accepted: ${faults.map(({ id }) => id).join(', ')}`);
  }
  const fault = faults.find(({ id }) => id === options.fault);
  // Run all the same, it would pass: a fault that cannot show must not look like one that was missed.
  if (fault?.browserOnly === true && options.driver === 'http') {
    throw new ConfigurationError(`--fault ${fault.id}: only a browser can show it; use --driver browser`);
  }
  return options.driver === 'http' ? inProcess(options) : inBrowser(options);
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
      return opened(options.driver, simulator, catcher, visitors, async () => simulator.close());
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
      return { ...opened(options.driver, simulator, catcher, visitors, async () => simulator.close()), probes };
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

function start({ seed, fault }: SimulatorTargetOptions, mail: MailTransport): Simulator {
  return createSimulator({ mail, fault, passwordCost: PASSWORD_COST, random: seededBytes(seed) });
}

function described(
  { driver }: SimulatorTargetOptions,
  baseUrl: string,
): Pick<Target, 'name' | 'driver' | 'baseUrl' | 'readings'> {
  return { name: 'simulateur de référence', driver, baseUrl, readings: {} };
}

function opened(
  driver: DriverName,
  simulator: Simulator,
  catcher: Catcher,
  visitors: VisitorFactory,
  close: () => Promise<void>,
): OpenTarget {
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
      help: true,
    },
    controls: {},
    passwordKey: PASSWORD_KEY,
    propertyRuns: PROPERTY_RUNS[driver],
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
  let block = 0;
  let rest = Buffer.alloc(0);
  return (count) => {
    while (rest.length < count) {
      rest = Buffer.concat([rest, createHmac('sha256', String(seed)).update(String(block)).digest()]);
      block += 1;
    }
    const taken = rest.subarray(0, count);
    rest = rest.subarray(count);
    return taken;
  };
}
