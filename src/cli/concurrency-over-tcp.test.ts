/** What happens at the same moment, over real sockets: the simulator served on loopback and judged from a target file, as any deployment is. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createSimulator, faults, fixtures, serveSimulator, type Simulator } from '../../simulator';
import { createCatcher } from '../mail';
import type { RunRecord } from '../reporting/record';
import { loadTarget } from '../target/load-target';
import type { Target } from '../target/target';
import { anyOf, factsOf } from './fault-hunt';
import { recordRun } from './recorded-run';
import { loadSuite } from './suite';

/** Where the simulator is asked what an image shows: only this test has such a place. */
const ORACLE = '/oracle';
const CROSSINGS = '@entrecroisement';

/** Those of FLT-153 are left out: a deployment has half a minute to send a mail, and a lost one is waited for as long. */
const races = ['FLT-096', 'FLT-110', 'FLT-122', 'FLT-125', 'FLT-152', 'FLT-155', 'FLT-156', 'FLT-157', 'FLT-158', 'FLT-159'];

describe('procedures that cross, over TCP', () => {
  test('the reference passes every scenario', async () => {
    const { scenarios } = await judge(CROSSINGS);
    assert.ok(scenarios.length > 20, `${scenarios.length} scenarios`);
    assert.deepEqual(
      scenarios.filter(({ outcome }) => outcome !== 'passed').map(({ name, outcome }) => `${name}: ${outcome}`),
      [],
    );
  });

  for (const id of races) {
    test(`${id} is found by a requirement that it violates`, async () => {
      const { requirements } = faults.find((fault) => fault.id === id)!;
      const { failures } = factsOf(await judge(`${CROSSINGS} and (${anyOf(requirements)})`, id));
      assert.ok(
        failures.some(({ requirement }) => requirements.includes(requirement)),
        JSON.stringify(failures),
      );
    });
  }
});

async function judge(tags: string, fault?: string): Promise<RunRecord> {
  const cwd = await mkdtemp(join(tmpdir(), 'mdpo-tcp-'));
  const catcher = createCatcher();
  const simulator = createSimulator({ mail: catcher, passwordCost: 16, ...(fault !== undefined && { fault }) });
  const served = await serveSimulator({ fetch: (request) => reply(simulator, request) }, { port: 0 });
  const inbox = await catcher.listen();
  const lines = [
    'name: loopback',
    `baseUrl: ${served.url}/`,
    'driver: http',
    'accounts: accounts.json',
    `captcha: { strategy: http, url: ${served.url}${ORACLE} }`,
    `mail: { kind: mailhog, url: ${inbox.url} }`,
  ];
  const pool = fixtures.map(({ email, password, question, answer, subscriberNumber, services, dossiers, kind }) => ({
    ...{ email, password, question, answer },
    ...{ subscriberNumber, services, dossiers, kind },
  }));
  await writeFile(join(cwd, 'accounts.json'), JSON.stringify(pool));
  await writeFile(join(cwd, 'target.yaml'), `${lines.join('\n')}\n`);
  // As in a run of the whole suite, no scenario waits for mails that nothing announces.
  const parameters = { target: 'target.yaml', seed: 1, cwd, preparation: { wholeSuite: true } };
  let target: Target | undefined;
  try {
    target = await loadTarget(parameters);
    const request = { parameters, level: 'document', expression: tags, tags, failFast: fault !== undefined } as const;
    const { record, defect } = await recordRun(await loadSuite(process.env), target, request, { now: () => new Date() });
    if (defect !== undefined) throw defect;
    return record;
  } finally {
    await target?.close();
    await served.close();
    await inbox.close();
    simulator.close();
    await rm(cwd, { recursive: true });
  }
}

async function reply(simulator: Simulator, request: Request): Promise<Response> {
  if (new URL(request.url).pathname !== ORACLE) return simulator.fetch(request);
  return new Response(simulator.readCaptcha(new Uint8Array(await request.arrayBuffer())) ?? '');
}
