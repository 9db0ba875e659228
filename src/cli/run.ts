/** `mdpo run`: from options to report, verdict and exit code. Composes; decides nothing of the verdict itself. */
import type { Envelope } from '@cucumber/messages';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '../reporting/html/language';
import { readings, recommendationIds, requirements } from '../specification';
import { ConfigurationError } from '../verdict/errors';
import type { CliEnvironment } from './environment';
import { reportDefect } from './defect';
import type { Level } from './options';
import { createProgress } from './progress';
import { ready, type Readied } from './readying';
import { recordNoRun, recordRun, type RunRequest } from './recorded-run';
import { replayCommand } from './replay-command';
import { conclude, makeRoom } from './report-folder';
import { selectionExpression } from './selection';
import { loadSuite } from './suite';
import { suiteParameters, type TargetOptions } from './target-options';

export interface RunOptions extends TargetOptions {
  readonly level: Level;
  readonly tags?: string;
  /** A feature file, whose scenarios alone are run. */
  readonly feature?: string;
  readonly parallel: number;
  readonly shard?: string;
  /** Of the page. */
  readonly lang?: Language;
  /** Also prints the page. */
  readonly pdf?: boolean;
  readonly out: string;
}

/**
 * Runs the suite and writes the report.
 * @returns 0 conforming, 1 non-conforming, 3 inconclusive.
 * @throws ConfigurationError for a bad option or target file: nothing is run, nothing is written.
 */
export async function run(environment: CliEnvironment, options: RunOptions): Promise<number> {
  const request = describeRequest(environment, options);
  const readied = await ready(request.parameters, options.parallel);
  try {
    return await runReadied(environment, options, request, readied);
  } finally {
    readied.release();
  }
}

async function runReadied(
  environment: CliEnvironment,
  options: RunOptions,
  described: RunRequest,
  { target, preparation, unavailable, notes }: Readied,
): Promise<number> {
  const { stdout, now } = environment;
  const wholeSuite =
    options.tags === undefined && options.feature === undefined && options.shard === undefined && options.parallel === 1;
  const parameters = { ...described.parameters, ...(preparation && { preparation: { ...preparation, wholeSuite } }) };
  const request = { ...described, parameters };
  const directory = resolve(environment.cwd, options.out);
  await makeRoom(directory);
  stdout.write(`Cible : ${target.name} — pilote ${target.driver} — graine ${parameters.seed}\n`);
  stdout.write(`Pour rejouer : ${replayCommand(options, parameters.seed)}\n`);
  stdout.write(notes);
  if (unavailable !== undefined) {
    environment.stderr.write(`mdpo: ${unavailable}\n`);
    const { record, evidence } = recordNoRun(target, request, { attribution: 'environment', reason: unavailable }, now);
    return conclude({ record, runs: [evidence], messages: [] }, directory, environment, options);
  }
  const messages: Envelope[] = [];
  const progress = createProgress(stdout);
  const suite = await loadSuite(environment.env);
  const { record, evidence, defect } = await recordRun(suite, target, request, {
    ...{ now, interrupted: environment.interrupted },
    onMessage: (envelope) => {
      messages.push(envelope);
      progress.receive(envelope);
    },
  });
  progress.finish();
  if (defect !== undefined) reportDefect(environment.stderr, defect);
  return conclude({ record, runs: [evidence], messages }, directory, environment, options);
}

function describeRequest(environment: CliEnvironment, options: RunOptions): RunRequest {
  const { level, tags, feature, shard, parallel } = options;
  const known = {
    requirements: requirements.map(({ id }) => id),
    recommendations: recommendationIds,
    readings: readings.map(({ id }) => id),
  };
  return {
    parameters: suiteParameters(options, environment),
    ...{ level, parallel },
    ...(tags !== undefined && { tags }),
    ...(shard !== undefined && { shard }),
    ...(feature !== undefined && { feature: existingFile(resolve(environment.cwd, feature), feature) }),
    expression: selectionExpression(level, tags, known),
  };
}

/** @throws ConfigurationError when there is no such file: nothing selected must not look like nothing found. */
function existingFile(path: string, asked: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) return path;
  throw new ConfigurationError(`option '--feature': there is no file '${asked}'.`);
}
