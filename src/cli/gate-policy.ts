/** Reads a gate's policy and the key that it names: checked whole, every problem said at once. Decides nothing. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { readPublicKey } from '../attestation/keys';
import { gatePolicySchema, type GatePolicy } from '../gate/policy';
import { schemaOf } from '../target/json-schema';
import { problemsOf } from '../target/problems';
import { ConfigurationError } from '../verdict/errors';
import type { CliEnvironment } from './environment';

/** A policy, and the key that it names, in PEM. */
export interface ReadPolicy {
  readonly policy: GatePolicy;
  readonly publicKey?: string;
}

/** @throws ConfigurationError naming the file, and for each problem the key, what was given and what is accepted. */
export async function readGatePolicy(given: string, { cwd }: Pick<CliEnvironment, 'cwd'>): Promise<ReadPolicy> {
  const path = resolve(cwd, given);
  const document = parseDocument(await readText(path, given));
  const [error] = document.errors;
  if (error !== undefined) throw new ConfigurationError(`${given}: not YAML: ${error.message}`);
  const data: unknown = document.toJS();
  const result = gatePolicySchema.safeParse(data);
  if (!result.success) {
    const problems = problemsOf(result.error, data, { schema: schemaOf(gatePolicySchema), quotable: () => true });
    throw new ConfigurationError(`${given}:\n${problems.map(({ key, words }) => `  ${key}: ${words}`).join('\n')}`);
  }
  const policy = result.data;
  if (policy.signature === undefined) return { policy };
  return { policy, publicKey: await readKey(resolve(dirname(path), policy.signature.key), `${given}: signature.key`) };
}

/** What the file holds is never quoted: a private key may have been given by mistake. */
async function readKey(path: string, name: string): Promise<string> {
  const pem = await readText(path, name);
  try {
    readPublicKey(pem);
    return pem;
  } catch (error) {
    throw error instanceof ConfigurationError ? new ConfigurationError(`${name}: ${error.message}`) : error;
  }
}

async function readText(path: string, name: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new ConfigurationError(`${name}: cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`, {
      cause: error,
    });
  }
}
