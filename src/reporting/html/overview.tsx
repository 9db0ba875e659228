/** The fiche at a glance: one cell a requirement, chapter by chapter, and the filter. */
import { OUTCOMES } from '../../verdict/outcomes';
import { chapters } from '../record-findings';
import type { RunRecord } from '../record';
import { REQUIREMENT_WORDS, typeset } from '../words';
import { Icon } from './icons';

export function Overview({ record }: { record: RunRecord }) {
  return (
    <aside class="overview" aria-label="Vue d’ensemble">
      <nav aria-label="Exigences par chapitre">
        <h2>Vue d’ensemble</h2>
        <ul class="chapters">
          {chapters(record).map(({ id, title, requirements }) => (
            <li>
              <a class="chapter-link" href={`#chapitre-${id}`}>
                <span class="number">{/^\d/.test(id) ? `§\u00a0${id}` : ''}</span> {typeset(title)}
              </a>
              <ul class="cells">
                {requirements.map((requirement) => (
                  <li>
                    <a
                      class={`cell ${requirement.outcome}`}
                      href={`#${requirement.id}`}
                      title={`${requirement.id} — ${REQUIREMENT_WORDS[requirement.outcome].toLowerCase()}`}
                    >
                      <Icon outcome={requirement.outcome} />
                      <span class="hidden">
                        {requirement.id}, {REQUIREMENT_WORDS[requirement.outcome].toLowerCase()}
                      </span>
                    </a>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </nav>
      <Filter record={record} />
    </aside>
  );
}

/** Hidden until the script is there to serve it. */
function Filter({ record }: { record: RunRecord }) {
  const present = OUTCOMES.filter((outcome) => record.requirements.some((requirement) => requirement.outcome === outcome));
  const options = [['', 'Toutes'] as const, ...present.map((outcome) => [outcome, `${REQUIREMENT_WORDS[outcome]}s`] as const)];
  return (
    <form class="filter" id="filtre" hidden>
      <fieldset>
        <legend>Afficher les exigences</legend>
        {options.map(([value, label]) => (
          <label>
            <input type="radio" name="outcome" value={value} checked={value === ''} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <p class="filter-actions">
        <button type="button" data-details="open">
          Tout déplier
        </button>
        <button type="button" data-details="closed">
          Tout replier
        </button>
      </p>
      <p class="filter-status" role="status"></p>
    </form>
  );
}
