/** What the verdict rests on: the target, the run, the suite that judged and its evidence. */
import type { RunRecord } from '../record';
import { typeset } from '../words';
import { useFrench, useWords, type Words } from './language';
import { selectionWords } from './selection-words';

interface Fact {
  readonly term: string;
  readonly value: string;
  /** `french`: words of the record. `code`: an id, to be read letter by letter. */
  readonly kind?: 'french' | 'code';
  /** Where the page says it in full. */
  readonly href?: string;
}

export function Grounds({ record }: { record: RunRecord }) {
  const words = useWords();
  const { grounds } = words;
  return (
    <section class="grounds" aria-labelledby="titre-socle">
      <h2 id="titre-socle">{grounds.heading}</h2>
      <div class="ledgers">
        <Ledger heading={grounds.target} facts={targetFacts(record, words)} />
        <Ledger heading={grounds.run} facts={runFacts(record, words)}>
          <div>
            <dt>{grounds.date}</dt>
            <dd>
              <time datetime={record.startedAt}>{words.date(record.startedAt)}</time>
            </dd>
          </div>
        </Ledger>
        <Ledger heading={grounds.suite} facts={suiteFacts(record, words)} />
      </div>
    </section>
  );
}

function Ledger({ heading, facts, children }: { heading: string; facts: readonly Fact[]; children?: unknown }) {
  const french = useFrench();
  return (
    <div class="ledger">
      <h3>{heading}</h3>
      <dl>
        {children}
        {facts.map(({ term, value, kind, href }) => (
          <div>
            <dt>{term}</dt>
            <dd lang={kind === 'french' ? french : undefined}>
              {kind === 'code' ? <code>{value}</code> : href === undefined ? typeset(value) : <a href={href}>{value}</a>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function targetFacts({ target, driver, readings }: RunRecord, { grounds, drivers }: Words): Fact[] {
  const declared = readings.filter(({ isDefault }) => !isDefault).map((one) => `${one.id} = ${one.declared}`);
  const seen = readings.filter(({ observed }) => observed.length > 0);
  const other = seen.filter((one) => one.observed.some((value) => value !== one.declared));
  const share =
    other.length === 0
      ? grounds.asDeclared(seen.length, readings.length)
      : grounds.otherwise(seen.length, readings.length, other.length);
  return [
    { term: grounds.name, value: target.name, kind: 'french' },
    { term: grounds.kind, value: grounds.kinds[target.kind] },
    ...optional(grounds.address, target.baseUrl, 'code'),
    ...optional(grounds.fault, target.fault, 'code'),
    ...optional(grounds.variant, target.variant, 'code'),
    { term: grounds.driver, value: drivers[driver] },
    ...(declared.length === 0
      ? [{ term: grounds.declared, value: grounds.defaults }]
      : [{ term: grounds.declared, value: declared.join(' ; '), kind: 'french' as const }]),
    {
      term: grounds.observed,
      value: seen.length === 0 ? grounds.noReading : share,
      ...(readings.length > 0 && { href: '#lectures' }),
    },
  ];
}

function runFacts(record: RunRecord, words: Words): Fact[] {
  const { grounds } = words;
  const { authorisation } = record.target;
  const scenarios = Object.values(record.totals.scenarios).reduce((sum, number) => sum + number, 0);
  return [
    // A reference report keeps no times.
    ...optional(grounds.duration, record.durationMs > 0 ? words.duration(record.durationMs) : undefined),
    { term: grounds.operator, value: authorisation?.operator ?? grounds.unrecorded },
    ...optional(grounds.order, authorisation?.order, 'french'),
    { term: grounds.level, value: words.levels[record.level] },
    { term: grounds.selection, value: selectionWords(record.selection, words) },
    { term: grounds.scenarios, value: String(scenarios) },
    { term: grounds.seed, value: String(record.seed), kind: 'code' },
  ];
}

function suiteFacts({ versions, suite, evidence }: RunRecord, { grounds }: Words): Fact[] {
  return [
    {
      term: grounds.versions,
      value: Object.entries(versions)
        .map(([name, version]) => `${name}\u00a0${version}`)
        .join(', '),
    },
    suite?.commit === undefined
      ? { term: grounds.commit, value: grounds.unrecorded }
      : { term: grounds.commit, value: suite.commit, kind: 'code' },
    { term: grounds.state, value: suite === undefined ? grounds.unrecorded : grounds.states[suite.state] },
    evidence === undefined
      ? { term: grounds.evidence, value: grounds.unrecordedEvidence }
      : { term: grounds.evidence, value: `${evidence.sha256} ${evidence.manifest}`, kind: 'code' },
  ];
}

function optional(term: string, value: string | undefined, kind?: Fact['kind']): Fact[] {
  return value === undefined ? [] : [{ term, value, ...(kind && { kind }) }];
}
