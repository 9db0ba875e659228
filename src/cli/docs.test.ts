import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { parseHTML } from 'linkedom';
import { docs } from './docs';
import { main } from './main';
import { readFeatures } from './read-features';
import { packageRoot } from './environment';
import { standInEnvironment } from './stand-in-environment';

async function folder(context: TestContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'mdpo-docs-'));
  context.after(() => rm(path, { recursive: true }));
  return path;
}

test('docs writes one page that holds every scenario of the suite, each at the address that reports give it', async (context) => {
  const cwd = await folder(context);
  const environment = standInEnvironment(['docs', '--out', 'pages'], { cwd });
  assert.equal(await main(environment), 0, environment.written.err);
  assert.equal(environment.written.out, `${join('pages', 'index.html')}\n`);
  const { document } = parseHTML(await readFile(join(cwd, 'pages', 'index.html'), 'utf8'));
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, 'no id twice');
  const { scenarios } = await readFeatures(packageRoot);
  assert.ok(scenarios.length > 100);
  assert.deepEqual(
    scenarios.filter(({ id }) => !ids.includes(id)),
    [],
  );
  const links = [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href')?.slice(1) ?? '');
  assert.deepEqual(
    links.filter((id) => !ids.includes(id)),
    [],
  );
});

test('docs speaks the language asked for, and knows two', async (context) => {
  const cwd = await folder(context);
  assert.equal(await main(standInEnvironment(['docs', '--lang', 'en', '--out', '.'], { cwd })), 0);
  assert.match(await readFile(join(cwd, 'index.html'), 'utf8'), /<html lang="en">/);
  const refused = standInEnvironment(['docs', '--lang', 'de'], { cwd });
  assert.equal(await main(refused), 2);
  assert.match(refused.written.err, /Allowed choices are fr, en/);
});

test('docs writes nothing over a report, and nothing from features that cannot be read', async (context) => {
  const cwd = await folder(context);
  await writeFile(join(cwd, 'conformance.json'), '{}');
  const beside = standInEnvironment(['docs', '--out', '.'], { cwd });
  assert.equal(await main(beside), 2);
  assert.match(beside.written.err, /^mdpo: option '--out': .* is in the folder of a report/);
  await mkdir(join(cwd, 'features'));
  const empty = standInEnvironment([], { cwd });
  assert.equal(await docs(empty, { out: 'pages', lang: 'fr' }, cwd), 2);
  assert.match(empty.written.err, /^mdpo: .*aucun fichier \.feature/);
  await assert.rejects(readFile(join(cwd, 'pages', 'index.html')));
});
