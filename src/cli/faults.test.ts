import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { faults as ownFaults } from '../../simulator';
import { killMatrixSchema, type KillMatrix } from '../reporting/kill-matrix';
import { testableRequirements } from '../specification';
import type { ChosenFault, Lane } from './fault-campaign';
import { openLane } from './fault-lane';
import type { RunFacts } from './fault-hunt';
import { faults, type FaultsOptions } from './faults';
import { main } from './main';
import { standInEnvironment } from './stand-in-environment';

const cwd = mkdtempSync(join(tmpdir(), 'mdpo-faults-'));
after(() => rmSync(cwd, { recursive: true }));

const clean: RunFacts = { failures: [], passed: ['s1'] };
const planted = (id: string, ...requirements: string[]): ChosenFault => ({ id, title: { fr: `Défaut ${id}` }, requirements });

/** A fault for each testable requirement, which the suite of the stand-in finds through it. */
const complete = testableRequirements.map(({ id }, rank) => planted(`FLT-${rank}`, id));
const finding: Lane = async ({ fault }) => {
  const requirement = complete.find(({ id }) => id === fault)?.requirements[0];
  return requirement === undefined ? clean : { failures: [{ requirement, scenario: 's1', name: 'un' }], passed: [] };
};

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly matrix: KillMatrix;
}

/** One command, with lanes that are no processes unless said so. */
async function campaign(
  name: string,
  { all = complete, lane = finding, interrupted = new AbortController().signal, ...options }: Partial<Asked> = {},
): Promise<Ended> {
  const environment = standInEnvironment([], { cwd, interrupted });
  const open = () => Object.assign(lane.bind(undefined), { close: async () => undefined });
  const code = await faults(environment, { out: name, ...options }, { faults: all, openLane: open });
  const matrix = killMatrixSchema.parse(JSON.parse(readFileSync(join(cwd, name, 'kill-matrix.json'), 'utf8')));
  return { code, out: environment.written.out, matrix };
}
interface Asked extends FaultsOptions {
  readonly all: readonly ChosenFault[];
  readonly lane: Lane;
  readonly interrupted: AbortSignal;
}

const journalOf = (name: string) => join(cwd, name, 'campaign.jsonl');
const told = ({ code, out }: Ended) => `exit ${code}\n${out}`;

test('0: every fault is found by a requirement that it violates, and every testable requirement finds one', async () => {
  const ended = await campaign('proven');
  assert.equal(ended.code, 0, told(ended));
  assert.equal(ended.matrix.totals.fates.own, complete.length);
  assert.ok(!existsSync(journalOf('proven')));
  assert.match(readFileSync(join(cwd, 'proven', 'index.html'), 'utf8'), /^<!DOCTYPE html>/);
  assert.match(ended.out, /^Défauts : 54\n/);
  assert.match(ended.out, /Matrice : proven\/index\.html\n$/);
});

test('1: a fault that changes nothing survives', async () => {
  const ended = await campaign('survivor', { all: [...complete, planted('FLT-NIL', 'MPO-2-1')] });
  assert.equal(ended.code, 1, told(ended));
  assert.match(ended.out, /1 défaut survit : FLT-NIL\./);
  assert.equal(ended.matrix.faults.at(-1)?.fate, 'survived');
});

test('1: a fault that only unrelated requirements find', async () => {
  const others: Lane = async (request) => finding(request.fault === 'FLT-ELSE' ? { ...request, fault: 'FLT-0' } : request);
  const ended = await campaign('others', { all: [...complete, planted('FLT-ELSE', 'MPO-2-16')], lane: others });
  assert.equal(ended.code, 1, told(ended));
  assert.match(ended.out, /1 défaut n’est trouvé que par des exigences qu’il ne viole pas : FLT-ELSE\./);
});

test('1: a testable requirement that finds nothing, unless only a selection was asked for', async () => {
  const ended = await campaign('silent', { all: complete.slice(1) });
  const [mute] = testableRequirements;
  assert.equal(ended.code, 1, told(ended));
  assert.deepEqual(ended.matrix.silent, [mute?.id]);
  assert.match(ended.out, new RegExp(`1 exigence testable ne trouve aucun défaut : ${mute?.id}\\.`));
  for (const options of [{ only: 'FLT-1, FLT-2' }, { driver: 'http' as const }]) {
    const selected = await campaign('selected', { all: complete.slice(1), ...options });
    assert.equal(selected.code, 0, told(selected));
    assert.deepEqual(selected.matrix.silent, []);
  }
});

test('2: a fault that does not exist, or that the driver cannot show, is named with what is accepted', async () => {
  const all = [...complete, { ...planted('FLT-EYE', 'MPO-2-4'), browserOnly: true }];
  await assert.rejects(campaign('refused', { all, only: 'FLT-1,FLT-999' }), {
    name: 'ConfigurationError',
    message: /^option '--only': no fault is called 'FLT-999'\. Accepted: ids separated by commas, among FLT-0, FLT-1, /,
  });
  await assert.rejects(
    campaign('refused', { all, only: 'FLT-EYE', driver: 'http' }),
    /only a browser can show FLT-EYE\. Accepted/,
  );
  assert.ok(!existsSync(join(cwd, 'refused')));
  const http = await campaign('http', { all, driver: 'http' });
  assert.ok(!http.matrix.faults.some(({ id }) => id === 'FLT-EYE'));
});

