/** Tells a process from those that bear its number before or after it. Knows not why it is asked. */
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Where the system tells them (Linux): the boot of the machine, the space in which the number counts, the start of the process. */
  readonly boot?: string | undefined;
  readonly space?: string | undefined;
  readonly start?: string | undefined;
}

/** The identity of the process that asks. */
export function ownIdentity(): ProcessIdentity {
  const { pid } = process;
  const boot = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  const space = attempt(() => readlinkSync('/proc/self/ns/pid'));
  return { pid, host: hostname(), boot, space, start: startOf(pid) };
}

/** Whether the process may still be there: false only where that is certain. */
export function mayBeAlive(other: ProcessIdentity): boolean {
  const own = ownIdentity();
  // What runs on another machine, or in another container of this one, cannot be seen from here.
  if (other.host !== own.host) return true;
  if (other.boot !== own.boot) return false;
  if (other.space !== own.space) return true;
  if (own.start === undefined) return exists(other.pid);
  return startOf(other.pid) === other.start;
}

/** Clock ticks since the boot: see proc(5). A process that has ended and was not waited for yet is no more. */
function startOf(pid: number): string | undefined {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // The name of the program stands in brackets and may hold anything; the state follows it, and 19 fields later the start.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields?.[0] === 'Z' ? undefined : fields?.[19];
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function attempt(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
