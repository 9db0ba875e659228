/** What the results of a campaign depend on, as one digest: the sources of the suite and of the simulator, the versions, the options. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { packageRoot } from './environment';

const FOLDERS = ['features', 'simulator', 'src', 'steps'];
const FILES = ['package.json'];

/** @param options what was asked, but for what changes no result. */
export function fingerprintOf(options: object, root = packageRoot): string {
  const hash = createHash('sha256').update(JSON.stringify([process.versions.node, options]));
  for (const path of [
    ...FOLDERS.flatMap((folder) => sourcesUnder(join(root, folder))),
    ...FILES.map((name) => join(root, name)),
  ]) {
    const text = readFileSync(path);
    hash.update(`\0${relative(root, path).split(sep).join('/')}\0${text.length}\0`).update(text);
  }
  return hash.digest('hex');
}

/** Tests change no result. */
function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
