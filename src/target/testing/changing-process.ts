/**
 * A process that changes passwords without end, to be killed: the folder of the pool and the address of the procedure are its arguments.
 * It says `ready`, then does what it is told, again and again.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Account } from '../account';
import { openLedger } from '../ledger';
import { lockPool } from '../pool-lock';
import { resetPool } from '../pool-reset';
import { recoverAccounts } from '../recovery';

/** `change`: changes, each settled. `recover`: changes that nobody settles, then a recovery. `reset`: the same, then a reset. */
export type ChangingOrder = 'change' | 'recover' | 'reset';

const [folder = '', url = ''] = process.argv.slice(2);
const path = join(folder, 'accounts.json');
/** Checked by the test: what checks a pool is long to load. */
const readPool = () => JSON.parse(readFileSync(path, 'utf8')) as Account[];
const pool = readPool();
const ledger = openLedger(`${path}.ledger.jsonl`);
let count = 0;

/** Not `fetch`, which is as long to load as all the rest. */
async function post(screen: 'change' | 'sign-in', email: string, password: string): Promise<boolean> {
  const sent = request(`${url}/${screen}`, { method: 'POST' }).end(JSON.stringify({ email, password }));
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode === 200;
}

const opens = ({ email }: Account, password: string) => post('sign-in', email, password);

/** @returns the password, when the procedure has accepted it. */
async function change({ email }: Account): Promise<string | undefined> {
  const password = `${process.pid} ${(count += 1)}`;
  ledger.proposed(email, password);
  return (await post('change', email, password)) ? password : undefined;
}

async function changeAndSettle(account: Account): Promise<void> {
  const old = ledger.inForce(account.email) ?? account.password;
  ledger.settled(account.email, (await change(account)) ?? old);
}

async function obey(order: ChangingOrder): Promise<void> {
  let lock = lockPool(path);
  if (order === 'change') process.send?.('begun');
  for (;;) {
    if (order === 'change') {
      for (const account of pool) await changeAndSettle(account);
      continue;
    }
    await Promise.all(pool.map(change));
    process.send?.('begun');
    await recoverAccounts({ pool: readPool(), ledger, opens });
    if (order === 'recover') continue;
    resetPool(path, ledger);
    lock.release();
    lock = lockPool(path);
  }
}

process.once('message', (order: ChangingOrder) => void obey(order));
process.once('disconnect', () => process.exit());
process.send?.('ready');
