/** Signs in to the accounts in doubt, to learn which password is in force. Composes; knows no verb. */
import { createSignInDesk } from '../checks/sign-in';
import type { Deployment } from '../target/deployment-target';
import { recoverAccounts, type Recovered } from '../target/recovery';
import { ConfigurationError, NonConformity } from '../verdict/errors';

/**
 * Settles the ledger of a deployment. The target is only sent traffic when an account is in doubt.
 * @throws ConfigurationError naming the accounts that nothing opens; Unavailable when the target does not answer.
 */
export async function recoverPool(deployment: Deployment): Promise<Recovered[]> {
  const { pool, ledger } = deployment;
  if (ledger.pending.size === 0) return [];
  const open = await deployment.open();
  const desk = createSignInDesk(open.probes ?? open.visitors, open.controls, open.signedIn);
  try {
    return await recoverAccounts({ pool, ledger, opens: desk.opens });
  } catch (error) {
    if (!(error instanceof NonConformity)) throw error;
    // What the page shows is not quoted: it may repeat what was typed.
    const expected = error.findings.map((finding) => finding.expected).join(', ');
    throw new ConfigurationError(`${deployment.baseUrl}: nobody can sign in there: ${expected} is missing`);
  } finally {
    await desk.close();
    await open.close();
  }
}
