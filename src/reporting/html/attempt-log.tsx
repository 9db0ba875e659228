/** What happened in an attempt, and what was sent and received: whole for a failure, a taste for the rest. */
import type { AttemptRecord } from '../record';
import { useFrench, useWords } from './language';

/** Lines shown: all that matter for a failure, a taste of what passed, for 400 scenarios must stay one light page. */
const JOURNAL_LIMITS = { passed: 8, other: 200 } as const;
const EXCHANGE_LIMITS = { passed: 12, other: 400 } as const;
/** Characters of a line of an exchange: the rest is in conformance.json. */
const LINE_LIMITS = { passed: 160, other: 2000 } as const;

export function Journal({ attempt: { journal, outcome } }: { attempt: AttemptRecord }) {
  const { scenario } = useWords();
  if (journal.length === 0) return <></>;
  const limit = outcome === 'passed' ? JOURNAL_LIMITS.passed : JOURNAL_LIMITS.other;
  return (
    <div class="journal">
      <h4>{scenario.journal}</h4>
      <Lines lines={journal.slice(0, limit)} left={journal.length - limit} french={useFrench()} />
    </div>
  );
}

/** Folded: it is long, and says for a specialist what the journal says for everybody. */
export function Exchange({ attempt: { exchange = [], outcome } }: { attempt: AttemptRecord }) {
  const words = useWords();
  if (exchange.length === 0) return <></>;
  const kind = outcome === 'passed' ? 'passed' : 'other';
  const limit = EXCHANGE_LIMITS[kind];
  const lines = exchange.slice(0, limit).map((line) => shorten(line, LINE_LIMITS[kind]));
  return (
    <details class={`journal exchange ${kind}`}>
      <summary>
        {words.scenario.exchange} <span class="mix">{words.count.lines(exchange.length)}</span>
      </summary>
      <Lines lines={lines} left={exchange.length - limit} />
    </details>
  );
}

function Lines({ lines, left, french }: { lines: readonly string[]; left: number; french?: 'fr' | undefined }) {
  const { scenario } = useWords();
  return (
    <>
      <ol lang={french}>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ol>
      {left > 0 && <p class="rest">{scenario.rest(left)}</p>}
    </>
  );
}

function shorten(line: string, limit: number): string {
  return line.length > limit ? `${line.slice(0, limit)}…` : line;
}
