/** By what an account signs in, and where its mail goes, as the declared readings have it (AMB-12, AMB-25). Touches no target. */
import type { Account } from '../target/account';
import type { OpenTarget } from '../target/target';
import { CapabilityMissing } from '../verdict/errors';
import type { Readings } from './admission';

/** What is typed as the « identifiant » where the sentences of the features say an address. */
export type Identify = (address: string) => string;

/**
 * AMB-12: the address itself; its subscriber number where only that opens the espace.
 * @returns what throws CapabilityMissing for an account of which the number is not known.
 */
export function identifyWithin({ accounts, readings = {} }: Pick<OpenTarget, 'accounts' | 'readings'>): Identify {
  if (readings['AMB-12'] !== 'numéro-abonné') return (address) => address;
  return (address) => {
    const account = accounts.find(({ email }) => email === address);
    if (account === undefined) return address;
    if (account.subscriberNumber !== undefined) return account.subscriberNumber;
    const hint = `ajouter « subscriberNumber » au compte ${address} dans la réserve`;
    throw new CapabilityMissing('un numéro d’abonné connu, par lequel se connecter', hint);
  };
}

/** AMB-25: the address of the account; that of its enterprise where it is declared to have another. */
export function mailAddressOf({ email, contactEmail }: Account, readings: Readings = {}): string {
  return readings['AMB-25'] === 'adresse-de-contact' ? (contactEmail ?? email) : email;
}
