/** The simulator served on loopback with a target file of its own, for tests: the command line takes it for any deployment. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimulator, fixtures, serveSimulator, type Simulator, type SimulatorAccount } from '../../simulator';
import { createCatcher } from '../mail';

export interface StandInDeployment {
  /** Folder of `target.yaml` and `accounts.json`. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Where the simulator is asked what an image shows: only these tests have such a place. */
const ORACLE = '/oracle';

/** @param accounts of the pool: the simulator has them all. */
export async function standInDeployment(
  fault?: string,
  accounts: readonly SimulatorAccount[] = fixtures,
): Promise<StandInDeployment> {
  const folder = await mkdtemp(join(tmpdir(), 'mdpo-served-'));
  const catcher = createCatcher();
  // The time of a fault stands still: what it takes for simultaneous does not depend on how busy the machine is.
  const bent = fault === undefined ? {} : { fault, now: () => 0 };
  const simulator = createSimulator({ mail: catcher, passwordCost: 16, ...bent });
  const served = await serveSimulator({ fetch: (request) => answer(simulator, request) }, { port: 0 });
  const inbox = await catcher.listen();
  const lines = [
    'name: loopback',
    `baseUrl: ${served.url}/`,
    'driver: http',
    'accounts: accounts.json',
    `captcha: { strategy: http, url: ${served.url}${ORACLE} }`,
    `mail: { kind: mailhog, url: ${inbox.url} }`,
  ];
  await writeFile(join(folder, 'accounts.json'), JSON.stringify(accounts.map((account) => ({ ...account, trait: undefined }))));
  await writeFile(join(folder, 'target.yaml'), `${lines.join('\n')}\n`);
  return {
    folder,
    async close() {
      await served.close();
      await inbox.close();
      simulator.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function answer(simulator: Simulator, request: Request): Promise<Response> {
  if (new URL(request.url).pathname !== ORACLE) return simulator.fetch(request);
  return new Response(simulator.readCaptcha(new Uint8Array(await request.arrayBuffer())) ?? '');
}
