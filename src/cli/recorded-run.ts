/** One run of the suite against a target, from its messages to its record. Prints nothing, writes nothing. */
import type { Envelope } from '@cucumber/messages';
import { dependencies, version } from '../../package.json';
import { measureModel } from '../evidence/recompute';
import type { RunEvidence } from '../reporting/evidence';
import { judgeEvidence } from '../reporting/judge-evidence';
import type { RunRecord } from '../reporting/record';
import { createRecorder, type Recorder, type RunEnd } from '../reporting/recorder';
import { recordSelection } from '../reporting/selection-record';
import { loadTarget } from '../target/load-target';
import { endOutages } from '../target/outages';
import type { Target } from '../target/target';
import { STOP_MEDIA_TYPE, type StopAttachment } from '../verdict/attachments';
import type { Outcome } from '../verdict/outcomes';
import type { Level } from './options';
import type { Suite, SuiteParameters } from './suite';
import { suiteIdentity } from './suite-identity';

/** What to run. */
export interface RunRequest {
  readonly parameters: SuiteParameters;
  readonly level: Level;
  /** What the user asked to select, as typed; absent: everything. */
  readonly tags?: string;
  readonly shard?: string;
  /** Path of a feature file, whose scenarios alone are run. */
  readonly feature?: string;
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
  readonly evidence: RunEvidence;
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
  const finish = (stopped?: Stop, twins?: RunEnd['twins']) =>
    judged(recorder, { finishedAt: now().getTime(), ...(stopped && { stopped }), ...(twins && { twins }) });
  /** The steps gave the run up: what they say first is why. */
  let givenUp: Stop | undefined;
  const { parameters, expression: tags, parallel, shard, feature, failFast } = request;
  const live = parameters.target !== 'simulator';
  const ended = suite.run({
    ...{ parameters, tags },
    // What broke off for want of a network may get through; what failed stands, and is then said to be intermittent.
    ...(live && { retries: 1 }),
    ...(parallel !== undefined && { parallel }),
    ...(shard !== undefined && { shard }),
    ...(feature !== undefined && { only: [feature] }),
    ...(failFast !== undefined && { failFast }),
    onMessage: (envelope) => {
      if (interrupted?.aborted) return;
      if (envelope.attachment?.mediaType === STOP_MEDIA_TYPE) {
        givenUp ??= JSON.parse(envelope.attachment.body) as StopAttachment;
      }
      recorder.receive(envelope);
      onMessage?.(envelope);
    },
  });
  try {
    const broken = await Promise.race([ended.then(() => undefined), ...(interrupted ? [interruption(interrupted)] : [])]);
    const stopped = broken && (await restoreMail(broken, ended));
    const twins = live && stopped === undefined ? await runTwins(suite, request, target.driver, recorder.failed()) : undefined;
    return finish(stopped ?? givenUp, twins);
  } catch (defect) {
    const reason = `défaut de la suite : ${defect instanceof Error ? (defect.message.split('\n')[0] ?? '') : String(defect)}`;
    return { ...finish({ attribution: 'suite', reason }), defect };
  }
}

/** The record of a run that did not take place. */
export function recordNoRun(target: Target, request: RunRequest, stopped: Stop, now: () => Date): RecordedRun {
  return judged(openRecorder(target, request, now()), { finishedAt: now().getTime(), stopped });
}

/** The record follows from the evidence: whoever has the one can work out the other. */
function judged(recorder: Recorder, end: RunEnd): RecordedRun {
  const evidence = recorder.gather(end);
  return { record: judgeEvidence(evidence, measureModel), evidence };
}

/** The same scenarios, with the same seed and driver, on the reference simulator. */
async function runTwins(
  suite: Suite,
  request: RunRequest,
  driver: Target['driver'],
  failed: ReturnType<Recorder['failed']>,
): Promise<Map<string, Outcome>> {
  if (failed.length === 0) return new Map();
  const { seed, cwd } = request.parameters;
  const parameters = { target: 'simulator', driver, seed, cwd };
  const target = await loadTarget(parameters);
  const recorder = openRecorder(target, { ...request, parameters }, new Date(0));
  const only = [...new Set(failed.map(({ file, line }) => `${file}:${line}`))];
  await suite.run({ parameters, only, tags: '', onMessage: (envelope) => recorder.receive(envelope) });
  const wanted = new Set(failed.map(({ id }) => id));
  const { scenarios } = recorder.finish({ finishedAt: 0 });
  return new Map(scenarios.filter(({ id }) => wanted.has(id)).map(({ id, outcome }) => [id, outcome]));
}

function openRecorder(target: Target, { parameters, level, tags, shard, feature }: RunRequest, startedAt: Date) {
  const { fault, variant, seed } = parameters;
  const simulated = parameters.target === 'simulator';
  return createRecorder({
    target: {
      name: target.name,
      kind: simulated ? 'simulator' : 'deployment',
      ...(!simulated && { baseUrl: target.baseUrl }),
      ...(fault !== undefined && { fault }),
      ...(variant !== undefined && { variant }),
      ...(target.authorisation && { authorisation: target.authorisation }),
    },
    driver: target.driver,
    ...{ level, seed },
    selection: recordSelection({ tags, shard, feature }),
    versions: {
      suite: version,
      node: process.versions.node,
      cucumber: dependencies['@cucumber/cucumber'],
      ...(target.driver === 'browser' && { playwright: dependencies.playwright }),
    },
    declaredReadings: target.readings,
    startedAt: startedAt.getTime(),
    suite: suiteIdentity(),
    measure: measureModel,
  });
}

/** Whoever interrupts a run finds the mail of the deployment as it was. */
async function restoreMail(stop: Stop, ended: Promise<void>): Promise<Stop> {
  if (await endOutages(ended)) return stop;
  return { ...stop, reason: `${stop.reason} ; le courrier de la cible, coupé par « outage.cut », n’a pas pu être rétabli` };
}

function interruption(signal: AbortSignal): Promise<Stop> {
  const stop: Stop = { attribution: 'environment', reason: 'interruption demandée par l’utilisateur' };
  if (signal.aborted) return Promise.resolve(stop);
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(stop), { once: true }));
}
