/** The verdict in one sentence, what keeps it from being the whole truth, and the fiche in one bar. */
import { OUTCOMES, type Outcome } from '../../verdict/outcomes';
import type { Verdict } from '../../verdict/verdict';
import type { RunRecord } from '../record';
import { Cautions } from './cautions';
import { Grounds } from './grounds';
import { Icon } from './icons';
import { useFrench, useWords } from './language';
import { englishVerdict } from './language/english-verdict';
import { Prose } from './prose';

const VERDICT_ICONS: Readonly<Record<Verdict, Outcome>> = {
  conforming: 'passed',
  'non-conforming': 'failed',
  inconclusive: 'cantTell',
};

export function Masthead({ record }: { record: RunRecord }) {
  const { page, verdicts, attributions, colon } = useWords();
  return (
    <header class="masthead">
      <div class="inner">
        <div class="title">
          <p class="overline">{page.overline}</p>
          <h1>{page.heading}</h1>
        </div>
        <div class="verdict">
          <p class="word">
            <Icon outcome={VERDICT_ICONS[record.verdict]} />
            {verdicts[record.verdict]}
          </p>
          <Sentence record={record} />
          {(record.attribution ?? record.verdict === 'conforming') && (
            <p class="attribution">
              {page.mustAct}
              {colon} <strong>{record.attribution ? attributions[record.attribution] : page.nobody}</strong>
            </p>
          )}
          <Cautions record={record} />
        </div>
        <Totals record={record} />
        <Grounds record={record} />
      </div>
    </header>
  );
}

function Sentence({ record }: { record: RunRecord }) {
  const french = useFrench();
  const { page, colon } = useWords();
  const own = (
    <p class="reason">
      <Prose text={french === undefined ? record.reason : englishVerdict(record)} />
    </p>
  );
  if (french === undefined) return own;
  return (
    <>
      {own}
      <p class="quoted">
        {page.quoted}
        {colon}{' '}
        <q lang={french}>
          <Prose text={record.reason} />
        </q>
      </p>
    </>
  );
}

/** Requirements of the fiche by outcome: a bar to scale, and the same in words. */
function Totals({ record }: { record: RunRecord }) {
  const words = useWords();
  const counts = OUTCOMES.map((outcome) => ({ outcome, number: record.totals.requirements[outcome] ?? 0 }));
  const shown = counts.filter(({ number }) => number > 0);
  const all = counts.reduce((sum, { number }) => sum + number, 0);
  const starts = shown.map((_, rank) => shown.slice(0, rank).reduce((sum, { number }) => sum + number, 0));
  return (
    <section class="totals" aria-labelledby="totals-title">
      <h2 id="totals-title">{words.count.requirements(all)}</h2>
      <svg class="bar" viewBox={`0 0 ${Math.max(all, 1)} 1`} preserveAspectRatio="none" aria-hidden="true">
        {shown.map(({ outcome, number }, rank) => (
          <rect class={outcome} x={starts[rank]} y="0" width={number} height="1" />
        ))}
      </svg>
      <ul>
        {shown.map(({ outcome, number }) => (
          <li class={outcome}>
            <Icon outcome={outcome} />
            <b>{number}</b> {words.requirementCount(outcome, number)}
          </li>
        ))}
      </ul>
    </section>
  );
}
