/** What the modules of the deployment share when it runs. */
import type { Account, Register } from './accounts';
import type { Outbox } from './confirmation-mail';
import type { HasFault } from './faults';
import type { Sessions } from './sessions';

export interface Site {
  readonly has: HasFault;
  readonly register: Register;
  readonly sessions: Sessions;
  readonly outbox: Outbox;
  /** By anyone at all: of the fault `dernier-identifie` alone. */
  lastIdentified?: Account;
}
