/** Every fault, in the order of the families, and how one is found. */
import type { Fault } from './fault';
import { lengthFaults } from './length';

export const faults: readonly Fault[] = [...lengthFaults];

/** @throws Error that names the unknown id and what is accepted. */
export function findFault(id: string): Fault {
  const fault = faults.find((candidate) => candidate.id === id);
  if (fault) return fault;
  throw new Error(`unknown fault ${JSON.stringify(id)}; accepted: ${faults.map((known) => known.id).join(', ')}`);
}
