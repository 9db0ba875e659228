import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { loadSuite, type Suite, type SuiteRun } from './suite';

const feature = `# language: fr
Fonctionnalité: doublure
  @simple
  Scénario: un
    Soit un pas
  @simple
  Scénario: deux
    Soit un pas
    Et qu'il échoue
  @mortel
  Scénario: trois
    Soit un pas qui tue
`;

const steps = `import { Given } from ${JSON.stringify(require.resolve('@cucumber/cucumber'))};
Given('un pas', function (this: { parameters: { mdpo: { seed: number } } }) {
  if (this.parameters.mdpo.seed !== 7) throw new Error('no seed');
});
Given('il échoue', () => { throw new Error('voulu'); });
Given('un pas qui tue', () => process.exit(0));
`;

let cwd = '';
let suite: Suite;

before(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'mdpo-suite-'));
  await mkdir(join(cwd, 'steps', 'inner'), { recursive: true });
  await writeFile(join(cwd, 'a.feature'), feature);
  await writeFile(join(cwd, 'steps', 'inner', 'steps.ts'), steps);
  await writeFile(join(cwd, 'steps', 'steps.test.ts'), `throw new Error('a unit test is not a step file');`);
  suite = await load('*.feature');
});
after(() => rm(cwd, { recursive: true, force: true }));

function load(features: string): Promise<Suite> {
  return loadSuite(process.env, { cwd, features: [features], steps: ['steps/**/!(*.test).ts'] });
}

async function run(asked: Partial<SuiteRun> = {}, on = suite): Promise<Envelope[]> {
  const messages: Envelope[] = [];
  const parameters = { target: 'simulator', seed: 7, cwd };
  await on.run({ parameters, tags: '@simple', onMessage: (message) => messages.push(message), ...asked });
  return messages;
}

const statuses = (messages: readonly Envelope[]): (string | undefined)[] =>
  messages.flatMap(({ testStepFinished }) => testStepFinished?.testStepResult.status ?? []);

test('the loaded suite runs again and again with the same result', async () => {
  assert.deepEqual(statuses(await run()), ['PASSED', 'PASSED', 'FAILED']);
  assert.deepEqual(statuses(await run()), ['PASSED', 'PASSED', 'FAILED']);
});

test('loaded once more, the suite has its steps still', async () => {
  assert.deepEqual(statuses(await run({}, await load('*.feature'))), ['PASSED', 'PASSED', 'FAILED']);
});

test('in two processes the same steps are found', async () => {
  assert.deepEqual(statuses(await run({ parallel: 2 })).sort(), ['FAILED', 'PASSED', 'PASSED']);
});

test('a shard takes its part', async () => {
  assert.deepEqual(statuses(await run({ shard: '1/2' })), ['PASSED']);
});

test('a worker process that dies, even quietly, is an error', async () => {
  await assert.rejects(run({ tags: '@mortel', parallel: 2 }), /1 scenarios were planned and never finished/);
});

test('a feature that cannot be read is an error, and names its file', async () => {
  await writeFile(join(cwd, 'broken.gherkin'), '# language: fr\nScénario sans fonctionnalité\n');
  await assert.rejects(run({}, await load('broken.gherkin')), /broken\.gherkin/);
});
