/** A lane of a campaign: a process of its own that runs the suite, replaced when it dies. Knows nothing of faults. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { packageRoot } from './environment';
import type { Lane } from './fault-campaign';
import type { WorkerAnswer } from './fault-worker';

/** A lane that holds a process until it is closed. */
export type OpenLane = Lane & { close(): Promise<void> };

/** Times that one request is made before it is given up: what kills two workers in a row would kill a third. */
const ATTEMPTS = 2;

/**
 * Opens a lane. Its process starts at the first request.
 * @param script what the process runs.
 */
export function openLane(script = join(__dirname, 'fault-worker.ts')): OpenLane {
  let worker: Worker | undefined;
  let closed = false;

  const lane: Lane = async (request) => {
    for (let attempt = 1; ; attempt += 1) {
      worker ??= startWorker(script);
      const { child, died } = worker;
      const answered = once(child, 'message').then(([answer]) => answer as WorkerAnswer);
      // A process that is about to die is told by its end, not by what could not be sent.
      child.send(request, () => undefined);
      const answer = await Promise.race([answered, died]);
      if ('facts' in answer) return answer.facts;
      if ('error' in answer) throw new Error(answer.error);
      if (closed) throw new Error('the lane was closed');
      worker = undefined;
      if (attempt === ATTEMPTS) throw new Error(`a worker process died ${ATTEMPTS} times in a row (${answer.died})`);
    }
  };

  const close = async (): Promise<void> => {
    closed = true;
    worker?.child.kill();
    await worker?.died;
  };
  return Object.assign(lane, { close });
}

interface Worker {
  readonly child: ChildProcess;
  readonly died: Promise<{ readonly died: string }>;
}

function startWorker(script: string): Worker {
  const child = fork(script, { execArgv: ['-r', join(packageRoot, 'bin', 'register.js')] });
  return { child, died: once(child, 'exit').then(([code, signal]) => ({ died: String(signal ?? code) })) };
}
