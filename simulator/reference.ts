/** The procedure without its web pages: the machine, with rules and accounts of its own, for whoever wants to know what it would do. */
import { openDirectory } from './directory';
import { referenceEffects } from './effects';
import type { Desk } from './machine';
import { confirmationLetter } from './mail/confirmation';
import type { SimulatorAccount } from './model';
import { referenceRules } from './rules';

/** What every image of a reference asks to copy. */
export const REFERENCE_CHARACTERS = 'AFHKMT';

/** Nothing outlives it, so its secrets are sealed at the least cost there is. */
const LEAST_COST = 2;

/**
 * @param accounts of the professional space, as they stand.
 * @returns what the machine takes as input. No mail leaves it, and its time stands still.
 */
export function openReference(accounts: readonly Pick<SimulatorAccount, 'email' | 'password' | 'question' | 'answer'>[]): Desk {
  const known = accounts.map((account): SimulatorAccount => ({ ...account, ...UNSEEN }));
  return {
    rules: referenceRules(openDirectory(known, LEAST_COST), { key: new Uint8Array(32), cost: LEAST_COST }),
    effects: referenceEffects({
      cost: LEAST_COST,
      now: () => 0,
      closeSpaces: () => {},
      letter: (account) => confirmationLetter(account, 0),
      post: () => {},
    }),
    captcha: { issue: () => ({ id: 'reference', text: REFERENCE_CHARACTERS }), picture: () => new Uint8Array() },
  };
}

/** The procedure does not look at the rest of an account. */
const UNSEEN = { kind: 'professionnel', subscriberNumber: '', services: [], dossiers: [], trait: '' } as const;
