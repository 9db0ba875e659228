/** What the accounts of a pool let be tested. Opens nothing. */
import { readFileSync } from 'node:fs';
import { LineCounter, isNode, parseDocument } from 'yaml';
import { isProfessional } from '../checks/leasing';
import { otherKindOfAccount, traitsLackingIn } from '../checks/wanted-accounts';
import type { Account } from '../target/account';
import { advice, counted, listed, misconfigured, ok, type Line } from './line';

/** Somebody who acts, somebody else, and a witness whom nobody touches. */
const PEOPLE = 3;

export interface PoolUse {
  /** Path of the pool. */
  readonly path: string;
  readonly parallel: number;
  /** The target file says how accounts are made. */
  readonly provisioned: boolean;
}

/** How many accounts there are, what they are wanted for, and what is not known of them. */
export function judgePool(pool: readonly Account[], use: PoolUse): Line[] {
  const professional = pool.filter(isProfessional);
  const [count, ...others] = [judgeCount(professional.length, use), judgeTraits(pool), judgeKnowledge(professional, use)];
  return professional.length === 0 ? [count!] : [count!, ...others.filter((line) => line !== undefined)];
}

/** Where a key of an account stands in the file of the pool: `accounts.json:12`. */
export function placeInPool(path: string, email: string, key: keyof Account): string {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines });
  const accounts: unknown = document.toJS();
  const rank = Array.isArray(accounts) ? accounts.findIndex((account: Partial<Account>) => account.email === email) : -1;
  const node = document.getIn([rank, key], true);
  return isNode(node) && node.range ? `${path}:${lines.linePos(node.range[0]).line}` : path;
}

function judgeCount(count: number, { path, parallel, provisioned }: PoolUse): Line {
  const wanted = PEOPLE * parallel;
  const accounts = `${counted(count, 'account')} of the professional space`;
  if (count >= wanted) return ok('pool', accounts);
  const missing = `add ${wanted - count} to ${path}`;
  if (provisioned)
    return advice('pool', `${accounts}; ${wanted} are needed`, `provisioning is asked for ${wanted - count}, else ${missing}`);
  if (count === 0) return misconfigured('pool', `no account of the professional space: nothing can be tried`, missing);
  if (parallel > 1) {
    const possible = Math.max(1, Math.floor(count / PEOPLE));
    return misconfigured(
      'pool',
      `${accounts}: --parallel ${parallel} needs ${wanted}`,
      `${missing}, or type --parallel ${possible}`,
    );
  }
  const undecided =
    count === 1
      ? 'every scenario in which a second person acts stays undecided'
      : 'where two people act, nobody is left to see that a third is not touched (MPO-D-3)';
  return advice('pool', `${accounts}: ${undecided}`, missing);
}

/** ONE line: most rows for rare accounts are opportunistic. */
function judgeTraits(pool: readonly Account[]): Line | undefined {
  const professional = pool.filter(isProfessional);
  const lacking = [
    ...traitsLackingIn(pool),
    ...(pool.some((account) => otherKindOfAccount.suits(account, pool)) ? [] : ['qui n’est pas un espace professionnel']),
  ];
  const alike = professional.length > 1 && professional.every(({ question }) => question === professional[0]!.question);
  if (alike) {
    const what = 'all accounts have the same question: whether everybody sees their own stays undecided (MPO-2-11)';
    return advice('traits', what, 'give the pool an account with another question');
  }
  if (lacking.length === 0) return ok('traits', 'an account for every row of the scenarios');
  const what = `${counted(lacking.length, 'row')} stay untested for want of an account ${lacking.map((words) => `« ${words} »`).join(', ')}`;
  return advice('traits', what, 'add such accounts if the deployment lets you; the verdict does not need them');
}

/** MPO-1.3-5 is judged by what the pool says of an espace. */
function judgeKnowledge(professional: readonly Account[], { path }: PoolUse): Line | undefined {
  const gaps = (['services', 'dossiers', 'subscriberNumber'] as const).flatMap((key) => {
    const without = professional.filter((account) => (account[key]?.length ?? 0) === 0).map(({ email }) => email);
    return without.length > 0 ? [`${key} of ${without.length === professional.length ? 'every account' : listed(without)}`] : [];
  });
  if (gaps.length === 0) return undefined;
  const remedy = `write them in ${path}: "services": ["…"], "dossiers": ["…"], "subscriberNumber": "…"`;
  return advice('pool-data', `not in the pool: ${gaps.join('; ')}. What the espace shows is compared with itself alone`, remedy);
}
