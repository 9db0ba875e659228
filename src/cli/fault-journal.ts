/** `campaign.jsonl`: what a campaign has found so far, line by line, so that one that is killed is taken up where it stopped. */
import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { faultRowSchema, referenceRunSchema, type FaultRow, type ReferenceRun } from '../reporting/kill-matrix';

/** What was found earlier, and the place for what follows. */
export interface Journal {
  readonly references: readonly ReferenceRun[];
  readonly rows: readonly FaultRow[];
  /** An unfinished campaign of another suite, or with other options, stood there: it is forgotten. */
  readonly forgotten: boolean;
  note(entry: { readonly reference: ReferenceRun } | { readonly fault: FaultRow }): void;
  /** The campaign is finished: the next one begins anew. */
  remove(): void;
}

const entrySchema = z.union([
  z.strictObject({ fingerprint: z.string() }),
  z.strictObject({ reference: referenceRunSchema }),
  z.strictObject({ fault: faultRowSchema }),
]);
type Entry = z.infer<typeof entrySchema>;

/**
 * Opens the journal of a campaign, or begins one.
 * @param fingerprint of everything that the results depend on.
 */
export function openJournal(path: string, fingerprint: string): Journal {
  const found = readEntries(path);
  const [head] = found ?? [];
  const same = found !== undefined && head !== undefined && 'fingerprint' in head && head.fingerprint === fingerprint;
  const kept: readonly Entry[] = same ? found : [{ fingerprint }];
  // Whole lines only: what follows must not be written behind half of one.
  writeFileSync(`${path}.tmp`, kept.map(lineOf).join(''));
  renameSync(`${path}.tmp`, path);
  return {
    references: kept.flatMap((entry) => ('reference' in entry ? [entry.reference] : [])),
    rows: kept.flatMap((entry) => ('fault' in entry ? [entry.fault] : [])),
    forgotten: found !== undefined && !same,
    note: (entry) => appendFileSync(path, lineOf(entry)),
    remove: () => rmSync(path, { force: true }),
  };
}

function lineOf(entry: Entry): string {
  return `${JSON.stringify(entry)}\n`;
}

/** A last line that was cut by the death of its writer is left out. @returns `undefined` when there is no journal; `[]` when it cannot be trusted. */
function readEntries(path: string): Entry[] | undefined {
  const text = readIfThere(path);
  if (text === undefined) return undefined;
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const entries: Entry[] = [];
  for (const line of whole.split('\n').slice(0, -1)) {
    const entry = entrySchema.safeParse(parseJson(line));
    if (!entry.success) return [];
    entries.push(entry.data);
  }
  return entries;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
