/** `mdpo explore`: generated walks on a target, compared with the reference machine. Composes; judges nothing. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { explore, type Exploration } from '../checks/explorer';
import { screenNames } from '../checks/screen-names';
import { modelCoverage, type ModelCoverage } from '../exploration/model-coverage';
import { chartOf } from '../exploration/statechart';
import { featureOf, WRITTEN_BY_EXPLORE } from '../exploration/walk-gherkin';
import { procedure } from '../../simulator';
import { loadTarget } from '../target/load-target';
import type { DriverName, Target } from '../target/target';
import { ConfigurationError, Unavailable } from '../verdict/errors';
import { exitCodes, type CliEnvironment } from './environment';
import { shellQuoted } from './replay-command';
import { ready } from './readying';
import { makeRoom } from './report-folder';
import { simulatorSeed } from './run';
import type { SuiteParameters } from './suite';

export interface ExploreOptions {
  /** `simulator`, or the path of a target file. */
  readonly target: string;
  readonly driver?: DriverName;
  /** Random walks; absent: a number that suits the target. */
  readonly walks?: number;
  /** Moves of a random walk, at most. */
  readonly steps: number;
  readonly seed?: number;
  readonly fault?: string;
  readonly maxProcedures?: number;
  readonly iAmAuthorized?: boolean;
  /** Where the differences are written as scenarios. */
  readonly writeFeature?: string;
  readonly out: string;
}

/** A deployment is walked with measure: each walk is a procedure or two. */
const WALKS = { simulator: 200, deployment: 20 } as const;

/** What `exploration.json` holds. Goes up when a reader of the old shape would misread the new one. */
const SCHEMA_VERSION = 1;

/**
 * Walks the target and writes what was found.
 * @returns 0 when it did as the machine says, 1 when it differed, 3 when it could not be walked as asked.
 * @throws ConfigurationError for a bad option or target file, or a feature file that is somebody else's: nothing is walked.
 */
export async function exploreTarget(environment: CliEnvironment, options: ExploreOptions): Promise<number> {
  const { cwd, stdout, stderr, randomSeed } = environment;
  const { target: asked, fault } = options;
  if (fault !== undefined && asked !== 'simulator')
    throw new ConfigurationError(
      `option '--fault': '${fault}' can only be planted in the simulator, and the target is '${asked}'.`,
    );
  const feature = options.writeFeature === undefined ? undefined : await ownFeature(resolve(cwd, options.writeFeature));
  const directory = resolve(cwd, options.out);
  await makeRoom(directory, FILES);
  const seed = options.seed ?? (asked === 'simulator' ? simulatorSeed : randomSeed());
  const parameters = parametersOf(options, seed, cwd);
  const readied = await ready(parameters, 1);
  try {
    stdout.write(`Cible : ${readied.target.name} — pilote ${readied.target.driver} — graine ${seed}\n${readied.notes}`);
    if (readied.unavailable !== undefined) throw new Unwalkable(readied.unavailable);
    const { preparation } = readied;
    const target = await loadTarget({ ...parameters, ...(preparation && { preparation }) });
    try {
      const walks = options.walks ?? WALKS[asked === 'simulator' ? 'simulator' : 'deployment'];
      const exploration = await walk(target, { walks, steps: options.steps, seed }, environment);
      const model = modelCoverage(chartOf(procedure), exploration.journeys, screenNames);
      stdout.write(summaryOf(exploration, model));
      await writeRecord(directory, target, { walks, steps: options.steps, seed }, exploration, model);
      stdout.write(`Détail : ${relative(cwd, join(directory, FILES[0]!))}\n`);
      if (feature !== undefined) await writeFeature(feature, target, options, seed, exploration, environment);
      if (exploration.differences.length > 0) return exitCodes.nonConforming;
      return exploration.limit === undefined && exploration.moves > 0 ? exitCodes.conforming : exitCodes.inconclusive;
    } finally {
      await target.close();
    }
  } catch (error) {
    if (!(error instanceof Unwalkable) && !(error instanceof Unavailable)) throw error;
    stderr.write(`mdpo: ${error.message}\n`);
    return exitCodes.inconclusive;
  } finally {
    readied.release();
  }
}

/** Nothing could be walked, and why. */
class Unwalkable extends Error {}

const FILES = ['exploration.json'];

