/** The exit codes of the command as a pipeline sees them: the real executable, in a process of its own. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createSimulator, fixtures, serveSimulator } from '../../simulator';
import { createCatcher } from '../mail';
import type { RunRecord } from '../reporting/record';
import { normaliseRecord } from '../reporting/reference';
import { packageRoot } from './environment';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `mdpo`. `watch` sees the output as it comes, and can signal the process. */
async function mdpo(
  argv: readonly string[],
  { env = {}, watch }: { env?: NodeJS.ProcessEnv; watch?: (out: string, kill: (signal: NodeJS.Signals) => void) => void } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [join(packageRoot, 'bin', 'mdpo.js'), ...argv], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written.out += text;
    watch?.(written.out, (signal) => child.kill(signal));
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...written };
}

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mdpo-exit-codes-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const told = ({ code, out, err }: Ended): string => `exit ${code}\n${out}\n${err}`;
const reportIn = async (name: string): Promise<RunRecord> =>
  JSON.parse(await readFile(join(folder, name, 'conformance.json'), 'utf8')) as RunRecord;

/** Expects this exit code, and a report with this verdict. */
async function expectReport(name: string, ended: Ended, code: number, verdict: RunRecord['verdict']): Promise<RunRecord> {
  assert.equal(ended.code, code, told(ended));
  const record = await reportIn(name);
  assert.equal(record.verdict, verdict, told(ended));
  return record;
}

describe('mdpo run on the simulator', { concurrency: 2 }, () => {
  test('conforming → 0, and two runs of a seed are identical, one scenario at a time or two', async () => {
    const ended = await mdpo(['run', '--target', 'simulator', '--out', 'whole']);
    const record = await expectReport('whole', ended, 0, 'conforming');
    assert.match(ended.out, /mdpo run --target simulator --seed \d+/);
    const files = await readdir(join(folder, 'whole'));
    for (const name of ['conformance.json', 'index.html', 'junit.xml', 'messages.ndjson', 'evidence', 'statement.intoto.json'])
      assert.ok(files.includes(name), `${name} among ${files.join(', ')}`);
    const again = await expectReport('again', await mdpo(['run', '--parallel', '2', '--out', 'again']), 0, 'conforming');
    assert.deepEqual(normaliseRecord(again), normaliseRecord(record));
  });

  test('a fault → 1, whatever else the run is', async () => {
    const ended = await mdpo(['run', '--fault', 'FLT-046', '--tags', '@MPO-1.3-3', '--out', 'fault']);
    const record = await expectReport('fault', ended, 1, 'non-conforming');
    assert.equal(record.requirements.find(({ id }) => id === 'MPO-1.3-3')?.outcome, 'failed');
    assert.match(ended.out, /MPO-1\.3-3/);
  });

  test('a selection that passes says nothing of the rest → 3', async () => {
    const record = await expectReport('some', await mdpo(['run', '--tags', '@MPO-2-1', '--out', 'some']), 3, 'inconclusive');
    assert.equal(record.requirements.find(({ id }) => id === 'MPO-2-1')?.outcome, 'passed');
  });

  test('nothing selected → 3', async () => {
    const ended = await mdpo(['run', '--tags', '@MPO-2-1 and not @MPO-2-1', '--out', 'nothing']);
    assert.equal((await expectReport('nothing', ended, 3, 'inconclusive')).scenarios.length, 0);
  });

  test('interrupted → 3, with what was seen, and no process left behind', async () => {
    let signalled = false;
    const ended = await mdpo(['run', '--out', 'interrupted'], {
      watch: (out, kill) => {
        if (signalled || !/^\d+\/\d+ scénarios/m.test(out)) return;
        signalled = true;
        kill('SIGINT');
      },
    });
    assert.ok(signalled, told(ended));
    const record = await expectReport('interrupted', ended, 3, 'inconclusive');
    assert.match(record.stopped?.reason ?? '', /interruption/);
  });

  test('no browser → 3', async () => {
    const ended = await mdpo(['run', '--driver', 'browser', '--out', 'blind'], {
      env: { MDPO_BROWSER: join(folder, 'no-such-browser') },
    });
    await expectReport('blind', ended, 3, 'inconclusive');
    assert.match(ended.err, /no-such-browser|MDPO_BROWSER/);
  });
});

