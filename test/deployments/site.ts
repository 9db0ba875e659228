/** An example deployment that runs, with its mail server, and the target file and pool that a team would write for it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCatcher } from '../../src/mail';
import { deployment as application } from './application';
import type { ExampleDeployment, SeededAccount } from './contract';
import { people } from './people';
import { deployment as progressive } from './progressive';
import { deployment as tables } from './tables';

export const deployments: readonly ExampleDeployment[] = [tables, progressive, application];

export interface Site {
  /** Path of the target file. */
  readonly target: string;
  close(): Promise<void>;
}

/** @param folder where the target file and the pool are written. */
export async function openSite(
  deployment: ExampleDeployment,
  options: { readonly folder: string; readonly fault?: string; readonly accounts?: readonly SeededAccount[] },
): Promise<Site> {
  const { folder, fault, accounts = people } = options;
  const mails = await createCatcher().listen();
  const started = await deployment.start({ accounts, smtp: mails.smtp, ...(fault !== undefined && { fault }) });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'accounts.json'), `${JSON.stringify(accounts, null, 2)}\n`);
  const target = join(folder, 'target.yaml');
  writeFileSync(
    target,
    `name: ${deployment.name}
baseUrl: ${started.url}
driver: ${deployment.driver}
accounts: accounts.json
captcha: ${started.captcha}
mail: { kind: mailhog, url: ${mails.url} }
`,
  );
  return {
    target,
    async close() {
      await started.close();
      await mails.close();
    },
  };
}
