/** The picture of the reference machine: its states and arrows, drawn by what went through them. */
import { timesTaken } from '../model-record';
import type { ModelRecord, TransitionRecord } from '../record';
import { typeset } from '../words';
import { layOut, LINE_HEIGHT, type Arrow, type Drawing } from './chart-layout';
import { useFrench, useWords, type Words } from './language';

const STATUSES = ['taken', 'spared', 'missing'] as const;
type Status = (typeof STATUSES)[number];

/** What went through it. */
export type Unit = 'scenarios' | 'walks';

export function StatechartPicture({ model, unit }: { model: ModelRecord; unit: Unit }) {
  const words = useWords();
  const { picture } = words.model;
  const drawing = layOut(model, arrowsOf(model, unit, words));
  return (
    <figure class="chart">
      <div class="chart-scroll" tabindex={0} role="region" aria-label={picture.scroll}>
        <svg
          viewBox={`0 0 ${Math.ceil(drawing.width)} ${Math.ceil(drawing.height)}`}
          width={Math.ceil(drawing.width)}
          height={Math.ceil(drawing.height)}
          role="img"
          aria-labelledby="titre-machine"
          aria-describedby="titre-transitions"
        >
          <title id="titre-machine">{picture.title}</title>
          <Arrows drawing={drawing} />
          <circle class="start" cx={drawing.start.x} cy={drawing.start.y} r="6" />
          <States model={model} unit={unit} drawing={drawing} />
        </svg>
      </div>
      <figcaption>
        <ul class="legend">
          {STATUSES.map((status) => (
            <li class={status}>
              <svg width="34" height="12" aria-hidden="true" focusable="false">
                <path class={`arrow ${status}`} d="M 1 6 L 33 6" />
              </svg>
              {picture[status]}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

function Arrows({ drawing }: { drawing: Drawing }) {
  return (
    <>
      <defs>
        {STATUSES.map((status) => (
          <marker id={`pointe-${status}`} viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto">
            <path class={`head ${status}`} d="M 0 1 L 9 5 L 0 9 z" />
          </marker>
        ))}
      </defs>
      {drawing.arrows.map(({ path, transition, from }) => {
        const status = statusOf(transition, from);
        return <path class={`arrow ${status}`} d={path} marker-end={`url(#pointe-${status})`} />;
      })}
      {drawing.arrows.map(({ label, lines, transition, from }) => (
        <g class={`label ${statusOf(transition, from)}`}>
          <rect x={label.x - label.width / 2} y={label.y - label.height / 2} width={label.width} height={label.height} />
          {lines.map((line, rank) => (
            <text x={label.x} y={label.y + (rank - (lines.length - 1) / 2) * LINE_HEIGHT}>
              {line}
            </text>
          ))}
        </g>
      ))}
    </>
  );
}

function States({ model, unit, drawing }: { model: ModelRecord; unit: Unit; drawing: Drawing }) {
  const words = useWords();
  const french = useFrench();
  return (
    <>
      {model.states.map(({ id, name, times }) => {
        const box = drawing.states.get(id)!;
        const lines = [
          times === 0 ? words.model.picture.neverReached : words.count[unit](times),
          ...openingWords(model, id, words),
        ];
        const top = box.y - (lines.length * LINE_HEIGHT) / 2;
        return (
          <g class={`state ${times === 0 ? 'missing' : 'taken'}`}>
            <rect x={box.x - box.width / 2} y={box.y - box.height / 2} width={box.width} height={box.height} rx="8" />
            <text class="name" x={box.x} y={top} lang={french}>
              {name}
            </text>
            {lines.map((line, rank) => (
              <text x={box.x} y={top + (rank + 1) * LINE_HEIGHT}>
                {line}
              </text>
            ))}
          </g>
        );
      })}
    </>
  );
}

/** What the picture draws: the ways of the fiche, and those that only the machine knows. The other openings of an address are in the states. */
function arrowsOf({ transitions }: ModelRecord, unit: Unit, { count, model }: Words): Arrow[] {
  return transitions.flatMap((transition): Arrow[] => {
    const { source, target, described, words, condition } = transition;
    const draw = (from: string | undefined, to: string): Arrow => {
      const times = timesTaken(transition, from);
      const taken = times === 0 ? model.picture.neverTaken : count[unit](times);
      const lines = [words, ...(condition === '' ? [] : [`[${condition}]`]), taken];
      return { ...(from !== undefined && { from }), to, transition, lines: lines.map(typeset) };
    };
    if (source !== undefined) return [draw(source, target ?? source)];
    return target === undefined ? [] : described.map(({ from }) => draw(from, target));
  });
}

function statusOf(transition: TransitionRecord, from: string | undefined): Status {
  if (timesTaken(transition, from) > 0) return 'taken';
  return transition.described.length === 0 && transition.reason !== undefined ? 'spared' : 'missing';
}

/** Of a screen that not everybody may ask for: whether its address was seen to show it, and to be refused. */
function openingWords({ transitions, guards }: ModelRecord, state: string, { model: { picture } }: Words): string[] {
  const opening = transitions.find((one) => one.source === undefined && one.target === state && one.guards.length > 0);
  if (opening === undefined) return [];
  const refused = guards.some(({ name, seenFalse }) => opening.guards.includes(name) && seenFalse);
  const seen = [...(opening.times > 0 ? [picture.shown] : []), ...(refused ? [picture.refused] : [])];
  return [`${picture.address}${seen.join(', ') || picture.unasked}`];
}
