/** What a campaign of faults says of the requirements: what is missing, and the score of each. */
import type { FaultRow, KillMatrix, RequirementScore } from '../kill-matrix';
import { missedFaults, scoredChapters } from '../kill-matrix-chapters';
import { FATE_WORDS } from '../kill-matrix-words';
import { count, typeset } from '../words';

/** What stands between the campaign and its goal; nothing when nothing does. */
export function Gaps({ matrix }: { matrix: KillMatrix }) {
  const mute = matrix.requirements.filter(({ id }) => matrix.silent.includes(id));
  const missed = missedFaults(matrix);
  if (missed.length + mute.length === 0) return <></>;
  return (
    <section class="digest findings" id="manques" aria-labelledby="titre-manques">
      <h2 id="titre-manques">Ce qui manque</h2>
      <ol>
        {missed.map((fault) => (
          <li>
            <p class="ids">
              <a href={`#${fault.id}`}>{fault.id}</a> {FATE_WORDS[fault.fate]}
            </p>
            <p>
              {typeset(fault.title)}. <MissedBy fault={fault} />
            </p>
          </li>
        ))}
        {mute.map(({ id, citation }) => (
          <li>
            <p class="ids">
              <a href={`#${id}`}>{id}</a> Ne trouve aucun défaut
            </p>
            <p>{typeset(`« ${citation} »`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Requirement by requirement, the faults that violate it and those that it finds. */
export function Scores({ matrix }: { matrix: KillMatrix }) {
  return (
    <section class="digest" id="scores" aria-labelledby="titre-scores">
      <h2 id="titre-scores">Le score de chaque exigence</h2>
      <p class="lead">
        Combien de défauts violent l’exigence, pour combien d’entre eux elle échoue, et combien de défauts la font échouer en
        tout, y compris ceux qui en violent d’autres.
      </p>
      <table class="scores">
        <thead>
          <tr>
            <th scope="col">Exigence</th>
            <th scope="col">Score</th>
            <th scope="col">En tout</th>
          </tr>
        </thead>
        {scoredChapters(matrix).map(({ id, title, requirements }) => (
          <tbody>
            <tr class="chapter-row">
              <th colspan={3} scope="rowgroup">
                {/^\d/.test(id) && <span class="number">§{`\u00a0${id}`}</span>} {typeset(title)}
              </th>
            </tr>
            {requirements.map((requirement) => (
              <Score requirement={requirement} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function MissedBy({ fault: { fate, failed, requirements, error } }: { fault: FaultRow }) {
  const violated = typeset(`Viole ${requirements.join(', ')}`);
  if (fate === 'not-judged') return <>{error}</>;
  if (fate === 'survived') return <>{violated}, et aucune exigence n’échoue.</>;
  return (
    <>
      {violated}
      {typeset(` ; échouent seulement : ${failed.map(({ requirement }) => requirement).join(', ')}.`)}
    </>
  );
}

function Score({ requirement: { id, citation, violatedBy, failedFor, kills, testable } }: { requirement: RequirementScore }) {
  const share = violatedBy === 0 ? 0 : failedFor / violatedBy;
  return (
    <tr id={id} class={share === 1 ? 'full' : 'short'}>
      <th scope="row">
        <span class="id">{id}</span> {typeset(`« ${citation} »`)}
        {testable === 'no' && <span class="note"> Non testable.</span>}
      </th>
      <td data-label="Score">
        {violatedBy === 0 ? (
          <span class="note">aucun défaut joué ne la viole</span>
        ) : (
          <>
            <svg class="gauge" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
              <rect x="0" y="0" width={Math.round(share * 100)} height="1" />
            </svg>
            {failedFor} sur {violatedBy}
          </>
        )}
      </td>
      <td data-label="En tout">{count(kills, 'défaut')}</td>
    </tr>
  );
}
