/** What a reader looks for first and last: findings, undecided, untested, readings. */
import { sharedFindings } from '../record-findings';
import type { RequirementRecord, RunRecord } from '../record';
import { ATTRIBUTION_WORDS, count, typeset } from '../words';
import { Prose } from './prose';

/** Findings, each once, with links to the requirements that they fail. */
export function Findings({ record }: { record: RunRecord }) {
  const findings = sharedFindings(record.requirements);
  if (findings.length === 0) return <></>;
  return (
    <section class="digest findings" id="constats" aria-labelledby="titre-constats">
      <h2 id="titre-constats">{findings.length === 1 ? 'Constat' : `${findings.length}\u00a0constats`}</h2>
      <ol>
        {findings.map(({ expected, observed, requirements, findings: seen }) => (
          <li>
            <p class="ids">
              <Links ids={requirements.map(({ id }) => id)} />
            </p>
            <p>
              <b>Attendu{'\u00a0'}:</b> {typeset(expected)}
            </p>
            <p>
              <b>Observé{'\u00a0'}:</b> {typeset(observed)}
              {seen.length > 1 && ` (${count(seen.length, 'scénario')})`}
              {seen.some(({ intermittent }) => intermittent) && ' (intermittent)'}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Undecided requirements, gathered by reason: one outage leaves many. */
export function Open({ record }: { record: RunRecord }) {
  const groups = byReason(record.requirements.filter(({ outcome }) => outcome === 'cantTell'));
  if (groups.length === 0) return <></>;
  return (
    <section class="digest open" id="indecis" aria-labelledby="titre-indecis">
      <h2 id="titre-indecis">Ce qui reste indécis</h2>
      <ReasonList groups={groups} />
    </section>
  );
}

export function Untested({ record }: { record: RunRecord }) {
  const groups = byReason(record.requirements.filter(({ outcome }) => outcome === 'untested' || outcome === 'inapplicable'));
  const scenarios = record.scenarios.filter(({ outcome }) => outcome === 'untested');
  if (groups.length + scenarios.length === 0) return <></>;
  return (
    <section class="digest untested" id="non-teste" aria-labelledby="titre-non-teste">
      <h2 id="titre-non-teste">Ce qui n’a pas été testé, et pourquoi</h2>
      {groups.length > 0 && <ReasonList groups={groups} />}
      {scenarios.length > 0 && (
        <>
          <h3>Scénarios opportunistes sans moyen de les jouer</h3>
          <ul class="reasons">
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

export function Readings({ record }: { record: RunRecord }) {
  if (record.readings.length === 0) return <></>;
  return (
    <section class="digest readings" id="lectures" aria-labelledby="titre-lectures">
      <h2 id="titre-lectures">Lectures de la fiche</h2>
      <p>
        Là où la fiche se lit de plusieurs façons, la lecture retenue est celle que la cible déclare, ou celle par défaut. Une
        lecture non notée est relevée sans peser sur le verdict.
      </p>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">Lecture</th>
            <th scope="col">Retenue</th>
            <th scope="col">Observée</th>
          </tr>
        </thead>
        <tbody>
          {record.readings.map(({ id, question, declared, isDefault, scored, observed }) => (
            <tr id={id}>
              <th scope="row">
                <span class="id">{id}</span> {typeset(question)}
                {!scored && <span class="note"> Non notée.</span>}
              </th>
              <td data-label="Retenue">
                <code>{declared}</code> <span class="note">{isDefault ? 'par défaut' : 'déclarée'}</span>
              </td>
              <td data-label="Observée">
                {observed.length === 0 ? (
                  <span class="note">non observée</span>
                ) : (
                  <Observed declared={declared} values={observed} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Observed({ declared, values }: { declared: string; values: readonly string[] }) {
  return (
    <>
      {values.map((value) => (
        <span class="value">
          <code>{value}</code> {value !== declared && <span class="note">autre que la lecture retenue</span>}
        </span>
      ))}
    </>
  );
}

interface Group<Item> {
  readonly reason: string;
  readonly items: readonly Item[];
}

function ReasonList({ groups }: { groups: readonly Group<RequirementRecord>[] }) {
  return (
    <ul class="reasons">
      {groups.map(({ reason, items }) => (
        <li>
          <p class="ids">
            <Links ids={items.map(({ id }) => id)} />
          </p>
          <p>
            <Prose text={reason} />
            {items[0]?.attribution && ` — doit agir\u00a0: ${ATTRIBUTION_WORDS[items[0].attribution]}`}
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
