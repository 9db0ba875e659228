/** What happens at the same moment, over real sockets: the simulator served on loopback and judged from a target file, as any deployment is. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { faults } from '../../simulator';
import type { RunRecord } from '../reporting/record';
import { loadTarget } from '../target/load-target';
import type { Target } from '../target/target';
import { anyOf, factsOf } from './fault-hunt';
import { recordRun } from './recorded-run';
import { standInDeployment } from './stand-in-deployment';
import { loadSuite } from './suite';

const CROSSINGS = '@entrecroisement';

/** Those of FLT-153 are left out: a deployment has half a minute to send a mail, and a lost one is waited for as long. */
const races = ['FLT-096', 'FLT-110', 'FLT-122', 'FLT-125', 'FLT-152', 'FLT-155', 'FLT-156', 'FLT-157', 'FLT-158', 'FLT-159'];

describe('procedures that cross, over TCP', () => {
  test('the reference passes every scenario', async () => {
    const { scenarios } = await judge(CROSSINGS);
    assert.ok(scenarios.length > 20, `${scenarios.length} scenarios`);
    assert.deepEqual(
      scenarios.filter(({ outcome }) => outcome !== 'passed').map(({ name, outcome }) => `${name}: ${outcome}`),
      [],
    );
  });

  for (const id of races) {
    test(`${id} is found by a requirement that it violates`, async () => {
      const { requirements } = faults.find((fault) => fault.id === id)!;
      const { failures } = factsOf(await judge(`${CROSSINGS} and (${anyOf(requirements)})`, id));
      assert.ok(
        failures.some(({ requirement }) => requirements.includes(requirement)),
        JSON.stringify(failures),
      );
    });
  }
});

async function judge(tags: string, fault?: string): Promise<RunRecord> {
  const deployment = await standInDeployment(fault);
  // As in a run of the whole suite, no scenario waits for mails that nothing announces.
  const parameters = { target: 'target.yaml', seed: 1, cwd: deployment.folder, preparation: { wholeSuite: true } };
  let target: Target | undefined;
  try {
    target = await loadTarget(parameters);
    const request = { parameters, level: 'document', expression: tags, tags, failFast: fault !== undefined } as const;
    const { record, defect } = await recordRun(await loadSuite(process.env), target, request, { now: () => new Date() });
    if (defect !== undefined) throw defect;
    return record;
  } finally {
    await target?.close();
    await deployment.close();
  }
}
