/** A chapter of the fiche: each sentence quoted, its outcome, and what shows it. */
import { OUTCOMES } from '../../verdict/outcomes';
import { sharedFindings, type SharedFinding } from '../record-findings';
import type { FindingRecord, RequirementRecord, RunRecord, ScenarioRecord } from '../record';
import { ATTRIBUTION_WORDS, count, REQUIREMENT_WORDS, SCENARIO_WORDS, typeset } from '../words';
import { Badge } from './icons';
import { Prose } from './prose';
import type { Pictures } from './pictures';
import { Scenario, ScenarioLink } from './scenario';

/** What every part of a chapter draws on. */
export interface ChapterContext {
  readonly record: RunRecord;
  readonly pictures: Pictures;
  /** Where each scenario is shown in full: id of a requirement by id of a scenario. */
  readonly home: ReadonlyMap<string, string>;
}

interface ChapterProps {
  readonly id: string;
  readonly title: string;
  readonly requirements: readonly RequirementRecord[];
  readonly context: ChapterContext;
}

export function Chapter({ id, title, requirements, context }: ChapterProps) {
  return (
    <section class="chapter" id={`chapitre-${id}`} aria-labelledby={`titre-${id}`}>
      <h2 id={`titre-${id}`}>
        {/^\d/.test(id) && <span class="number">§{`\u00a0${id}`}</span>} {typeset(title)}
      </h2>
      {requirements.map((requirement) => (
        <Requirement requirement={requirement} context={context} />
      ))}
    </section>
  );
}

function Requirement({ requirement, context }: { requirement: RequirementRecord; context: ChapterContext }) {
  const { id, outcome, source, statement, findings, reason, limit } = requirement;
  return (
    <article class={`requirement ${outcome}`} id={id} data-outcome={outcome} aria-labelledby={`nom-${id}`}>
      <div class="heading">
        <h3 id={`nom-${id}`}>
          <a href={`#${id}`}>{id}</a>
        </h3>
        <Badge outcome={outcome} word={REQUIREMENT_WORDS[outcome]} />
      </div>
      {source.citation !== '' && (
        <blockquote>
          <p>{typeset(`« ${source.citation} »`)}</p>
        </blockquote>
      )}
      {statement !== '' && (
        <p class="statement">
          <Prose text={statement} />
        </p>
      )}
      {sharedFindings([requirement]).map((shared) => (
        <Finding shared={shared} record={context.record} />
      ))}
      {reason !== undefined && findings.length === 0 && <Reason requirement={requirement} />}
      {limit !== undefined && limit !== reason && (
        <p class="limit">
          <b>Limite{'\u00a0'}:</b> <Prose text={limit} />
        </p>
      )}
      <Scenarios requirement={requirement} context={context} />
    </article>
  );
}

function Reason({ requirement: { outcome, reason, attribution } }: { requirement: RequirementRecord }) {
  return (
    <p class="why">
      <b>
        {outcome === 'cantTell' ? 'Pourquoi indécise' : 'Pourquoi'}
        {'\u00a0'}:
      </b>{' '}
      <Prose text={reason ?? ''} />
      {outcome === 'cantTell' && attribution && ` — doit agir\u00a0: ${ATTRIBUTION_WORDS[attribution]}`}
    </p>
  );
}

function Finding({ shared, record }: { shared: SharedFinding; record: RunRecord }) {
  return (
    <div class="finding">
      <dl>
        <div>
          <dt>Attendu</dt>
          <dd>{typeset(shared.expected)}</dd>
        </div>
        <div>
          <dt>Observé</dt>
          <dd>{typeset(shared.observed)}</dd>
        </div>
        {shared.findings.map((finding) => (
          <Evidence
            finding={finding}
            name={record.scenarios.find(({ id }) => id === finding.scenario)?.name ?? finding.scenario}
          />
        ))}
      </dl>
    </div>
  );
}

function Evidence({ finding: { scenario, evidence, intermittent }, name }: { finding: FindingRecord; name: string }) {
  return (
    <div class="evidence">
      <dt>Preuves</dt>
      <dd>
        {evidence.length > 0 && (
          <ul>
            {evidence.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        )}
        <p class="trace">
          {intermittent && <strong>Intermittent{'\u00a0'}: un autre passage a réussi. </strong>}
          Scénario <a href={`#${scenario}`}>{typeset(name)}</a>
        </p>
      </dd>
    </div>
  );
}

function Scenarios({ requirement, context }: { requirement: RequirementRecord; context: ChapterContext }) {
  const scenarios = requirement.scenarios.flatMap((id) => context.record.scenarios.filter((scenario) => scenario.id === id));
  if (scenarios.length === 0) return <></>;
  const worstFirst = [...scenarios].sort((one, other) => RANKS[one.outcome] - RANKS[other.outcome]);
  return (
    <details class="scenarios">
      <summary>
        {count(scenarios.length, 'scénario')} <span class="mix">{mix(scenarios)}</span>
      </summary>
      <ul>
        {worstFirst.map((scenario) => (
          <li>
            {context.home.get(scenario.id) === requirement.id ? (
              <Scenario
                scenario={scenario}
                pictures={context.pictures}
                open={scenario.outcome === 'failed' || scenarios.length === 1}
              />
            ) : (
              <ScenarioLink scenario={scenario} home={context.home.get(scenario.id)} />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

const RANKS: Readonly<Record<ScenarioRecord['outcome'], number>> = {
  failed: 0,
  cantTell: 1,
  untested: 2,
  inapplicable: 3,
  passed: 4,
};

function mix(scenarios: readonly ScenarioRecord[]): string {
  return OUTCOMES.map((outcome) => ({ outcome, number: scenarios.filter((scenario) => scenario.outcome === outcome).length }))
    .filter(({ number }) => number > 0)
    .map(
      ({ outcome, number }) =>
        `${number}\u00a0${SCENARIO_WORDS[outcome].toLowerCase()}${number > 1 && outcome !== 'failed' && outcome !== 'inapplicable' ? 's' : ''}`,
    )
    .join(', ');
}
