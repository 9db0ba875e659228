/** Which accounts of a pool each worker process of a run has to itself, and which they have in common. Opens nothing. */
import { ConfigurationError } from '../verdict/errors';
import type { Account } from './account';

/** One of the worker processes of a run, counted from 0. */
export interface Worker {
  readonly worker: number;
  readonly workers: number;
}

/** The accounts of one worker. */
export interface Share {
  /** Its own: no other worker ever takes one. */
  readonly own: readonly Account[];
  /** Everybody's, for whoever holds the common lock. */
  readonly common: readonly Account[];
}

/** Two people and the witness that nobody uses: what any scenario can do with. */
const LEAST_EACH = 3;

/** Cucumber tells each of its worker processes which one it is; a run without them has one. */
export function workerOf(env: NodeJS.ProcessEnv): Worker {
  const { CUCUMBER_WORKER_ID: worker, CUCUMBER_TOTAL_WORKERS: workers } = env;
  return worker === undefined || workers === undefined
    ? { worker: 0, workers: 1 }
    : { worker: Number(worker), workers: Number(workers) };
}

/**
 * Deals the pool out, the same way in every worker: plain accounts are private, the traits that scenarios ask for are in common.
 * @param file path of the pool, for the error.
 * @throws ConfigurationError when there are too few accounts of the professional space for so many workers.
 */
export function shareAccounts(pool: readonly Account[], { worker, workers, file }: Worker & { readonly file: string }): Share {
  if (workers === 1) return { own: pool, common: [] };
  const professional = pool.filter(({ kind }) => kind !== 'autre');
  if (professional.length < LEAST_EACH * workers) {
    const possible = Math.max(1, Math.floor(professional.length / LEAST_EACH));
    throw new ConfigurationError(
      `${file}: ${professional.length} accounts of the professional space, and --parallel ${workers} needs ${LEAST_EACH * workers} ` +
        `(${LEAST_EACH} for each worker); possible: --parallel ${possible}`,
    );
  }
  const shares = deal(professional, workers, pool);
  const dealt = new Set(shares.flat());
  return { own: shares[worker] ?? [], common: pool.filter((account) => !dealt.has(account)) };
}

/** Three accounts each, the plainest first; then what is left and plain, as wrong answers are counted by account (AMB-16). */
function deal(professional: readonly Account[], workers: number, pool: readonly Account[]): Account[][] {
  const shares = Array.from({ length: workers }, (): Account[] => []);
  const peculiarity = (account: Account) => peculiarities.filter((has) => has(account, pool)).length;
  const left = professional.toSorted((one, other) => peculiarity(one) - peculiarity(other));
  // A scenario may run on any worker: the last account with a trait is not for one of them.
  const isLast = (account: Account) =>
    traits.some((has) => has(account, pool) && !left.some((other) => other !== account && has(other, pool)));
  for (let round = 0; ; round += 1) {
    for (const share of shares) {
      const single = left.filter((account) => !isRelated(account, pool));
      const free = single.filter((account) => !isLast(account));
      // In a pool that has too few of them, traits are out of reach of some workers.
      const next = round < LEAST_EACH ? (free[0] ?? single[0] ?? left[0]) : free.find((account) => peculiarity(account) === 0);
      if (next === undefined) return shares;
      left.splice(left.indexOf(next), 1);
      share.push(next);
    }
  }
}

type Trait = (account: Account, pool: readonly Account[]) => boolean;

/** Looked at together with another account, or taken for it by a careless target: the two stay in the same hands. */
const isRelated: Trait = (account, pool) =>
  pool.some(
    (other) =>
      other !== account && (other.question === account.question || withoutTraits(other.email) === withoutTraits(account.email)),
  );

/** What few accounts have. */
const peculiarities: readonly Trait[] = [
  isRelated,
  ({ email }) => email.includes('+'),
  ({ email }) => email.includes("'"),
  ({ email }) => /[A-Z]/.test(email),
  ({ email }) => /[^\x20-\x7e]/.test(email),
  ({ email }) => email.slice(email.lastIndexOf('@')).split('.').length > 2,
  ({ email }) => email.lastIndexOf('@') >= 64,
  ({ question }) => /[<&]/.test(question),
  ({ question }) => question.length >= 200,
  ({ answer }) => /^\d+$/.test(answer),
  ({ answer }) => /^[1-9]\d*0{3,}$|^10{2,}$/.test(answer),
  ({ answer }) => /['’]/.test(answer),
  ({ answer }) => /\s/.test(answer),
];

/** What scenarios ask for, rare or not. */
const traits: readonly Trait[] = [
  ...peculiarities,
  ({ question }) => /[à-ÿœ]/i.test(question) && /['’]/.test(question),
  ({ answer }) => /[à-ÿœ]/i.test(answer),
  ({ answer }) => answer !== answer.toLowerCase(),
  ({ services, dossiers }) => (services?.length ?? 0) > 0 && (dossiers?.length ?? 0) > 0,
  ({ subscriberNumber }) => subscriberNumber !== undefined,
];

/** What a careless look-up makes of an address. */
function withoutTraits(email: string): string {
  return email
    .toLowerCase()
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\+[^@]*@/, '@');
}
