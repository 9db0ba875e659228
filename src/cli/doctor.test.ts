import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createSimulator, serveSimulator } from '../../simulator';
import { createCatcher } from '../mail';
import { ConfigurationError } from '../verdict/errors';
import { doctor, renderLine } from './doctor';
import { standInEnvironment } from './stand-in-environment';

const catcher = createCatcher();
const simulator = createSimulator({ mail: catcher, passwordCost: 16 });
const cwd = mkdtempSync(join(tmpdir(), 'mdpo-doctor-cli-'));
let site: Awaited<ReturnType<typeof serveSimulator>>;
let mails: Awaited<ReturnType<typeof catcher.listen>>;
before(async () => {
  [site, mails] = await Promise.all([serveSimulator(simulator, { port: 0 }), catcher.listen()]);
  const accounts = simulator.accounts.map((account) => ({ ...account, trait: undefined }));
  writeFileSync(join(cwd, 'accounts.json'), JSON.stringify(accounts));
});
after(async () => {
  await Promise.all([site.close(), mails.close()]);
  simulator.close();
  rmSync(cwd, { recursive: true });
});

/** Writes a target file and asks the doctor. */
async function ask(change: object): Promise<{ code: number; out: string }> {
  const file = {
    ...{ name: 'préproduction', baseUrl: `${site.url}/`, accounts: 'accounts.json' },
    ...{ captcha: { strategy: 'none' }, mail: { kind: 'mailhog', url: mails.url } },
  };
  writeFileSync(join(cwd, 'target.yaml'), JSON.stringify({ ...file, ...change }));
  const environment = standInEnvironment([], { cwd });
  const code = await doctor(environment, { target: 'target.yaml', parallel: 1 });
  return { code, out: environment.written.out };
}

test('a run that can begin → 0, each check on a line, what to write under it', async () => {
  const { code, out } = await ask({});
  assert.equal(code, 0, out);
  assert.match(out, /^ok {7}file: préproduction: 127\.0\.0\.1:\d+, driver http$/m);
  assert.match(out, /^advice {3}captcha: none: .*\n {9}write one of:\n {11}captcha: \{ strategy: fixed, value: … \}$/m);
  assert.match(out, /\nA run can begin: 1 advice, \d+ ok\.\n$/);
});

test('a deviation → 1', async () => {
  const { code, out } = await ask({ baseUrl: `${site.url}/nowhere` });
  assert.equal(code, 1, out);
  assert.match(out, /^FINDING {2}home: MPO-2-1/m);
  assert.match(out, /A run will find something/);
});

test('something wrongly written → 2, whether it is seen in the file or at the deployment', async () => {
  const refused = await ask({ drivr: 'http', captcha: { strategy: 'guess' } });
  assert.equal(refused.code, 2);
  assert.match(refused.out, /^STOP {5}file: .*drivr: no such key/m);
  assert.match(refused.out, /^STOP {5}file: .*captcha\.strategy/m);
  const { code, out } = await ask({ mail: { kind: 'mailpit', url: mails.url } });
  assert.equal(code, 2, out);
  assert.match(out, /^STOP {5}mail: .*is a MailHog/m);
});

test('something that does not answer → 3', async () => {
  const { code, out } = await ask({ baseUrl: 'http://nowhere.invalid/' });
  assert.equal(code, 3, out);
  assert.match(out, /^STOP {5}home: .*DNS/m);
  assert.match(out, /Nothing can be judged yet: 1 stop/);
});

test('the simulator needs no doctor', async () => {
  const environment = standInEnvironment([]);
  await assert.rejects(doctor(environment, { target: 'simulator', parallel: 1 }), ConfigurationError);
});

test('every line of a remedy is indented', () => {
  const line = { id: 'x', state: 'stop', what: 'y', remedy: 'a\n  b', attribution: 'configuration' } as const;
  assert.equal(renderLine(line), 'STOP     x: y\n         a\n           b\n');
});
