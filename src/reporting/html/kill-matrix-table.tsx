/** The matrix itself: a row a fault, a column a requirement, both grouped by chapter. */
import type { FaultRow, KillMatrix, RequirementScore } from '../kill-matrix';
import { faultGroups, scoredChapters, type FaultGroup } from '../kill-matrix-chapters';
import { FATE_WORDS } from '../kill-matrix-words';
import { typeset } from '../words';

export function MatrixTable({ matrix }: { matrix: KillMatrix }) {
  const chapters = scoredChapters(matrix);
  const columns = chapters.flatMap(({ requirements }) => requirements);
  return (
    <section class="digest" id="matrice" aria-labelledby="titre-matrice">
      <h2 id="titre-matrice">La matrice</h2>
      <ul class="legend">
        <li>
          <i class="mark own" aria-hidden="true"></i> violée, et en échec
        </li>
        <li>
          <i class="mark missed" aria-hidden="true"></i> violée, sans échouer
        </li>
        <li>
          <i class="mark other" aria-hidden="true"></i> en échec, sans être violée
        </li>
      </ul>
      {!matrix.campaign.complete && (
        <p class="lead">
          Un défaut qu’une de ses exigences trouve n’a été vu que par les scénarios de celles-ci{'\u00a0'}: ailleurs, une case
          vide ne dit rien. <code>mdpo faults --complete</code> joue toute la suite devant chacun.
        </p>
      )}
      <div class="matrix" role="region" aria-label="Défauts et exigences" tabindex={0}>
        <table>
          <thead>
            <tr>
              <th class="corner" rowspan={2} scope="col">
                Défaut
              </th>
              {chapters.map(({ id, title, requirements }) => (
                <th class="chapter-head" colspan={requirements.length} scope="colgroup" title={typeset(title)}>
                  {chapterMark(id)}
                  <span class="hidden"> {typeset(title)}</span>
                </th>
              ))}
            </tr>
            <tr>
              {chapters.flatMap(({ requirements }) =>
                requirements.map((requirement, rank) => (
                  <th class={rank === 0 ? 'column first' : 'column'} scope="col">
                    <span class="upright">
                      <a href={`#${requirement.id}`}>{requirement.id}</a>{' '}
                      <span class="score">
                        {requirement.failedFor}/{requirement.violatedBy}
                      </span>
                    </span>
                  </th>
                )),
              )}
            </tr>
          </thead>
          {faultGroups(matrix).map((group) => (
            <Group group={group} columns={columns} firsts={new Set(chapters.map((chapter) => chapter.requirements[0]))} />
          ))}
        </table>
      </div>
    </section>
  );
}

interface GroupProps {
  readonly group: FaultGroup;
  readonly columns: readonly RequirementScore[];
  /** The first column of each chapter. */
  readonly firsts: ReadonlySet<RequirementScore | undefined>;
}

function Group({ group: { chapter, words, faults }, columns, firsts }: GroupProps) {
  return (
    <tbody>
      <tr class="chapter-row">
        <th scope="rowgroup">
          {chapter ? (
            <>
              <span class="number">{chapterMark(chapter)}</span> <span class="wide">{typeset(words)}</span>
            </>
          ) : (
            words
          )}
        </th>
        <td colspan={columns.length}></td>
      </tr>
      {faults.map((fault) => (
        <tr>
          <th scope="row">
            <a href={`#${fault.id}`}>{fault.id}</a> <span class="wide">{typeset(fault.title)}</span>
            {fault.fate !== 'own' && <span class="fate"> {FATE_WORDS[fault.fate]}</span>}
          </th>
          {columns.map((column) => (
            <Cell fault={fault} requirement={column.id} first={firsts.has(column)} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** `§ 1.3`; the invariants stand in no chapter of the fiche. */
function chapterMark(id: string): string {
  return /^\d/.test(id) ? `§\u00a0${id}` : id;
}

const MARK_WORDS = { own: 'violée, en échec', missed: 'violée, sans échouer', other: 'en échec' } as const;

function Cell({ fault, requirement, first }: { fault: FaultRow; requirement: string; first: boolean }) {
  const violated = fault.requirements.includes(requirement) && fault.depth !== undefined;
  const failed = fault.failed.some((one) => one.requirement === requirement);
  const edge = first ? 'first' : undefined;
  if (!violated && !failed) return <td class={edge}></td>;
  const mark = violated ? (failed ? 'own' : 'missed') : 'other';
  return (
    <td class={edge} title={`${fault.id}, ${requirement}`}>
      <i class={`mark ${mark}`} aria-hidden="true"></i>
      <span class="hidden">{MARK_WORDS[mark]}</span>
    </td>
  );
}
