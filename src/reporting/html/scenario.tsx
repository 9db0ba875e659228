/** A scenario in full: its steps, what happened, what was seen. */
import type { AttemptRecord, ScenarioRecord, StepRecord } from '../record';
import { duration, SCENARIO_WORDS, STEP_WORDS, typeset } from '../words';
import { Badge } from './icons';
import type { Pictures } from './pictures';

/** Journal lines shown: all that matter for a failure, a taste of what passed, for 250 scenarios must stay one light page. */
const JOURNAL_LIMITS = { passed: 8, other: 200 } as const;

export function Scenario({ scenario, pictures, open }: { scenario: ScenarioRecord; pictures: Pictures; open: boolean }) {
  const others = scenario.otherAttempts ?? [];
  return (
    <details class={`scenario ${scenario.outcome}`} id={scenario.id} open={open}>
      <summary>
        <Badge outcome={scenario.outcome} word={SCENARIO_WORDS[scenario.outcome]} />
        <span class="name">{typeset(scenario.name)}</span>
      </summary>
      <div class="body">
        <p class="origin">
          {typeset([scenario.feature, scenario.rule].filter(Boolean).join(' — '))}
          <br />
          <code>
            {scenario.file}:{scenario.line}
          </code>{' '}
          {/* A reference report keeps no times. */}
          {scenario.durationMs > 0 && ` · ${duration(scenario.durationMs)}`}
          {scenario.opportunistic && ' · opportuniste'}
        </p>
        {scenario.twin !== undefined && (
          <p class="why">Le même scénario sur le simulateur de référence : {SCENARIO_WORDS[scenario.twin].toLowerCase()}.</p>
        )}
        <Attempt attempt={scenario} pictures={pictures} />
        {others.map((attempt, rank) => (
          <section class="other-attempt">
            <h4>Autre passage{others.length > 1 && ` (${rank + 1}\u00a0sur\u00a0${others.length})`}</h4>
            <p>
              <Badge outcome={attempt.outcome} word={SCENARIO_WORDS[attempt.outcome]} />
            </p>
            <Attempt attempt={attempt} pictures={pictures} />
          </section>
        ))}
      </div>
    </details>
  );
}

/** For a scenario that is shown in full elsewhere in the page. */
export function ScenarioLink({ scenario, home }: { scenario: ScenarioRecord; home: string | undefined }) {
  return (
    <p class="scenario-link">
      <Badge outcome={scenario.outcome} word={SCENARIO_WORDS[scenario.outcome]} />
      <span class="name">
        <a href={`#${scenario.id}`}>{typeset(scenario.name)}</a> <span class="home">sous {home}</span>
      </span>
    </p>
  );
}

function Attempt({ attempt, pictures }: { attempt: AttemptRecord; pictures: Pictures }) {
  return (
    <>
      {/* A finding stands above, under its requirement: not twice. */}
      {attempt.reason !== undefined && attempt.outcome !== 'failed' && <p class="why">{typeset(attempt.reason)}</p>}
      <ol class="steps">
        {attempt.steps.map((step) => (
          <Step step={step} />
        ))}
      </ol>
      <Journal attempt={attempt} />
      {(attempt.screenshots ?? []).map((sha256, rank) => (
        <Screenshot picture={pictures(sha256)} rank={rank + 1} />
      ))}
    </>
  );
}

function Step({ step }: { step: StepRecord }) {
  return (
    <li class={`step ${step.outcome}`}>
      <b>{step.keyword}</b> {typeset(step.text)}
      {step.outcome !== 'passed' && <span class="step-outcome"> — {STEP_WORDS[step.outcome]}</span>}
      {step.table && (
        <table>
          <tbody>
            {step.table.map((cells) => (
              <tr>
                {cells.map((cell) => (
                  <td>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {step.docString !== undefined && <pre>{step.docString}</pre>}
    </li>
  );
}

function Journal({ attempt: { journal, outcome } }: { attempt: AttemptRecord }) {
  if (journal.length === 0) return <></>;
  const limit = outcome === 'passed' ? JOURNAL_LIMITS.passed : JOURNAL_LIMITS.other;
  const rest = journal.length - limit;
  return (
    <div class="journal">
      <h4>Journal</h4>
      <ol>
        {journal.slice(0, limit).map((line) => (
          <li>{line}</li>
        ))}
      </ol>
      {rest > 0 && <p class="rest">… et {rest} lignes de plus dans conformance.json</p>}
    </div>
  );
}

function Screenshot({ picture, rank }: { picture: ReturnType<Pictures>; rank: number }) {
  switch (picture.kind) {
    case 'embedded':
      return (
        <figure id={picture.anchor}>
          <img src={picture.source} alt={`Écran saisi pendant le scénario, capture ${rank}`} loading="lazy" />
          <figcaption>Capture {rank}</figcaption>
        </figure>
      );
    case 'repeated':
      return (
        <p class="rest">
          Capture {rank}
          {'\u00a0'}: <a href={`#${picture.anchor}`}>même image que plus haut</a>
        </p>
      );
    case 'left-out':
      return (
        <p class="rest">
          Capture {rank}
          {'\u00a0'}: dans messages.ndjson (SHA-256 <code>{picture.sha256.slice(0, 12)}…</code>)
        </p>
      );
  }
}