describe('wrong usage → 2, and no report', { concurrency: 2 }, () => {
  for (const [argv, named] of [
    [['run', '--no-such-option'], /--no-such-option/],
    [['run', '--tags', '@MPO-9.9-9'], /MPO-9\.9-9/],
    [['run', '--fault', 'FLT-999'], /FLT-999/],
    [['run', '--target', 'no-such-file.yaml'], /no-such-file\.yaml/],
    [['simulator', '--fault', 'FLT-999'], /FLT-999/],
  ] as const) {
    test(`mdpo ${argv.join(' ')}`, async () => {
      const ended = await mdpo([...argv, ...(argv[0] === 'run' ? ['--out', 'refused'] : [])]);
      assert.equal(ended.code, 2, told(ended));
      assert.match(ended.err, named);
      await assert.rejects(readdir(join(folder, 'refused')), { code: 'ENOENT' });
    });
  }

  test('a target file that means nothing', async () => {
    await writeFile(join(folder, 'odd.yaml'), 'name: odd\nbaseURL: http://127.0.0.1/\n');
    const ended = await mdpo(['run', '--target', 'odd.yaml', '--out', 'refused']);
    assert.equal(ended.code, 2, told(ended));
    assert.match(ended.err, /odd\.yaml/);
    assert.match(ended.err, /baseUrl/);
  });
});

describe('a deployment out of reach → 3', { concurrency: 2 }, () => {
  const catcher = createCatcher();
  const simulator = createSimulator({ mail: catcher, passwordCost: 16 });
  let served: Awaited<ReturnType<typeof serveSimulator>>;
  let inbox: Awaited<ReturnType<typeof catcher.listen>>;
  let deadPort = 0;

  before(async () => {
    served = await serveSimulator(simulator, { port: 0 });
    inbox = await catcher.listen();
    deadPort = await closedPort();
  });
  after(async () => {
    await served.close();
    await inbox.close();
    simulator.close();
  });

  async function target(name: string, baseUrl: string, mailUrl: string): Promise<void> {
    const lines = [
      `name: ${name}`,
      `baseUrl: ${baseUrl}`,
      'driver: http',
      `accounts: ${name}.json`,
      'captcha: { strategy: none }',
      `mail: { kind: mailhog, url: ${mailUrl} }`,
    ];
    // A pool of its own: runs side by side may not share one.
    await writeFile(join(folder, `${name}.json`), JSON.stringify(fixtures.map((account) => ({ ...account, trait: undefined }))));
    await writeFile(join(folder, `${name}.yaml`), `${lines.join('\n')}\n`);
  }

  test('the target refuses connections', async () => {
    await target('refusing', `http://127.0.0.1:${deadPort}/`, inbox.url);
    const ended = await mdpo(['run', '--target', 'refusing.yaml', '--out', 'refusing']);
    const record = await expectReport('refusing', ended, 3, 'inconclusive');
    assert.equal(record.attribution, 'environment');
    assert.match(ended.err, new RegExp(`127\\.0\\.0\\.1:${deadPort}`));
  });

  test('the mail server is down', async () => {
    await target('mute', `${served.url}/`, `http://127.0.0.1:${deadPort}`);
    const ended = await mdpo(['run', '--target', 'mute.yaml', '--out', 'mute']);
    const record = await expectReport('mute', ended, 3, 'inconclusive');
    assert.equal(record.attribution, 'environment');
    assert.match(ended.err, new RegExp(`127\\.0\\.0\\.1:${deadPort}`));
  });

  test('no way past the CAPTCHA leaves the procedure undecided, not failed', async () => {
    await target('guarded', `${served.url}/`, inbox.url);
    const ended = await mdpo(['run', '--target', 'guarded.yaml', '--tags', '@MPO-2-14', '--out', 'guarded']);
    const record = await expectReport('guarded', ended, 3, 'inconclusive');
    assert.equal(record.requirements.find(({ id }) => id === 'MPO-2-14')?.outcome, 'cantTell');
  });
});

describe('mdpo simulator', { concurrency: 2 }, () => {
  test('a busy port → 2', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const ended = await mdpo(['simulator', '--port', String(port), '--mail-port', '0']);
    holder.close();
    assert.equal(ended.code, 2, told(ended));
    assert.match(ended.err, new RegExp(`--port.*${port}`));
  });

  test('serves its home page and stops on SIGTERM → 0; a dead mail server is only a warning', async () => {
    const smtp = `127.0.0.1:${await closedPort()}`;
    let home: Promise<Response> | undefined;
    const ended = await mdpo(['simulator', '--port', '0', '--smtp', smtp], {
      watch: (out, kill) => {
        const address = /^Simulateur +(http:\S+)/m.exec(out)?.[1];
        if (home || !address || !out.includes('Ctrl+C')) return;
        home = fetch(address);
        void home.finally(() => kill('SIGTERM'));
      },
    });
    assert.equal(ended.code, 0, told(ended));
    assert.equal((await home)?.status, 200);
    assert.match(ended.err, new RegExp(`warning.*${smtp}`));
    assert.ok(ended.out.includes(fixtures[0]!.password), 'the demonstration accounts are shown with their passwords');
  });
});

/** A port that nothing listens on: just released by the machine. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
