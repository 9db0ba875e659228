/** `mdpo explore`: generated walks on a target, compared with the reference machine. Composes; judges nothing. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { explore, type Exploration } from '../checks/explorer';
import { featureOf, WRITTEN_BY_EXPLORE } from '../exploration/walk-gherkin';
import type { ExplorationRecord } from '../reporting/exploration-record';
import { loadTarget } from '../target/load-target';
import type { Target } from '../target/target';
import { ConfigurationError, Unavailable } from '../verdict/errors';
import { exitCodes, type CliEnvironment } from './environment';
import { EXPLORATION_FILES, recordExploration, writeExploration } from './exploration-report';
import { replayCommand } from './replay-command';
import { ready } from './readying';
import { makeRoom } from './report-folder';
import { suiteParameters, type TargetOptions } from './target-options';

export interface ExploreOptions extends TargetOptions {
  /** Random walks; absent: a number that suits the target. */
  readonly walks?: number;
  /** Moves of a random walk, at most. */
  readonly steps: number;
  /** Where the differences are written as scenarios. */
  readonly writeFeature?: string;
  readonly out: string;
}

/** A deployment is walked with measure: each walk is a procedure or two. */
const WALKS = { simulator: 200, deployment: 20 } as const;

/**
 * Walks the target and writes what was found.
 * @returns 0 when it did as the machine says, 1 when it differed, 3 when it could not be walked as asked.
 * @throws ConfigurationError for a bad option or target file, or a feature file that is somebody else's: nothing is walked.
 */
export async function exploreTarget(environment: CliEnvironment, options: ExploreOptions): Promise<number> {
  const { cwd, stdout, stderr } = environment;
  const parameters = suiteParameters(options, environment);
  const { seed } = parameters;
  const feature = options.writeFeature === undefined ? undefined : await ownFeature(resolve(cwd, options.writeFeature));
  const directory = resolve(cwd, options.out);
  await makeRoom(directory, EXPLORATION_FILES);
  const readied = await ready(parameters, 1);
  try {
    stdout.write(`Cible : ${readied.target.name} — pilote ${readied.target.driver} — graine ${seed}\n${readied.notes}`);
    if (readied.unavailable !== undefined) throw new Unwalkable(readied.unavailable);
    const { preparation } = readied;
    const target = await loadTarget({ ...parameters, ...(preparation && { preparation }) });
    try {
      const walks = options.walks ?? WALKS[options.target === 'simulator' ? 'simulator' : 'deployment'];
      const startedAt = environment.now();
      const limits = { walks, steps: options.steps, seed };
      const exploration = await walk(target, limits, environment);
      const record = recordExploration(target, { ...parameters, ...limits }, exploration, {
        startedAt,
        finishedAt: environment.now(),
      });
      stdout.write(summaryOf(record));
      await writeExploration(directory, record);
      stdout.write(`Détail : ${relative(cwd, join(directory, 'index.html'))}\n`);
      if (feature !== undefined) await writeFeature(feature, record, options, environment);
      return codes[record.verdict];
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

const codes = { same: exitCodes.conforming, different: exitCodes.nonConforming, inconclusive: exitCodes.inconclusive } as const;

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

function summaryOf({ differences, shortest, random, moves, limit, model }: ExplorationRecord): string {
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

async function writeFeature(
  path: string,
  { differences, target, seed }: ExplorationRecord,
  options: ExploreOptions,
  { stdout, cwd }: CliEnvironment,
): Promise<void> {
  const file = relative(cwd, path);
  if (differences.length === 0) return void stdout.write(`Aucun scénario à écrire dans ${file}\n`);
  const command = replayCommand({ ...options, level: 'document', parallel: 1, feature: file }, seed);
  await writeFile(path, featureOf(differences, [`cible « ${target.name} », graine ${seed}`, `rejouer : ${command}`]));
  stdout.write(`Scénarios : ${file}\nPour les rejouer : ${command}\n`);
}

/** @throws ConfigurationError when the file is there and another's: nothing is lost. */
async function ownFeature(path: string): Promise<string> {
  if (existsSync(path) && !(await readFile(path, 'utf8')).includes(WRITTEN_BY_EXPLORE))
    throw new ConfigurationError(`option '--write-feature': '${path}' is there already, and explore did not write it.`);
  return path;
}
