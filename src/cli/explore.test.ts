/** `mdpo explore` as a person uses it: what it finds, writes and returns; its scenarios replay what they tell. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { main } from './main';
import { standInEnvironment } from './stand-in-environment';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mdpo-explore-'));
});
after(() => rm(folder, { recursive: true, force: true }));

async function mdpo(...argv: string[]) {
  const environment = standInEnvironment(argv, { cwd: folder });
  return { code: await main(environment), ...environment.written };
}

test('nothing differs on the reference → 0, with what was walked', async () => {
  const { code, out } = await mdpo('explore', '--walks', '5', '--out', 'reference', '--write-feature', 'none.feature');
  assert.equal(code, 0, out);
  assert.match(out, /graine 1\n/);
  assert.match(out, /Marches les plus courtes : (\d+) menées à leur terme sur \1 ; au hasard : 5/);
  assert.match(out, /7 états sur 7/);
  assert.match(out, /Aucun écart/);
  const record = JSON.parse(await readFile(join(folder, 'reference', 'exploration.json'), 'utf8')) as { differences: unknown[] };
  assert.deepEqual(record.differences, []);
  await assert.rejects(readFile(join(folder, 'none.feature')), { code: 'ENOENT' });
});

for (const fault of ['FLT-031', 'FLT-046', 'FLT-087', 'FLT-101', 'FLT-120']) {
  test(`${fault} → 1, and its scenarios fail where it is planted, and pass on the reference`, async () => {
    const feature = `${fault}.feature`;
    const { code, out } = await mdpo('explore', '--fault', fault, '--walks', '20', '--out', fault, '--write-feature', feature);
    assert.equal(code, 1, out);
    assert.match(out, /Écart 1 — MPO-/);
    const [, options] = /Pour les rejouer : mdpo run (.+)/.exec(out) ?? [];
    const planted = await mdpo('run', ...options!.split(' '), '--out', `${fault}-planted`);
    assert.equal(planted.code, 1, planted.out);
    const { scenarios } = await recordIn(`${fault}-planted`);
    assert.deepEqual(
      scenarios.filter(({ outcome }) => outcome !== 'failed').map(({ name }) => name),
      [],
    );
    // A selection that passes decides nothing of the whole: 3.
    assert.equal((await mdpo('run', '--feature', feature, '--out', `${fault}-reference`)).code, 3);
    assert.ok((await recordIn(`${fault}-reference`)).scenarios.every(({ outcome }) => outcome === 'passed'));
  });
}

test('a file that explore did not write is left alone → 2', async () => {
  await writeFile(join(folder, 'mine.feature'), 'Fonctionnalité: la mienne\n');
  const { code, err } = await mdpo('explore', '--walks', '1', '--write-feature', 'mine.feature');
  assert.equal(code, 2);
  assert.match(err, /option '--write-feature': '.*mine\.feature' is there already, and explore did not write it/);
  assert.equal(await readFile(join(folder, 'mine.feature'), 'utf8'), 'Fonctionnalité: la mienne\n');
});

test('bad options → 2, with what is accepted', async () => {
  const cases: readonly (readonly [string[], RegExp])[] = [
    [['--walks', '0'], /--walks <N>.*1/s],
    [['--fault', 'FLT-999'], /FLT-999: no such fault; accepted: FLT-001/],
    [['--fault', 'FLT-031', '--target', 'x.yaml'], /can only be planted in the simulator/],
    [['--target', 'absent.yaml'], /absent\.yaml/],
  ];
  for (const [argv, message] of cases) {
    const { code, err } = await mdpo('explore', ...argv);
    assert.equal(code, 2, err);
    assert.match(err, message);
  }
  const { code, err } = await mdpo('run', '--feature', 'absent.feature');
  assert.equal(code, 2);
  assert.match(err, /option '--feature': there is no file 'absent\.feature'/);
});

async function recordIn(name: string): Promise<{ scenarios: { name: string; outcome: string }[] }> {
  return JSON.parse(await readFile(join(folder, name, 'conformance.json'), 'utf8')) as never;
}
