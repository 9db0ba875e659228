'use strict';
// Teaches Node to read the package's TypeScript, whatever the working directory, and keeps what was compiled. Loaded by the command, by
// the tests, and by each of Cucumber's worker processes, which it also ends when the process that started them has gone.
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join, relative, resolve } = require('node:path');

const root = resolve(__dirname, '..');
const project = join(root, 'tsconfig.json');
const cache = join(root, 'node_modules', '.cache', 'mdpo');
const fromTsNode = createRequire(require.resolve('ts-node'));
/** What the compiled text depends on beside its source. */
const compiledWith = [
  root,
  readFileSync(project),
  ...[require.resolve('ts-node/package.json'), require.resolve('@swc/core/package.json')].map((file) => readFileSync(file)),
].reduce((hash, part) => hash.update(part), createHash('sha1'));

/** Between what is compiled and its source map. */
const mapMark = '//# sourceMappingURL=data:application/json;charset=utf-8;base64,';

let service;

for (const extension of ['.ts', '.tsx']) require.extensions[extension] = (module, file) => module._compile(compile(file), file);
fromTsNode('@cspotcode/source-map-support').install({ environment: 'node', retrieveSourceMap: keptMap });

if (process.env.CUCUMBER_WORKER_ID !== undefined && process.send) {
  // Who has something to end first, as a mail server that is cut, listens to the signal.
  process.once('disconnect', () => process.emit('SIGTERM') || process.exit(3));
}

function compile(file) {
  const source = readFileSync(file, 'utf8');
  const digest = `//${compiledWith.copy().update(source).digest('hex')}\n`;
  const kept = placeOf(file);
  const text = readIfThere(`${kept}.js`);
  if (text?.startsWith(digest)) return text.slice(digest.length);
  service ??= require('ts-node').create({ cwd: root, project, swc: true });
  const [code, map] = service.compile(source, file).split(mapMark);
  // The map first: whoever finds the code finds its map.
  if (!relative(root, file).startsWith('..') && keep(`${kept}.map`, Buffer.from(map, 'base64')))
    keep(`${kept}.js`, digest + code);
  return code;
}

/** Read when an error is shown, not before: maps are longer than the code. */
function keptMap(file) {
  const map = /\.tsx?$/.test(file) ? readIfThere(`${placeOf(file)}.map`) : undefined;
  return map === undefined ? null : { url: file, map };
}

function placeOf(file) {
  return join(cache, relative(root, file));
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Several processes may compile the same file at once: each must read the whole of it, or nothing. @returns whether it was kept. */
function keep(file, text) {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, file);
    return true;
  } catch {
    // A package that is installed where nobody may write is compiled each time.
    return false;
  }
}
