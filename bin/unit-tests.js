'use strict';
// Runs the unit tests that stand beside their modules: all of them, or the files given. `--tap FILE` also writes TAP there.
const { spawnSync } = require('node:child_process');
const { readdirSync } = require('node:fs');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '..');
/** Spawns whole runs of the suite: a stage of its own in `npm test`. */
const apart = join('src', 'cli', 'exit-codes.test.ts');

const { files, tap } = readArguments(process.argv.slice(2));
const tests =
  files.length > 0 ? files : ['src', 'simulator', 'steps', 'bench', 'test'].flatMap(testsIn).filter((file) => file !== apart);
if (tests.length === 0) {
  console.error('No unit test was found.');
  process.exit(1);
}
const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
if (tap) reporters.push('--test-reporter=tap', `--test-reporter-destination=${tap}`);
const { status } = spawnSync(
  process.execPath,
  ['--require', join(root, 'bin', 'register.js'), '--test', '--test-concurrency=2', ...reporters, ...tests],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);

function testsIn(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .sort();
}

function readArguments(argv) {
  const at = argv.indexOf('--tap');
  return at < 0 ? { files: argv } : { tap: argv[at + 1], files: argv.toSpliced(at, 2) };
}
