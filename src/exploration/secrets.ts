/** The characters of the passwords that the suite proposes. Knows no shape, no target, and never the seed of a run. */
import { createHmac } from 'node:crypto';

/** Characters that only the holder of the key can foresee. */
export interface SecretSource {
  /** The next `count` characters, each drawn from `alphabet` (at most 256 characters). */
  pick(alphabet: string, count: number): string;
}

/**
 * Derives characters by HMAC from a key, so that a published report and its seed give nobody a password.
 * @param key kept beside the ledger; fixed on the simulator, so that its runs are identical.
 * @param label what the characters are for (an account, and where it stands): two labels never share a stream.
 */
export function createSecretSource(key: Uint8Array, label: string): SecretSource {
  const bytes = streamOf(key, label);
  return {
    pick(alphabet, count) {
      // Bytes past the last multiple are thrown away: each character is then equally likely.
      const limit = 256 - (256 % alphabet.length);
      let picked = '';
      while (picked.length < count) {
        const byte = bytes.next().value;
        if (byte < limit) picked += alphabet[byte % alphabet.length];
      }
      return picked;
    },
  };
}

function* streamOf(key: Uint8Array, label: string): Generator<number, never> {
  for (let block = 0; ; block += 1) yield* createHmac('sha256', key).update(`${label}\n${block}`).digest();
}
