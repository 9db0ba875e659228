/**
 * An example deployment in the manner of an application of around the year 2000: pages laid out by tables, rendered by the server, without
 * any script. See README.md for what is odd in its markup.
 */
import type { DeploymentOptions, ExampleDeployment, StartedDeployment } from '../contract';
import { Register } from './accounts';
import { TEST_CHARACTERS } from './captcha';
import { Outbox } from './confirmation-mail';
import { faults, faultSwitch } from './faults';
import { listen } from './server';
import { Sessions } from './sessions';

export const deployment: ExampleDeployment = { name: 'tables', driver: 'http', faults, start };

async function start({ accounts, smtp, fault, port = 0 }: DeploymentOptions): Promise<StartedDeployment> {
  const has = faultSwitch(fault);
  const outbox = new Outbox(smtp);
  const server = await listen({ has, register: new Register(accounts, has), sessions: new Sessions(), outbox }, port);
  return {
    url: server.url,
    captcha: `{ strategy: fixed, value: ${TEST_CHARACTERS} }`,
    close: async () => {
      await server.close();
      await outbox.close();
    },
  };
}
