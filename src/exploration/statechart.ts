/** The reference machine as a chart: its states, transitions and guards, read off its definition. Types nothing a second time. */
import { and, not, type AnyStateMachine } from 'xstate';
import type { ScreenName } from '../driver/controls';
import type { ProcedureEvent, Screen } from '../../simulator/index';

/** What a person did on one screen, and the screen that they then saw. */
export interface Move {
  readonly from: ScreenName;
  readonly event: ProcedureEvent['type'];
  readonly to: ScreenName;
}

/** A condition on a transition: the named guards that must all hold, or not hold. Empty: it is always taken. */
export type Condition = readonly { readonly guard: string; readonly holds: boolean }[];

/** One candidate of one event. */
export interface ChartTransition {
  /** `question/answer.submitted/1`, `*` for those of every state: the same as long as the machine is the same. */
  readonly id: string;
  /** Absent: any state. */
  readonly source?: Screen;
  readonly event: ProcedureEvent['type'];
  /** From 1: the first candidate whose condition holds is taken. */
  readonly rank: number;
  readonly condition: Condition;
  /** Absent: the state stays what it is. */
  readonly target?: Screen;
  readonly actions: readonly string[];
}

export interface Chart {
  readonly initial: Screen;
  readonly states: readonly Screen[];
  readonly transitions: readonly ChartTransition[];
  /** Names of the guards that some transition asks for, in the order in which they stand. */
  readonly guards: readonly string[];
}

/** What an event meets in a state, in the order in which it is tried: the state's own candidates, then those of every state. */
export function candidates(chart: Chart, state: Screen, event: string): readonly ChartTransition[] {
  const of = (source: Screen | undefined) => chart.transitions.filter((one) => one.source === source && one.event === event);
  return [...of(state), ...of(undefined)];
}

/** The state that a screen shows; `undefined` for a page that is none of the procedure's. */
export function stateOf(screen: string): Screen | undefined {
  return states.get(screen);
}

/** @throws Error where the machine holds what a chart cannot say: nested states, guards without a name, other combinations of them. */
export function chartOf(machine: AnyStateMachine): Chart {
  const { root } = machine;
  const nodes = Object.values(root.states);
  const nested = nodes.find(({ states: inner }) => Object.keys(inner).length > 0);
  if (nested !== undefined) throw new Error(`${nested.id} holds states of its own`);
  const transitions = [root, ...nodes].flatMap((node) =>
    [...node.transitions.values()].flatMap((found) =>
      found.map((one, index): ChartTransition => {
        const source = node === root ? undefined : (node.key as Screen);
        const target = one.target?.[0]?.key as Screen | undefined;
        return {
          id: `${source ?? '*'}/${one.eventType}/${index + 1}`,
          ...(source && { source }),
          event: one.eventType as ProcedureEvent['type'],
          rank: index + 1,
          condition: conditionOf(one.guard),
          ...(target && { target }),
          actions: one.actions.map((action) => nameOf(action)),
        };
      }),
    ),
  );
  return {
    initial: root.initial.target[0]!.key as Screen,
    states: nodes.map(({ key }) => key as Screen),
    transitions,
    guards: [...new Set(transitions.flatMap(({ condition }) => condition.map(({ guard }) => guard)))],
  };
}

const stateOfScreen: Readonly<Record<ScreenName, Screen | undefined>> = {
  home: 'home',
  'sign-in': 'signIn',
  identification: 'identification',
  question: 'question',
  'new-password': 'newPassword',
  summary: 'summary',
  services: 'services',
  error: undefined,
  other: undefined,
};
const states: ReadonlyMap<string, Screen | undefined> = new Map(Object.entries(stateOfScreen));

interface Combined {
  readonly check?: unknown;
  readonly guards?: readonly unknown[];
}

/** How XState marks the functions that combine guards. */
const AND = (and([]) as Combined).check;
const NOT = (not('') as Combined).check;

function conditionOf(guard: unknown, holds = true): Condition {
  if (guard === undefined) return [];
  const { check, guards = [] } = guard as Combined;
  if (check === NOT && guards.length === 1) return conditionOf(guards[0], !holds);
  if (check === AND && holds) return guards.flatMap((one) => conditionOf(one, holds));
  return [{ guard: nameOf(guard), holds }];
}

function nameOf(given: unknown): string {
  const name = typeof given === 'string' ? given : (given as { readonly type?: unknown }).type;
  if (typeof name !== 'string') throw new Error('a guard or an action of the machine has no name');
  return name;
}
