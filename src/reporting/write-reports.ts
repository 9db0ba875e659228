/** Writes the files of a run. The only module of this folder that touches the disk. */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ConfigurationError } from '../verdict/errors';
import { renderKillMatrixJson, type KillMatrix } from './kill-matrix';
import { renderKillMatrixHtml } from './kill-matrix-html';

/**
 * Writes files into a folder, each whole or not at all, in the order given.
 * @param files by their path in the folder. @returns the paths written. @throws ConfigurationError when the folder cannot be written.
 */
export async function writeReports(directory: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<string[]> {
  return writeFiles(directory, [...files]);
}

/** Writes `index.html` and then `kill-matrix.json`. @returns the paths written. @throws ConfigurationError when the directory cannot be written. */
export async function writeKillMatrix(directory: string, matrix: KillMatrix): Promise<string[]> {
  return writeFiles(directory, [
    ['index.html', renderKillMatrixHtml(matrix)],
    ['kill-matrix.json', renderKillMatrixJson(matrix)],
  ]);
}

type NamedFile = readonly [name: string, content: string | Uint8Array];

async function writeFiles(directory: string, files: readonly NamedFile[]): Promise<string[]> {
  try {
    const folders = new Set(files.map(([name]) => path.dirname(path.join(directory, name))));
    await Promise.all([...folders].map((folder) => mkdir(folder, { recursive: true })));
    const written: string[] = [];
    for (const [name, content] of files) written.push(await writeWhole(path.join(directory, name), content));
    return written;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigurationError(`Le rapport ne peut pas être écrit dans « ${directory} » (--out) : ${reason}`, { cause });
  }
}

/** Beside its place, then moved: a reader never sees half a file. */
async function writeWhole(file: string, content: string | Uint8Array): Promise<string> {
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, content);
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
  return file;
}
