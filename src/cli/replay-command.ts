/** The command that does a run again. */
import type { RunOptions } from './run';

/** Every option that changes what is seen, the seed among them; the folder of the report is left to its default. */
export function replayCommand(
  { target, driver, level, tags, feature, shard, fault, variant, parallel }: RunOptions,
  seed: number,
): string {
  const options: readonly (readonly [string, string | undefined])[] = [
    ['--target', target],
    ['--driver', driver],
    ['--level', level === 'document' ? undefined : level],
    ['--tags', tags],
    ['--feature', feature],
    ['--shard', shard],
    ['--fault', fault],
    ['--variant', variant],
    ['--parallel', parallel > 1 ? String(parallel) : undefined],
    ['--seed', String(seed)],
  ];
  return ['mdpo run', ...options.flatMap(([name, value]) => (value === undefined ? [] : [name, quoted(value)]))].join(' ');
}

/** Safe to paste in a POSIX shell. */
function quoted(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