function parametersOf(options: ExploreOptions, seed: number, cwd: string): SuiteParameters {
  const { target, driver, fault, maxProcedures, iAmAuthorized } = options;
  return {
    ...{ target, seed, cwd },
    ...(driver && { driver }),
    ...(fault !== undefined && { fault }),
    ...(maxProcedures !== undefined && { maxProcedures }),
    ...(iAmAuthorized === true && { authorized: true }),
  };
}

/** One line rewritten on a terminal; elsewhere nothing. */
async function walk(
  target: Target,
  options: { readonly walks: number; readonly steps: number; readonly seed: number },
  { stdout }: CliEnvironment,
): Promise<Exploration> {
  const counts = { shortest: 0, random: 0, shrinking: 0 };
  let moves = 0;
  try {
    return await explore(target, {
      ...options,
      onWalk({ kind, made }) {
        counts[kind] += 1;
        moves += made;
        if (stdout.isTTY !== true) return;
        const shrinking = counts.shrinking > 0 ? `, ${counts.shrinking} pour abréger l’écart` : '';
        const line = `${counts.shortest} marches les plus courtes, ${counts.random} au hasard${shrinking}, ${moves} gestes`;
        stdout.write(`\r\x1b[K${line.slice(0, (stdout.columns ?? 80) - 1)}`);
      },
    });
  } finally {
    if (stdout.isTTY === true) stdout.write('\r\x1b[K');
  }
}

function summaryOf({ differences, shortest, random, moves, limit }: Exploration, model: ModelCoverage): string {
  const taken = model.transitions.filter(({ times }) => times > 0).length;
  const states = model.states.filter(({ times }) => times > 0).length;
  const lines = [
    `Marches les plus courtes : ${shortest.whole} menées à leur terme sur ${shortest.of} ; au hasard : ${random} ; ${moves} gestes`,
    `Modèle parcouru : ${states} états sur ${model.states.length}, ${taken} transitions sur ${model.transitions.length}`,
    ...(limit === undefined ? [] : [`Arrêt avant terme : ${limit}`]),
    ...differences.flatMap(({ requirements, expected, observed, sentences }, index) => [
      `Écart ${index + 1} — ${requirements.join(', ')}`,
      `  attendu : ${expected}`,
      `  observé : ${observed}`,
      ...sentences.map((sentence) => `    ${sentence}`),
    ]),
    differences.length === 0
      ? 'Aucun écart avec la machine de référence.'
      : `${differences.length} écart(s) avec la machine de référence.`,
  ];
  return `${lines.join('\n')}\n`;
}

async function writeRecord(
  directory: string,
  { name, driver, readings }: Target,
  options: { readonly walks: number; readonly steps: number; readonly seed: number },
  { differences, shortest, random, moves, limit }: Exploration,
  model: ModelCoverage,
): Promise<void> {
  const record = {
    schemaVersion: SCHEMA_VERSION,
    ...{ target: name, driver, readings, ...options, shortest, random, moves },
    ...(limit !== undefined && { limit }),
    ...{ differences, model },
  };
  await writeFile(join(directory, FILES[0]!), `${JSON.stringify(record, undefined, 2)}\n`);
}

async function writeFeature(
  path: string,
  target: Target,
  options: ExploreOptions,
  seed: number,
  { differences }: Exploration,
  { stdout, cwd }: CliEnvironment,
): Promise<void> {
  if (differences.length === 0) {
    stdout.write(`Aucun scénario à écrire dans ${relative(cwd, path)}\n`);
    return;
  }
  const replay = ['mdpo run', '--target', options.target, ...(options.driver ? ['--driver', options.driver] : [])];
  if (options.fault !== undefined) replay.push('--fault', options.fault);
  replay.push('--seed', String(seed), '--feature', relative(cwd, path));
  const [verb, ...words] = replay;
  const command = [verb, ...words.map(shellQuoted)].join(' ');
  await writeFile(path, featureOf(differences, [`cible « ${target.name} », graine ${seed}`, `rejouer : ${command}`]));
  stdout.write(`Scénarios : ${relative(cwd, path)}\nPour les rejouer : ${command}\n`);
}

/** @throws ConfigurationError when the file is there and another's: nothing is lost. */
async function ownFeature(path: string): Promise<string> {
  if (existsSync(path) && !(await readFile(path, 'utf8')).includes(WRITTEN_BY_EXPLORE))
    throw new ConfigurationError(`option '--write-feature': '${path}' is there already, and explore did not write it.`);
  return path;
}
