/** Passwords and answers at rest: scrypt, compared in constant time. Knows no rule of the fiche. */
import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/** Something that can only be asked whether a text is the one. */
export interface Secret {
  matches(text: string): boolean;
}

/** Cost of a real service; about 50 ms. */
export const REAL_COST = 16_384;

const KEY_BYTES = 32;
/** Fixtures are the same in every simulator: each is hashed once a process and a cost. */
const sealedOnce = new Map<string, Secret>();

/** Hashes now. Synchronous on purpose: judging and changing a password is then one indivisible act (MPO-D-2). */
export function seal(text: string, cost: number): Secret {
  const salt = randomBytes(16);
  const options = { N: cost, r: 8, p: 1 };
  const key = scryptSync(text, salt, KEY_BYTES, options);
  return { matches: (typed) => timingSafeEqual(scryptSync(typed, salt, KEY_BYTES, options), key) };
}

/** Hashes when first asked, and shares the result: for the fixtures, whose secrets are public. */
export function sealLater(text: string, cost: number): Secret {
  return {
    matches(typed) {
      const name = `${cost}:${text}`;
      const secret = sealedOnce.get(name) ?? seal(text, cost);
      sealedOnce.set(name, secret);
      return secret.matches(typed);
    },
  };
}
