/** Signs in to the accounts in doubt, to learn which password is in force. Composes; knows no verb. */
import { identifyWithin } from '../checks/identities';
import { createSignInDesk } from '../checks/sign-in';
import type { Visitor, VisitorFactory, VisitorOptions } from '../driver/visitor';
import type { Deployment } from '../target/deployment-target';
import { recoverAccounts, type Opens, type Recovered } from '../target/recovery';
import type { OpenTarget } from '../target/target';
import { ConfigurationError, NonConformity, TargetUnavailable } from '../verdict/errors';

/**
 * Settles the ledger of a deployment. The target is only sent traffic when an account is in doubt.
 * @throws ConfigurationError naming the accounts that nothing opens; Unavailable when the target does not answer, or its server fails.
 */
export async function recoverPool(deployment: Deployment): Promise<Recovered[]> {
  const { pool, ledger } = deployment;
  if (ledger.pending.size === 0) return [];
  const open = await deployment.open();
  const { opens, close } = signInWatching(open);
  try {
    return await recoverAccounts({ pool, ledger, opens });
  } catch (error) {
    if (!(error instanceof NonConformity)) throw error;
    // What the page shows is not quoted: it may repeat what was typed.
    const expected = error.findings.map((finding) => finding.expected).join(', ');
    throw new ConfigurationError(`${deployment.baseUrl}: nobody can sign in there: ${expected} is missing`);
  } finally {
    await close();
    await open.close();
  }
}

/** Signs in; where it does not open and the server has failed, that says nothing of the password. */
function signInWatching(target: OpenTarget): { opens: Opens; close(): Promise<void> } {
  const { probes, visitors } = target;
  const factory = probes ?? visitors;
  let visitor: Visitor | undefined;
  const watched: VisitorFactory = {
    newVisitor: async (options?: VisitorOptions) => (visitor = await factory.newVisitor(options)),
    close: () => factory.close(),
  };
  const desk = createSignInDesk(watched, { ...target, identify: identifyWithin(target) });
  const opens: Opens = async (account, password) => {
    const outcome = await desk.opens(account, password).catch(asNonConformity);
    const page = visitor?.page;
    if (outcome !== true && page !== undefined && page.status >= 500)
      throw new TargetUnavailable(`la cible ${new URL(page.url).host} a répondu ${page.status} à la connexion`);
    if (outcome instanceof NonConformity) throw outcome;
    return outcome;
  };
  return { opens, close: desk.close };
}

function asNonConformity(error: unknown): NonConformity {
  if (error instanceof NonConformity) return error;
  throw error;
}
