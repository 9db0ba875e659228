/** Every fault, sorted by id, and how one is found. */
import { accessFaults } from './access';
import { answerFaults } from './answer';
import { bypassFaults } from './bypass';
import { changeFaults } from './change';
import { crossingFaults } from './crossings';
import type { Fault } from './fault';
import { identificationFaults } from './identification';
import { mailFaults } from './mail';
import { meanwhileFaults } from './meanwhile';
import { orderFaults } from './order';
import { passwordFaults } from './password';
import { raceFaults } from './races';
import { reuseFaults } from './reuse';
import { screenFaults } from './screens';
import { sendingFaults } from './sendings';

export const faults: readonly Fault[] = [
  ...screenFaults,
  ...identificationFaults,
  ...answerFaults,
  ...passwordFaults,
  ...reuseFaults,
  ...changeFaults,
  ...mailFaults,
  ...accessFaults,
  ...orderFaults,
  ...bypassFaults,
  ...crossingFaults,
  ...meanwhileFaults,
  ...raceFaults,
  ...sendingFaults,
].sort((one, other) => one.id.localeCompare(other.id, 'en'));

/** @throws Error that names the unknown id and what is accepted. */
export function findFault(id: string): Fault {
  const fault = faults.find((candidate) => candidate.id === id);
  if (fault) return fault;
  throw new Error(`unknown fault ${JSON.stringify(id)}; accepted: ${faults.map((known) => known.id).join(', ')}`);
}
