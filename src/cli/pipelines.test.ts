/** The ready-made pipelines: what they say is what the command and their own jobs understand. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { engines } from '../../package.json';
import { readTargetFile } from '../target/target-file';
import { packageRoot } from './environment';
import { readGatePolicy } from './gate-policy';
import { describeProgram } from './main';
import { standInEnvironment } from './stand-in-environment';

const folder = join(packageRoot, 'docs', 'pipelines');
const read = (name: string): unknown => parse(readFileSync(join(folder, name), 'utf8'));
const texts = z.record(z.string(), z.string());

const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  if: z.string().optional(),
  env: texts.default({}),
  with: z.record(z.string(), z.unknown()).default({}),
});
const github = z
  .object({
    permissions: z.object({ contents: z.literal('read') }),
    env: z.object({ NODE_VERSION: z.string() }),
    jobs: z.object({
      shard: z.object({
        strategy: z.object({ 'fail-fast': z.literal(false), matrix: z.object({ shard: z.array(z.int()) }) }),
        services: z.object({ mail: z.object({ image: z.string(), ports: z.array(z.string()) }) }),
        env: texts,
        steps: z.array(step),
      }),
      whole: z.object({ needs: z.string(), if: z.string(), steps: z.array(step) }),
    }),
  })
  .parse(read('github-actions.yml'));

const artifacts = z.object({ when: z.string(), paths: z.array(z.string()), reports: texts.default({}) });
const gitlab = z
  .object({
    stages: z.array(z.string()),
    default: z.object({ image: z.string(), before_script: z.array(z.string()) }),
    shard: z.object({
      stage: z.string(),
      parallel: z.int(),
      services: z.array(z.object({ name: z.string(), alias: z.string() })),
      variables: texts,
      script: z.array(z.string()),
      artifacts,
    }),
    whole: z.object({ stage: z.string(), needs: z.array(z.string()), when: z.string(), script: z.array(z.string()), artifacts }),
  })
  .parse(read('gitlab-ci.yml'));

/** What a job knows by name, in the words of its pipeline. */
type Names = Readonly<Record<string, string>>;

const inGithub = (shard: number): Names => ({
  'matrix.shard': String(shard),
  'strategy.job-total': String(github.jobs.shard.strategy.matrix.shard.length),
  'github.run_number': '12',
});
const inGitlab = (shard: number): Names => ({
  CI_NODE_INDEX: String(shard),
  CI_NODE_TOTAL: String(gitlab.shard.parallel),
  CI_PIPELINE_IID: '12',
});

/** The one command line of a job that calls this verb. @returns its arguments, and what the shell does after it. */
function commandOf(scripts: readonly string[], verb: string, names: Names): { argv: string[]; then: string } {
  const [line, ...others] = scripts.filter((script) => script.includes(`bin/mdpo.js ${verb}`));
  assert.ok(line !== undefined && others.length === 0, 'one call in a job');
  const [, call = '', then = ''] = /^node bin\/mdpo\.js ([^|&;]+?)(?:\s*\|\|\s*(.+))?$/.exec(resolve(line.trim(), names)) ?? [];
  assert.notEqual(call, '', line);
  return { argv: call.split(/\s+/).map((word) => word.replace(/^"(.*)"$/, '$1')), then };
}

/** Puts the values of `${{ … }}` and `$NAME` in their place. */
function resolve(text: string, names: Names): string {
  return text.replace(
    /\$\{\{ *([^}]+?) *\}\}|\$([A-Z]\w*)/g,
    (_, expression: string | undefined, variable: string | undefined) => {
      const value = names[expression ?? variable ?? ''];
      assert.ok(value !== undefined, `${text}: ${expression ?? variable} is not known to the job`);
      return value;
    },
  );
}

