/**
 * A worker of a run, for the test of sharing: told which one by its environment, as Cucumber does. At each order it takes accounts,
 * leaves its mark on each, changes the password of one, and gives them back. It answers with what went wrong, or `well`.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from '../account';
import { takeCommonAccounts } from '../common-lock';
import { openLedger } from '../ledger';
import { mayBeAlive, ownIdentity, type ProcessIdentity } from '../process-identity';
import { shareAccounts, workerOf } from '../sharing';

/** `hold`: takes the common accounts and does not give them back. */
export type WorkerOrder = 'own' | 'common' | 'hold';

const [folder = ''] = process.argv.slice(2);
const file = join(folder, 'accounts.json');
const pool = JSON.parse(readFileSync(file, 'utf8')) as Account[];
const { own, common } = shareAccounts(pool, { ...workerOf(process.env), file });
const ledger = openLedger(`${file}.ledger.jsonl`);
const markOf = ({ email }: Account) => join(folder, `${email}.mark`);

async function obey(order: WorkerOrder): Promise<string> {
  if (order === 'own') return use(own);
  const lock = await takeCommonAccounts(file);
  ledger.reload();
  if (order === 'hold') return use(common, false);
  const said = use(common);
  lock.release();
  return said;
}

function use(accounts: readonly Account[], giveBack = true): string {
  const taken = accounts.flatMap(mark);
  if (taken.length > 0) return taken.join('\n');
  // The password is a count that nobody may lose.
  const [{ email, password }] = accounts as [Account];
  const next = String(Number(ledger.inForce(email) ?? password) + 1);
  ledger.proposed(email, next);
  ledger.settled(email, next);
  if (giveBack) for (const account of accounts) rmSync(markOf(account));
  return 'well';
}

/** @returns who has the account, when somebody that lives does. */
function mark(account: Account): string[] {
  try {
    writeFileSync(markOf(account), JSON.stringify(ownIdentity()), { flag: 'wx' });
    return [];
  } catch {
    const holder = JSON.parse(readFileSync(markOf(account), 'utf8')) as ProcessIdentity;
    return mayBeAlive(holder) ? [`${account.email} is in the hands of ${holder.pid}`] : [];
  }
}

process.on('message', (order: WorkerOrder) => {
  void obey(order).then(
    (answer) => process.send?.(answer),
    (error: unknown) => process.send?.(String(error)),
  );
});
process.once('disconnect', () => process.exit());
process.send?.('ready');
