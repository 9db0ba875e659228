/** The action, the Jenkinsfile, the container and the page of the gate: what they say is what the command understands. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { files, version } from '../../package.json';
import { deploymentRun, withFinding } from '../gate/testing/records';
import { packageRoot } from './environment';
import { gate } from './gate';
import { readGatePolicy } from './gate-policy';
import { describeProgram } from './main';
import { standInEnvironment } from './stand-in-environment';

const read = (...path: string[]): string => readFileSync(join(packageRoot, ...path), 'utf8');
const texts = z.record(z.string(), z.string());
const action = z
  .object({
    inputs: z.record(
      z.string(),
      z.strictObject({ description: z.string(), required: z.literal(true).optional(), default: z.string().optional() }),
    ),
    runs: z.object({
      using: z.literal('composite'),
      steps: z.array(
        z.object({
          name: z.string().optional(),
          uses: z.string().optional(),
          run: z.string().optional(),
          shell: z.string().optional(),
          if: z.string().optional(),
          env: texts.default({}),
          with: z.record(z.string(), z.unknown()).default({}),
        }),
      ),
    }),
  })
  .parse(parse(read('action.yml')));
const { inputs } = action;
const steps = action.runs.steps;
const jenkinsfile = read('docs', 'pipelines', 'Jenkinsfile');
const containerfile = read('docs', 'pipelines', 'Containerfile');

/** What the command understands of its arguments; runs nothing. */
async function verbOf(argv: readonly string[]): Promise<string> {
  const environment = standInEnvironment(argv);
  const program = describeProgram(environment, () => {});
  let seen = '';
  for (const command of program.commands) command.action(() => void (seen = command.name()));
  await program.parseAsync([...argv], { from: 'user' }).catch((error: unknown) => {
    throw new Error(`${argv.join(' ')}: ${environment.written.err}`, { cause: error });
  });
  return seen;
}

