/** What a reader must know before the verdict: a run that is partial, broken off or on a wrong simulator, a suite that was modified. */
import type { RunRecord } from '../record';
import { useFrench, useWords, type Words } from './language';
import { Prose } from './prose';
import { selectionWords } from './selection-words';

interface Caution {
  readonly lead: string;
  /** What the record says of it, in French. */
  readonly quoted?: string;
  readonly then: string;
}

export function Cautions({ record }: { record: RunRecord }) {
  const words = useWords();
  const french = useFrench();
  const cautions = cautionsOf(record, words);
  if (cautions.length === 0) return <></>;
  return (
    <ul class="cautions" aria-label={words.cautions.label}>
      {cautions.map(({ lead, quoted, then }) => (
        <li>
          <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path
              d="M8 1.5 15 14.5H1zM8 6v4M8 12v.6"
              fill="none"
              stroke="currentColor"
              stroke-width="1.6"
              stroke-linejoin="round"
            />
          </svg>
          <p>
            <strong>{lead}</strong>{' '}
            {quoted !== undefined && (
              <span lang={french}>
                <Prose text={quoted} />{' '}
              </span>
            )}
            <Prose text={then} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function cautionsOf({ stopped, selection, level, target, suite }: RunRecord, words: Words): Caution[] {
  const say = words.cautions;
  return [
    stopped && { lead: say.stopped, quoted: sentence(stopped.reason), then: say.stoppedThen },
    selection.filtered && {
      lead: say.filtered,
      then: `${say.selected}${words.colon} ${selectionWords(selection, words)}. ${say.filteredThen}`,
    },
    level === 'recommendation' && { lead: say.level, then: say.levelThen },
    target.fault !== undefined && { lead: say.fault, then: say.faultThen(target.fault) },
    target.variant !== undefined && { lead: say.variant, then: say.variantThen(target.variant) },
    suite?.state === 'dirty' && { lead: say.dirty, then: say.dirtyThen(suite.commit?.slice(0, 12) ?? '') },
    suite?.state === 'unknown' && { lead: say.unknown, then: say.unknownThen },
  ].filter((one): one is Caution => one !== undefined && one !== false);
}

/** With a capital and a full stop. */
function sentence(text: string): string {
  const whole = `${text.charAt(0).toLocaleUpperCase('fr')}${text.slice(1)}`;
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}
