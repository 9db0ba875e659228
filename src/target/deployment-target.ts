/** A live deployment as a target, from its file. Its accounts outlive the run: every change of password goes through the ledger. */
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createBrowserVisitors } from '../driver/browser-visitor';
import { isLoopback } from '../driver/hosts';
import { createHttpVisitors } from '../driver/http-visitor';
import { createPace } from '../driver/rate-limit';
import type { VisitorFactory } from '../driver/visitor';
import { createMailhogMailbox, createMailpitMailbox, type Mailbox } from '../mail';
import { CapabilityMissing } from '../verdict/errors';
import type { Account } from './account';
import { createCaptchaOracle } from './captcha-oracles';
import { createHands } from './hands';
import { callHook } from './hooks';
import { openLedger, type FileLedger } from './ledger';
import type { LoadOptions } from './load-target';
import { endedByInterruption } from './outages';
import { createProcedureLimit } from './procedure-limit';
import { workerOf } from './sharing';
import { readPool, readTargetFile } from './target-file';
import type { TargetFile } from './target-schema';
import type { CaptchaOracle, DriverName, OpenTarget, RunMails, Target } from './target';

const PROPERTY_RUNS: Readonly<Record<DriverName, number>> = { http: 30, browser: 10 };
/** MPO-2-25: how long a confirmation may take (catalogue), and how long a mailbox stays quiet before it counts as empty. */
const MAIL_TIMEOUT_MS = 30_000;
const MAIL_QUIET_MS = 500;
/** A host elsewhere is not ours to load: RFC 9110 knows no limit, people do. */
const REQUESTS_PER_SECOND_ELSEWHERE = 20;

/** A live deployment, with what its operator wrote. */
export interface Deployment extends Target {
  readonly file: TargetFile;
  /** The accounts as written in the pool: the ledger knows their passwords in force. */
  readonly pool: readonly Account[];
  readonly ledger: FileLedger;
}

/** @throws ConfigurationError for anything wrong in the file, the pool or the ledger. */
export function loadDeployment(options: Omit<LoadOptions, 'seed' | 'fault'>): Deployment {
  const path = resolve(options.cwd, options.target);
  const file = readTargetFile(path, { confirmed: options.authorized });
  const driver = options.driver ?? file.driver;
  const pool = readPool(file.accounts, file.provisioning !== undefined);
  const ledger = openLedger(`${file.accounts}.ledger.jsonl`);
  const { setAside = [] } = options.preparation ?? {};
  const usable = pool.filter(({ email }) => !setAside.includes(email));
  const hands = createHands(usable, ledger, file.accounts);
  const mailbox = createMailbox(file.mail);
  const wrongAnswers = new Map<string, number>();
  const beginProcedure = createProcedureLimit(file.limits, options.maxProcedures, workerOf(process.env));
  const captcha = guarded(createCaptchaOracle(file.captcha), options.preparation?.captchaRefused);
  let visitors: Promise<VisitorFactory> | undefined;
  let mails: Promise<RunMails> | undefined;
  const lookAtMails = async (): Promise<RunMails> => ({
    known: new Set(await mailbox.mark()),
    watchedToTheEnd: options.preparation?.wholeSuite === true,
    shared: file.mail.shared,
    ofOthers: hands.ofOthers,
    overdue: 0,
    unclear: false,
  });
  const runMails = () =>
    (mails ??= lookAtMails().catch((error: unknown) => {
      // What did not answer once may answer the next scenario.
      mails = undefined;
      throw error;
    }));
  const factory = () => (visitors ??= createVisitors(driver, file));
  return {
    file,
    pool,
    ledger,
    name: file.name,
    driver,
    baseUrl: file.baseUrl,
    readings: file.readings,
    ...(file.operator !== undefined &&
      file.order !== undefined && { authorisation: { operator: file.operator, order: file.order } }),
    probe: async () => void (await factory()),
    async open(): Promise<OpenTarget> {
      return {
        visitors: await factory(),
        captcha,
        mailbox,
        mailTimeoutMs: MAIL_TIMEOUT_MS,
        mailQuietMs: MAIL_QUIET_MS,
        mails: runMails,
        accounts: hands.open(),
        ...(hands.hasCommon && {
          takeCommonAccounts: async () => {
            await hands.takeCommon();
            // What others were sent while the accounts were theirs is theirs.
            const { known } = await runMails();
            for (const id of await mailbox.mark()) known.add(id);
          },
        }),
        ledger,
        wrongAnswers,
        mostWrongAnswers: file.limits.wrongAnswers,
        beginProcedure,
        signedIn: options.preparation?.signedIn,
        capabilities: {
          mailOutage:
            file.outage &&
            endedByInterruption({
              cut: async () => void (await callHook('outage.cut', file.outage!.cut)),
              restore: async () => void (await callHook('outage.restore', file.outage!.restore)),
            }),
          variableCaptcha: file.captcha.strategy !== 'fixed' && file.captcha.strategy !== 'none',
          assistance: file.assistance,
          help: file.help,
        },
        readings: file.readings,
        controls: file.controls,
        passwordKey: keyOf(`${file.accounts}.key`),
        propertyRuns: PROPERTY_RUNS[driver],
        close: async () => hands.release(),
      };
    },
    async close() {
      await (await visitors)?.close();
      await mailbox.close();
    },
  };
}

/** @throws BrowserUnavailable when there is no browser to drive. */
export async function createVisitors(
  driver: DriverName,
  { baseUrl, origins, limits, captcha, controls }: TargetFile,
): Promise<VisitorFactory> {
  const elsewhere = isLoopback(new URL(baseUrl).hostname) ? undefined : REQUESTS_PER_SECOND_ELSEWHERE;
  const whole = limits.requestsPerSecond ?? elsewhere;
  const perSecond = whole === undefined ? undefined : whole / workerOf(process.env).workers;
  const options = {
    baseUrl,
    allowedOrigins: origins,
    selectors: Object.values(controls).flatMap(({ css }) => css ?? []),
    ...(perSecond !== undefined && { pace: createPace({ perSecond }) }),
  };
  if (driver === 'http') return createHttpVisitors(options);
  // Whoever reads the images sees them in the browser too, where there is a screen to see it on.
  const headed = captcha.strategy === 'manual' && Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  return createBrowserVisitors({ ...options, headless: !headed });
}

/** What was found to be of no use before the run decides nothing in it, nor does an image in which nothing was read. */
function guarded(oracle: CaptchaOracle, refused: string | undefined): CaptchaOracle {
  return {
    fallible: oracle.fallible,
    async read(image) {
      const characters = refused === undefined ? await oracle.read(image) : '';
      if (characters !== '') return characters;
      throw new CapabilityMissing('un moyen de lire le CAPTCHA', refused ?? '« captcha » n’a rien lu dans une image');
    },
  };
}

function createMailbox({ kind, ...options }: TargetFile['mail']): Mailbox {
  return kind === 'mailhog' ? createMailhogMailbox(options) : createMailpitMailbox(options);
}

/** Made once, kept beside the pool, readable by its owner alone. */
function keyOf(path: string): Uint8Array {
  if (!existsSync(path)) makeKey(path);
  return readFileSync(path);
}

/** Several workers may come first at once: the file is never seen without its bytes, and the first one stays. */
function makeKey(path: string): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, randomBytes(32), { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
