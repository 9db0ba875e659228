/** What moves seen from outside show of the machine: states, transitions, guards true and false. Pure. */
import { candidates, stateOf, type Chart, type ChartTransition, type Condition, type Move } from './statechart';
import { described, eventWords, guardWords, indistinct, neverFailing, unneeded, type Described } from './model-words';

/** What one scenario, or one walk, did. */
export interface Journey {
  readonly id: string;
  /** Moves as they were seen: of those whose screens or event the machine does not know, nothing is learnt. */
  readonly moves: readonly Readonly<Record<keyof Move, string>>[];
}

export interface TransitionCoverage {
  readonly id: string;
  readonly source?: string;
  readonly event: string;
  /** Names of the guards of its condition. */
  readonly guards: readonly string[];
  /** French: what the person does. */
  readonly words: string;
  /** French: under which condition; empty when there is none. */
  readonly condition: string;
  readonly target?: string;
  /** The ways through it that the fiche describes. */
  readonly described: readonly Described[];
  /** The states in which it was seen to be taken, and in how many journeys. */
  readonly from: readonly { readonly state: string; readonly times: number }[];
  /** How many journeys took it. */
  readonly times: number;
  /** The first of them. */
  readonly example?: string;
  /** French: why it may never be taken. */
  readonly reason?: string;
}

export interface GuardCoverage {
  readonly name: string;
  /** French: what holds when it does. */
  readonly words: string;
  readonly seenTrue: boolean;
  readonly seenFalse: boolean;
  /** French: why it may not be seen both ways. */
  readonly reason?: string;
}

export interface ModelCoverage {
  readonly initial: string;
  /** `times`: how many journeys came there. */
  readonly states: readonly { readonly id: string; readonly name: string; readonly times: number }[];
  readonly transitions: readonly TransitionCoverage[];
  readonly guards: readonly GuardCoverage[];
}

/** @param names French names of the screens. */
export function modelCoverage(
  chart: Chart,
  journeys: readonly Journey[],
  names: Readonly<Record<Move['from'], string>>,
): ModelCoverage {
  const learnt = journeys.map(({ id, moves }) => ({ id, lessons: moves.flatMap((move) => lessonOf(chart, move)) }));
  const lessons = learnt.flatMap((journey) => journey.lessons);
  const nameOf = new Map(Object.entries(names).map(([screen, name]) => [stateOf(screen), name]));
  return {
    initial: chart.initial,
    states: chart.states.map((id) => ({
      id,
      name: nameOf.get(id) ?? id,
      times: learnt.filter((journey) => journey.lessons.some(({ from, to }) => from === id || to === id)).length,
    })),
    transitions: chart.transitions.map((one) => {
      const takers = learnt.filter((journey) => journey.lessons.some(({ taken }) => taken === one));
      const from = chart.states.map((state) => {
        const times = takers.filter((journey) => journey.lessons.some((lesson) => lesson.taken === one && lesson.from === state));
        return { state, times: times.length };
      });
      return {
        ...{ id: one.id, event: one.event, words: eventWords[one.event], condition: conditionWords(one) },
        guards: one.condition.map(({ guard }) => guard),
        ...(one.source && { source: one.source }),
        ...(one.target && { target: one.target }),
        described: described[one.id] ?? [],
        from: from.filter(({ times }) => times > 0),
        times: takers.length,
        ...(takers[0] && { example: takers[0].id }),
        ...(unneeded[one.id] !== undefined && { reason: unneeded[one.id] }),
      };
    }),
    guards: chart.guards.map((name) => {
      const seen = new Set(lessons.flatMap(({ facts }) => facts.filter(({ guard }) => guard === name).map(({ holds }) => holds)));
      const reason = indistinct[name] ?? neverFailing[name];
      return {
        ...{ name, words: guardWords[name]?.[0] ?? name, seenTrue: seen.has(true), seenFalse: seen.has(false) },
        ...(reason !== undefined && { reason }),
      };
    }),
  };
}

/** What one move teaches. */
interface Lesson {
  readonly from: string;
  readonly to: string;
  /** Absent: every way was closed, and the person was led elsewhere. */
  readonly taken?: ChartTransition;
  readonly facts: Condition;
}

/** Nothing, where a page is no screen of the machine, or where the machine has no such move. */
function lessonOf(chart: Chart, { from: here, event, to: there }: Journey['moves'][number]): Lesson[] {
  const [from, to] = [stateOf(here), stateOf(there)];
  if (from === undefined || to === undefined) return [];
  const ways = candidates(chart, from, event);
  const rank = ways.findIndex(({ target = from }) => target === to);
  const taken = ways[rank];
  const closed = taken === undefined ? ways : ways.slice(0, rank);
  // One that nothing guards cannot be closed: the move is not the machine's.
  if (ways.length === 0 || closed.some(({ condition }) => condition.length === 0)) return [];
  const facts = [...closed.flatMap(({ condition }) => failing(condition)), ...(taken?.condition ?? [])];
  return [{ from, to, ...(taken && { taken }), facts }];
}

/** What a condition that did not hold teaches: which of several guards closed the way is known when only one of them can be told. */
function failing(condition: Condition): Condition {
  const telling = condition.filter(({ guard }) => indistinct[guard] === undefined);
  return telling.length === 1 ? telling.map(({ guard, holds }) => ({ guard, holds: !holds })) : [];
}

/** « adresse et caractères admis », « sinon ». */
function conditionWords({ condition, rank }: ChartTransition): string {
  const told = condition.filter(({ guard }) => indistinct[guard] === undefined);
  const words = told.map(({ guard, holds }) => guardWords[guard]?.[holds ? 0 : 1] ?? guard);
  return [...(rank > 1 ? ['sinon'] : []), ...words].join(', ');
}
