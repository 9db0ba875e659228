/** A deployment without its mail: what can be looked at while the mail server is down. */
import { createCaptchaOracle } from '../target/captcha-oracles';
import { createVisitors, type Deployment } from '../target/deployment-target';
import type { OpenTarget } from '../target/target';

/** Where accounts are tried. */
export type Site = Pick<OpenTarget, 'visitors' | 'captcha' | 'accounts' | 'readings' | 'controls'>;

/** Accounts have the passwords that the ledger holds to be in force. @throws BrowserUnavailable when there is no browser to drive. */
export async function openSite({ file, driver, pool, ledger }: Deployment): Promise<Site> {
  return {
    visitors: await createVisitors(driver, file),
    captcha: createCaptchaOracle(file.captcha),
    accounts: pool.map((account) => ({ ...account, password: ledger.inForce(account.email) ?? account.password })),
    readings: file.readings,
    controls: file.controls,
  };
}
