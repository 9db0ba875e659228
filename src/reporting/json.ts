/** The record as `conformance.json`. */
import { runRecordSchema, type RunRecord } from './record';

/** @throws ZodError when the record is not what its schema says: nothing unreadable is ever written. */
export function renderJson(record: RunRecord): string {
  return `${JSON.stringify(runRecordSchema.parse(record), null, 2)}\n`;
}
