/** Makes and writes the record of an exploration. Walks nothing. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dependencies, version } from '../../package.json';
import { procedure } from '../../simulator';
import type { Exploration } from '../checks/explorer';
import { screenNames } from '../checks/screen-names';
import { modelCoverage } from '../exploration/model-coverage';
import { chartOf } from '../exploration/statechart';
import { renderExplorationHtml } from '../reporting/exploration-html';
import { EXPLORATION_VERSION, explorationSchema, type ExplorationRecord } from '../reporting/exploration-record';
import type { Target } from '../target/target';
import type { SuiteParameters } from './suite';

/** What stands in the folder of an exploration. */
export const EXPLORATION_FILES = ['index.html', 'exploration.json'];

/** @throws ZodError when the record is none: a defect of the suite. */
export function recordExploration(
  target: Target,
  asked: SuiteParameters & { readonly walks: number; readonly steps: number },
  { differences, shortest, random, moves, journeys, limit }: Exploration,
  { startedAt, finishedAt }: { readonly startedAt: Date; readonly finishedAt: Date },
): ExplorationRecord {
  const simulated = asked.target === 'simulator';
  const { walks, steps, seed, fault, variant } = asked;
  return explorationSchema.parse({
    schemaVersion: EXPLORATION_VERSION,
    // Nothing walked, or less than asked for: that nothing differed says nothing.
    verdict: differences.length > 0 ? 'different' : limit === undefined && moves > 0 ? 'same' : 'inconclusive',
    target: {
      name: target.name,
      kind: simulated ? 'simulator' : 'deployment',
      ...(!simulated && { baseUrl: target.baseUrl }),
      ...(fault !== undefined && { fault }),
      ...(variant !== undefined && { variant }),
    },
    ...{ driver: target.driver, readings: target.readings, seed, walks, steps },
    ...{ shortest: { ...shortest }, random, moves, differences },
    ...(limit !== undefined && { limit }),
    model: modelCoverage(chartOf(procedure), journeys, screenNames),
    startedAt: startedAt.toISOString(),
    durationMs: finishedAt.getTime() - startedAt.getTime(),
    versions: {
      suite: version,
      node: process.versions.node,
      'fast-check': dependencies['fast-check'],
      xstate: dependencies.xstate,
    },
  });
}

/** The page first: where `exploration.json` stands, it stands too. */
export async function writeExploration(directory: string, record: ExplorationRecord): Promise<void> {
  await writeFile(join(directory, 'index.html'), renderExplorationHtml(record));
  await writeFile(join(directory, 'exploration.json'), `${JSON.stringify(record, undefined, 2)}\n`);
}
