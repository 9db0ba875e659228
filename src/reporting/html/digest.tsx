/** What a reader looks for first and last: findings, undecided, untested. */
import { sharedFindings } from '../record-findings';
import type { RequirementRecord, RunRecord } from '../record';
import { typeset } from '../words';
import { useFrench, useWords } from './language';
import { Prose } from './prose';

/** Findings, each once, with links to the requirements that they fail. */
export function Findings({ record }: { record: RunRecord }) {
  const words = useWords();
  const french = useFrench();
  const findings = sharedFindings(record.requirements);
  if (findings.length === 0) return <></>;
  return (
    <section class="digest findings" id="constats" aria-labelledby="titre-constats">
      <h2 id="titre-constats">{words.count.findings(findings.length)}</h2>
      <ol>
        {findings.map(({ expected, observed, requirements, findings: seen }) => (
          <li>
            <p class="ids">
              <Links ids={requirements.map(({ id }) => id)} />
            </p>
            <p>
              <b>
                {words.requirement.expected}
                {words.colon}
              </b>{' '}
              <span lang={french}>{typeset(expected)}</span>
            </p>
            <p>
              <b>
                {words.requirement.observed}
                {words.colon}
              </b>{' '}
              <span lang={french}>{typeset(observed)}</span>
              {seen.length > 1 && ` (${words.count.scenarios(seen.length)})`}
              {seen.some(({ intermittent }) => intermittent) && words.requirement.intermittentNote}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Undecided requirements, gathered by reason: one outage leaves many. */
export function Open({ record }: { record: RunRecord }) {
  const { open } = useWords();
  const groups = byReason(record.requirements.filter(({ outcome }) => outcome === 'cantTell'));
  if (groups.length === 0) return <></>;
  return (
    <section class="digest open" id="indecis" aria-labelledby="titre-indecis">
      <h2 id="titre-indecis">{open.heading}</h2>
      <ReasonList groups={groups} />
    </section>
  );
}

export function Untested({ record }: { record: RunRecord }) {
  const { untested } = useWords();
  const french = useFrench();
  const groups = byReason(record.requirements.filter(({ outcome }) => outcome === 'untested' || outcome === 'inapplicable'));
  const scenarios = record.scenarios.filter(({ outcome }) => outcome === 'untested');
  if (groups.length + scenarios.length === 0) return <></>;
  return (
    <section class="digest untested" id="non-teste" aria-labelledby="titre-non-teste">
      <h2 id="titre-non-teste">{untested.heading}</h2>
      {groups.length > 0 && <ReasonList groups={groups} />}
      {scenarios.length > 0 && (
        <>
          <h3>{untested.scenarios}</h3>
          <ul class="reasons" lang={french}>
            {byReason(scenarios).map(({ reason, items }) => (
              <li>
                <p>{typeset(reason)}</p>
                <ul class="plain">
                  {items.map(({ id, name }) => (
                    <li>
                      <a href={`#${id}`}>{typeset(name)}</a>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface Group<Item> {
  readonly reason: string;
  readonly items: readonly Item[];
}

function ReasonList({ groups }: { groups: readonly Group<RequirementRecord>[] }) {
  const words = useWords();
  const french = useFrench();
  return (
    <ul class="reasons">
      {groups.map(({ reason, items }) => (
        <li>
          <p class="ids">
            <Links ids={items.map(({ id }) => id)} />
          </p>
          <p>
            <span lang={french}>
              <Prose text={reason} />
            </span>
            {items[0]?.attribution && `${words.open.mustAct}${words.attributions[items[0].attribution]}`}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Links({ ids }: { ids: readonly string[] }) {
  return (
    <>
      {ids.map((id) => (
        <>
          <a href={`#${id}`}>{id}</a>{' '}
        </>
      ))}
    </>
  );
}

function byReason<Item extends { readonly reason?: string | undefined }>(items: readonly Item[]): Group<Item>[] {
  const reasons = [...new Set(items.map(({ reason }) => reason ?? ''))];
  return reasons.map((reason) => ({ reason, items: items.filter((one) => (one.reason ?? '') === reason) }));
}
