/** Where the states and arrows of the reference machine stand on the page. Pure: colours and words are the page's. */
import { Graph, layout, type EdgeLabel, type NodeLabel, type Point } from '@dagrejs/dagre';
import type { ModelRecord, TransitionRecord } from '../record';

/** An arrow to be drawn, from one state to another or to itself; `from` is absent for the one by which everything begins. */
export interface Arrow {
  readonly from?: string;
  readonly to: string;
  readonly transition: TransitionRecord;
  readonly lines: readonly string[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Where everything begins. */
  readonly start: Point;
  /** By the id of the state; `x` and `y` are the middle of it, as of every box. */
  readonly states: ReadonlyMap<string, Box>;
  readonly arrows: readonly (Arrow & { readonly path: string; readonly label: Box })[];
}

export const LINE_HEIGHT = 17;
const STATE = { width: 220, height: 66 };
const NODE_GAP = 28;
/** How far an arrow from a state to itself stands out. */
const LOOP = 24;
const START = { width: 14, height: 14 };
/** Of a character on an arrow, on average, in the fonts that a page may get. */
const CHARACTER = 6.7;
/** No state bears this name: it is none of the machine's. */
const START_ID = ' start';

/** Lays the machine out from top to bottom. */
export function layOut({ states }: Pick<ModelRecord, 'states'>, arrows: readonly Arrow[]): Drawing {
  const graph = new Graph<object, NodeLabel, EdgeLabel>({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: NODE_GAP, edgesep: 14, ranksep: 26, marginx: 8, marginy: 8 });
  graph.setNode(START_ID, { ...START });
  for (const { id } of states) graph.setNode(id, { ...STATE });
  arrows.forEach(({ from = START_ID, to, lines }, rank) => {
    const room = from === to ? LOOP : 0;
    const width = Math.max(...lines.map(({ length }) => length)) * CHARACTER + 12 + room;
    graph.setEdge(from, to, { width, height: lines.length * LINE_HEIGHT + 4, labelpos: 'c' }, String(rank));
  });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const placed = new Map(states.map(({ id }) => [id, { ...pointOf(graph.node(id)), ...STATE }]));
  return {
    ...{ width, height },
    start: pointOf(graph.node(START_ID)),
    states: placed,
    arrows: arrows.map((arrow, rank) => {
      const edge = graph.edge(arrow.from ?? START_ID, arrow.to, String(rank));
      const { width: wide = 0, height: high = 0, points = [] } = edge;
      const { x, y } = pointOf(edge);
      const [source, target] = [graph.node(arrow.from ?? START_ID), graph.node(arrow.to)];
      if (arrow.from === arrow.to) {
        return { ...arrow, path: loop(target), label: { x: x + LOOP / 2, y, width: wide - LOOP, height: high } };
      }
      return {
        ...arrow,
        path: curve(besideStates(points, source, target, [...placed.values()])),
        label: { x, y, width: wide, height: high },
      };
    }),
  };
}

function pointOf({ x = 0, y = 0 }: { readonly x?: number; readonly y?: number }): Point {
  return { x: round(x), y: round(y) };
}

/** Out of the right side of a state, and back: there the library leaves room for such an arrow. */
function loop(state: NodeLabel): string {
  const { x, y } = pointOf(state);
  const side = x + STATE.width / 2;
  // A curve comes three quarters of the way to the points that draw it.
  const bulge = side + (LOOP * 4) / 3;
  return `M ${at({ x: side, y: y - 14 })} C ${at({ x: bulge, y: y - 22 })} ${at({ x: bulge, y: y + 22 })} ${at({ x: side, y: y + 14 })}`;
}

/**
 * A line that passes to the left of a state leaves it, or comes to it, by its left side where nothing stands in between: it would else
 * cross the labels under it.
 */
function besideStates(points: readonly Point[], source: NodeLabel, target: NodeLabel, states: readonly Box[]): Point[] {
  const bends = points.slice(1, -1);
  const out = leftOf(source, bends[0], 10, states);
  const into = leftOf(target, bends.at(-1), -10, states);
  return [...(out ?? points.slice(0, 1)), ...bends, ...(into?.reverse() ?? points.slice(-1))];
}

/** From the left side of a state to the height of it beside a bend. */
function leftOf(state: NodeLabel, bend: Point | undefined, offset: number, states: readonly Box[]): Point[] | undefined {
  const { x, y } = pointOf(state);
  const side = x - state.width / 2;
  if (bend === undefined || bend.x >= side) return undefined;
  const blocked = states.some((one) => one.y === y && one.x < x && one.x + one.width / 2 > bend.x);
  if (blocked) return undefined;
  return [
    { x: side, y: y + offset },
    { x: bend.x, y: y + offset },
  ];
}

/** Through the middles of a broken line, rounded at its corners. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return '';
  const bends = rest.slice(0, -1).map((bend, rank) => {
    const next = rest[rank + 1]!;
    return `Q ${at(bend)} ${at({ x: (bend.x + next.x) / 2, y: (bend.y + next.y) / 2 })}`;
  });
  return [`M ${at(first)}`, ...bends, `L ${at(last)}`].join(' ');
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
