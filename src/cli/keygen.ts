/** `mdpo keygen`: a pair of keys to attest reports with. Prints the name of the key, never the key. */
import { open, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { makeKeys } from '../attestation/keys';
import { ConfigurationError } from '../verdict/errors';
import { exitCodes, type CliEnvironment } from './environment';

export interface KeygenOptions {
  /** The files are this with `.key` and `.pub`. */
  readonly out: string;
}

/**
 * Writes the private key for its owner alone, and the public one for all.
 * @returns 0. @throws ConfigurationError when either file is there already: a key is never written over.
 */
export async function keygen({ cwd, stdout }: CliEnvironment, { out }: KeygenOptions): Promise<number> {
  const { privateKey, publicKey, keyId } = makeKeys();
  const [secret, published] = [`${out}.key`, `${out}.pub`];
  await writeNew(resolve(cwd, published), published, publicKey, 0o644);
  try {
    await writeNew(resolve(cwd, secret), secret, privateKey, 0o600);
  } catch (error) {
    // A public key without its other half would stand in the way of the next try.
    await rm(resolve(cwd, published), { force: true });
    throw error;
  }
  stdout.write(`Clé privée (à garder secrète) : ${secret}\nClé publique : ${published}\nIdentifiant de la clé : ${keyId}\n`);
  return exitCodes.conforming;
}

async function writeNew(path: string, name: string, text: string, mode: number): Promise<void> {
  try {
    const file = await open(path, 'wx', mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    const reason = code === 'EEXIST' ? 'is there already' : `cannot be written (${code})`;
    throw new ConfigurationError(`option '--out': ${name} ${reason}; accepted: a prefix of two files that are not there yet.`);
  }
}
