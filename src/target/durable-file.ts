/** Writes that outlive a crash: on the disk when they return, whole or not at all. Knows not what is written. */
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Replaces a file: whoever reads it, and whenever the process dies, finds the old text or the new one. Its rights stay. */
export function replaceFile(path: string, text: string): void {
  // A link stays one.
  const file = realpathSync(path);
  const { mode, uid, gid } = statSync(file);
  const draft = `${file}.draft`;
  writeDurably(draft, text, (descriptor) => {
    fchmodSync(descriptor, mode & 0o777);
    keepOwner(descriptor, uid, gid);
  });
  renameDurably(draft, file);
}

/** Writes a file that only its owner reads; what stood there goes. */
export function writeDurably(path: string, text: string, prepare: (descriptor: number) => void = () => {}): void {
  const descriptor = openSync(path, 'w', 0o600);
  try {
    prepare(descriptor);
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

export function renameDurably(from: string, to: string): void {
  renameSync(from, to);
  syncFolderOf(to);
}

/** A name that was given or taken is on the disk once its folder is. */
export function syncFolderOf(path: string): void {
  // Windows opens no folder, and writes its names at once.
  if (process.platform === 'win32') return;
  const descriptor = openSync(dirname(path), 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Only root may give a file away: for anybody else the file becomes their own. */
function keepOwner(descriptor: number, uid: number, gid: number): void {
  try {
    fchownSync(descriptor, uid, gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}