interface Understood {
  readonly verb: string;
  readonly directories: string | readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** What the command understands of its arguments; runs nothing. */
async function understood(argv: readonly string[]): Promise<Understood> {
  const environment = standInEnvironment(argv);
  const program = describeProgram(environment, () => {});
  let seen: Understood | undefined;
  for (const command of program.commands) {
    command.action(() => {
      const [directories = []] = command.processedArgs as [(string | string[])?];
      seen = { verb: command.name(), directories, options: command.opts() };
    });
  }
  await program.parseAsync([...argv], { from: 'user' }).catch((error: unknown) => {
    throw new Error(`${argv.join(' ')}: ${environment.written.err}`, { cause: error });
  });
  assert.ok(seen, argv.join(' '));
  return seen;
}

const runs = (steps: readonly z.infer<typeof step>[]): string[] => steps.flatMap(({ run }) => run ?? []);
const using = (steps: readonly z.infer<typeof step>[], action: string) =>
  steps.filter(({ uses }) => uses?.startsWith(`actions/${action}@`));
/** Whether a path with a `*` at its end takes this one. */
const takes = (pattern: string, path: string): boolean => pattern.endsWith('*') && path.startsWith(pattern.slice(0, -1));

const pipelines = {
  'github-actions.yml': {
    shards: github.jobs.shard.strategy.matrix.shard,
    shardCommand: (shard: number) => commandOf(runs(github.jobs.shard.steps), 'run', inGithub(shard)),
    wholeCommand: (verb: string) => commandOf(runs(github.jobs.whole.steps), verb, {}),
  },
  'gitlab-ci.yml': {
    shards: Array.from({ length: gitlab.shard.parallel }, (_, rank) => rank + 1),
    shardCommand: (shard: number) => commandOf(gitlab.shard.script, 'run', inGitlab(shard)),
    wholeCommand: (verb: string) => commandOf(gitlab.whole.script, verb, {}),
  },
};

for (const [name, { shards, shardCommand, wholeCommand }] of Object.entries(pipelines)) {
  test(`${name}: each job runs one shard of the whole, with the same seed, and only wrong usage stops it`, async () => {
    assert.deepEqual(shards, [1, 2, 3]);
    for (const shard of shards) {
      const { argv, then } = shardCommand(shard);
      const { verb, options } = await understood(argv);
      assert.equal(verb, 'run');
      assert.deepEqual([options['shard'], options['seed']], [`${shard}/${shards.length}`, 12]);
      assert.match(String(options['out']), new RegExp(`-${shard}$`));
      assert.equal(options['target'], 'docs/pipelines/target.yaml');
      assert.equal(then, 'test $? -ne 2');
    }
  });

  test(`${name}: the merge takes the shards, writes elsewhere, and only wrong usage stops it`, async () => {
    const { argv, then } = wholeCommand('merge');
    const { verb, directories, options } = await understood(argv);
    const [pattern = '', ...others] = directories;
    assert.deepEqual([verb, then, others], ['merge', 'test $? -ne 2', []]);
    assert.equal(options['out'], 'reports/whole');
    assert.ok(!takes(pattern, 'reports/whole'), pattern);
  });

  test(`${name}: the gate judges the whole, and its exit code is that of the job`, async () => {
    const { argv, then } = wholeCommand('gate');
    const { verb, directories, options } = await understood(argv);
    assert.deepEqual([verb, directories, then], ['gate', 'reports/whole', '']);
    await assert.doesNotReject(readGatePolicy(String(options['policy']), { cwd: packageRoot }));
  });
}

test('github-actions.yml: reports are kept whatever happens, and the merge finds those of all shards', async () => {
  const { shard, whole } = github.jobs;
  assert.equal(whole.needs, 'shard');
  assert.equal(whole.if, '${{ !cancelled() }}');
  const [upload] = using(shard.steps, 'upload-artifact');
  const [download] = using(whole.steps, 'download-artifact');
  const [kept] = using(whole.steps, 'upload-artifact');
  assert.ok(upload && download && kept);
  assert.deepEqual([upload.if, kept.if], ['always()', 'always()']);
  const { directories, options } = await understood(commandOf(runs(whole.steps), 'merge', {}).argv);
  assert.equal(kept.with['path'], options['out']);
  for (const index of shard.strategy.matrix.shard) {
    const { argv } = commandOf(runs(shard.steps), 'run', inGithub(index));
    assert.equal(resolve(String(upload.with['path']), inGithub(index)), (await understood(argv)).options['out']);
    const artifact = resolve(String(upload.with['name']), inGithub(index));
    assert.ok(takes(String(download.with['pattern']), artifact), artifact);
    assert.ok(takes(directories[0] ?? '', `${String(download.with['path'])}/${artifact}`), artifact);
  }
});

test('github-actions.yml: actions are of GitHub, by their major version, and all jobs have the same Node.js', () => {
  for (const { steps } of Object.values(github.jobs)) {
    for (const { uses } of steps) if (uses !== undefined) assert.match(uses, /^actions\/[a-z-]+@v\d+$/);
    assert.deepEqual(
      using(steps, 'setup-node').map((one) => one.with['node-version']),
      ['${{ env.NODE_VERSION }}'],
    );
  }
});

test('gitlab-ci.yml: reports are kept whatever happens, and the merge finds those of all shards', async () => {
  const { stages, shard, whole } = gitlab;
  assert.deepEqual([shard.stage, whole.stage], stages);
  assert.deepEqual([whole.needs, whole.when], [['shard'], 'always']);
  assert.deepEqual([shard.artifacts.when, whole.artifacts.when], ['always', 'always']);
  const { directories, options } = await understood(commandOf(whole.script, 'merge', {}).argv);
  const out = String(options['out']);
  assert.deepEqual(whole.artifacts.paths, [`${out}/`]);
  assert.equal(whole.artifacts.reports['junit'], `${out}/junit.xml`);
  for (let index = 1; index <= shard.parallel; index += 1) {
    const own = String((await understood(commandOf(shard.script, 'run', inGitlab(index)).argv)).options['out']);
    assert.deepEqual(
      shard.artifacts.paths.map((path) => resolve(path, inGitlab(index))),
      [`${own}/`],
    );
    assert.ok(takes(directories[0] ?? '', own), own);
  }
});

test('both pipelines have MailHog beside them, and a Node.js that the suite accepts, to the patch', () => {
  const image = 'mailhog/mailhog:v1.0.1';
  assert.equal(github.jobs.shard.services.mail.image, image);
  assert.deepEqual(github.jobs.shard.services.mail.ports, ['8025:8025']);
  assert.equal(gitlab.shard.services.find(({ alias }) => alias === 'mail')?.name, image);
  const least = Number(/^>=(\d+)/.exec(engines.node)?.[1]);
  const given = [github.env.NODE_VERSION, /^node:([\d.]+)-/.exec(gitlab.default.image)?.[1]];
  for (const version of given) {
    assert.match(version ?? '', /^\d+\.\d+\.\d+$/);
    assert.ok(Number(version?.split('.')[0]) >= least, version);
  }
  assert.equal(given[0], given[1]);
});

test('the target file of the pipelines takes from the environment what each of them gives it, secrets among it', () => {
  const text = readFileSync(join(folder, 'target.yaml'), 'utf8');
  const wanted = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, variable = '']) => variable);
  assert.doesNotMatch(text, /^ *(value|url|accounts): (?!\$\{)/m, 'nothing of a deployment stands in the file itself');

  const [run] = github.jobs.shard.steps.filter((one) => one.run?.includes('bin/mdpo.js'));
  const givenByGithub = { ...github.jobs.shard.env, ...run?.env };
  assert.deepEqual(Object.keys(givenByGithub).sort(), [...wanted].sort());
  assert.match(givenByGithub['MDPO_CAPTCHA'] ?? '', /^\$\{\{ secrets\.\w+ \}\}$/);

  const header = readFileSync(join(folder, 'gitlab-ci.yml'), 'utf8').split('\nstages:')[0] ?? '';
  for (const variable of wanted) {
    assert.ok(variable in gitlab.shard.variables || header.includes(`#   ${variable} `), `${variable} is given or asked for`);
  }
  for (const env of [gitlab.shard.variables, github.jobs.shard.env]) {
    const target = readTargetFile(join(folder, 'target.yaml'), {
      env: { ...env, MDPO_CAPTCHA: 'TEST', MDPO_POOL: '/elsewhere/accounts.json' },
    });
    assert.deepEqual([target.mail.kind, basename(target.accounts)], ['mailhog', 'accounts.json']);
  }
});

test('each shard has a pool of its own, and no artifact takes it along', () => {
  const [accounts] = github.jobs.shard.steps.filter(({ env }) => 'ACCOUNTS' in env);
  assert.equal(accounts?.env['ACCOUNTS'], "${{ secrets[format('MDPO_ACCOUNTS_{0}', matrix.shard)] }}");
  assert.match(accounts?.run ?? '', /umask 077.*> "\$RUNNER_TEMP\/accounts\.json"/);
  assert.ok(gitlab.shard.script.some((line) => /umask 077.*"MDPO_ACCOUNTS_\$CI_NODE_INDEX" > "\$MDPO_POOL"/.test(line)));
  assert.equal(gitlab.shard.variables['MDPO_POOL'], '$CI_PROJECT_DIR/accounts.json');
  for (const path of gitlab.shard.artifacts.paths) assert.match(path, /^reports\//);
});

test('no pipeline counts on a path of one machine', () => {
  for (const name of [...Object.keys(pipelines), 'target.yaml', 'gate.yaml', 'Jenkinsfile']) {
    assert.doesNotMatch(readFileSync(join(folder, name), 'utf8'), /[\s"'=]\/(?:tmp|var|home|root|opt)\//, name);
  }
});
