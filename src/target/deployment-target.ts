/** A live deployment as a target, from its file. Its accounts outlive the run: every change of password goes through the ledger. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createBrowserVisitors } from '../driver/browser-visitor';
import { createHttpVisitors } from '../driver/http-visitor';
import type { VisitorFactory } from '../driver/visitor';
import { createMailhogMailbox, createMailpitMailbox, type Mailbox } from '../mail';
import { ConfigurationError } from '../verdict/errors';
import { createCaptchaOracle } from './captcha-oracles';
import { openLedger } from './ledger';
import { readPool, readTargetFile, type TargetFile } from './target-file';
import type { DriverName, OpenTarget, Target } from './target';

const PROPERTY_RUNS: Readonly<Record<DriverName, number>> = { http: 30, browser: 10 };
/** MPO-2-25: how long a confirmation may take (catalogue), and how long a mailbox stays quiet before it counts as empty. */
const MAIL_TIMEOUT_MS = 30_000;
const MAIL_QUIET_MS = 500;

/** @throws ConfigurationError for anything wrong in the file, the pool or the ledger. */
export function loadDeployment(options: { file: string; driver?: DriverName; cwd: string }): Target {
  const file = readTargetFile(resolve(options.cwd, options.file));
  const driver = options.driver ?? file.driver;
  const pool = readPool(file.accounts);
  const ledger = openLedger(`${file.accounts}.ledger.jsonl`);
  if (ledger.unsettled.length > 0) {
    throw new ConfigurationError(
      `${file.accounts}.ledger.jsonl: a change was proposed and never settled for ${ledger.unsettled.join(', ')}; ` +
        'sign in by hand to learn which password is in force, write it in the pool, and remove the lines of that account',
    );
  }
  const passwordKey = keyOf(`${file.accounts}.key`);
  const mailbox = createMailbox(file.mail);
  const wrongAnswers = new Map<string, number>();
  let visitors: Promise<VisitorFactory> | undefined;
  const factory = () => (visitors ??= createVisitors(driver, file.baseUrl));
  return {
    name: file.name,
    driver,
    baseUrl: file.baseUrl,
    readings: file.readings,
    async probe() {
      await mailbox.mark();
      await probeHome(await factory(), file.baseUrl);
    },
    async open(): Promise<OpenTarget> {
      return {
        visitors: await factory(),
        captcha: createCaptchaOracle(file.captcha),
        mailbox,
        mailTimeoutMs: MAIL_TIMEOUT_MS,
        mailQuietMs: MAIL_QUIET_MS,
        accounts: pool.map((account) => ({ ...account, password: ledger.inForce(account.email) ?? account.password })),
        ledger,
        wrongAnswers,
        capabilities: {
          variableCaptcha: file.captcha.strategy === 'command' || file.captcha.strategy === 'http',
          assistance: file.assistance,
          help: file.help,
        },
        controls: file.controls,
        passwordKey,
        propertyRuns: PROPERTY_RUNS[driver],
        close: async () => {},
      };
    },
    async close() {
      await (await visitors)?.close();
      await mailbox.close();
    },
  };
}

async function createVisitors(driver: DriverName, baseUrl: string): Promise<VisitorFactory> {
  return driver === 'http' ? createHttpVisitors({ baseUrl }) : createBrowserVisitors({ baseUrl });
}

/** @throws TargetUnavailable when nothing answers, ConfigurationError when only a browser can show the page. */
async function probeHome(visitors: VisitorFactory, baseUrl: string): Promise<void> {
  const visitor = await visitors.newVisitor();
  try {
    const page = await visitor.open('/');
    if (page.needsScript)
      throw new ConfigurationError(`driver, given http: ${baseUrl} shows nothing without JavaScript; use driver: browser`);
  } finally {
    await visitor.close();
  }
}

function createMailbox({ kind, ...options }: TargetFile['mail']): Mailbox {
  return kind === 'mailhog' ? createMailhogMailbox(options) : createMailpitMailbox(options);
}

/** Made once, kept beside the pool, readable by its owner alone. */
function keyOf(path: string): Uint8Array {
  if (!existsSync(path)) writeFileSync(path, randomBytes(32), { mode: 0o600, flag: 'wx' });
  return readFileSync(path);
}
