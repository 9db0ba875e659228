/** `mdpo gate`: puts a report, its verification and a policy before the gate, and prints what it decides. Writes no file. */
import { resolve } from 'node:path';
import { decideGate, gateExitCode } from '../gate/decide';
import { renderDecision } from '../gate/decision-text';
import { requirements } from '../specification';
import type { CliEnvironment } from './environment';
import { readGatePolicy } from './gate-policy';
import { readRunRecord, refuseOtherVersion } from '../evidence/run-record-file';
import { verifyRun } from './verify';

export interface GateOptions {
  /** Folder of the report. */
  readonly directory: string;
  readonly policy: string;
  /** Folder of an earlier report. */
  readonly baseline?: string;
  readonly format?: 'text' | 'json';
}

/**
 * @param verify stands in for the verification of the folder in tests.
 * @returns 0 accepted, 1 refused, 3 inconclusive.
 * @throws ConfigurationError when the policy or a report cannot be read, or when another version of the suite made the report.
 */
export async function gate(environment: CliEnvironment, options: GateOptions, verify = verifyRun): Promise<number> {
  const { cwd, stdout, env, now } = environment;
  const { policy, publicKey } = await readGatePolicy(options.policy, environment);
  const { name, record } = await readRunRecord(options.directory, environment);
  refuseOtherVersion(name, record);
  // Of any version: what it checked and this one no longer does is what a baseline is for.
  const baseline = options.baseline === undefined ? undefined : (await readRunRecord(options.baseline, environment)).record;
  const { problems, signature, ...verified } = await verify(
    resolve(cwd, options.directory),
    publicKey === undefined ? {} : { publicKey },
  );
  const decision = decideGate(
    { record: verified.record, integrity: problems, signature, catalogue: requirements, baseline, now: now() },
    policy,
  );
  const colours = stdout.isTTY === true && !env.NO_COLOR;
  stdout.write(options.format === 'json' ? `${JSON.stringify(decision, null, 2)}\n` : renderDecision(decision, { colours }));
  return gateExitCode(decision);
}
