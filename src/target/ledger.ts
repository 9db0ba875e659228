/** The record of each account's password in force. Knows no procedure. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { ConfigurationError } from '../verdict/errors';

/** Told of every change before it is tried and after it is done. */
export interface Ledger {
  /** Written before « Valider »: the password that may be in force in a moment. */
  proposed(email: string, password: string): void;
  /** Written once the change is known: the password in force. */
  settled(email: string, password: string): void;
}

/** For accounts that the suite makes anew for every scenario: nothing is to be remembered. */
export const OPERATED_BY_SUITE: Ledger = { proposed: () => {}, settled: () => {} };

/** The ledger of a pool: one line a change, on the disk before the change is tried. */
export interface FileLedger extends Ledger {
  /** The password in force, when a change was settled. */
  inForce(email: string): string | undefined;
  /** Accounts of which a change was proposed and never settled: their password in force is not known. */
  readonly unsettled: readonly string[];
}

interface LedgerLine {
  readonly email: string;
  readonly state: 'proposed' | 'settled';
  readonly password: string;
}

/** @throws ConfigurationError when the file holds something else than a ledger. */
export function openLedger(path: string): FileLedger {
  const passwords = new Map<string, string>();
  const pending = new Set<string>();
  for (const line of readLines(path)) {
    if (line.state === 'settled') passwords.set(line.email, line.password);
    if (line.state === 'settled') pending.delete(line.email);
    else pending.add(line.email);
  }
  const write = (line: LedgerLine) => append(path, line);
  return {
    unsettled: [...pending],
    inForce: (email) => passwords.get(email),
    proposed: (email, password) => write({ email, state: 'proposed', password }),
    settled(email, password) {
      passwords.set(email, password);
      write({ email, state: 'settled', password });
    },
  };
}

/** On the disk when this returns: a run that is killed in the next instant loses no account. */
function append(path: string, line: LedgerLine): void {
  const file = openSync(path, 'a', 0o600);
  try {
    writeSync(file, `${JSON.stringify(line)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function readLines(path: string): LedgerLine[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line, index) => {
    const parsed = lineSchema.safeParse(parseJson(line));
    if (parsed.success) return parsed.data;
    throw new ConfigurationError(
      `${path}:${index + 1}: not a line of the ledger; accepted: {"email", "state": "proposed" or "settled", "password"}`,
    );
  });
}

const lineSchema = z.object({ email: z.string(), state: z.enum(['proposed', 'settled']), password: z.string() });

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
