/** An implementation of « Mot de passe oublié » on one page and one address, where each step done reveals the next one. */

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { DeploymentOptions, ExampleDeployment, StartedDeployment } from '../contract';
import { Accounts } from './accounts';
import { faultCheck, faults } from './faults';
import { Outbox } from './outbox';
import { pageServer } from './server';
import { Sessions } from './sessions';

export const deployment: ExampleDeployment = { name: 'progressive', driver: 'http', faults, start };

async function start({ accounts, smtp, fault, port = 0 }: DeploymentOptions): Promise<StartedDeployment> {
  const faulty = faultCheck(fault);
  const outbox = new Outbox(smtp, faulty);
  const server = pageServer({ accounts: new Accounts(accounts, faulty), sessions: new Sessions(), outbox, faulty });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    captcha: `{ strategy: command, command: node, args: [${JSON.stringify(join(__dirname, 'read-captcha.js'))}] }`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await Promise.all([closed, outbox.close()]);
    },
  };
}
