import assert from 'node:assert/strict';
import { test } from 'node:test';
import { version } from '../../package.json';
import { reportDefect } from './defect';
import { main } from './main';
import { standInEnvironment } from './stand-in-environment';

/** Wrong usage, and what the message must name: the option, what was given, what is accepted. */
const refused: readonly (readonly [argv: readonly string[], ...named: RegExp[]])[] = [
  [[], /Usage: mdpo/, /simulator/],
  [['walk'], /unknown command 'walk'/],
  [['run', '--colour', 'red'], /unknown option '--colour'/, /--help/],
  [['run', 'simulator'], /too many arguments/],
  [['run', '--driver', 'carrier-pigeon'], /--driver/, /'carrier-pigeon'/, /http, browser/],
  [['run', '--level', 'high'], /--level/, /'high'/, /document, recommendation, all/],
  [['run', '--seed', '1.5'], /--seed/, /'1\.5'/, /an integer from 0 to 2147483647/],
  [['run', '--seed', '-1'], /--seed/],
  [['run', '--seed', '2147483648'], /--seed/, /'2147483648'/],
  [['run', '--parallel', '0'], /--parallel/, /'0'/, /from 1 to 16/],
  [['run', '--shard', '3/2'], /--shard/, /'3\/2'/, /I\/N/],
  [['run', '--shard', '0/2'], /--shard/, /I\/N/],
  [['run', '--tags', ''], /--tags/, /empty/],
  [['run', '--tags', '@MPO-1.3-3 and'], /--tags/, /not a tag expression/],
  [['run', '--out'], /--out/, /argument missing/],
  [['run', '--target', 'a.yaml', '--fault', 'FLT-046'], /--fault/, /simulator/],
  [['simulator', '--port', '65536'], /--port/, /'65536'/, /from 0 to 65535/],
  [['simulator', '--smtp', 'localhost'], /--smtp/, /'localhost'/, /host:port/],
  [['simulator', '--fault', 'FLT-999'], /--fault/, /'FLT-999'/, /--list-faults/],
  [['simulator', '--variant', 'VAR-nul'], /--variant/, /'VAR-nul'/, /--list-variants/],
];

for (const [argv, ...named] of refused) {
  test(`mdpo ${argv.join(' ')} → 2`, async () => {
    const environment = standInEnvironment(argv);
    assert.equal(await main(environment), 2);
    for (const expression of named) assert.match(environment.written.err, expression);
    assert.equal(environment.written.out, '');
  });
}

test('--version and --help → 0, on the standard output', async () => {
  const asked = standInEnvironment(['--version']);
  assert.equal(await main(asked), 0);
  assert.equal(asked.written.out, `${version}\n`);
  const help = standInEnvironment(['run', '--help']);
  assert.equal(await main(help), 0);
  for (const option of ['--target', '--driver', '--level', '--tags', '--seed', '--parallel', '--shard', '--out']) {
    assert.ok(help.written.out.includes(option), option);
  }
});

test('an unexpected error is a defect of the suite: exit 3, with its stack', () => {
  const environment = standInEnvironment([]);
  assert.equal(reportDefect(environment.stderr, new TypeError('x is not a function')), 3);
  assert.match(environment.written.err, /defect of the suite/);
  assert.match(environment.written.err, /TypeError: x is not a function\n\s+at /);
});
