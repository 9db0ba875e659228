/** « Ce que la suite sait trouver »: a campaign of faults in a few lines, for a report that is about something else. */
import type { KillMatrix } from '../kill-matrix';
import { missedFaults } from '../kill-matrix-chapters';
import { FATE_WORDS } from '../kill-matrix-words';
import { count, typeset } from '../words';
import { Prose } from './prose';

/** Every id of a requirement is a link to its place in the page that holds the section. */
export function KillSection({ matrix }: { matrix: KillMatrix }) {
  const missed = missedFaults(matrix);
  return (
    <section class="digest readings" id="preuve" aria-labelledby="titre-preuve">
      <h2 id="titre-preuve">Ce que la suite sait trouver</h2>
      <p>
        Le simulateur de référence sait s’écarter de la fiche de {count(matrix.totals.faults, 'façon')}. Chacune a été plantée, et
        la suite jouée devant elle. <Prose text={matrix.reason} />
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Chapitre</th>
            <th scope="col">Exigences testables</th>
            <th scope="col">Violations trouvées</th>
          </tr>
        </thead>
        <tbody>
          {chapterTotals(matrix).map(({ id, title, testable, violated, failed }) => (
            <tr>
              <th scope="row">
                {/^\d/.test(id) && <span class="number">§{`\u00a0${id}`}</span>} {typeset(title)}
              </th>
              <td data-label="Exigences testables">{testable}</td>
              <td data-label="Violations trouvées">
                {failed} sur {violated}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {missed.length > 0 && (
        <ul class="reasons">
          {missed.map(({ id, title, fate, requirements }) => (
            <li>
              <Prose text={`${id} ${title} : ${FATE_WORDS[fate].toLowerCase()} (viole ${requirements.join(', ')})`} />
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
