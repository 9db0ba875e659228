/** The suite in Cucumber's hands: support code loaded once, then as many runs as wanted. Knows no verdict. */
import { Writable } from 'node:stream';
import {
  loadConfiguration,
  loadSupport,
  runCucumber,
  type IRunConfiguration,
  type ISupportCodeLibrary,
} from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import { join, resolve } from 'node:path';
import type { Preparation } from '../target/target';
import { packageRoot } from './environment';

/** What the steps read of their configuration: Cucumber's `worldParameters.mdpo`. JSON, as it crosses to worker processes. */
export interface SuiteParameters {
  readonly target: string;
  readonly driver?: 'http' | 'browser';
  readonly seed: number;
  readonly fault?: string;
  readonly variant?: string;
  /** Folder that `target` is relative to. */
  readonly cwd: string;
  readonly authorized?: boolean;
  readonly maxProcedures?: number;
  /** Values that a property tries on the simulator; absent: as many as ever. */
  readonly propertyRuns?: number;
  /** What was learnt of the target before the run. */
  readonly preparation?: Preparation;
}

export interface SuiteRun {
  readonly parameters: SuiteParameters;
  /** Cucumber tag expression; empty: every scenario. */
  readonly tags: string;
  /** Scenarios at a time; above 1, each in a process of its own. Default 1. */
  readonly parallel?: number;
  /** `I/N`. */
  readonly shard?: string;
  /** `features/x.feature:12`: these scenarios only. Default: every feature. */
  readonly only?: readonly string[];
  /** Times that a scenario which fails is tried again. Default 0. */
  readonly retries?: number;
  /** After a scenario that does not pass, the others are skipped. */
  readonly failFast?: boolean;
  readonly onMessage: (envelope: Envelope) => void;
}

/** The loaded suite. */
export interface Suite {
  /**
   * Runs the selected scenarios in the order of the files. What happened is in the messages.
   * @throws Error when the suite itself is broken: a feature that does not parse, a hook of the run that fails, a worker that dies.
   */
  run(request: SuiteRun): Promise<void>;
}

type JsonObject = NonNullable<IRunConfiguration['runtime']['worldParameters']>;

/** Where features and steps are. */
export interface SuiteFiles {
  readonly cwd: string;
  readonly features: readonly string[];
  readonly steps: readonly string[];
}

const ownFiles: SuiteFiles = { cwd: packageRoot, features: ['features/**/*.feature'], steps: ['steps/**/!(*.test).ts'] };

/** By their step files. They say what they define when they are first loaded: Cucumber would find nothing a second time. */
const libraries = new Map<string, Promise<ISupportCodeLibrary>>();

/**
 * Loads the steps, or takes those that an earlier call loaded.
 * @param env environment of the worker processes.
 * @throws whatever a step file throws when it is loaded.
 */
export async function loadSuite(env: NodeJS.ProcessEnv, files: SuiteFiles = ownFiles): Promise<Suite> {
  // Our own output is derived from the messages: Cucumber's goes nowhere, but for what it warns of.
  const environment = { cwd: files.cwd, env, stdout: silence(), stderr: process.stderr };
  const configuration = await configure(files, environment);
  const key = JSON.stringify(files.steps.map((step) => resolve(files.cwd, step)));
  const loading = libraries.get(key) ?? loadSupport(configuration, environment);
  libraries.set(key, loading);
  const support = await loading;
  return { run: (request) => run(request, configuration, support, environment) };
}

async function configure(files: SuiteFiles, environment: object): Promise<IRunConfiguration> {
  const { runConfiguration } = await loadConfiguration(
    {
      file: false,
      provided: {
        paths: [...files.features],
        require: [...files.steps],
        requireModule: [join(packageRoot, 'bin', 'register.js')],
        language: 'fr',
        // Any formatter would do: it writes to nowhere. This one costs the least.
        format: ['rerun'],
        strict: true,
        publish: false,
      },
    },
    environment,
  );
  // Publication is also switched on by Cucumber's own variables: what a run sees must not leave the machine.
  return { ...runConfiguration, formats: { ...runConfiguration.formats, publish: false } };
}

async function run(
  request: SuiteRun,
  configuration: IRunConfiguration,
  support: ISupportCodeLibrary,
  environment: object,
): Promise<void> {
  const parallel = request.parallel ?? 1;
  const broken: string[] = [];
  let unfinished = 0;
  await runCucumber(
    {
      ...configuration,
      support,
      sources: {
        ...configuration.sources,
        ...(request.only && { paths: [...request.only] }),
        tagExpression: request.tags,
        shard: request.shard ?? '',
      },
      runtime: {
        ...configuration.runtime,
        parallel: parallel > 1 ? parallel : 0,
        retry: request.retries ?? 0,
        failFast: request.failFast ?? false,
        worldParameters: { mdpo: asJson(request.parameters) },
      },
    },
    environment,
    (envelope) => {
      if (envelope.parseError) broken.push(`${envelope.parseError.source.uri}: ${envelope.parseError.message}`);
      if (envelope.testCase) unfinished += 1;
      if (envelope.testCaseFinished && !envelope.testCaseFinished.willBeRetried) unfinished -= 1;
      request.onMessage(envelope);
    },
  );
  if (broken.length > 0) throw new Error(`Features that cannot be read:\n${broken.join('\n')}`);
  // A worker process that dies takes its scenarios with it, and Cucumber only says that the run did not succeed.
  if (unfinished > 0) throw new Error(`${unfinished} scenarios were planned and never finished: a worker process died.`);
}

/** As worker processes get them: what is absent is left out. */
function asJson(parameters: SuiteParameters): JsonObject {
  return JSON.parse(JSON.stringify(parameters)) as JsonObject;
}

function silence(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
