/** What a run went through of the reference machine: sums, and what is left. Pure. */
import type { ModelRecord, TransitionRecord } from './record';

/** How many scenarios took a transition from a state, or from any. */
export function timesTaken({ from, times }: TransitionRecord, state: string | undefined): number {
  return state === undefined ? times : (from.find((one) => one.state === state)?.times ?? 0);
}

/**
 * The model as the shards of one run went through it together; `undefined` when none did.
 * @param plan ids of the scenarios, in their order.
 */
export function mergeModels(models: readonly ModelRecord[], plan: readonly string[]): ModelRecord | undefined {
  const [first, ...others] = models;
  return first && others.reduce((sum, other) => add(sum, other, plan), first);
}

/**
 * What keeps a whole run from proving the suite complete: ways that the fiche describes and that nobody took, transitions and guards
 * that were not seen and of which nothing says why. English, one line each.
 */
export function gapsOf({ transitions, guards }: ModelRecord): string[] {
  const ways = transitions.flatMap((one) =>
    one.described
      .filter(({ from }) => timesTaken(one, from) === 0)
      .map(({ from, requirements }) => {
        const start = from === undefined ? '' : ` from ${from}`;
        return `${one.id}${start}: never taken, though ${requirements.join(', ')} describes it`;
      }),
  );
  const unexplained = transitions
    .filter(({ times, described, reason }) => times === 0 && described.length === 0 && reason === undefined)
    .map(({ id }) => `${id}: never taken, and nothing says why`);
  const oneSided = guards
    .filter(({ seenTrue, seenFalse, reason }) => !(seenTrue && seenFalse) && reason === undefined)
    .map(({ name, seenTrue }) => `${name}: never seen to ${seenTrue ? 'fail' : 'hold'}, and nothing says why`);
  return [...ways, ...unexplained, ...oneSided];
}

function add(one: ModelRecord, other: ModelRecord, plan: readonly string[]): ModelRecord {
  return {
    ...one,
    states: one.states.map((state) => ({ ...state, times: state.times + (find(other.states, 'id', state)?.times ?? 0) })),
    transitions: one.transitions.map((transition) => {
      const more = find(other.transitions, 'id', transition);
      const sources = [...transition.from, ...(more?.from ?? [])];
      const from = one.states.map(({ id: state }) => ({
        state,
        times: sources.reduce((sum, source) => sum + (source.state === state ? source.times : 0), 0),
      }));
      const examples = [transition.example, more?.example];
      const example = plan.find((id) => examples.includes(id)) ?? examples.find((id) => id !== undefined);
      return {
        ...transition,
        from: from.filter(({ times }) => times > 0),
        times: transition.times + (more?.times ?? 0),
        ...(example !== undefined && { example }),
      };
    }),
    guards: one.guards.map((guard) => {
      const more = find(other.guards, 'name', guard);
      return {
        ...guard,
        seenTrue: guard.seenTrue || more?.seenTrue === true,
        seenFalse: guard.seenFalse || more?.seenFalse === true,
      };
    }),
  };
}

function find<Key extends string, Item extends Readonly<Record<Key, string>>>(
  items: readonly Item[],
  key: Key,
  wanted: Readonly<Record<Key, string>>,
): Item | undefined {
  return items.find((item) => item[key] === wanted[key]);
}
