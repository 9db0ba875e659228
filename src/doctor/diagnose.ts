/** Looks at a live deployment before any scenario: what would keep the suite from judging it, and what would let it judge more. */
import { Journal } from '../checks/journal';
import type { Deployment } from '../target/deployment-target';
import type { Preparation } from '../target/target';
import { BrowserUnavailable, ConfigurationError, MailUnavailable, Unavailable } from '../verdict/errors';
import { examineAccounts } from './account-lines';
import { lookAtEntrance } from './entrance';
import { misconfigured, ok, unavailable, type Line, type Say } from './line';
import { examineMail } from './mail-lines';
import { judgePool } from './pool-lines';
import { openSite } from './site';
import { explainUnreachable } from './unreachable';

export type { Line } from './line';

/** Every line, in order, and what the run must be told. */
export interface Diagnosis {
  readonly lines: readonly Line[];
  readonly preparation: Preparation;
}

export interface DiagnoseOptions {
  /** Scenarios at a time, of the run that is to follow. */
  readonly parallel: number;
  /** Told of each line as it comes. */
  readonly onLine?: (line: Line) => void;
  /** How long a mail sent as a probe may take. Default 10 s. */
  readonly probeTimeoutMs?: number;
}

const PROBE_TIMEOUT_MS = 10_000;

/**
 * Changes nothing: no password, and one answer at most for each account. Opens what it needs for itself, and closes it. Accounts of which a change was
 * never settled are best recovered before: the passwords are those that the ledger holds to be in force.
 */
export async function diagnose(deployment: Deployment, options: DiagnoseOptions): Promise<Diagnosis> {
  const { parallel, onLine, probeTimeoutMs = PROBE_TIMEOUT_MS } = options;
  const lines: Line[] = [];
  const mask = maskOf(deployment);
  const say: Say = (line) => {
    const shown = mask(line);
    lines.push(shown);
    onLine?.(shown);
  };
  const { file, pool } = deployment;
  describeFile(deployment).forEach(say);
  const judgeAccounts = () =>
    judgePool(pool, { path: file.accounts, parallel, provisioned: file.provisioning !== undefined }).forEach(say);
  const preparation = await examineSite(deployment, judgeAccounts, say);
  await guarded('mail', say, () => examineMail(file.mail, pool, probeTimeoutMs, say));
  return { lines, preparation };
}

/** The exit code that a diagnosis comes to: 0, 1 with a finding, 2 or 3 with a stop. */
export function exitCodeOf(lines: readonly Line[]): 0 | 1 | 2 | 3 {
  if (lines.some(({ attribution }) => attribution === 'configuration')) return 2;
  if (lines.some(({ attribution }) => attribution === 'environment')) return 3;
  return lines.some(({ state }) => state === 'finding') ? 1 : 0;
}

function describeFile({ name, driver, file, authorisation }: Deployment): Line[] {
  const { host } = new URL(file.baseUrl);
  return [
    ok('file', `${name}: ${host}, driver ${driver}`),
    ...(authorisation ? [ok('authorisation', `${authorisation.operator}, ${authorisation.order}`)] : []),
  ];
}

/** The pages and the accounts. @param judgeAccounts says what the pool holds, which needs no page. */
async function examineSite(deployment: Deployment, judgeAccounts: () => void, say: Say): Promise<Preparation> {
  const opened = await guarded('browser', say, async () => {
    const site = await openSite(deployment);
    return { site, visitor: await site.visitors.newVisitor() };
  });
  if (opened === undefined) {
    judgeAccounts();
    return {};
  }
  const { site, visitor } = opened;
  if (deployment.driver === 'browser') say(ok('browser', 'a browser starts'));
  try {
    const entrance = await guarded('home', say, () => lookAtEntrance(visitor, deployment.file, site.controls, say));
    judgeAccounts();
    if (entrance === undefined || entrance.stopped) return {};
    return (await guarded('accounts', say, () => examineAccounts({ deployment, site, visitor, entrance, say }))) ?? {};
  } finally {
    await site.visitors.close();
  }
}

/** Says what does not answer or is wrongly written, so that the other checks go on. @returns `undefined` then. */
async function guarded<T>(id: string, say: Say, check: () => Promise<T>): Promise<T | undefined> {
  try {
    return await check();
  } catch (error) {
    say(lineOf(id, error));
    return undefined;
  }
}

function lineOf(id: string, error: unknown): Line {
  if (error instanceof ConfigurationError) return misconfigured(id, error.message, 'correct the target file');
  if (!(error instanceof Unavailable)) throw error;
  if (error instanceof BrowserUnavailable) return unavailable('browser', 'no browser to drive', BROWSER, error.message);
  const { words, remedy } = explainUnreachable(error);
  const where = error instanceof MailUnavailable ? 'mail.url' : 'baseUrl';
  return unavailable(id, `${where} does not answer: ${words}`, `${remedy} of ${where}`, error.message);
}

const BROWSER = `type one of these, then this again:
  npx playwright install --with-deps chromium-headless-shell
  sudo apt-get install chromium-headless-shell        (Debian)
  export MDPO_BROWSER=/path/to/chromium               (one that is already there)`;

/** A page may repeat what was typed, and is quoted. */
function maskOf({ pool, ledger }: Deployment): (line: Line) => Line {
  const journal = new Journal();
  for (const { email, password, answer } of pool) {
    for (const secret of [password, answer, ledger.inForce(email) ?? '']) journal.protect(secret, 'secret');
  }
  return (line) => ({
    ...line,
    what: journal.mask(line.what),
    ...(line.remedy !== undefined && { remedy: journal.mask(line.remedy) }),
  });
}
