/** The ways in which the fiche can be read: which one was retained, what was seen. */
import type { RunRecord } from '../record';
import { typeset } from '../words';
import { useFrench, useWords } from './language';

export function Readings({ record }: { record: RunRecord }) {
  const { readings } = useWords();
  const french = useFrench();
  if (record.readings.length === 0) return <></>;
  return (
    <section class="digest readings" id="lectures" aria-labelledby="titre-lectures">
      <h2 id="titre-lectures">{readings.heading}</h2>
      <p class="lead">{readings.lead}</p>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{readings.reading}</th>
            <th scope="col">{readings.kept}</th>
            <th scope="col">{readings.observed}</th>
          </tr>
        </thead>
        <tbody>
          {record.readings.map(({ id, question, declared, isDefault, scored, observed }) => (
            <tr id={id}>
              <th scope="row">
                <span class="id">{id}</span> <span lang={french}>{typeset(question)}</span>
                {!scored && <span class="note"> {readings.unscored}</span>}
              </th>
              <td data-label={readings.kept}>
                <code lang={french}>{declared}</code>{' '}
                <span class="note">{isDefault ? readings.byDefault : readings.declared}</span>
              </td>
              <td data-label={readings.observed}>
                <Observed declared={declared} values={observed} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Observed({ declared, values }: { declared: string; values: readonly string[] }) {
  const { readings } = useWords();
  const french = useFrench();
  if (values.length === 0) return <span class="note">{readings.unobserved}</span>;
  return (
    <>
      {values.map((value) => (
        <span class="value">
          <code lang={french}>{value}</code> {value !== declared && <span class="note">{readings.other}</span>}
        </span>
      ))}
    </>
  );
}
