/** A chapter of the fiche: each sentence quoted, its outcome in the margin, and what shows it. */
import { OUTCOMES } from '../../verdict/outcomes';
import { sharedFindings } from '../record-findings';
import type { RequirementRecord, RunRecord, ScenarioRecord } from '../record';
import { typeset } from '../words';
import { Finding } from './finding';
import { Badge } from './icons';
import { useFrench, useWords, type Words } from './language';
import type { PageChapter } from './page-chapters';
import type { Pictures } from './pictures';
import { Prose } from './prose';
import { Scenario, ScenarioLink } from './scenario';

/** What every part of a chapter draws on. */
export interface ChapterContext {
  readonly record: RunRecord;
  readonly pictures: Pictures;
  /** Where each scenario is shown in full: id of a requirement by id of a scenario. */
  readonly home: ReadonlyMap<string, string>;
}

export function Chapter({ chapter, context }: { chapter: PageChapter; context: ChapterContext }) {
  const { id, title, quoted, requirements } = chapter;
  const french = useFrench();
  return (
    <section class="chapter" id={`chapitre-${id}`} data-chapter={id} aria-labelledby={`titre-${id}`}>
      <h2 id={`titre-${id}`} tabindex={-1}>
        {/^\d/.test(id) && <span class="number">§{`\u00a0${id}`}</span>}{' '}
        <span lang={quoted ? french : undefined}>{typeset(title)}</span>
      </h2>
      {requirements.map((requirement) => (
        <Requirement requirement={requirement} context={context} />
      ))}
    </section>
  );
}

function Requirement({ requirement, context }: { requirement: RequirementRecord; context: ChapterContext }) {
  const { id, outcome, source, statement, findings, reason, limit } = requirement;
  const words = useWords();
  const french = useFrench();
  return (
    <article class={`requirement ${outcome}`} id={id} data-outcome={outcome} aria-labelledby={`nom-${id}`}>
      <div class="heading">
        <h3 id={`nom-${id}`}>
          <a class="anchor" href={`#${id}`} title={words.requirement.link(id)}>
            {id}
          </a>
        </h3>
        <Badge outcome={outcome} word={words.requirements[outcome]} />
      </div>
      <div class="content">
        {source.citation !== '' && (
          <blockquote lang={french}>
            <p>{typeset(`« ${source.citation} »`)}</p>
          </blockquote>
        )}
        {statement !== '' && (
          <p class="statement" lang={french}>
            <Prose text={statement} />
          </p>
        )}
        {sharedFindings([requirement]).map((shared) => (
          <Finding shared={shared} record={context.record} />
        ))}
        {reason !== undefined && findings.length === 0 && <Reason requirement={requirement} />}
        {limit !== undefined && limit !== reason && (
          <p class="limit">
            <b>
              {words.requirement.limit}
              {words.colon}
            </b>{' '}
            <span lang={french}>
              <Prose text={limit} />
            </span>
          </p>
        )}
        <Scenarios requirement={requirement} context={context} />
      </div>
    </article>
  );
}

function Reason({ requirement: { outcome, reason, attribution } }: { requirement: RequirementRecord }) {
  const words = useWords();
  return (
    <p class="why">
      <b>
        {outcome === 'cantTell' ? words.requirement.whyUndecided : words.requirement.why}
        {words.colon}
      </b>{' '}
      <span lang={useFrench()}>
        <Prose text={reason ?? ''} />
      </span>
      {outcome === 'cantTell' && attribution && `${words.open.mustAct}${words.attributions[attribution]}`}
    </p>
  );
}

function Scenarios({ requirement, context }: { requirement: RequirementRecord; context: ChapterContext }) {
  const words = useWords();
  const scenarios = requirement.scenarios.flatMap((id) => context.record.scenarios.filter((scenario) => scenario.id === id));
  if (scenarios.length === 0) return <></>;
  const worstFirst = [...scenarios].sort((one, other) => RANKS[one.outcome] - RANKS[other.outcome]);
  return (
    <details class="scenarios">
      <summary>
        {words.count.scenarios(scenarios.length)} <span class="mix">{mix(scenarios, words)}</span>
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

function mix(scenarios: readonly ScenarioRecord[], { scenarioCount }: Words): string {
  return OUTCOMES.map((outcome) => ({ outcome, number: scenarios.filter((scenario) => scenario.outcome === outcome).length }))
    .filter(({ number }) => number > 0)
    .map(({ outcome, number }) => scenarioCount(outcome, number))
    .join(', ');
}
