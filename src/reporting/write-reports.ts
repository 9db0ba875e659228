/** Writes the files of a run. The only module of this folder that touches the disk. */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { ConfigurationError } from '../verdict/errors';
import { readAttachment } from './attachment-bodies';
import { renderHtml } from './html';
import { renderJson } from './json';
import { renderJunit } from './junit';
import { renderKillMatrixJson, type KillMatrix } from './kill-matrix';
import { renderKillMatrixHtml } from './kill-matrix-html';
import type { RunRecord } from './record';

/**
 * Writes `conformance.json`, `index.html`, `junit.xml` and `messages.ndjson`, each whole or not at all. `conformance.json` comes
 * last: where it stands, the others stand too.
 * @param proof what the suite was seen to find: the page says so.
 * @returns the paths written. @throws ConfigurationError when the directory cannot be written.
 */
export async function writeReports(
  directory: string,
  record: RunRecord,
  messages: readonly Envelope[],
  proof?: KillMatrix,
): Promise<string[]> {
  return writeFiles(directory, [
    ['messages.ndjson', messages.map((message) => `${JSON.stringify(message)}\n`).join('')],
    ['junit.xml', renderJunit(record)],
    ['index.html', renderHtml(record, { images: imagesOf(messages), proof })],
    ['conformance.json', renderJson(record)],
  ]);
}

/** Writes `index.html` and then `kill-matrix.json`. @returns the paths written. @throws ConfigurationError when the directory cannot be written. */
export async function writeKillMatrix(directory: string, matrix: KillMatrix): Promise<string[]> {
  return writeFiles(directory, [
    ['index.html', renderKillMatrixHtml(matrix)],
    ['kill-matrix.json', renderKillMatrixJson(matrix)],
  ]);
}

type NamedText = readonly [name: string, content: string];

async function writeFiles(directory: string, files: readonly NamedText[]): Promise<string[]> {
  try {
    await mkdir(directory, { recursive: true });
    const written: string[] = [];
    for (const [name, content] of files) written.push(await writeWhole(path.join(directory, name), content));
    return written;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigurationError(`Le rapport ne peut pas être écrit dans « ${directory} » (--out) : ${reason}`, { cause });
  }
}

/** Images by their SHA-256, in base64. */
function imagesOf(messages: readonly Envelope[]): ReadonlyMap<string, string> {
  const images = new Map<string, string>();
  for (const { attachment } of messages) {
    if (attachment === undefined || !attachment.mediaType.startsWith('image/png')) continue;
    const body = readAttachment(attachment);
    if (body?.kind === 'screenshot') images.set(body.sha256, body.base64);
  }
  return images;
}

/** Beside its place, then moved: a reader never sees half a file. */
async function writeWhole(file: string, content: string): Promise<string> {
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, content);
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
  return file;
}
