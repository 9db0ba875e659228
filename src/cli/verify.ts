/** `mdpo verify`: whether the folder of a run is as it was written, and its outcomes those that its evidence gives. Needs no target. */
import { resolve } from 'node:path';
import { verifyFolder, type Verification } from '../evidence/verify-folder';
import { VERDICT_WORDS } from '../reporting/words';
import { ConfigurationError } from '../verdict/errors';
import { readRegularFile } from '../evidence/regular-file';
import { exitCodes, type CliEnvironment } from './environment';
import { readSuiteProof } from './suite-proof';

/** Bytes. */
const LARGEST_KEY = 16_384;

const signatures: Readonly<Record<Verification['signature'], string>> = {
  valid: 'valide',
  invalid: 'NON VALIDE : ce n’est pas celle de cette clé sur ces fichiers',
  absent: 'absente',
  unchecked: 'présente, non vérifiée (--key)',
};

/** Checks the folder of a run by what this suite would have written. */
export function verifyRun(directory: string, options: { readonly publicKey?: string } = {}): Promise<Verification> {
  return verifyFolder(directory, { ...options, proof: readSuiteProof() });
}

/**
 * @returns 0 when all of it holds, 1 when something was altered, or when a key was given and the signature is not its own.
 * @throws ConfigurationError for a folder or a key that is none.
 */
export async function verify(
  { cwd, stdout, stderr }: CliEnvironment,
  { directory: given, key }: { readonly directory: string; readonly key?: string },
): Promise<number> {
  const publicKey = key === undefined ? undefined : await readKey(resolve(cwd, key), key);
  const { problems, signature, record } = await verifyRun(resolve(cwd, given), publicKey === undefined ? {} : { publicKey });
  for (const problem of problems) stderr.write(`mdpo: ${given}: ${problem}\n`);
  const sound = problems.length === 0 && (key === undefined || signature === 'valid');
  if (problems.length === 0) {
    const { requirements, scenarios } = record;
    const counted = `${requirements.length} exigences, ${scenarios.length} scénario${scenarios.length < 2 ? '' : 's'}`;
    stdout.write(`Fichiers intacts ; recalculés sans la cible : ${counted}, le verdict « ${VERDICT_WORDS[record.verdict]} »\n`);
  }
  const uncovered = signature === 'valid' && problems.length > 0 ? ' pour la déclaration, non pour les fichiers altérés' : '';
  stdout.write(`Signature : ${signatures[signature]}${uncovered}\n`);
  return sound ? exitCodes.conforming : exitCodes.nonConforming;
}

async function readKey(path: string, given: string): Promise<string> {
  const pem = (await readRegularFile(path, `option '--key': ${given}`, LARGEST_KEY)).toString('utf8');
  if (pem.includes('PRIVATE KEY'))
    throw new ConfigurationError(`option '--key': ${given}: given a private key; accepted: the public one, .pub.`);
  return pem;
}
