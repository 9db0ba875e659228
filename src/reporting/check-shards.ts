/** Makes sure that records are the shards of one run, each once and none missing. Merges nothing, reads no file. */
import { ConfigurationError } from '../verdict/errors';
import type { RunRecord, ShardRecord } from './record';

/** A record, and what errors call it. */
export interface NamedRecord {
  readonly name: string;
  readonly record: RunRecord;
}

/** A record that was found to be a shard. */
export interface Shard extends NamedRecord {
  readonly index: number;
  readonly total: number;
  readonly shard: ShardRecord;
}

/**
 * Puts the shards in their order.
 * @throws ConfigurationError naming the record and what differs: another run, another features, a shard twice, one missing.
 */
export function checkShards(records: readonly NamedRecord[]): Shard[] {
  const shards = records.map(readShard).sort((one, other) => one.index - other.index);
  const [first, ...others] = shards;
  if (first === undefined) throw new ConfigurationError('No shard was given to merge.');
  for (const other of others) checkSameRun(first, other);
  checkNumbers(shards, first.total);
  checkPlans(shards);
  checkScenarios(shards);
  return shards;
}

/** Every scenario of the features, as the shard that read the most of them lists them. */
export function longestPlan(shards: readonly Shard[]): ShardRecord['plan'] {
  return shards.map(({ shard }) => shard.plan).reduce((longest, plan) => (plan.length > longest.length ? plan : longest), []);
}

function readShard({ name, record }: NamedRecord): Shard {
  const given = record.selection.shard;
  const [, index = 0, total = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(given ?? '') ?? []).map(Number);
  if (given === undefined || record.shard === undefined) {
    const key = given === undefined ? 'selection.shard' : 'shard';
    throw new ConfigurationError(`${name}: ${key}: missing; accepted: the record of a run with --shard I/N.`);
  }
  if (index < 1 || index > total)
    throw new ConfigurationError(`${name}: selection.shard: given '${given}'; accepted: I/N with 1 ≤ I ≤ N.`);
  return { name, record, index, total, shard: record.shard };
}

/** Every difference at once: a wrong seed often comes with a wrong target. */
function checkSameRun(first: Shard, other: Shard): void {
  const [expected, given] = [first, other].map(describeRun) as [ReadonlyMap<string, string>, ReadonlyMap<string, string>];
  const differing = [...new Set([...expected.keys(), ...given.keys()])].filter((key) => expected.get(key) !== given.get(key));
  if (differing.length === 0) return;
  const lines = differing.map(
    (key) => `  ${key}: given ${given.get(key) ?? 'nothing'}; accepted: ${expected.get(key) ?? 'nothing'}`,
  );
  throw new ConfigurationError(`${other.name}: not a shard of the same run as ${first.name}:\n${lines.join('\n')}`);
}

/** What the shards of a run have in common, by the key of the record. */
function describeRun({ record, total }: Shard): ReadonlyMap<string, string> {
  const { target, driver, level, seed, selection, versions, readings } = record;
  const entries: readonly (readonly [string, unknown])[] = [
    ...Object.entries(target).map(([key, value]) => [`target.${key}`, value] as const),
    ...Object.entries({ driver, level, seed, 'selection.tags': selection.tags }),
    ['selection.shard', `…/${total}`],
    ...Object.entries(versions).map(([key, value]) => [`versions.${key}`, value] as const),
    // An id that the specification does not know stands in the shard that saw it: it declares nothing.
    ...readings
      .filter(({ declared }) => declared !== '')
      .map(({ id, declared }) => [`readings.${id}.declared`, declared] as const),
  ];
  return new Map(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, `'${String(value)}'`] as const])));
}

function checkNumbers(shards: readonly Shard[], total: number): void {
  const twice = shards.find(({ index }, rank) => shards[rank - 1]?.index === index);
  if (twice !== undefined) {
    const names = shards.filter(({ index }) => index === twice.index).map(({ name }) => name);
    throw new ConfigurationError(`Shard ${twice.index}/${total} was given more than once: ${names.join(', ')}.`);
  }
  const missing = Array.from({ length: total }, (_, rank) => rank + 1).filter(
    (number) => !shards.some(({ index }) => index === number),
  );
  if (missing.length === 0) return;
  const given = shards.map(({ index, name }) => `${index}/${total} (${name})`).join(', ');
  throw new ConfigurationError(`Missing: shard ${missing.map((index) => `${index}/${total}`).join(', ')}. Given: ${given}.`);
}

/** A shard that stopped may not have read all the features, or any. */
function checkPlans(shards: readonly Shard[]): void {
  const longest = longestPlan(shards);
  const owner = shards.find(({ shard }) => shard.plan === longest)?.name ?? '';
  for (const { name, record, shard } of shards) {
    const read = record.stopped === undefined ? longest : longest.slice(0, shard.plan.length);
    const rank = read.findIndex((expected, at) => JSON.stringify(expected) !== JSON.stringify(shard.plan[at]));
    if (rank < 0) continue;
    throw new ConfigurationError(
      `${name}: shard.plan.${rank}: given ${shard.plan[rank]?.id ?? 'nothing'}; accepted: ${read[rank]?.id ?? 'nothing'}, ` +
        `as in ${owner}: the features of the two are not the same.`,
    );
  }
}

function checkScenarios(shards: readonly Shard[]): void {
  const owners = new Map<string, string>();
  for (const { name, record } of shards) {
    for (const { id } of record.scenarios) {
      const owner = owners.get(id);
      if (owner !== undefined)
        throw new ConfigurationError(`${name}: scenarios: ${id} also stands in ${owner}: no scenario is in two shards.`);
      owners.set(id, name);
    }
  }
}
