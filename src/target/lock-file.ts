/** A lock that one process holds at a time, as a file; that of a dead process is taken over. Knows not what it protects. */
import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { ConfigurationError } from '../verdict/errors';
import { writeDurably } from './durable-file';
import { mayBeAlive, ownIdentity } from './process-identity';

/** Who holds a lock, as the file says. */
export type Holder = z.infer<typeof holderSchema>;

export interface Lock {
  release(): void;
}

const holderSchema = z.object({
  pid: z.number(),
  host: z.string(),
  /** When the lock was taken. */
  since: z.string(),
  /** One for each time that a lock is taken. */
  token: z.string(),
  boot: z.string().optional(),
  space: z.string().optional(),
  start: z.string().optional(),
});

/**
 * Takes the lock, or tells who holds it. Never waits.
 * @throws ConfigurationError when the file cannot be made, or is no lock.
 */
export function tryLock(path: string): Lock | { readonly holder: Holder } {
  const own: Holder = { ...ownIdentity(), since: new Date().toISOString(), token: randomUUID() };
  const draft = `${path}.${own.token}`;
  try {
    for (;;) {
      const holder = readHolder(path);
      if (holder !== undefined && mayBeAlive(holder)) return { holder };
      writeDurably(draft, `${JSON.stringify(own)}\n`);
      const turn = holder === undefined ? linked(draft, path) : takeOver(path, draft, holder);
      if (typeof turn === 'object') return turn;
      if (turn) return lockOf(path, own);
    }
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    throw new ConfigurationError(`${path}: cannot be made: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Who holds the lock now. A process that has died holds none. */
export function holderOf(path: string): Holder | undefined {
  const holder = readHolder(path);
  return holder !== undefined && mayBeAlive(holder) ? holder : undefined;
}

/** The exclusive creation, of a file that is never seen without its text. */
function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Puts the draft in the place of a dead holder's lock. Of several processes that see the same dead holder one alone may: it holds a
 * second lock meanwhile, made as the first one is and taken over as it is. The dead release nothing, so what is seen then stays.
 * @returns whether it was done, or who is doing it.
 */
function takeOver(path: string, draft: string, dead: Holder): boolean | { readonly holder: Holder } {
  const turn = tryLock(`${path}.next`);
  if ('holder' in turn) return turn;
  try {
    if (readHolder(path)?.token !== dead.token) return false;
    renameSync(draft, path);
    return true;
  } finally {
    turn.release();
  }
}

function lockOf(path: string, { token }: Holder): Lock {
  return {
    release() {
      if (readHolder(path)?.token === token) rmSync(path, { force: true });
    },
  };
}

function readHolder(path: string): Holder | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const parsed = holderSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new ConfigurationError(`${path}: not a lock; remove it if no run is going on`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
