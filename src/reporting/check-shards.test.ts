import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigurationError } from '../verdict/errors';
import { checkShards, type NamedRecord } from './check-shards';
import type { RunRecord } from './record';
import { recordSelection } from './selection-record';
import { shardedRun, wholeRun, type Fate, type Told } from './testing/shards';

const passing: Fate = () => [{}];
const whole: NamedRecord = { name: 'whole/conformance.json', record: wholeRun(passing) };
const shards = (total: number, differing: Readonly<Record<number, Told>> = {}) => shardedRun(total, passing, {}, differing);
const changed = ({ name, record }: NamedRecord, change: Partial<RunRecord>): NamedRecord => ({
  name,
  record: { ...record, ...change },
});

/** The two shards of a run, but for what the second was told. */
const against = (second: Told): NamedRecord[] => shards(2, { 2: second });
const [one, two] = shards(2) as [NamedRecord, NamedRecord];
const { target, versions, selection, shard, scenarios } = two.record;
const plan = shard?.plan ?? [];

const refused: Readonly<Record<string, readonly [records: readonly NamedRecord[], ...named: RegExp[]]>> = {
  'nothing at all': [[], /No shard/],
  'the record of a whole run': [[whole], /^whole\/conformance\.json: selection\.shard: missing; accepted: .*--shard I\/N/],
  'a shard without what a merge needs': [[changed(one, { shard: undefined }), two], /^part-1\/conformance\.json: shard: missing/],
  'a number that is not a shard’s': [
    [one, changed(two, { selection: { ...selection, shard: '3/2' } })],
    /selection\.shard: given '3\/2'; accepted: I\/N with 1 ≤ I ≤ N/,
  ],
  'another number of shards': [
    [one, shards(3)[1] as NamedRecord],
    /^part-2\/conformance\.json: not a shard of the same run as part-1\/conformance\.json:\n {2}selection\.shard: given '…\/3'; accepted: '…\/2'$/,
  ],
  'a shard that is missing': [
    shards(3).filter((_, rank) => rank !== 1),
    /Missing: shard 2\/3\. Given: 1\/3 \(part-1\/conformance\.json\), 3\/3 \(part-3\/conformance\.json\)/,
  ],
  'a shard given twice': [[one, two, { ...two, name: 'copy' }], /Shard 2\/2 .*more than once: part-2\/conformance\.json, copy/],
  'another target': [
    against({ target: { name: 'préproduction', kind: 'deployment', baseUrl: 'https://preprod.example/' } }),
    /target\.name: given 'préproduction'; accepted: 'simulateur'/,
    /target\.kind: given 'deployment'/,
    /target\.baseUrl: given 'https:\/\/preprod\.example\/'; accepted: nothing/,
  ],
  'another fault': [against({ target: { ...target, fault: 'FLT-046' } }), /target\.fault: given 'FLT-046'; accepted: nothing/],
  'another driver': [against({ driver: 'browser' }), /driver: given 'browser'; accepted: 'http'/],
  'another level': [against({ level: 'all' }), /level: given 'all'; accepted: 'document'/],
  'another seed': [against({ seed: 7 }), /seed: given '7'; accepted: '42'/],
  'other tags': [against({ selection: recordSelection({ tags: '@x' }) }), /selection\.tags: given '@x'; accepted: nothing/],
  'another version': [
    against({ versions: { ...versions, node: '24.0.0' } }),
    /versions\.node: given '24\.0\.0'; accepted: '20\.20\.2'/,
  ],
  'a tool that the others have not': [
    against({ versions: { ...versions, playwright: '1.65.1' } }),
    /versions\.playwright: given/,
  ],
  'another declared reading': [
    against({ declaredReadings: { 'AMB-01': 'large' } }),
    /readings\.AMB-01\.declared: given 'large'; accepted: 'stricte'/,
  ],
  'other features': [
    [one, changed(two, { shard: { findings: [], plan: plan.slice(0, 3) } })],
    /^part-2\/conformance\.json: shard\.plan\.3: given nothing; accepted: 1-choix-[0-9a-f]{8}, as in part-1\/conformance\.json: the features/,
  ],
  'a scenario that is tagged otherwise': [
    [one, changed(two, { shard: { findings: [], plan: plan.map(({ id }) => ({ id, requirements: ['MPO-9'] })) } })],
    /shard\.plan\.0: /,
  ],
  'a scenario that two shards ran': [
    [one, changed(two, { scenarios: [...scenarios, ...one.record.scenarios.slice(0, 1)] })],
    /^part-2\/conformance\.json: scenarios: 1-choix-[0-9a-f]{8} also stands in part-1\/conformance\.json/,
  ],
};

for (const [name, [records, ...named]] of Object.entries(refused)) {
  test(`no whole is made of ${name}`, () => {
    assert.throws(
      () => checkShards(records),
      (error) => {
        assert.ok(error instanceof ConfigurationError);
        for (const expression of named) assert.match(error.message, expression);
        return true;
      },
    );
  });
}

test('shards are put in their order, and one that broke off may have read a part of the features only', () => {
  const stopped = { attribution: 'environment', reason: 'interruption' } as const;
  const broken = changed(two, { stopped, scenarios: [], shard: { findings: [], plan: plan.slice(0, 3) } });
  assert.deepEqual(
    checkShards([broken, one]).map(({ name }) => name),
    ['part-1/conformance.json', 'part-2/conformance.json'],
  );
});

test('a reading that the specification does not know, seen in one shard, is no difference', () => {
  const fate: Fate = ({ name }) => [name === 'premier' ? { readings: { 'AMB-99': 'vue' } } : {}];
  assert.equal(checkShards(shardedRun(2, fate)).length, 2);
});
