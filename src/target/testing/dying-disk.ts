/** Plays the death of this process as its files see it: from some moment on nothing reaches the disk, not even what `finally` does. */
import fs from 'node:fs';
import { mock } from 'node:test';

const CHANGES = [
  'openSync',
  'writeSync',
  'writeFileSync',
  'fsyncSync',
  'fchmodSync',
  'fchownSync',
  'renameSync',
  'linkSync',
  'rmSync',
] as const;

/**
 * Lets so many changes of files through and none after them; the first that fails writes half of its bytes.
 * @returns whether the process died. It lives again then.
 */
export async function dyingAfter(changes: number, work: () => Promise<unknown>): Promise<boolean> {
  let done = 0;
  let dying = false;
  const patched = CHANGES.map((name) => {
    const real = fs[name] as (...args: unknown[]) => unknown;
    return mock.method(fs, name, (...args: unknown[]) => {
      // Node writes a file by the functions that are replaced here.
      if (dying) return real(...args);
      done += 1;
      if (done <= changes) return real(...args);
      dying = done === changes + 1 && name.startsWith('write');
      if (dying) real(args[0], half(args[1]));
      dying = false;
      throw new Error('the process is dead');
    });
  });
  try {
    await work();
  } catch (error) {
    if (done <= changes) throw error;
  } finally {
    for (const { mock: one } of patched) one.restore();
  }
  return done > changes;
}

function half(data: unknown): Uint8Array {
  const bytes = typeof data === 'string' ? Buffer.from(data) : (data as Uint8Array);
  return bytes.subarray(0, bytes.length / 2);
}
