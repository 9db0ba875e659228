/** Each fault: what it violates, what found it first, everything that failed, what was run. */
import type { FaultRow, KillMatrix } from '../kill-matrix';
import { faultGroups } from '../kill-matrix-chapters';
import { FATE_WORDS } from '../kill-matrix-words';
import { count, DRIVER_WORDS, duration, typeset } from '../words';

const DEPTH_WORDS = { violated: 'ceux des exigences violées', whole: 'toute la suite' } as const;

export function FaultList({ matrix }: { matrix: KillMatrix }) {
  return (
    <section class="digest" id="defauts" aria-labelledby="titre-defauts">
      <h2 id="titre-defauts">Les défauts un par un</h2>
      <table class="faults">
        <thead>
          <tr>
            <th scope="col">Défaut</th>
            <th scope="col">Trouvé d’abord par</th>
            <th scope="col">Exigences en échec</th>
            <th scope="col">Scénarios joués</th>
          </tr>
        </thead>
        {faultGroups(matrix).map(({ chapter, words, faults }) => (
          <tbody>
            <tr class="chapter-row">
              <th colspan={4} scope="rowgroup">
                {chapter && /^\d/.test(chapter) && <span class="number">§{`\u00a0${chapter}`}</span>} {typeset(words)}
              </th>
            </tr>
            {faults.map((fault) => (
              <Fault fault={fault} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Fault({ fault }: { fault: FaultRow }) {
  const { id, title, fate, failed, requirements, depth, driver, durationMs, error } = fault;
  const [first] = failed;
  const quiet = requirements.filter((one) => !failed.some(({ requirement }) => requirement === one));
  return (
    <tr id={id} class={fate}>
      <th scope="row">
        <span class="id">{id}</span> {typeset(title)}
        {fate !== 'own' && <strong class="fate"> {FATE_WORDS[fate]}</strong>}
      </th>
      <td data-label="Trouvé d’abord par">
        {first ? typeset(first.name) : <span class="note">{error ?? (depth === undefined ? '' : 'rien')}</span>}
      </td>
      <td data-label="Exigences en échec">
        <ul>
          {failed.map(({ requirement, own, scenarios }) => (
            <li class={own ? 'own' : 'other'}>
              <a href={`#${requirement}`}>{requirement}</a>{' '}
              <span class="note">
                {own ? 'violée' : 'autre'}, {count(scenarios, 'scénario')}
              </span>
            </li>
          ))}
          {depth !== undefined &&
            quiet.map((requirement) => (
              <li class="missed">
                <a href={`#${requirement}`}>{requirement}</a> <span class="note">violée, sans échouer</span>
              </li>
            ))}
        </ul>
      </td>
      <td data-label="Scénarios joués">
        {depth !== undefined && (
          <>
            {DEPTH_WORDS[depth]}{' '}
            <span class="note">
              {DRIVER_WORDS[driver]}, {duration(durationMs)}
            </span>
          </>
        )}
      </td>
    </tr>
  );
}
