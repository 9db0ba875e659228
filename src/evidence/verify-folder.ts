/** Says whether the folder of a run is what the run wrote, and whether its outcomes follow from its evidence. Opens no target, writes nothing. */
import type { RunRecord } from '../reporting/record';

/** What is there to be trusted. */
export interface Verification {
  /** English, one a line, each naming the file; empty: nothing was altered, and every outcome was recomputed as reported. */
  readonly problems: readonly string[];
  /** `unchecked`: there is one, and no key was given to check it with. */
  readonly signature: 'valid' | 'invalid' | 'absent' | 'unchecked';
  readonly record: RunRecord;
}

/**
 * @param publicKey PEM of an Ed25519 public key.
 * @throws ConfigurationError when the folder holds no readable report of this version: its message names the file.
 */
export async function verifyFolder(directory: string, options: { readonly publicKey?: string } = {}): Promise<Verification> {
  throw new Error(`not yet: ${directory} ${String(options.publicKey)}`);
}
