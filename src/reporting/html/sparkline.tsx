/** Outcomes over time as a small drawing: one mark a run, told apart by height and shape as well as by colour. */
import type { Outcome } from '../../verdict/outcomes';
import { REQUIREMENT_WORDS, SCENARIO_WORDS } from '../words';

const STEP = 14;
const HEIGHT = 28;
type Kind = Outcome | 'absent';

const HEIGHTS: Readonly<Record<Kind, number>> = {
  passed: 6,
  inapplicable: 10,
  cantTell: 14,
  untested: 18,
  absent: 18,
  failed: 22,
};

export interface SparklineProps {
  readonly outcomes: readonly (Outcome | undefined)[];
  /** Of an exigence or of a scénario. */
  readonly of: 'requirement' | 'scenario';
}

export function Sparkline({ outcomes, of }: SparklineProps) {
  const points = outcomes.map((outcome, rank) => {
    const kind: Kind = outcome ?? 'absent';
    return { kind, x: STEP / 2 + rank * STEP, y: HEIGHTS[kind] };
  });
  const width = Math.max(points.length, 1) * STEP;
  const words = of === 'requirement' ? REQUIREMENT_WORDS : SCENARIO_WORDS;
  const said = outcomes.map((outcome) => (outcome === undefined ? 'absence' : words[outcome].toLowerCase()));
  return (
    <svg class="spark" viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} role="img" aria-label={said.join(', ')}>
      <polyline class="way" points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {points.map(({ kind, x, y }) => (
        <Mark kind={kind} x={x} y={y} />
      ))}
    </svg>
  );
}

/** Disc, square, diamond, ring. */
function Mark({ kind, x, y }: { kind: Kind; x: number; y: number }) {
  if (kind === 'failed') return <rect class={kind} x={x - 4} y={y - 4} width="8" height="8" />;
  if (kind === 'cantTell') return <path class={kind} d={`M${x} ${y - 5}l5 5-5 5-5-5z`} />;
  return <circle class={kind} cx={x} cy={y} r={kind === 'passed' || kind === 'inapplicable' ? 4 : 3} />;
}
