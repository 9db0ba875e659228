/** `mdpo run`: from options to report, verdict and exit code. Composes; decides nothing of the verdict itself. */
import type { Envelope } from '@cucumber/messages';
import { mkdir, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { RunRecord } from '../reporting/record';
import { renderTerminalSummary } from '../reporting/terminal-summary';
import { writeReports } from '../reporting/write-reports';
import { readings, recommendationIds, requirements } from '../specification';
import { loadTarget } from '../target/load-target';
import type { DriverName, Target } from '../target/target';
import { ConfigurationError, Unavailable } from '../verdict/errors';
import { exitCode } from '../verdict/verdict';
import type { CliEnvironment } from './environment';
import { reportDefect } from './defect';
import type { Level } from './options';
import { createProgress } from './progress';
import { recordNoRun, recordRun, type RunRequest } from './recorded-run';
import { replayCommand } from './replay-command';
import { selectionExpression } from './selection';
import { loadSuite } from './suite';

export interface RunOptions {
  /** `simulator`, or the path of a target file. */
  readonly target: string;
  readonly driver?: DriverName;
  readonly level: Level;
  readonly tags?: string;
  readonly seed?: number;
  readonly parallel: number;
  readonly shard?: string;
  readonly fault?: string;
  readonly out: string;
}

/** The seed of the simulator when none is given: fixed, so that two runs are identical. */
export const simulatorSeed = 1;

/**
 * Runs the suite and writes the report.
 * @returns 0 conforming, 1 non-conforming, 3 inconclusive.
 * @throws ConfigurationError for a bad option or target file: nothing is run, nothing is written.
 */
export async function run(environment: CliEnvironment, options: RunOptions): Promise<number> {
  const request = describeRequest(environment, options);
  const target = await loadTarget(request.parameters);
  const unavailable = await probe(target);
  const { stdout, now } = environment;
  const directory = resolve(environment.cwd, options.out);
  await makeRoom(directory);
  stdout.write(`Cible : ${target.name} — pilote ${target.driver} — graine ${request.parameters.seed}\n`);
  stdout.write(`Pour rejouer : ${replayCommand(options, request.parameters.seed)}\n`);
  if (unavailable) {
    environment.stderr.write(`mdpo: ${unavailable.message}\n`);
    const record = recordNoRun(target, request, { attribution: 'environment', reason: unavailable.message }, now);
    return conclude(record, [], directory, environment);
  }
  const messages: Envelope[] = [];
  const progress = createProgress(stdout);
  const suite = await loadSuite(environment.env);
  const { record, defect } = await recordRun(suite, target, request, {
    ...{ now, interrupted: environment.interrupted },
    onMessage: (envelope) => {
      messages.push(envelope);
      progress.receive(envelope);
    },
  });
  progress.finish();
  if (defect !== undefined) reportDefect(environment.stderr, defect);
  return conclude(record, messages, directory, environment);
}

function describeRequest({ cwd, randomSeed }: CliEnvironment, options: RunOptions): RunRequest {
  const { target, driver, fault, level, tags, shard, parallel } = options;
  if (fault !== undefined && target !== 'simulator') {
    throw new ConfigurationError(
      `option '--fault': '${fault}' can only be planted in the simulator, and the target is '${target}'.`,
    );
  }
  const seed = options.seed ?? (target === 'simulator' ? simulatorSeed : randomSeed());
  const known = {
    requirements: requirements.map(({ id }) => id),
    recommendations: recommendationIds,
    readings: readings.map(({ id }) => id),
  };
  return {
    parameters: { target, seed, cwd, ...(driver && { driver }), ...(fault !== undefined && { fault }) },
    ...{ level, parallel },
    ...(tags !== undefined && { tags }),
    ...(shard !== undefined && { shard }),
    expression: selectionExpression(level, tags, known),
  };
}

/** The steps open the target for themselves: nothing that the look has opened outlives it. @returns what does not answer. */
async function probe(target: Target): Promise<Unavailable | undefined> {
  try {
    await target.probe();
  } catch (error) {
    // What did not open may not close either: that would only hide why.
    await target.close().catch(() => undefined);
    if (error instanceof Unavailable) return error;
    throw error;
  }
  await target.close();
  return undefined;
}

/** An earlier report goes first: a run that is killed must not leave another's verdict in its place. */
async function makeRoom(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
    await Promise.all(
      ['conformance.json', 'index.html', 'junit.xml', 'messages.ndjson'].map((name) =>
        rm(join(directory, name), { force: true }),
      ),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(`option '--out': '${directory}' cannot be written (${reason}).`);
  }
}

async function conclude(
  record: RunRecord,
  messages: readonly Envelope[],
  directory: string,
  { cwd, stdout, env }: CliEnvironment,
): Promise<number> {
  await writeReports(directory, record, messages);
  const colours = stdout.isTTY === true && !env.NO_COLOR;
  stdout.write(`\n${renderTerminalSummary(record, { colours })}Rapport : ${relative(cwd, join(directory, 'index.html'))}\n`);
  return exitCode(record);
}
