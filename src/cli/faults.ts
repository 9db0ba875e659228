/** `mdpo faults`: the suite against every fault of the simulator, and the kill matrix of what it found. Composes; judges nothing. */
import { availableParallelism } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { faults as ownFaults } from '../../simulator';
import { dependencies, version } from '../../package.json';
import { assembleKillMatrix, type CampaignSeen, type KillMatrix } from '../reporting/kill-matrix';
import { renderKillSummary } from '../reporting/kill-matrix-summary';
import { writeKillMatrix } from '../reporting/write-reports';
import type { DriverName } from '../target/target';
import { ConfigurationError } from '../verdict/errors';
import { exitCodes, type CliEnvironment } from './environment';
import { driverOf, runCampaign, type CampaignRequest, type ChosenFault } from './fault-campaign';
import { fingerprintOf } from './fault-fingerprint';
import { FEWER_VALUES } from './fault-hunt';
import { openJournal, type Journal } from './fault-journal';
import { openLane, type OpenLane } from './fault-lane';
import { createCampaignProgress } from './fault-progress';
import { makeRoom } from './report-folder';
import { simulatorSeed } from './target-options';

export interface FaultsOptions {
  /** Ids, separated by commas. */
  readonly only?: string;
  readonly driver?: DriverName;
  readonly jobs?: number;
  readonly complete?: boolean;
  readonly failFast?: boolean;
  readonly out: string;
}

/** What a campaign works with; tests give their own. */
export interface FaultsMeans {
  readonly faults: readonly ChosenFault[];
  openLane(): OpenLane;
}

const MOST_JOBS = 8;

/**
 * Judges the faults and writes `kill-matrix.json` and `index.html`. What is interrupted is taken up by the same command.
 * @returns 0 all found as they should, 1 a gap, 3 inconclusive.
 * @throws ConfigurationError for a fault that does not exist, or that the driver cannot show.
 */
export async function faults(
  environment: CliEnvironment,
  options: FaultsOptions,
  means: FaultsMeans = { faults: ownFaults, openLane },
): Promise<number> {
  const { cwd, stdout, now, interrupted } = environment;
  const { driver, complete = false, failFast = false } = options;
  const chosen = choose(means.faults, options);
  const directory = resolve(cwd, options.out);
  await makeRoom(directory, ['kill-matrix.json', 'index.html']);
  const asked = { ids: chosen.map(({ id }) => id), driver, complete };
  const journal = openJournal(join(directory, 'campaign.jsonl'), fingerprintOf(asked));
  stdout.write(announcement(chosen.length, journal));

  const request: CampaignRequest = { faults: chosen, ...(driver && { driver }), complete, failFast, known: journal };
  const jobs = Math.min(options.jobs ?? Math.min(availableParallelism(), MOST_JOBS), chosen.length);
  const lanes = Array.from({ length: jobs }, () => means.openLane());
  const progress = createCampaignProgress(stdout, chosen.length, journal.rows, () => performance.now());
  const startedAt = now().getTime();
  const began = performance.now();
  try {
    const { rows, references, stopped } = await runCampaign(
      request,
      lanes,
      {
        referenceRun: (reference) => journal.note({ reference }),
        judged(row) {
          // What could not be judged is to be tried again.
          if (row.fate !== 'not-judged') journal.note({ fault: row });
          progress.judged(row);
        },
      },
      interrupted,
    );
    progress.finish();
    const campaign = {
      ...selectionOf(options),
      ...{ complete, seed: simulatorSeed, propertyRuns: FEWER_VALUES, jobs, resumed: journal.rows.length },
    };
    const durationMs = Math.round(performance.now() - began);
    const seen = { campaign, faults: rows, references, versions: versionsOf(rows), startedAt, durationMs };
    return await conclude(assembleKillMatrix({ ...seen, ...(stopped && { stopped }) }), journal, directory, environment);
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
}

async function conclude(matrix: KillMatrix, journal: Journal, directory: string, environment: CliEnvironment): Promise<number> {
  const { cwd, stdout } = environment;
  await writeKillMatrix(directory, matrix);
  const finished = matrix.faults.every(({ depth }) => depth !== undefined);
  if (finished) journal.remove();
  stdout.write(`${renderKillSummary(matrix)}Matrice : ${relative(cwd, join(directory, 'index.html'))}\n`);
  if (!finished) stdout.write('La même commande reprendra où celle-ci s’est arrêtée.\n');
  return { proven: exitCodes.conforming, gaps: exitCodes.nonConforming, inconclusive: exitCodes.inconclusive }[matrix.verdict];
}

/** @throws ConfigurationError. */
function choose(all: readonly ChosenFault[], { only, driver }: FaultsOptions): readonly ChosenFault[] {
  const ids = only?.split(',').map((id) => id.trim());
  const unknown = ids?.filter((id) => !all.some((fault) => fault.id === id)) ?? [];
  if (unknown.length > 0) {
    const named = unknown.map((id) => `'${id}'`).join(', ');
    throw new ConfigurationError(
      `option '--only': no fault is called ${named}. Accepted: ids separated by commas, among ${all.map(({ id }) => id).join(', ')}.`,
    );
  }
  const asked = all.filter(({ id }) => ids === undefined || ids.includes(id));
  const hidden = driver === 'http' ? asked.filter((fault) => driverOf(fault, {}) === 'browser') : [];
  if (ids !== undefined && hidden.length > 0) {
    throw new ConfigurationError(
      `option '--only': only a browser can show ${hidden.map(({ id }) => id).join(', ')}. Accepted: --driver browser, or no --driver.`,
    );
  }
  return asked.filter((fault) => !hidden.includes(fault));
}

function selectionOf({ only, driver }: FaultsOptions): { selection?: string } {
  const words = [...(only === undefined ? [] : [`--only ${only}`]), ...(driver === undefined ? [] : [`--driver ${driver}`])];
  return words.length === 0 ? {} : { selection: words.join(' ') };
}

function announcement(total: number, { rows, forgotten }: Journal): string {
  if (forgotten)
    return `Défauts : ${total} — la campagne interrompue était celle d’une autre suite ou d’autres options : tout est rejoué\n`;
  if (rows.length === 0) return `Défauts : ${total}\n`;
  return `Défauts : ${total} — reprise d’une campagne interrompue, résultats repris : ${rows.length}\n`;
}

function versionsOf(rows: CampaignSeen['faults']): KillMatrix['versions'] {
  const browsed = rows.some(({ driver }) => driver === 'browser');
  return {
    suite: version,
    node: process.versions.node,
    cucumber: dependencies['@cucumber/cucumber'],
    ...(browsed && { playwright: dependencies.playwright }),
  };
}
