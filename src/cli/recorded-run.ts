/** One run of the suite against a target, from its messages to its record. Prints nothing, writes nothing. */
import type { Envelope } from '@cucumber/messages';
import { dependencies, version } from '../../package.json';
import type { RunRecord } from '../reporting/record';
import { createRecorder } from '../reporting/recorder';
import type { Target } from '../target/target';
import type { Level } from './options';
import type { Suite, SuiteParameters } from './suite';

/** What to run. */
export interface RunRequest {
  readonly parameters: SuiteParameters;
  readonly level: Level;
  /** What the user asked to select, as typed; absent: everything. */
  readonly tags?: string;
  readonly shard?: string;
  /** The whole tag expression, level included. */
  readonly expression: string;
  readonly parallel?: number;
  readonly failFast?: boolean;
}

export interface RunSurroundings {
  readonly now: () => Date;
  /** Aborted: the run is broken off, and what was seen is judged. */
  readonly interrupted?: AbortSignal;
  readonly onMessage?: (envelope: Envelope) => void;
}

/** `defect`: what the suite itself threw, if anything; the record then says that the run broke off. */
export interface RecordedRun {
  readonly record: RunRecord;
  readonly defect?: unknown;
}

/** Why a run does not take place, or breaks off. */
export type Stop = NonNullable<RunRecord['stopped']>;

/** Runs the suite and judges what was seen. */
export async function recordRun(
  suite: Suite,
  target: Target,
  request: RunRequest,
  { now, interrupted, onMessage }: RunSurroundings,
): Promise<RecordedRun> {
  const recorder = openRecorder(target, request, now());
  const finish = (stopped?: Stop): RunRecord => recorder.finish({ finishedAt: now().getTime(), ...(stopped && { stopped }) });
  const { parameters, expression: tags, parallel, shard, failFast } = request;
  const ended = suite.run({
    ...{ parameters, tags },
    ...(parallel !== undefined && { parallel }),
    ...(shard !== undefined && { shard }),
    ...(failFast !== undefined && { failFast }),
    onMessage: (envelope) => {
      if (interrupted?.aborted) return;
      recorder.receive(envelope);
      onMessage?.(envelope);
    },
  });
  try {
    const stopped = await Promise.race([ended.then(() => undefined), ...(interrupted ? [interruption(interrupted)] : [])]);
    return { record: finish(stopped) };
  } catch (defect) {
    const reason = `défaut de la suite : ${defect instanceof Error ? (defect.message.split('\n')[0] ?? '') : String(defect)}`;
    return { record: finish({ attribution: 'suite', reason }), defect };
  }
}

/** The record of a run that did not take place. */
export function recordNoRun(target: Target, request: RunRequest, stopped: Stop, now: () => Date): RunRecord {
  return openRecorder(target, request, now()).finish({ finishedAt: now().getTime(), stopped });
}

function openRecorder(target: Target, { parameters, level, tags, shard }: RunRequest, startedAt: Date) {
  const { fault, seed } = parameters;
  const simulated = parameters.target === 'simulator';
  return createRecorder({
    target: {
      name: target.name,
      kind: simulated ? 'simulator' : 'deployment',
      ...(!simulated && { baseUrl: target.baseUrl }),
      ...(fault !== undefined && { fault }),
    },
    driver: target.driver,
    ...{ level, seed },
    selection: {
      filtered: tags !== undefined || shard !== undefined,
      ...(tags !== undefined && { tags }),
      ...(shard !== undefined && { shard }),
      words: [tags && `étiquettes ${tags}`, shard && `part ${shard}`].filter(Boolean).join(', ') || 'toute la suite',
    },
    versions: {
      suite: version,
      node: process.versions.node,
      cucumber: dependencies['@cucumber/cucumber'],
      ...(target.driver === 'browser' && { playwright: dependencies.playwright }),
    },
    declaredReadings: target.readings,
    startedAt: startedAt.getTime(),
  });
}

function interruption(signal: AbortSignal): Promise<Stop> {
  const stop: Stop = { attribution: 'environment', reason: 'interruption demandée par l’utilisateur' };
  if (signal.aborted) return Promise.resolve(stop);
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(stop), { once: true }));
}
