/**
 * A process that sends again, bare, every request of a run: `node -r ./bin/register.js bench/replay-requests.ts FILE.json`.
 * Prints the milliseconds that it took, its own start-up left out.
 */
import { readFileSync } from 'node:fs';
import { createSimulator } from '../simulator';
import type { Played } from './moves';
import type { SentRequest } from './simulator-tap';

/** Requests that the suite sent at the same time may meet in another order. */
const toleratedDifferences = 0.02;

/** @returns the number of answers that are not those of the run. */
async function replay(scenarios: readonly Played[]): Promise<number> {
  let different = 0;
  for (const { session } of scenarios) {
    const { passwordCost, random, requests } = session;
    const drawn = random.values();
    const simulator = createSimulator({
      mail: { deliver: async () => {} },
      ...(passwordCost !== undefined && { passwordCost }),
      random: () => Buffer.from(drawn.next().value ?? '', 'base64'),
    });
    for (const request of requests) {
      const response = await simulator.fetch(toRequest(request));
      await response.arrayBuffer();
      if (response.status !== request.status) different += 1;
    }
    await simulator.idle();
    simulator.close();
  }
  return different;
}

function toRequest({ method, url, headers, body }: SentRequest): Request {
  return new Request(url, { method, headers, redirect: 'manual', ...(body !== undefined && { body }) });
}

async function main(file: string): Promise<void> {
  const scenarios = JSON.parse(readFileSync(file, 'utf8')) as Played[];
  const started = performance.now();
  const different = await replay(scenarios);
  const took = performance.now() - started;
  const sent = scenarios.reduce((sum, { session }) => sum + session.requests.length, 0);
  if (different > sent * toleratedDifferences) throw new Error(`${different} of ${sent} answers are not those of the run`);
  console.log(JSON.stringify({ took, sent, different }));
}

void main(process.argv[2]!);
