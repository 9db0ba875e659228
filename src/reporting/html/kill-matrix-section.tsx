/** « Ce que la suite sait trouver »: a campaign of faults in a few lines, for a report that is about something else. */
import type { KillMatrix } from '../kill-matrix';
import { missedFaults } from '../kill-matrix-chapters';
import { typeset } from '../words';
import { useFrench, useWords } from './language';
import { Prose } from './prose';

/** Every id of a requirement is a link to its place in the page that holds the section. */
export function KillSection({ matrix }: { matrix: KillMatrix }) {
  const { proof, fates, colon } = useWords();
  const french = useFrench();
  const missed = missedFaults(matrix);
  return (
    <section class="digest readings" id="preuve" aria-labelledby="titre-preuve">
      <h2 id="titre-preuve">{proof.heading}</h2>
      <p class="lead">
        {proof.lead(matrix.totals.faults)}{' '}
        <span lang={french}>
          <Prose text={matrix.reason} />
        </span>
      </p>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{proof.chapter}</th>
            <th scope="col">{proof.testable}</th>
            <th scope="col">{proof.violations}</th>
          </tr>
        </thead>
        <tbody>
          {chapterTotals(matrix).map(({ id, title, testable, violated, failed }) => (
            <tr>
              <th scope="row">
                {/^\d/.test(id) && <span class="number">§{`\u00a0${id}`}</span>} <span lang={french}>{typeset(title)}</span>
              </th>
              <td data-label={proof.testable}>{testable}</td>
              <td data-label={proof.violations}>{proof.share(failed, violated)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {missed.length > 0 && (
        <ul class="reasons">
          {missed.map(({ id, title, fate, requirements }) => (
            <li>
              {id} <span lang={french}>{typeset(title)}</span>
              {colon} {fates[fate].toLowerCase()}
              <Prose text={proof.violates(requirements.join(', '))} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A violation is a requirement that a fault violates: a fault that violates two of them counts twice. */
function chapterTotals({ sections, requirements }: KillMatrix) {
  return sections
    .map(({ id, title }) => {
      const own = requirements.filter(({ section, testable }) => section === id && testable !== 'no');
      const sum = (key: 'violatedBy' | 'failedFor') => own.reduce((total, one) => total + one[key], 0);
      return { id, title, testable: own.length, violated: sum('violatedBy'), failed: sum('failedFor') };
    })
    .filter(({ testable }) => testable > 0);
}
