/** A scenario in full: its steps, what happened, what was sent and received, what was seen. */
import type { AttemptRecord, ScenarioRecord } from '../record';
import { typeset } from '../words';
import { Exchange, Journal } from './attempt-log';
import { Badge } from './icons';
import { useFrench, useWords } from './language';
import type { Picture, Pictures } from './pictures';
import { Step } from './step';

export function Scenario({ scenario, pictures, open }: { scenario: ScenarioRecord; pictures: Pictures; open: boolean }) {
  const words = useWords();
  const french = useFrench();
  const others = scenario.otherAttempts ?? [];
  return (
    <details class={`scenario ${scenario.outcome}`} id={scenario.id} open={open}>
      <summary>
        <Badge outcome={scenario.outcome} word={words.scenarios[scenario.outcome]} />
        <span class="name" lang={french}>
          {typeset(scenario.name)}
        </span>
      </summary>
      <div class="body">
        <p class="origin">
          <span lang={french}>{typeset([scenario.feature, scenario.rule].filter(Boolean).join(' — '))}</span>
          <br />
          <code>
            {scenario.file}:{scenario.line}
          </code>{' '}
          {/* A reference report keeps no times. */}
          {scenario.durationMs > 0 && ` · ${words.duration(scenario.durationMs)}`}
          {scenario.opportunistic && ` · ${words.scenario.opportunistic}`}
        </p>
        {scenario.twin !== undefined && <p class="why">{words.scenario.twin(scenario.twin)}</p>}
        <Attempt attempt={scenario} pictures={pictures} />
        {others.map((attempt, rank) => (
          <section class="other-attempt">
            <h4>
              {words.scenario.other}
              {others.length > 1 && words.scenario.rank(rank + 1, others.length)}
            </h4>
            <p>
              <Badge outcome={attempt.outcome} word={words.scenarios[attempt.outcome]} />
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
  const words = useWords();
  return (
    <p class="scenario-link">
      <Badge outcome={scenario.outcome} word={words.scenarios[scenario.outcome]} />
      <span class="name">
        <a href={`#${scenario.id}`} lang={useFrench()}>
          {typeset(scenario.name)}
        </a>{' '}
        <span class="home">{words.scenario.under(home ?? '')}</span>
      </span>
    </p>
  );
}

function Attempt({ attempt, pictures }: { attempt: AttemptRecord; pictures: Pictures }) {
  const french = useFrench();
  return (
    <>
      {/* A finding stands above, under its requirement: not twice. */}
      {attempt.reason !== undefined && attempt.outcome !== 'failed' && (
        <p class="why" lang={french}>
          {typeset(attempt.reason)}
        </p>
      )}
      <ol class="steps">
        {attempt.steps.map((step) => (
          <Step step={step} />
        ))}
      </ol>
      <Journal attempt={attempt} />
      <Exchange attempt={attempt} />
      {(attempt.screenshots ?? []).map((sha256, rank) => (
        <Screenshot picture={pictures(sha256)} rank={rank + 1} />
      ))}
    </>
  );
}

function Screenshot({ picture, rank }: { picture: Picture; rank: number }) {
  const { scenario, colon } = useWords();
  switch (picture.kind) {
    case 'embedded':
      return (
        <figure class="screenshot" id={picture.anchor}>
          <img src={picture.source} alt={scenario.alt(rank)} loading="lazy" />
          <figcaption>{scenario.picture(rank)}</figcaption>
        </figure>
      );
    case 'repeated':
      return (
        <p class="rest">
          {scenario.picture(rank)}
          {colon} <a href={`#${picture.anchor}`}>{scenario.repeated}</a>
        </p>
      );
    case 'left-out':
      return (
        <p class="rest">
          {scenario.picture(rank)}
          {colon} {scenario.leftOut} (SHA-256 <code>{picture.sha256.slice(0, 12)}…</code>)
        </p>
      );
  }
}
