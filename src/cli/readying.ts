/** What comes before the first scenario: the accounts held and known, the target looked at. Composes; judges nothing. */
import { resolve } from 'node:path';
import { diagnose } from '../doctor/diagnose';
import { loadDeployment, type Deployment } from '../target/deployment-target';
import { loadTarget } from '../target/load-target';
import { lockPool } from '../target/pool-lock';
import { provisionAccounts } from '../target/provisioning';
import { shareAccounts } from '../target/sharing';
import type { Preparation, Target } from '../target/target';
import { readTargetFile } from '../target/target-file';
import { ConfigurationError, Unavailable } from '../verdict/errors';
import { renderLine } from './doctor';
import { recoverPool } from './recovering';
import type { SuiteParameters } from './suite';

/** A target whose scenarios can begin, or why they cannot. */
export interface Readied {
  /** Described, not open: the steps open it for themselves. */
  readonly target: Target;
  readonly preparation?: Preparation;
  /** Present: there is no run. French. */
  readonly unavailable?: string;
  /** What the operator should know before the run, as text. */
  readonly notes: string;
  /** To be called when the run is over: the accounts are others' to take. */
  release(): void;
}

const LEAST_ACCOUNTS = 3;

/**
 * @param parallel scenarios at a time.
 * @throws ConfigurationError for a bad file, accounts that another run has or that nothing opens, and whatever doctor would say to correct.
 */
export async function ready(parameters: SuiteParameters, parallel: number): Promise<Readied> {
  if (parameters.target === 'simulator') return readySimulator(parameters);
  const path = resolve(parameters.cwd, parameters.target);
  const lock = lockPool(readTargetFile(path, { confirmed: parameters.authorized }).accounts);
  try {
    return await readyDeployment(parameters, parallel, () => lock.release());
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function readySimulator(parameters: SuiteParameters): Promise<Readied> {
  const target = await loadTarget(parameters);
  const described = { target, notes: '', release: () => {} };
  try {
    await target.probe();
  } catch (error) {
    // What did not open may not close either: that would only hide why.
    await target.close().catch(() => undefined);
    if (error instanceof Unavailable) return { ...described, unavailable: error.message };
    throw error;
  }
  await target.close();
  return described;
}

async function readyDeployment(parameters: SuiteParameters, parallel: number, release: () => void): Promise<Readied> {
  const deployment = await provisioned(parameters, parallel);
  const described = { target: deployment, release };
  try {
    assertParallel(deployment, parallel);
    await recoverPool(deployment);
    const { lines, preparation } = await diagnose(deployment, { parallel });
    const misconfigured = lines.filter(({ attribution }) => attribution === 'configuration');
    if (misconfigured.length > 0)
      throw new ConfigurationError(`before the run:\n${misconfigured.map(renderLine).join('')}`.trimEnd());
    const absent = lines.find(({ attribution }) => attribution === 'environment');
    const notes = lines
      .filter(({ state }) => state !== 'ok')
      .map(renderLine)
      .join('');
    if (absent !== undefined) return { ...described, notes, unavailable: absent.reason ?? absent.what };
    return { ...described, notes, preparation };
  } catch (error) {
    if (error instanceof Unavailable) return { ...described, notes: '', unavailable: error.message };
    throw error;
  } finally {
    await deployment.close().catch(ignoreUnavailable);
  }
}

/** The deployment, with as many accounts as the run needs where its team can make them. */
async function provisioned(parameters: SuiteParameters, parallel: number): Promise<Deployment> {
  const deployment = loadDeployment(parameters);
  const { file, pool } = deployment;
  const professional = pool.filter(({ kind }) => kind !== 'autre').length;
  const missing = LEAST_ACCOUNTS * parallel - professional;
  if (file.provisioning === undefined || missing <= 0) return deployment;
  await provisionAccounts(file.accounts, pool, missing, file.provisioning);
  await deployment.close();
  return loadDeployment(parameters);
}

/** What would only show in the worker processes. */
function assertParallel({ file, pool }: Deployment, parallel: number): void {
  if (parallel > 1 && file.captcha.strategy === 'manual')
    throw new ConfigurationError(
      `--parallel ${parallel}: one person cannot answer for several; captcha.strategy: manual wants --parallel 1`,
    );
  shareAccounts(pool, { worker: 0, workers: parallel, file: file.accounts });
}

/** What never opened need not close. */
function ignoreUnavailable(error: unknown): void {
  if (!(error instanceof Unavailable)) throw error;
}
