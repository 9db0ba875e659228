/** `mdpo accounts`: what is known of the accounts of a deployment, and their pool brought up to date. */
import { resolve } from 'node:path';
import { loadDeployment, type Deployment } from '../target/deployment-target';
import { lockPool, runHolding } from '../target/pool-lock';
import { resetPool } from '../target/pool-reset';
import type { Recovered } from '../target/recovery';
import { readTargetFile } from '../target/target-file';
import { ConfigurationError, Unavailable } from '../verdict/errors';
import { exitCodes, type CliEnvironment } from './environment';
import { recoverPool } from './recovering';

export interface AccountsOptions {
  readonly action: 'status' | 'reset';
  /** Path of a target file. */
  readonly target: string;
  /** Who calls says that they may sign in at a public host. */
  readonly authorized?: boolean;
}

/**
 * Shows the accounts, or recovers those in doubt and writes the passwords in force back into the pool. Shows no password.
 * @returns 0 when it is done, 3 when the target does not answer.
 * @throws ConfigurationError for a bad file, a run that has the accounts, or an account that nothing opens.
 */
export async function accounts(environment: CliEnvironment, options: AccountsOptions): Promise<number> {
  if (options.target === 'simulator') {
    throw new ConfigurationError(
      "option '--target': the simulator makes its accounts anew for every scenario. Give a target file.",
    );
  }
  return options.action === 'status' ? showStatus(environment, options) : reset(environment, options);
}

async function showStatus({ cwd, stdout }: CliEnvironment, { target, authorized }: AccountsOptions): Promise<number> {
  const deployment = loadDeployment({ target, cwd, authorized });
  try {
    stdout.write(describe(deployment));
    return exitCodes.conforming;
  } finally {
    await deployment.close();
  }
}

async function reset(environment: CliEnvironment, { target, authorized }: AccountsOptions): Promise<number> {
  const { cwd, stdout } = environment;
  const path = readTargetFile(resolve(cwd, target), { confirmed: authorized }).accounts;
  const lock = lockPool(path);
  try {
    // Read under the lock: nobody changes the pool or the ledger from now on.
    const deployment = loadDeployment({ target, cwd, authorized });
    try {
      for (const { email, found } of await recoverPool(deployment)) stdout.write(`${email} : ${findings[found]}\n`);
      const written = resetPool(path, deployment.ledger);
      stdout.write(`${path} : mots de passe en vigueur récrits pour ${written.length} des ${deployment.pool.length} comptes.\n`);
      return exitCodes.conforming;
    } finally {
      await deployment.close();
    }
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    environment.stderr.write(`mdpo: ${error.message}\n`);
    return exitCodes.inconclusive;
  } finally {
    lock.release();
  }
}

const findings: Readonly<Record<Recovered['found'], string>> = {
  unchanged: 'le dernier changement n’a pas eu lieu',
  changed: 'le dernier changement a eu lieu',
  former: 'un mot de passe antérieur est en vigueur',
};

function describe({ file, pool, ledger }: Deployment): string {
  const rows = pool.map(({ email, kind = 'professionnel' }) => {
    const candidates = ledger.pending.get(email)?.length ?? 0;
    return [email, kind, knowledge(ledger, email, candidates), `${candidates} en attente`];
  });
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  const run = runHolding(file.accounts);
  const holder = run ? `processus ${run.pid} de ${run.host}, depuis ${run.since}` : 'aucune';
  return `${[...lines, `Exécution en cours : ${holder}.`].join('\n')}\n`;
}

function knowledge(ledger: Deployment['ledger'], email: string, candidates: number): string {
  if (candidates > 0) return 'mot de passe à retrouver';
  if (ledger.inForce(email) === undefined) return 'mot de passe connu par la réserve';
  const since = ledger.since(email);
  return `mot de passe connu par le registre${since === undefined ? '' : ` depuis ${since}`}`;
}