/** Every call of the command in a text, as its arguments. */
function callsIn(text: string): string[][] {
  return [...text.matchAll(/(?:node bin\/mdpo\.js|-v "\$PWD:\/work" mdpo) ([^\n|']+)/g)].map(([, call = '']) =>
    call
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/^"(.*)"$/, '$1').replace('$BUILD_NUMBER', '12')),
  );
}

test('action.yml: every input is used, every input that is used is declared, and each has a default unless it is required', () => {
  const used = new Set([...JSON.stringify(steps).matchAll(/inputs\.([\w-]+)/g)].map(([, name = '']) => name));
  assert.deepEqual([...used].sort(), Object.keys(inputs).sort());
  for (const [name, { required, default: value }] of Object.entries(inputs)) {
    assert.equal(required === undefined, value !== undefined, name);
  }
});

test('action.yml: no expression stands in a script, each variable of a script is given, and every script names its shell', () => {
  const known = new Set(['GITHUB_STEP_SUMMARY', 'RUNNER_TEMP']);
  for (const { run, shell, env } of steps) {
    if (run === undefined) continue;
    assert.equal(shell, 'bash');
    assert.doesNotMatch(run, /\$\{\{/);
    for (const [, name = ''] of run.matchAll(/\$\{?([A-Z_]+)/g)) assert.ok(name in env || known.has(name), `${name}: ${run}`);
    for (const [, quote] of run.matchAll(/(.)\$[A-Z]/g)) assert.match(quote ?? '', /["/=]/, `unquoted: ${run}`);
  }
});

test('action.yml: the command takes the options that the scripts give it', async () => {
  const script = (verb: string): string => steps.find(({ run }) => run?.includes(`mdpo.js" ${verb} `))?.run ?? '';
  const values: Record<string, string> = {
    TARGET: 'preprod.yaml',
    LEVEL: 'document',
    OUT: 'out',
    DRIVER: 'http',
    SEED: '4',
    POLICY: 'gate.yaml',
    BASELINE: 'old',
  };
  const options = (verb: string): string[] =>
    [...script(verb).matchAll(/(--[a-z-]+)(?:="?\$([A-Z]+))?(?=["\s)])/g)].map(([, name = '', variable]) =>
      variable === undefined ? name : `${name}=${values[variable] ?? ''}`,
    );
  assert.equal(options('run').length, 6);
  assert.equal(await verbOf(['run', ...options('run')]), 'run');
  assert.equal(options('gate').length, 2);
  assert.equal(await verbOf(['gate', ...options('gate'), '--', 'out']), 'gate');
  assert.match(script('run'), /\|\| test \$\? -ne 2\n?$/, 'only wrong usage stops the run');
  assert.doesNotMatch(script('gate'), /\|\|/, 'the decision of the gate is that of the action');
});

test('action.yml: the report is kept whatever is decided, by actions of GitHub at a major version', () => {
  for (const { uses } of steps)
    if (uses !== undefined) assert.match(uses, /^(actions\/[a-z-]+|github\/codeql-action\/upload-sarif)@v\d+$/);
  for (const one of ['upload-artifact', 'upload-sarif'])
    assert.match(steps.find(({ uses }) => uses?.includes(one))?.if ?? '', /^always\(\)/);
  assert.equal(steps.find(({ name }) => name === 'Summarise')?.if, 'always()');
});

test('every call in the Jenkinsfile, the Containerfile and docs/gate.md is understood', async () => {
  const expected = {
    Jenkinsfile: ['run', 'gate'],
    Containerfile: ['run', 'gate'],
    'gate.md': ['run', 'gate', 'gate', 'gate', 'compare', 'history'],
  };
  for (const [name, text] of Object.entries({
    Jenkinsfile: jenkinsfile,
    Containerfile: containerfile,
    'gate.md': read('docs', 'gate.md'),
  })) {
    assert.deepEqual(await Promise.all(callsIn(text).map(verbOf)), expected[name as keyof typeof expected], name);
  }
});

test('Jenkinsfile: no script is interpolated by Groovy, secrets come from credentials, the report is kept', () => {
  assert.doesNotMatch(jenkinsfile, /\bsh\s*\(?\s*"/);
  assert.doesNotMatch(jenkinsfile, /"""/);
  for (const name of ['mdpo-accounts', 'mdpo-captcha']) assert.ok(jenkinsfile.includes(`credentialsId: '${name}'`));
  assert.match(jenkinsfile, /post \{\s*always \{\s*archiveArtifacts artifacts: 'reports\/whole\/\*\*'/);
  assert.match(jenkinsfile, /run --target [^']*\|\| test \$\? -ne 2'/);
  assert.doesNotMatch(jenkinsfile, /gate reports\/whole[^']*\|\|/);
  const count = (text: string): number => jenkinsfile.split(text).length - 1;
  assert.equal(count('{'), count('}'));
});

test('the pipelines have the same Node.js, to the patch', () => {
  const wanted = inputs['node-version']?.default ?? '';
  assert.match(wanted, /^\d+\.\d+\.\d+$/);
  assert.ok(jenkinsfile.includes(`node:${wanted}-bookworm'`));
  assert.ok(containerfile.includes(`FROM node:${wanted}-bookworm-slim`));
  for (const name of ['github-actions.yml', 'gitlab-ci.yml']) assert.ok(read('docs', 'pipelines', name).includes(wanted), name);
});

test('Containerfile: one pinned base, the locked packages, what the package holds and no more, not as root', () => {
  const lines = containerfile.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  assert.equal(lines.filter((line) => line.startsWith('FROM ')).length, 1);
  assert.match(containerfile, /^RUN npm ci --omit=dev/m);
  assert.deepEqual(lines.slice(-4), ['USER node', 'WORKDIR /work', 'ENTRYPOINT ["node", "/mdpo/bin/mdpo.js"]', 'CMD ["--help"]']);
  const copied = lines.flatMap((line) => (line.startsWith('COPY ') ? line.split(' ').slice(1, -1) : []));
  const shipped = files.filter((name) => !name.startsWith('!') && name !== 'docs');
  assert.deepEqual(copied.sort(), [...shipped, 'package.json', 'package-lock.json'].sort());
});

test('the example policy is one, and so are those of docs/gate.md, whose outputs are what the command prints', async (t) => {
  await readGatePolicy(join(packageRoot, 'docs', 'pipelines', 'gate.yaml'), { cwd: '/' });
  const cwd = await mkdtemp(join(tmpdir(), 'mdpo-gate-page-'));
  t.after(() => rm(cwd, { recursive: true, force: true }));
  const blocks = [...read('docs', 'gate.md').matchAll(/```yaml\n([^]*?)```\s+```\n([^]*?)```/g)];
  assert.equal(blocks.length, 2);
  const run = deploymentRun();
  const said = { expected: 'exactement un courriel de confirmation après « Valider »', observed: 'aucun courriel en 30 s' };
  const record = withFinding({ ...run, versions: { ...run.versions, suite: version } }, 'MPO-2-25', said);
  await mkdir(join(cwd, 'reports'));
  await writeFile(join(cwd, 'reports', 'conformance.json'), JSON.stringify(record));
  for (const [[, policy = '', printed = ''], code] of [
    [blocks[0]!, 1],
    [blocks[1]!, 0],
  ] as const) {
    await writeFile(join(cwd, 'gate.yaml'), policy);
    const environment = standInEnvironment([], { cwd, now: () => new Date('2026-03-14T10:00:00Z') });
    const verified = async () => ({ problems: [], signature: 'absent' as const, record });
    assert.equal(await gate(environment, { directory: 'reports', policy: 'gate.yaml' }, verified), code);
    assert.equal(environment.written.out, printed);
  }
});