const refused: readonly (readonly [argv: readonly string[], ...named: RegExp[]])[] = [
  [['--only', 'FLT-046,FLT-999'], /--only/, /'FLT-999'/, /among FLT-001, /],
  [['--only', 'FLT-003', '--driver', 'http'], /--only/, /FLT-003/, /--driver browser/],
  [['--only', ''], /--only/, /empty/],
  [['--driver', 'pigeon'], /--driver/, /'pigeon'/, /http, browser/],
  [['--jobs', '0'], /--jobs/, /'0'/, /from 1 to 16/],
  [['FLT-046'], /too many arguments/],
];
for (const [argv, ...named] of refused) {
  test(`2: mdpo faults ${argv.join(' ')}`, async () => {
    const environment = standInEnvironment(['faults', ...argv]);
    assert.equal(await main(environment), 2);
    for (const expression of named) assert.match(environment.written.err, expression);
    assert.equal(environment.written.out, '');
  });
}

test('3: nothing is concluded when the unmodified simulator fails, and its journal is worth nothing', async () => {
  const failing: Lane = async () => ({ failures: [{ requirement: 'MPO-2-1', scenario: 's1', name: 'un' }], passed: [] });
  const ended = await campaign('reference', { lane: failing });
  assert.equal(ended.code, 3, told(ended));
  assert.match(
    ended.matrix.reason,
    /^Par HTTP, le simulateur sans défaut échoue : MPO-2-1 \(un\) ; 54 défauts n’ont pas été joués\.$/,
  );
});

test('3: a fault at which the workers die is not judged, and is tried again by the next command', async () => {
  const dying: Lane = async (request) => {
    if (request.fault === 'FLT-3') throw new Error('a worker process died 2 times in a row (7)');
    return finding(request);
  };
  const ended = await campaign('dying', { lane: dying });
  assert.equal(ended.code, 3, told(ended));
  assert.match(ended.out, /Non jugé : FLT-3 Défaut FLT-3\na worker process died/);
  const again = await campaign('dying');
  assert.equal(again.code, 0, told(again));
  assert.match(again.out, /reprise d’une campagne interrompue, résultats repris : 53/);
  assert.equal(again.matrix.campaign.resumed, 53);
});

test('--fail-fast: exit 1 at the first survivor, the rest is not run', async () => {
  const all = [planted('FLT-NIL', 'MPO-2-1'), ...complete];
  const ended = await campaign('fail-fast', { all, failFast: true, jobs: 1 });
  assert.equal(ended.code, 1, told(ended));
  assert.deepEqual(ended.matrix.totals.fates, { survived: 1, others: 0, 'not-judged': 0, 'not-run': 54, own: 0 });
  assert.match(ended.matrix.reason, /1 défaut survit : FLT-NIL ; la campagne s’est arrêtée à FLT-NIL/);
});

test('an interrupted campaign is taken up where it stopped; with other options, or by another suite, it begins anew', async () => {
  const interruption = new AbortController();
  const asked: string[] = [];
  const slow: Lane = async (request) => {
    asked.push(request.fault ?? 'reference');
    if (request.fault === 'FLT-20') interruption.abort();
    return finding(request);
  };
  const cut = await campaign('resumed', { lane: slow, interrupted: interruption.signal, jobs: 1 });
  assert.equal(cut.code, 3, told(cut));
  assert.match(cut.out, /La même commande reprendra où celle-ci s’est arrêtée\.\n$/);
  const before = readFileSync(journalOf('resumed'), 'utf8');

  asked.length = 0;
  const whole = await campaign('resumed', { lane: slow });
  assert.equal(whole.code, 0, told(whole));
  assert.match(whole.out, /^Défauts : 54 — reprise d’une campagne interrompue, résultats repris : 20\n/);
  assert.deepEqual(
    asked.toSorted(),
    complete
      .slice(20)
      .map(({ id }) => id)
      .toSorted(),
  );

  for (const [options, journal] of [
    [{ complete: true }, before],
    [{}, before.replace(/"fingerprint":"\w/, '"fingerprint":"-')],
  ] as const) {
    asked.length = 0;
    writeFileSync(journalOf('resumed'), journal);
    const anew = await campaign('resumed', { lane: slow, ...options });
    assert.match(anew.out, /^Défauts : 54 — la campagne interrompue était celle d’une autre suite/);
    assert.equal(asked.length, 55);
  }
});

test('for real: the no-op fault survives, the mislabelled one is found by others, the third as it should', async () => {
  const real = ownFaults.find(({ id }) => id === 'FLT-046')!;
  const all = [
    planted('FLT-NIL', 'MPO-2-21'),
    { ...real, requirements: ['MPO-2-2'] },
    ...ownFaults.filter(({ id }) => id === 'FLT-001'),
  ];
  const [worker] = [openLane()];
  // What is planted under this name is nothing; and all scenarios are those of a few requirements.
  const lane: Lane = ({ fault, tags = '@MPO-2-21 or @MPO-2-2 or @MPO-2-4', ...rest }) =>
    worker({ ...rest, tags, propertyRuns: 2, ...(fault !== undefined && fault !== 'FLT-NIL' && { fault }) });
  try {
    const ended = await campaign('real', { all, lane, jobs: 1, only: 'FLT-NIL,FLT-046,FLT-001' });
    assert.equal(ended.code, 1, told(ended));
    const rows = ended.matrix.faults.map(({ id, fate, depth }) => [id, fate, depth]);
    assert.deepEqual(rows, [
      ['FLT-NIL', 'survived', 'whole'],
      ['FLT-046', 'others', 'whole'],
      ['FLT-001', 'own', 'violated'],
    ]);
    assert.ok(ended.matrix.faults[1]?.failed.some(({ requirement }) => requirement === 'MPO-2-21'));
  } finally {
    await worker.close();
  }
});
