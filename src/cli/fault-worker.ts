/** A process that runs the suite on the simulator when its parent asks, again and again: the suite is loaded once. */
import { loadTarget } from '../target/load-target';
import { recommendationIds } from '../specification';
import type { DriverName } from '../target/target';
import { packageRoot } from './environment';
import { factsOf, type HuntRequest, type RunFacts } from './fault-hunt';
import { recordRun } from './recorded-run';
import { simulatorSeed } from './target-options';
import { selectionExpression } from './selection';
import { loadSuite, type Suite } from './suite';

/** What the parent asks. */
export interface WorkerRequest extends HuntRequest {
  readonly driver: DriverName;
}

/** What it gets back. */
export type WorkerAnswer = { readonly facts: RunFacts } | { readonly error: string };

/** Answers the parent's requests, one at a time, until it goes. */
export function serveParent(): void {
  const loading = loadSuite(process.env);
  process.on('message', (request: WorkerRequest) => {
    void loading
      .then((suite) => runOnce(suite, request))
      .then(
        (facts): WorkerAnswer => ({ facts }),
        (error: unknown): WorkerAnswer => ({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
      )
      .then((answer) => process.send?.(answer));
  });
  // A terminal interrupts parent and child alike: the parent says what becomes of the campaign.
  process.on('SIGINT', () => undefined);
  process.once('disconnect', () => process.exit());
}

async function runOnce(suite: Suite, { driver, tags, ...bent }: WorkerRequest): Promise<RunFacts> {
  const parameters = { target: 'simulator', driver, seed: simulatorSeed, cwd: packageRoot, ...bent };
  const target = await loadTarget(parameters);
  try {
    const known = { requirements: [], recommendations: recommendationIds, readings: [] };
    const level = selectionExpression('document', undefined, known);
    const { record, defect } = await recordRun(
      suite,
      target,
      {
        ...{ parameters, level: 'document' },
        expression: tags === undefined ? level : [level, `(${tags})`].filter((part) => part !== '').join(' and '),
        ...(tags !== undefined && { tags }),
      },
      { now: () => new Date() },
    );
    if (defect !== undefined) throw defect;
    return factsOf(record);
  } finally {
    await target.close();
  }
}

if (require.main === module) serveParent();
