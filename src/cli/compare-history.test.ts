import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { conformingRun, failingRun } from '../reporting/testing/fixtures';
import { main } from './main';
import { standInEnvironment } from './stand-in-environment';

let cwd = '';
before(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'mdpo-runs-'));
  for (const [name, text] of [
    ['a', JSON.stringify(conformingRun().record)],
    ['b', JSON.stringify(failingRun().record)],
    ['cut', '{"schemaVersion": 1,'],
    ['next', JSON.stringify({ ...failingRun().record, schemaVersion: 2 })],
  ] as const) {
    await mkdir(join(cwd, name));
    await writeFile(join(cwd, name, 'conformance.json'), text);
  }
  await mkdir(join(cwd, 'link'));
  await symlink(join(cwd, 'a', 'conformance.json'), join(cwd, 'link', 'conformance.json'));
});
after(() => rm(cwd, { recursive: true, force: true }));

async function mdpo(...argv: readonly string[]) {
  const environment = standInEnvironment(argv, { cwd });
  return { code: await main(environment), ...environment.written };
}

test('compare: 0 whatever differs, in the terminal and as a page', async () => {
  const { code, out, err } = await mdpo('compare', 'a', 'b', '--out', 'pages/ab.html');
  assert.equal(code, 0, err);
  assert.match(out, /Exigences dont l’issue diffère[^]*Page : pages\/ab\.html\n$/);
  assert.match(await readFile(join(cwd, 'pages/ab.html'), 'utf8'), /^<!DOCTYPE html>[^]*Comparaison de deux campagnes/);
  assert.deepEqual((await mdpo('compare', 'a', 'a')).code, 0);
});

test('history: 0 whatever the outcomes, in the terminal and as a page', async () => {
  const { code, out, err } = await mdpo('history', 'b', 'a', '--out', 'pages/all.html');
  assert.equal(code, 0, err);
  assert.match(out, /historique des campagnes[^]*Page : pages\/all\.html\n$/);
  assert.match(await readFile(join(cwd, 'pages/all.html'), 'utf8'), /Historique de 2/);
  assert.deepEqual((await readdir(join(cwd, 'pages'))).sort(), ['ab.html', 'all.html'], 'no draft is left');
});

const refused: readonly (readonly [argv: readonly string[], named: RegExp])[] = [
  [['compare', 'a'], /missing required argument 'B'/],
  [['compare', 'a', 'nowhere'], /nowhere\/conformance\.json: cannot be read \(ENOENT\)/],
  [['compare', 'cut', 'a'], /cut\/conformance\.json: not JSON/],
  [['compare', 'a', 'next'], /next\/conformance\.json: [^]*schemaVersion: given 2; accepted: 1/],
  [['compare', 'a', 'link'], /link\/conformance\.json: cannot be read \(a symbolic link\)/],
  [['compare', 'a', 'b', '--out', 'page'], /--out.*ends in \.html/],
  [['compare', 'a', 'b', '--out', 'a/index.html'], /'a\/index\.html' is in the folder of a report/],
  [['compare', 'a', 'b', '--out', 'a/conformance.json/x.html'], /cannot be written/],
  [['history'], /missing required argument 'DIR'/],
  [['history', 'a', 'nowhere'], /nowhere\/conformance\.json/],
  [['history', 'a', 'b', './a'], /a\/conformance\.json: the same run as a\/conformance\.json; accepted: each run once/],
];
for (const [argv, named] of refused) {
  test(`${argv.join(' ')} → 2, and nothing is written`, async () => {
    const { code, out, err } = await mdpo(...argv);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, named);
  });
}
