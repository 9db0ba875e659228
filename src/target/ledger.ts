/** The record of each account's password in force, written ahead of every change. Knows no procedure. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { ConfigurationError, Unavailable } from '../verdict/errors';
import { syncFolderOf } from './durable-file';

/** Told of every change before it is tried, and of every password that was seen to be in force. */
export interface Ledger {
  /** Written before « Valider »: the password that may be in force in a moment. */
  proposed(email: string, password: string): void;
  /** Written once a sign-in has shown it: the password in force. What was proposed before is no longer in doubt. */
  settled(email: string, password: string): void;
  /** The password that was settled last, if one was. */
  inForce(email: string): string | undefined;
  /** Of the accounts in doubt, the passwords proposed since the last one that was settled, in order. */
  readonly pending: ReadonlyMap<string, readonly string[]>;
  /** Every other password that the account may have had, newest first. */
  former(email: string): readonly string[];
}

/** For accounts that the suite makes anew for every scenario: nothing is to be remembered. */
export const OPERATED_BY_SUITE: Ledger = {
  proposed: () => {},
  settled: () => {},
  inForce: () => undefined,
  pending: new Map(),
  former: () => [],
};

/** The ledger of a pool: one line a change, on the disk before the change is tried. Several processes may write to one file. */
export interface FileLedger extends Ledger {
  readonly path: string;
  /** Accounts in doubt. */
  readonly unsettled: readonly string[];
  /** When the password in force was settled, if that is known. */
  since(email: string): string | undefined;
  /** Learns what other processes have written. */
  reload(): void;
}

interface LedgerLine {
  readonly email: string;
  readonly state: 'proposed' | 'settled';
  readonly password: string;
  /** Absent from the ledgers of earlier versions. */
  readonly at?: string | undefined;
}

/** @throws ConfigurationError when the file holds something else than a ledger. */
export function openLedger(path: string): FileLedger {
  const settled = new Map<string, LedgerLine>();
  const pending = new Map<string, readonly string[]>();
  const known = new Map<string, Set<string>>();
  const candidates = (email: string) => pending.get(email) ?? [];

  function learn(line: LedgerLine): void {
    const { email, state, password } = line;
    const passwords = known.get(email) ?? new Set();
    // Newest last, each once.
    passwords.delete(password);
    known.set(email, passwords.add(password));
    if (state === 'proposed') {
      pending.set(email, [...candidates(email).filter((candidate) => candidate !== password), password]);
    } else {
      settled.set(email, line);
      pending.delete(email);
    }
  }

  function reload(): void {
    const lines = readLines(path);
    for (const memory of [settled, pending, known]) memory.clear();
    lines.forEach(learn);
  }

  function write(state: LedgerLine['state'], email: string, password: string): void {
    const line: LedgerLine = { email, state, password, at: new Date().toISOString() };
    append(path, JSON.stringify(line));
    learn(line);
  }

  const inForce = (email: string) => settled.get(email)?.password;
  reload();
  return {
    path,
    pending,
    reload,
    inForce,
    get unsettled() {
      return [...pending.keys()];
    },
    since: (email) => settled.get(email)?.at,
    former: (email) =>
      [...(known.get(email) ?? [])]
        .reverse()
        .filter((password) => password !== inForce(email) && !candidates(email).includes(password)),
    proposed: (email, password) => write('proposed', email, password),
    settled(email, password) {
      // What is known already takes no line: a refusal costs one only after a proposal.
      if (pending.has(email) || inForce(email) !== password) write('settled', email, password);
    },
  };
}

/**
 * On the disk when this returns: a run that is killed in the next instant loses no account. One write to the end of the file, so that
 * the lines of several processes do not mix. The line feed comes first: a line that a dead process left unfinished ends there.
 */
function append(path: string, line: string): void {
  const bytes = Buffer.from(`\n${line}`);
  try {
    const isNew = !existsSync(path);
    const file = openSync(path, 'a', 0o600);
    try {
      if (writeSync(file, bytes) < bytes.length) throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (isNew) syncFolderOf(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'erreur inconnue';
    // The error may quote what was written.
    throw new Unavailable(`${path} : le registre ne peut être écrit (${code}) ; aucun mot de passe n’est changé sans lui`);
  }
}

function readLines(path: string): LedgerLine[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line === '' || isUnfinished(line)) return [];
    const parsed = lineSchema.safeParse(parseJson(line));
    if (parsed.success) return [parsed.data];
    throw new ConfigurationError(
      `${path}:${index + 1}: not a line of the ledger; accepted: {"email", "state": "proposed" or "settled", "password"}`,
    );
  });
}

const lineSchema = z.object({
  email: z.string(),
  state: z.enum(['proposed', 'settled']),
  password: z.string(),
  at: z.string().optional(),
});

/** Cut short by a crash: it was not on the disk, so the change was not tried. A line that a person spoilt has its end. */
function isUnfinished(line: string): boolean {
  const beginning = '{"email":"';
  const begun = line.startsWith(beginning) || beginning.startsWith(line);
  return begun && !/(^|[^\\])"\s*}\s*$/.test(line) && parseJson(line) === undefined;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
