/** For tests: runs of a small suite, whole or in shards, as Cucumber would share it out. */
import type { Pickle } from '@cucumber/messages';
import type { Requirement } from '../../specification/model';
import type { Catalogue } from '../assemble-record';
import type { NamedRecord } from '../check-shards';
import { createRecorder, type RunContext } from '../recorder';
import { runRecordSchema, type RunRecord } from '../record';
import { recordSelection } from '../selection-record';
import { fixtureContext } from './fixtures';
import { play, type Played } from './play';

/** What happens to a scenario: its attempts; `undefined` when the tags leave it out. */
export type Fate = (pickle: Pickle) => readonly Played[] | undefined;

/** What a run is told beside what happens. */
export type Told = Partial<Omit<RunContext, keyof Catalogue>> & { readonly stopped?: RunRecord['stopped'] };

const requirement = (id: string): Requirement => ({
  id,
  section: '1.3',
  kind: 'rule',
  warrant: 'written',
  level: 'document',
  citation: `phrase de ${id}`,
  statement: { fr: `énoncé de ${id}`, en: '' },
  testable: 'yes',
  readings: [],
});

export const smallCatalogue: Catalogue = {
  sections: [{ id: '1.3', title: { fr: 'Précision', en: '' } }],
  requirements: ['MPO-1', 'MPO-2', 'MPO-3'].map(requirement),
  readings: [
    {
      id: 'AMB-01',
      question: { fr: 'Laquelle ?', en: '' },
      values: [
        { value: 'stricte', meaning: { fr: '', en: '' } },
        { value: 'large', meaning: { fr: '', en: '' } },
      ],
      reason: { fr: '', en: '' },
      scored: true,
    },
  ],
};

/** Seven scenarios, in two files; the last two are twins. */
const FEATURES = {
  'features/1-choix.feature': `Fonctionnalité: Choisir
  @MPO-1 @AMB-01
  Scénario: premier
    Quand un
  @MPO-1 @MPO-2
  Plan du Scénario: <n> caractères
    Quand <n>
    Exemples:
      | n  |
      | 19 |
      | 20 |
  @MPO-2 @opportuniste
  Scénario: chanceux
    Quand trois
`,
  'features/2-suite.feature': `Fonctionnalité: Suivre
  @MPO-3 @REC-1
  Scénario: cinquième
    Quand quatre
  @MPO-3
  Scénario: jumeau
    Quand cinq
  @MPO-3
  Scénario: jumeau
    Quand six
`,
};

/** The whole, in one run. */
export function wholeRun(fate: Fate, told: Told = {}): RunRecord {
  return run(fate, told, told.selection?.tags, undefined);
}

/** The same in `total` shards. @param differing what one shard is told that the others are not, by its number. */
export function shardedRun(
  total: number,
  fate: Fate,
  told: Told = {},
  differing: Readonly<Record<number, Told>> = {},
): NamedRecord[] {
  return Array.from({ length: total }, (_, rank) => {
    const index = rank + 1;
    const own = { ...told, ...differing[index] };
    const record = run(shareOut(fate, rank, total), own, own.selection?.tags, `${index}/${total}`);
    return { name: `part-${index}/conformance.json`, record };
  });
}

/** A shard that the run broke off before anything was read. */
export function shardNotBegun(shard: string, stopped: NonNullable<RunRecord['stopped']>): NamedRecord {
  const recorder = createRecorder({ ...fixtureContext, ...smallCatalogue, selection: recordSelection({ shard }) });
  return { name: `part-${shard}`, record: recorder.finish({ finishedAt: fixtureContext.startedAt, stopped }) };
}

/** As Cucumber does: the scenarios that the tags select, in turn. */
function shareOut(fate: Fate, rank: number, total: number): Fate {
  let selected = 0;
  return (pickle) => {
    const attempts = fate(pickle);
    if (attempts === undefined) return undefined;
    selected += 1;
    return (selected - 1) % total === rank ? attempts : undefined;
  };
}

function run(fate: Fate, { stopped, ...told }: Told, tags: string | undefined, shard: string | undefined): RunRecord {
  const context = { ...fixtureContext, ...smallCatalogue, ...told, selection: recordSelection({ tags, shard }) };
  const recorder = createRecorder(context);
  for (const message of play(FEATURES, fate)) recorder.receive(message);
  const record = recorder.finish({ finishedAt: context.startedAt + 1500, ...(stopped && { stopped }) });
  // As it is read again from a file.
  return runRecordSchema.parse(JSON.parse(JSON.stringify(record)));
}
