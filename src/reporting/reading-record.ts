/** Sets what was declared of each reading beside what was observed. Judges nothing: checks turn a contradiction into a finding. */
import type { Reading } from '../specification/model';
import type { ReadingAttachment } from '../verdict/attachments';
import type { ReadingRecord } from './record';

/** In the order of the specification, then ids that it does not know. */
export function recordReadings(
  readings: readonly Reading[],
  declared: Readonly<Record<string, string>>,
  observed: readonly ReadingAttachment[],
): ReadingRecord[] {
  const known = new Map(readings.map((reading) => [reading.id, reading]));
  const others = [...Object.keys(declared), ...observed.map(({ id }) => id)].filter((id) => !known.has(id)).sort();
  return [...new Set([...known.keys(), ...others])].map((id) => {
    const reading = known.get(id);
    const fallback = reading?.values[0]?.value ?? '';
    const value = declared[id] ?? fallback;
    return {
      id,
      question: reading?.question.fr ?? '',
      declared: value,
      isDefault: value === fallback,
      scored: reading?.scored ?? false,
      observed: [...new Set(observed.filter((one) => one.id === id).map((one) => one.observed))].sort(),
    };
  });
}
