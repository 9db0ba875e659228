/** No file of a run holds a password, an answer or a token, whatever the target does with them. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Journal } from '../checks/journal';
import { secretForms } from '../checks/secret-forms';
import { main } from './main';
import { standInEnvironment } from './stand-in-environment';

/** Each shows a secret somewhere: in a page, in its source, in a mail. */
const faults = [undefined, 'FLT-044', 'FLT-095', 'FLT-106-ancien', 'FLT-107'];
const TAGS = '@MPO-1.5-8 or @MPO-2-27 or @ecrans or @MPO-D-6 or @MPO-2-16';

/** Shorter ones are no secret that a journal could mask. */
const SHORTEST = 4;

const secrets = new Set<string>();
let cwd = '';

before(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'mdpo-secrets-'));
  // Every password and answer of the run passes here.
  const protect = Journal.prototype.protect;
  Journal.prototype.protect = function (this: Journal, secret, placeholder) {
    secrets.add(secret);
    protect.call(this, secret, placeholder);
  };
  for (const fault of faults) {
    const planted = fault === undefined ? [] : ['--fault', fault];
    const environment = standInEnvironment(['run', '--tags', TAGS, '--out', fault ?? 'sound', ...planted], { cwd });
    assert.ok([1, 3].includes(await main(environment)), environment.written.err);
  }
});
after(() => rm(cwd, { recursive: true, force: true }));

test('every file of a run is free of every secret, in every form', async () => {
  // « 1000 » stands in any file of some size.
  const wanted = [...secrets].filter((secret) => secret.length >= SHORTEST && !/^\d{1,5}$/.test(secret));
  assert.ok(wanted.length > 20, `${wanted.length} secrets`);
  const forms = [...new Set(wanted.flatMap(formsOf))];
  for (const folder of faults) {
    const root = join(cwd, folder ?? 'sound');
    const names = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    assert.ok(names.length > 10);
    for (const { parentPath, name } of names) {
      const text = (await readFile(join(parentPath, name))).toString('latin1').toLowerCase();
      const found = forms.filter((form) => text.includes(form));
      // The secrets of the simulator are nobody's: they may be told here.
      assert.deepEqual(found, [], `${folder}: ${name}`);
    }
  }
});

test('what was searched for would have been found', async () => {
  const text = await readFile(join(cwd, 'FLT-107', 'messages.ndjson'), 'utf8');
  assert.match(text, /‹réponse de /, 'the planted fault did show the answer, and a placeholder stands in its place');
});

/** As written to a file, in lower case: base64 has three alignments. */
function formsOf(secret: string): string[] {
  const shifted = ['', 'x', 'xx'].map((before) =>
    Buffer.from(`${before}${secret}`)
      .toString('base64')
      .slice(before.length === 0 ? 0 : 4, -4),
  );
  const forms = [...secretForms(secret).map(({ text }) => text), ...shifted.filter(({ length }) => length >= 8)];
  return forms.map((form) => Buffer.from(form).toString('latin1').toLowerCase());
}
